/* For each change two questions: who saw the record before, and who sees it now? Those of both
 * hear the change, those of one hear that it came or went. */
#include "core/telling.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/check.h"
#include "core/changes.h"

static void clear_items(struct tellings *tellings)
{
    for (size_t i = 0; i < tellings->count; i++) change_clear(&tellings->items[i].change);
    free(tellings->items);
    tellings->items = NULL;
    tellings->count = tellings->capacity = 0;
}

void tellings_told(struct tellings *tellings)
{
    clear_items(tellings);
    if (tellings->touched_count == tellings->touched_capacity) return;
    tellings->touched =
        reallocate(tellings->touched, tellings->touched_count * sizeof *tellings->touched);
    tellings->touched_capacity = tellings->touched_count;
}

void tellings_clear(struct tellings *tellings)
{
    clear_items(tellings);
    free(tellings->touched);
    *tellings = (struct tellings){0};
}

bool telling_admits(const struct telling *telling, const struct viewer *viewer)
{
    return scope_admits(telling->to, viewer) &&
           !(telling->excepts && scope_admits(telling->except, viewer));
}

static struct telling *add(struct tellings *tellings, const struct change *change, struct scope to)
{
    tellings->items =
        array_room(tellings->items, tellings->count, &tellings->capacity, sizeof *tellings->items);
    struct telling *telling = &tellings->items[tellings->count++];
    *telling = (struct telling){.change = change_copy(change), .to = to};
    return telling;
}

static void tell_put(struct tellings *tellings, const struct record *record, struct scope to)
{
    struct change put = {.operation = CHANGE_PUT,
                         .type = record->type,
                         .id = record->id,
                         .body = record->body};
    add(tellings, &put, to);
}

static struct telling *tell_drop(struct tellings *tellings, const struct change *change,
                                 struct scope to)
{
    struct change drop = {.operation = CHANGE_DROP, .type = change->type, .id = change->id};
    return add(tellings, &drop, to);
}

static void touch(struct tellings *tellings, const struct change *change, struct scope before)
{
    uint64_t fields = change->operation == CHANGE_DROP ? ALL_FIELDS : change_fields(change);
    tellings->touched = array_room(tellings->touched, tellings->touched_count,
                                   &tellings->touched_capacity, sizeof *tellings->touched);
    tellings->touched[tellings->touched_count++] =
        (struct touch){change->type, change->id, fields, before};
}

static void tell(struct tellings *tellings, const struct change *change, const struct scope *before,
                 const struct record *after)
{
    bool was = before && before->kind != SCOPE_SEALED;
    struct scope now = {SCOPE_SEALED, 0};
    if (after) now = scope_of(after->type, &after->body);
    if (was && scope_equal(*before, now)) {
        add(tellings, change, now);
        return;
    }
    bool is = now.kind != SCOPE_SEALED;
    if (was) {
        struct telling *drop = tell_drop(tellings, change, *before);
        drop->excepts = is;
        drop->except = now;
    }
    if (is) tell_put(tellings, after, now);
}

void tellings_add(struct tellings *tellings, const struct change *change,
                  const struct scope *before, const struct record *after)
{
    touch(tellings, change, before ? *before : (struct scope){SCOPE_SEALED, 0});
    tell(tellings, change, before, after);
}
