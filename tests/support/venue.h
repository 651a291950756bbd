/* Where a workshop is held in a test of live: one or two servers over one store, a workshop
 * founded there, and visitors who connect, say commands in the words of support/notation.h, and
 * keep what they hear.
 *
 *   struct visitor *paul = venue_join(venue, 0, ROLE_PARTICIPANT, "paul");
 *   venue_do(paul, "edit_board board=wall locked=yes");
 *   assert_refused(paul, REFUSAL_NOT_ALLOWED);
 *
 * The notation knows wall (the board), lea (a free line of the roll), workshop, animator_link,
 * participant_link and screen_link, and whoever joined by their name. */
#ifndef ARCHIPEL_TESTS_VENUE_H
#define ARCHIPEL_TESTS_VENUE_H

#include "support/fake_peer.h"
#include "support/fake_server.h"
#include "support/notation.h"

enum { WORKSHOP = 77, VISITORS_MOST = 128, SERVERS_MOST = 2, SOON = 100 /* ms */ };

struct visitor {
    struct venue *venue;
    struct fake_peer *peer;
    struct secret key;
    uint64_t client;
    int64_t counter; /* of the last command said */
    uint64_t mark;   /* of the position it says hello with */
};

struct venue {
    struct world *world;
    struct fake_store *store;
    struct service_settings settings;
    struct fake_server *servers[SERVERS_MOST];
    struct notation notation;
    struct visitor visitors[VISITORS_MOST];
    size_t visitor_count;
};

/* So many servers, and the workshop founded on the first. */
struct venue *venue_new(size_t servers);
struct venue *venue_new_with(size_t servers, const struct service_settings *settings);
/* Servers without any workshop. */
struct venue *venue_empty(size_t servers, const struct service_settings *settings);
/* Cuts everybody, drains the servers. */
void venue_free(struct venue *venue);
/* Cuts nobody: the visitors of that server must be cut before. */
void venue_crash(struct venue *venue, size_t server);
void venue_start(struct venue *venue, size_t server);

/* For cmocka: a venue of one server, and of two. */
int venue_setup(void **state);
int venue_setup_two(void **state);
int venue_teardown(void **state);

/* Connects and says nothing. */
struct visitor *venue_connect(struct venue *venue, size_t server);
void visitor_hello(struct visitor *visitor, uint64_t workshop, const struct secret *key,
                   int64_t epoch, int64_t seq);
/* Comes with the first link of a role, and waits. */
struct visitor *venue_visit(struct venue *venue, size_t server, enum role role);
/* Comes and joins under this name, with a key of the same letters, and waits. */
struct visitor *venue_join(struct venue *venue, size_t server, enum role role, const char *name);
/* Comes back with their own key from a position, and waits; the same client. It has the mark that
 * it was told, or else the one that the server gives. */
struct visitor *venue_return(struct visitor *before, size_t server, int64_t epoch, int64_t seq);
struct secret venue_key(const char *word);

/* Says a command; says it and waits for what comes. */
void venue_say(struct visitor *visitor, const char *command);
void venue_do(struct visitor *visitor, const char *command);
/* The last command once more, with the same counter. */
void venue_say_again(struct visitor *visitor, int64_t counter, const char *command);
/* A card on the wall, and waits: audience is "everyone" or "animators" or "person holder=paul". */
void venue_card(struct visitor *visitor, const char *name, const char *text, const char *audience);
void venue_wait(struct venue *venue, int64_t ms);

/* The workshop as a server has it, and as the store has it. */
struct live_workshop *venue_workshop(const struct venue *venue, size_t server);
struct fake_shelf *venue_shelf(const struct venue *venue);
/* Both servers are at the same position, with the same state. */
void assert_servers_equal(const struct venue *venue);

/* The last command was answered done, once; returns its seq. */
int64_t assert_done(struct visitor *visitor);
void assert_refused(struct visitor *visitor, enum refusal refusal);
/* It was not answered. */
void assert_unanswered(struct visitor *visitor);
void assert_closed(const struct visitor *visitor, enum close_code code);
void assert_open(const struct visitor *visitor);
void assert_saw(const struct visitor *visitor, const char *text);
void assert_never_saw(const struct visitor *visitor, const char *text);

/* The position a visitor has come to by what it was told: of its last changes or snapshot. */
int64_t visitor_seq(const struct visitor *visitor);
/* The mark that it was told with a number, the last time; 0 when it was not. */
uint64_t visitor_mark(const struct visitor *visitor, int64_t seq);
/* The epoch of its last welcome. */
int64_t visitor_epoch(const struct visitor *visitor);
/* The last welcome. */
const struct message_welcome *visitor_welcome(const struct visitor *visitor);
size_t visitor_count(const struct visitor *visitor, enum message_type type);

#endif
