/* Each command is an errand: a conversation in the messages of the protocol, and one line to the
 * person for what came of it. The exit status says done, refused or misused. */
#include "cli/workshops.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "cli/keys.h"
#include "cli/sentence.h"
#include "cli/settings.h"
#include "cli/talk.h"
#include "core/changes.h"
#include "core/state.h"
#include "wire/decode.h"

enum { PROBLEM_BYTES = 512, DONE = 0, REFUSED = 1, MISUSED = 2 };

/* From here on browsers number links whose keys are random (web-client/src/sync/links.ts). */
enum { FIRST_RANDOM_NUMBER = 1000 };

/* One conversation of one command. */
struct errand {
    const struct settings *settings;
    struct talk *talk;
    struct secret organiser;
    char problem[PROBLEM_BYTES];
};

static int fail(const struct errand *errand, int status)
{
    fprintf(stderr, "archipel: %s\n", errand->problem);
    return status;
}

static bool hello(struct errand *errand, uint64_t workshop)
{
    struct message_welcome welcome;
    return talk_hello(errand->talk, workshop, &errand->organiser, &welcome, errand->problem,
                      sizeof errand->problem);
}

/* Waits for a message of this type, passing over what is told meanwhile; a refusal ends it. */
static bool wait_for(struct errand *errand, enum message_type type, struct message *message)
{
    for (;;) {
        if (!talk_receive(errand->talk, message, errand->problem, sizeof errand->problem))
            return false;
        if (message->type == type) return true;
        bool refused = message->type == MESSAGE_REFUSED;
        if (refused)
            sentence_refused(&message->body.refused, settings_language(), errand->problem,
                             sizeof errand->problem);
        message_clear(message);
        if (refused) return false;
    }
}

/* ---- what a workshop looks like ---- */

static void take(struct state *state, const struct changes *changes)
{
    for (size_t i = 0; i < changes->count; i++) state_apply(state, &changes->items[i], NULL);
}

/* The workshop's records as an organiser sees them, or NULL. */
static struct state *look_into(struct errand *errand, uint64_t workshop)
{
    if (!hello(errand, workshop)) return NULL;
    struct state *state = state_new();
    struct message message;
    for (bool last = false; !last;) {
        if (!wait_for(errand, MESSAGE_SNAPSHOT, &message)) {
            state_free(state);
            return NULL;
        }
        last = message.body.snapshot.last;
        take(state, &message.body.snapshot.changes);
        message_clear(&message);
    }
    return state;
}

static const char *role_name(enum role role)
{
    switch (role) {
    case ROLE_PARTICIPANT: return "participant";
    case ROLE_FACILITATOR: return "facilitator";
    case ROLE_ANIMATOR: return "animator";
    case ROLE_SCREEN: return "screen";
    case ROLE_ORGANISER: return "organiser";
    }
    return "?";
}

static void print_link(const struct errand *errand, uint64_t workshop, enum role role,
                       const struct secret *key, const struct secret *shown)
{
    char link[LINK_TEXT_BYTES];
    keys_link(errand->settings->public_url, workshop, key, shown, link);
    printf("%s\t%s\n", role_name(role), link);
    if (errand->settings->qr) keys_print_qr(link);
}

/* A link made elsewhere, from a key of its own, cannot be shown: whether a derived key is the
 * link's is found out by trying it. */
static bool derive_key(struct errand *errand, uint64_t workshop,
                       const struct invitation *invitation, struct secret *key)
{
    struct message_welcome welcome;
    *key =
        keys_of_link(&errand->organiser, workshop, invitation->role, (uint64_t)invitation->number);
    return talk_hello(errand->talk, workshop, key, &welcome, errand->problem,
                      sizeof errand->problem) &&
           welcome.role == invitation->role;
}

/* The participants' link in force with the highest number below this one, or NULL. */
static const struct invitation *participants_below(const struct state *state, int64_t below)
{
    const struct invitation *found = NULL;
    for (size_t i = 0; i < state_count(state, RECORD_INVITATION); i++) {
        const struct invitation *other = &state_at(state, RECORD_INVITATION, i)->body.invitation;
        if (other->role == ROLE_PARTICIPANT && !other->revoked_at && other->number < below &&
            (!found || other->number > found->number))
            found = other;
    }
    return found;
}

/* What a screen shows beside the board: the newest link by which participants come in. NULL when
 * none works, or none that can be shown. */
static const struct secret *find_shown(struct errand *errand, uint64_t workshop,
                                       const struct state *state, struct secret *key)
{
    const struct invitation *next = participants_below(state, INT64_MAX);
    while (next && !derive_key(errand, workshop, next, key))
        next = participants_below(state, next->number);
    return next ? key : NULL;
}

static void print_invitation(struct errand *errand, uint64_t workshop,
                             const struct invitation *invitation, const struct secret *shown)
{
    struct secret key;
    if (derive_key(errand, workshop, invitation, &key))
        print_link(errand, workshop, invitation->role, &key,
                   invitation->role == ROLE_SCREEN ? shown : NULL);
    else
        printf("%s\t(made in a browser; its address is known there)\n",
               role_name(invitation->role));
}

static void print_links(struct errand *errand, uint64_t workshop, const struct state *state)
{
    static const enum role order[] = {ROLE_ANIMATOR, ROLE_FACILITATOR, ROLE_PARTICIPANT,
                                      ROLE_SCREEN};
    struct secret participants;
    const struct secret *shown = find_shown(errand, workshop, state, &participants);
    for (size_t r = 0; r < sizeof order / sizeof *order; r++)
        for (size_t i = 0; i < state_count(state, RECORD_INVITATION); i++) {
            const struct invitation *invitation =
                &state_at(state, RECORD_INVITATION, i)->body.invitation;
            if (invitation->role == order[r] && !invitation->revoked_at)
                print_invitation(errand, workshop, invitation, shown);
        }
}

static void print_time(int64_t ms)
{
    char text[32] = "";
    time_t seconds = (time_t)(ms / 1000);
    struct tm local;
    if (localtime_r(&seconds, &local)) strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local);
    fputs(text, stdout);
}

/* ---- create ---- */

static bool read_file(struct errand *errand, const char *path, struct buffer *content)
{
    FILE *file = fopen(path, "re");
    if (!file) {
        snprintf(errand->problem, sizeof errand->problem, "--roll: \"%s\" cannot be read: %s", path,
                 strerror(errno));
        return false;
    }
    enum { PIECE = 65536 };
    for (size_t read = PIECE; read == PIECE;) {
        uint8_t *piece = buffer_grow(content, PIECE);
        read = fread(piece, 1, PIECE, file);
        content->length -= PIECE - read;
    }
    fclose(file);
    if (content->length + 1024 <= LIMIT_ORGANISER_MESSAGE_BYTES) return true;
    snprintf(errand->problem, sizeof errand->problem,
             "--roll: \"%s\" is larger than the %d bytes a roll may have", path,
             LIMIT_ORGANISER_MESSAGE_BYTES - 1024);
    return false;
}

static bool found(struct errand *errand, uint64_t workshop, const struct buffer *roll)
{
    const struct settings *settings = errand->settings;
    struct message message = {.type = MESSAGE_CREATE};
    struct message_create *create = &message.body.create;
    create->workshop = workshop;
    create->roll = bytes_new(roll->data, roll->length);
    create->command = (struct command){.type = COMMAND_CREATE_WORKSHOP,
                                       .present = FIELD_BIT(CREATE_WORKSHOP_TITLE) |
                                                  FIELD_BIT(CREATE_WORKSHOP_LANGUAGE) |
                                                  FIELD_BIT(CREATE_WORKSHOP_TEMPLATE)};
    create->command.body.create_workshop =
        (struct create_workshop){.title = bytes_from(settings->title),
                                 .language = strcmp(settings->language_name, "en") ? LANGUAGE_FR
                                                                                   : LANGUAGE_EN,
                                 .template = bytes_from(settings->template)};
    bool sent = talk_send(errand->talk, &message);
    message_clear(&message);
    if (!sent || !wait_for(errand, MESSAGE_CREATED, &message)) return false;
    message_clear(&message);
    return true;
}

/* The newest open workshop of this title, 0 for none. */
static bool find_by_title(struct errand *errand, uint64_t *workshop)
{
    struct message message = {.type = MESSAGE_LIST};
    *workshop = 0;
    if (!talk_send(errand->talk, &message) || !wait_for(errand, MESSAGE_LISTED, &message))
        return false;
    const struct summary_list *list = &message.body.listed.workshops;
    for (size_t i = list->count; i-- > 0;)
        if (!list->items[i].closed &&
            !strcmp(bytes_text(list->items[i].title), errand->settings->title))
            *workshop = list->items[i].workshop;
    message_clear(&message);
    return true;
}

static int show_links(struct errand *errand, uint64_t workshop)
{
    struct state *state = look_into(errand, workshop);
    if (!state) return fail(errand, REFUSED);
    print_links(errand, workshop, state);
    state_free(state);
    return DONE;
}

static int create(struct errand *errand)
{
    struct buffer roll = {0};
    uint64_t workshop = 0;
    if (!errand->settings->title || !*errand->settings->title) {
        snprintf(errand->problem, sizeof errand->problem, "%s",
                 "workshop create needs --title \"…\"");
        return fail(errand, MISUSED);
    }
    bool read = !errand->settings->roll || read_file(errand, errand->settings->roll, &roll);
    bool done = read && hello(errand, 0) &&
                (!errand->settings->if_none || find_by_title(errand, &workshop));
    if (done && !workshop) {
        workshop = secret_random_id();
        done = found(errand, workshop, &roll);
    }
    buffer_clear(&roll);
    if (!read) return fail(errand, MISUSED);
    return done ? show_links(errand, workshop) : fail(errand, REFUSED);
}

/* ---- list, show ---- */

static int list(struct errand *errand)
{
    struct message message = {.type = MESSAGE_LIST};
    if (!hello(errand, 0) || !talk_send(errand->talk, &message) ||
        !wait_for(errand, MESSAGE_LISTED, &message))
        return fail(errand, REFUSED);
    const struct summary_list *found_ones = &message.body.listed.workshops;
    for (size_t i = 0; i < found_ones->count; i++) {
        const struct summary *summary = &found_ones->items[i];
        char id[WORKSHOP_TEXT_BYTES];
        keys_workshop_text(summary->workshop, id);
        printf("%s\t%s\t", id, summary->closed ? "closed" : "open");
        print_time(summary->made_at);
        printf("\t%lld\t%lld\t%s\n", (long long)summary->people, (long long)summary->connected,
               bytes_text(summary->title));
    }
    message_clear(&message);
    return DONE;
}

static int show(struct errand *errand, uint64_t workshop)
{
    struct state *state = look_into(errand, workshop);
    const struct workshop *record = state ? state_workshop(state) : NULL;
    if (!record) {
        state_free(state);
        return fail(errand, REFUSED);
    }
    printf("title\t%s\nstate\t%s\nmade\t", bytes_text(record->title),
           record->closed ? "closed" : "open");
    print_time(record->made_at);
    printf("\ntemplate\t%s\npeople\t%zu\nboards\t%zu\ncards\t%zu\n", bytes_text(record->template),
           state_count(state, RECORD_PERSON), state_count(state, RECORD_BOARD),
           state_count(state, RECORD_CARD));
    print_links(errand, workshop, state);
    state_free(state);
    return DONE;
}

/* ---- commands to one workshop ---- */

static int send_command(struct errand *errand, const struct command *command)
{
    struct message message = {.type = MESSAGE_COMMAND};
    message.body.command =
        (struct message_command){.client = counters_client(UINT64_MAX, secret_random_id()),
                                 .counter = 1,
                                 .command = *command};
    if (!talk_send(errand->talk, &message) || !wait_for(errand, MESSAGE_DONE, &message))
        return fail(errand, REFUSED);
    message_clear(&message);
    return DONE;
}

static int set_closed(struct errand *errand, uint64_t workshop, bool closed)
{
    struct command command = {.type = COMMAND_EDIT_WORKSHOP,
                              .present = FIELD_BIT(EDIT_WORKSHOP_WORKSHOP) |
                                         FIELD_BIT(EDIT_WORKSHOP_CLOSED)};
    command.body.edit_workshop = (struct edit_workshop){.workshop = workshop, .closed = closed};
    return hello(errand, workshop) ? send_command(errand, &command) : fail(errand, REFUSED);
}

static int64_t next_number(const struct state *state, enum role role)
{
    int64_t next = 1;
    for (size_t i = 0; i < state_count(state, RECORD_INVITATION); i++) {
        const struct invitation *other = &state_at(state, RECORD_INVITATION, i)->body.invitation;
        bool derived = other->number < FIRST_RANDOM_NUMBER;
        if (other->role == role && derived && other->number >= next) next = other->number + 1;
    }
    return next;
}

static enum role role_of(const char *name)
{
    for (enum role role = ROLE_PARTICIPANT; role <= ROLE_SCREEN; role++)
        if (!strcmp(role_name(role), name)) return role;
    return ROLE_PARTICIPANT;
}

static int add_invitation(struct errand *errand, enum role role, int64_t number,
                          const struct secret *key)
{
    struct command command = {.type = COMMAND_ADD_INVITATION,
                              .present = FIELD_BIT(ADD_INVITATION_INVITATION) |
                                         FIELD_BIT(ADD_INVITATION_ROLE) |
                                         FIELD_BIT(ADD_INVITATION_NUMBER) |
                                         FIELD_BIT(ADD_INVITATION_KEY)};
    command.body.add_invitation =
        (struct add_invitation){.invitation = secret_random_id(),
                                .role = role,
                                .number = number,
                                .key = bytes_new(key->bytes, sizeof key->bytes)};
    int status = send_command(errand, &command);
    command_clear(&command);
    return status;
}

static int make_link(struct errand *errand, uint64_t workshop)
{
    const char *name = errand->settings->role ? errand->settings->role : "participant";
    enum role role = role_of(name);
    struct state *state = look_into(errand, workshop);
    if (!state) return fail(errand, REFUSED);
    int64_t number = next_number(state, role);
    struct secret participants;
    struct secret key = keys_of_link(&errand->organiser, workshop, role, (uint64_t)number);
    int status = add_invitation(errand, role, number, &key);
    if (status == DONE)
        print_link(errand, workshop, role, &key,
                   role == ROLE_SCREEN ? find_shown(errand, workshop, state, &participants) : NULL);
    state_free(state);
    return status;
}

static int with_workshop(struct errand *errand, const char *what)
{
    const struct settings *settings = errand->settings;
    uint64_t workshop;
    if (settings->word_count < 3 || !keys_workshop_id(settings->words[2], &workshop)) {
        snprintf(errand->problem, sizeof errand->problem,
                 "workshop %s needs the id of a workshop, as in its links and in workshop list",
                 what);
        return fail(errand, MISUSED);
    }
    if (!strcmp(what, "show")) return show(errand, workshop);
    if (!strcmp(what, "close")) return set_closed(errand, workshop, true);
    if (!strcmp(what, "reopen")) return set_closed(errand, workshop, false);
    return make_link(errand, workshop);
}

static int run(struct errand *errand, const char *what)
{
    if (!strcmp(what, "create")) return create(errand);
    if (!strcmp(what, "list")) return list(errand);
    return with_workshop(errand, what);
}

/* How many words a command takes with itself and "workshop"; 0 when there is no such command. */
static size_t words_of(const char *what)
{
    static const struct {
        const char *name;
        size_t words;
    } known[] = {{"create", 2}, {"list", 2}, {"show", 3}, {"close", 3}, {"reopen", 3}, {"link", 3}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(what, known[i].name)) return known[i].words;
    return 0;
}

int workshops(const struct settings *settings)
{
    struct errand errand = {.settings = settings};
    const char *what = settings->word_count > 1 ? settings->words[1] : "";
    size_t words = words_of(what);
    if (!words) {
        snprintf(errand.problem, sizeof errand.problem,
                 "workshop \"%s\": is not one of create, list, show, close, reopen, link", what);
        return fail(&errand, MISUSED);
    }
    if (settings->word_count > words) {
        snprintf(errand.problem, sizeof errand.problem,
                 "workshop %s: \"%s\" is one word too many; put a text with blanks in quotes", what,
                 settings->words[words]);
        return fail(&errand, MISUSED);
    }
    if (!keys_organiser(settings->organiser_key, &errand.organiser, errand.problem,
                        sizeof errand.problem))
        return fail(&errand, MISUSED);
    errand.talk = talk_new(settings, errand.problem, sizeof errand.problem);
    if (!errand.talk) return *errand.problem ? fail(&errand, REFUSED) : MISUSED;
    int status = run(&errand, what);
    talk_free(errand.talk);
    return status;
}
