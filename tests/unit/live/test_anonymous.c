/* C34, whatever is done: two people could each have written an unsigned card. A story is lived twice, once
 * by each of them, and whoever looks on must hear the same bytes both times. Only marks may differ: they
 * are keyed, and nobody can read anything in them (P1). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "support/venue.h"
#include "wire/encode.h"

/* A line each: "author: COMMAND", "anna: COMMAND", or "author points: CARD X Y" for a hint. */
static const char *const *const stories[] = {
    (const char *const[]){"author: drop_card card=shy", "author: restore_card card=shy",
                          "author: drop_card card=shy", "anna: restore_card card=shy", NULL},
    (const char *const[]){"author points: shy 10 10", "author points: 0 10 10",
                          "author: edit_card card=shy x=300 y=300", "author points: 0 310 310",
                          "author: edit_card card=shy title=Autre color=leaf width=300",
                          "author: edit_text card=shy base='' text='Un mot'", NULL},
    (const char *const[]){"author: edit_card card=shy audience=person holder=author",
                          "author: add_link link=bond board=wall from=shy to=hers",
                          "author: edit_card card=shy audience=everyone",
                          "author: edit_link link=bond label=sert", "author: drop_link link=bond",
                          NULL},
    (const char *const[]){"author: add_territory territory=here name=Ici longitude=1 latitude=1",
                          "author: edit_card card=shy territory=here tags=mot",
                          "author: edit_card card=shy pinned=yes longitude=1 latitude=2", NULL},
    (const char *const[]){"anna: veil_board board=wall",
                          "author: add_card card=late board=wall title=Voile color=sun x=900 y=900 "
                          "width=200 height=100 audience=everyone anonymous=yes",
                          "author points: late 900 900", "author points: 0 910 910",
                          "author: edit_card card=late title=Mieux x=1200",
                          "anna: reveal_board board=wall", "author points: 0 1210 910", NULL},
    (const char *const[]){
        "anna: edit_board board=wall controlled=yes",
        "author: add_card card=late board=wall title=Attend color=sun x=900 y=900 "
        "width=200 height=100 audience=everyone anonymous=yes",
        "author points: late 900 900", "author: edit_card card=late x=1200",
        "anna: return_card remark=note card=late text=Mot", "author: drop_card card=late",
        "author: restore_card card=late", "anna: edit_card card=late unplaced=no", NULL},
    (const char *const[]){"anna: merge_cards kept=hers gone=shy", "anna: restore_card card=shy",
                          "author: drop_card card=shy", "anna: drop_board board=other", NULL},
    (const char *const[]){"author: add_territory territory=here name=Ici longitude=1 latitude=1",
                          "author: edit_card card=shy territory=here",
                          "author: add_link link=bond board=wall from=shy to=hers",
                          "anna: drop_added person=paul since=0",
                          "anna: edit_card card=shy territory=0",
                          "anna: drop_added person=paul since=0",
                          "anna: drop_added person=pia since=0", "anna: drop_added since=0", NULL},
    (const char *const[]){"anna: add_priority priority=vote board=wall title=Choix points=3 "
                          "by_delegation=no",
                          "author: allot allotment=dots priority=vote card=shy points=2",
                          "author: allot allotment=dots priority=vote card=shy points=0", NULL},
};

enum { HEARERS = 4 };

struct telling_of {
    struct buffer heard[HEARERS]; /* by the other one, an onlooker, anna, the screen */
};

static void point_at(struct visitor *author, const char *words)
{
    char card[20], *end;
    const char *blank = strchr(words, ' ');
    memcpy(card, words, (size_t)(blank - words));
    card[blank - words] = '\0';
    struct message message = {.type = MESSAGE_HINT};
    struct notation *notation = &author->venue->notation;
    message.body.hint.board = notation_id(notation, "wall");
    message.body.hint.card = strcmp(card, "0") == 0 ? 0 : notation_id(notation, card);
    message.body.hint.x = strtoll(blank, &end, 10);
    message.body.hint.y = strtoll(end, NULL, 10);
    fake_peer_send(author->peer, &message);
    venue_wait(author->venue, 10 * SOON);
}

/* The command with the author's own name in the place of the word. */
static void say_as(struct visitor *who, const char *command, const char *name)
{
    char line[300];
    const char *found = strstr(command, "holder=author");
    if (!found) {
        venue_do(who, command);
    } else {
        size_t before = (size_t)(found - command) + strlen("holder=");
        memcpy(line, command, before);
        strcpy(line + before, name);
        strcat(line, found + strlen("holder=author"));
        venue_do(who, line);
    }
    assert_done(who);
}

/* What changes from message to message and from one person's doing to another's, and says nothing. */
static void blank_mark(struct message *message)
{
    if (message->type == MESSAGE_CHANGES) message->body.changes.mark = 0;
    if (message->type == MESSAGE_SNAPSHOT) message->body.snapshot.mark = 0;
    if (message->type == MESSAGE_WELCOME) message->body.welcome.mark = 0;
}

static void hear(struct buffer *heard, const struct fake_peer *peer, size_t from)
{
    for (size_t i = from; i < peer->message_count; i++) {
        struct message message = peer->messages[i];
        bool own = message.type == MESSAGE_DONE || message.type == MESSAGE_REFUSED;
        blank_mark(&message);
        if (!own) encode_message(heard, &message);
    }
}

/* Whoever comes later is given it all at once. */
static void hear_newcomer(struct buffer *heard, struct venue *venue)
{
    hear(heard, venue_visit(venue, 0, ROLE_ANIMATOR)->peer, 0);
}

static struct telling_of live(const char *const *story, const char *name, const char *other)
{
    struct venue *venue = venue_new(1);
    struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
    struct visitor *pia = venue_join(venue, 0, ROLE_PARTICIPANT, "pia");
    struct visitor *olga = venue_join(venue, 0, ROLE_PARTICIPANT, "olga");
    struct visitor *anna = venue_join(venue, 0, ROLE_ANIMATOR, "anna");
    struct visitor *screen = venue_visit(venue, 0, ROLE_SCREEN);
    struct visitor *author = strcmp(name, "paul") == 0 ? paul : pia;
    venue_do(anna, "add_board board=other title=Autre");
    venue_card(olga, "hers", "Signée", "everyone");
    venue_card(author, "shy", "Pas signée", "everyone anonymous=yes");
    venue_wait(venue, 30 * SOON);
    struct visitor *hearers[HEARERS] = {strcmp(other, "pia") == 0 ? pia : paul, olga, anna, screen};
    size_t from[HEARERS];
    for (size_t i = 0; i < HEARERS; i++) from[i] = hearers[i]->peer->message_count;
    for (const char *const *line = story; *line; line++) {
        const char *said = strstr(*line, ": ") + 2;
        if (strncmp(*line, "author points", 13) == 0) point_at(author, said);
        else say_as(strncmp(*line, "anna", 4) == 0 ? anna : author, said, name);
    }
    struct telling_of told = {0};
    for (size_t i = 0; i < HEARERS; i++) hear(&told.heard[i], hearers[i]->peer, from[i]);
    hear_newcomer(&told.heard[2], venue);
    venue_free(venue);
    return told;
}

static void C34_whoever_of_two_wrote_it_everybody_hears_the_same(void **unused)
{
    static const char *const hearer[HEARERS] = {"the other one", "an onlooker", "an animator",
                                                "the screen"};
    (void)unused;
    for (size_t story = 0; story < sizeof stories / sizeof *stories; story++) {
        struct telling_of one = live(stories[story], "paul", "pia");
        struct telling_of two = live(stories[story], "pia", "paul");
        for (size_t i = 0; i < HEARERS; i++) {
            bool same = one.heard[i].length == two.heard[i].length &&
                        memcmp(one.heard[i].data, two.heard[i].data, one.heard[i].length) == 0;
            if (!same) fail_msg("story %zu tells %s who wrote it", story, hearer[i]);
            buffer_clear(&one.heard[i]);
            buffer_clear(&two.heard[i]);
        }
    }
}

/* Lest the comparison be one of nothing: a signed card's story tells who. */
static void what_is_signed_is_told_with_its_author(void **unused)
{
    static const char *const signed_story[] = {"author: drop_card card=hers", NULL};
    (void)unused;
    struct telling_of one = live(signed_story, "paul", "pia");
    struct telling_of two = live(signed_story, "pia", "paul");
    assert_memory_equal(one.heard[1].data, two.heard[1].data, one.heard[1].length);
    assert_true(one.heard[2].length != two.heard[2].length ||
                memcmp(one.heard[2].data, two.heard[2].data, one.heard[2].length) != 0);
    for (size_t i = 0; i < HEARERS; i++) {
        buffer_clear(&one.heard[i]);
        buffer_clear(&two.heard[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(C34_whoever_of_two_wrote_it_everybody_hears_the_same),
        cmocka_unit_test(what_is_signed_is_told_with_its_author),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
