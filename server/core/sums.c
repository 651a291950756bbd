/* A board without a veil and a prioritisation that is shown cost nothing; the others a walk over
 * their cards and points. */
#include "core/sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/check.h"
#include "base/table.h"
#include "core/state.h"

static void *const somebody = (void *)1;

static struct veiled written_on(const struct state *state, uint64_t board)
{
    struct veiled written = {.board = board};
    struct table people = {0};
    struct holders cards = state_holders(state, INDEX_CARD_BOARD, board);
    for (const struct record *record; (record = holders_next(&cards));) {
        const struct card *card = &record->body.card;
        if (!card->veiled) continue;
        written.cards++;
        if (card->anonymous) written.anonymous++;
        else if (card->author) table_set(&people, card->author, somebody);
    }
    written.people = (int64_t)people.count;
    table_clear(&people);
    return written;
}

static void count_voter(struct message_sums *sums, size_t from, uint64_t priority,
                        uint64_t category)
{
    struct voted_list *list = &sums->voted;
    for (size_t i = from; i < list->count; i++) {
        if (list->items[i].category != category) continue;
        list->items[i].people++;
        return;
    }
    size_t capacity = list->count;
    list->items = array_room(list->items, list->count, &capacity, sizeof *list->items);
    list->items[list->count++] = (struct voted){priority, category, 1};
}

/* Rows come in the order in which categories are met: that of the ids of points. */
static void count_voters(const struct state *state, struct message_sums *sums, uint64_t priority)
{
    struct table counted = {0};
    size_t from = sums->voted.count;
    struct holders points = state_holders(state, INDEX_ALLOTMENT_PRIORITY, priority);
    for (const struct record *record; (record = holders_next(&points));) {
        const struct allotment *allotment = &record->body.allotment;
        if (!allotment->points || !allotment->person ||
            table_set(&counted, allotment->person, somebody))
            continue;
        const struct person *person = state_person(state, allotment->person);
        count_voter(sums, from, priority, person ? person->category : 0);
    }
    table_clear(&counted);
}

static int by_board(const void *left, const void *right)
{
    const struct veiled *one = left, *other = right;
    return one->board < other->board ? -1 : one->board > other->board;
}

static int by_priority(const void *left, const void *right)
{
    const struct voted *one = left, *other = right;
    if (one->priority != other->priority) return one->priority < other->priority ? -1 : 1;
    return one->category < other->category ? -1 : one->category > other->category;
}

void sums_of(const struct state *state, struct message_sums *sums)
{
    *sums = (struct message_sums){0};
    struct veiled_list *written = &sums->written;
    written->items = allocate_zero(state_count(state, RECORD_BOARD), sizeof *written->items);
    for (size_t i = 0; i < state_count(state, RECORD_BOARD); i++) {
        const struct record *board = state_at(state, RECORD_BOARD, i);
        if (board->body.board.veiled)
            written->items[written->count++] = written_on(state, board->id);
    }
    for (size_t i = 0; i < state_count(state, RECORD_PRIORITY); i++) {
        const struct record *priority = state_at(state, RECORD_PRIORITY, i);
        if (!priority->body.priority.shown) count_voters(state, sums, priority->id);
    }
    if (written->count) qsort(written->items, written->count, sizeof *written->items, by_board);
    struct voted_list *voted = &sums->voted;
    if (voted->count) qsort(voted->items, voted->count, sizeof *voted->items, by_priority);
}

void sums_join_categories(struct message_sums *sums)
{
    struct voted_list *list = &sums->voted;
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        list->items[i].category = 0;
        if (kept && list->items[kept - 1].priority == list->items[i].priority)
            list->items[kept - 1].people += list->items[i].people;
        else list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

void sums_clear(struct message_sums *sums)
{
    free(sums->written.items);
    free(sums->voted.items);
    *sums = (struct message_sums){0};
}
