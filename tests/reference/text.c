/* Changes of one text upon one another. */
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "core/methods/text_change.h"
#include "core/methods/text_transform.h"
#include "reference/changes.h"

/* Makes *text what the change makes of it; false, noted, when it does not fit. */
static bool advance(struct trial *trial, struct bytes **text, const struct bytes *change)
{
    struct bytes *after;
    bool fits = text_change_apply(change, *text, &after);
    if (!fits) expect_words(trial, "a change", "to fit", "one that does not");
    if (!fits) return false;
    bytes_drop(*text);
    *text = after;
    return true;
}

/* ---- two changes of one text ---- */

struct pair {
    struct bytes *doc, *first, *second, *second_rebased, *first_rebased, *composed;
};

static void pair_clear(struct pair *pair)
{
    struct bytes *all[] = {pair->doc,           pair->first,   pair->second, pair->second_rebased,
                           pair->first_rebased, pair->composed};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) bytes_drop(all[i]);
}

static bool pair_read(struct pair *pair, const struct json *one)
{
    *pair = (struct pair){.doc = read_text(one, "doc")};
    return read_change(json_member(one, "first"), &pair->first) &&
           read_change(json_member(one, "second"), &pair->second) &&
           text_change_fits(pair->first, pair->doc) && text_change_fits(pair->second, pair->doc) &&
           text_change_map(pair->second, pair->first, TEXT_AFTER, &pair->second_rebased) &&
           text_change_map(pair->first, pair->second, TEXT_BEFORE, &pair->first_rebased) &&
           text_change_compose(pair->first, pair->second_rebased, &pair->composed);
}

/* first then the other from here; name: what is expected of the text after the first of them. */
static void follow(struct trial *trial, const struct json *one, const struct bytes *first,
                   const struct bytes *then, const char *name)
{
    const struct json *expected = json_member(one, "expected");
    struct bytes *text = read_text(one, "doc");
    if (advance(trial, &text, first) && name) compare_text(trial, expected, name, text);
    if (!then || advance(trial, &text, then)) compare_text(trial, expected, "doc", text);
    bytes_drop(text);
}

static void check_taken_back(struct trial *trial, const struct json *one, const struct pair *pair)
{
    struct bytes *text = read_text(one, "doc"),
                 *inverse = text_change_invert(pair->composed, pair->doc);
    if (advance(trial, &text, pair->composed) && advance(trial, &text, inverse))
        expect_words(trial, "taken back", bytes_text(pair->doc), bytes_text(text));
    bytes_drop(text);
    bytes_drop(inverse);
}

static void try_pair(struct trial *trial, const struct json *one)
{
    const struct json *expected = json_member(one, "expected");
    struct pair pair;
    if (pair_read(&pair, one)) {
        compare_change(trial, expected, "second_rebased", pair.second_rebased);
        compare_change(trial, expected, "first_for_second_client", pair.first_rebased);
        compare_change(trial, expected, "composed", pair.composed);
        follow(trial, one, pair.first, pair.second_rebased, "doc_after_first");
        follow(trial, one, pair.second, pair.first_rebased, NULL);
        follow(trial, one, pair.composed, NULL, NULL);
        check_taken_back(trial, one, &pair);
    } else expect_words(trial, "the pair", "two changes of the text", "something else");
    pair_clear(&pair);
}

/* ---- several accepted, several local ---- */

enum { MOST_CHANGES = 64 };

/* What is accepted and not one's own, as one change, mapped over what is one's own so far. */
struct chain {
    struct bytes *text; /* with all that was accepted */
    struct bytes *remote;
    struct bytes *mapped[MOST_CHANGES];
    size_t count, answered; /* locals mapped, and locals that were accepted already */
    const char *own;        /* whose the accepted locals are, NULL until known */
};

static void set(struct bytes **place, struct bytes *value)
{
    bytes_drop(*place);
    *place = value;
}

static struct bytes *idle_of(const struct bytes *text)
{
    struct text_draft draft = {0};
    text_draft_keep(&draft, text_units(bytes_text(text), bytes_length(text)));
    return text_draft_finish(&draft);
}

/* Moves the local over the remote, and the remote over the local. */
static bool cross(struct chain *chain, const struct json *local, struct bytes **mapped)
{
    struct bytes *change = NULL, *remote = NULL;
    bool fits = read_change(local, &change) &&
                text_change_map(change, chain->remote, TEXT_AFTER, mapped) &&
                text_change_map(chain->remote, change, TEXT_BEFORE, &remote);
    if (fits) set(&chain->remote, remote);
    bytes_drop(change);
    return fits;
}

/* Whether an accepted change is the next local one, as it was mapped: one's own, told again. */
static bool is_own(const struct chain *chain, const struct json *local, const struct json *accepted,
                   const struct bytes *change)
{
    struct bytes *own = NULL, *mapped = NULL;
    const char *client = json_text(json_member(accepted, "client"));
    if (!*client || chain->answered >= local->count) return false;
    if (chain->own && strcmp(chain->own, client) != 0) return false;
    bool same = read_change(&local->items[chain->answered], &own) &&
                text_change_map(own, chain->remote, TEXT_AFTER, &mapped) &&
                bytes_equal(mapped, change);
    bytes_drop(own);
    bytes_drop(mapped);
    return same;
}

static bool take_accepted(struct trial *trial, struct chain *chain, const struct json *local,
                          const struct json *accepted)
{
    const struct json *said =
        accepted->kind == JSON_OBJECT ? json_member(accepted, "changes") : accepted;
    struct bytes *change = NULL, *next = NULL;
    bool fits = read_change(said, &change) && advance(trial, &chain->text, change);
    if (fits && is_own(chain, local, accepted, change)) {
        chain->own = json_text(json_member(accepted, "client"));
        fits = cross(chain, &local->items[chain->answered++], &next);
        bytes_drop(next);
    } else if (fits) {
        fits = text_change_compose(chain->remote, change, &next);
        if (fits) set(&chain->remote, next);
    }
    bytes_drop(change);
    return fits;
}

static bool run_chain(struct trial *trial, struct chain *chain, const struct json *one)
{
    const struct json *accepted = json_member(one, "accepted"), *local = json_member(one, "local");
    for (size_t i = 0; i < accepted->count; i++)
        if (!take_accepted(trial, chain, local, &accepted->items[i])) return false;
    compare_text(trial, json_member(one, "expected"), "doc_after_accepted", chain->text);
    for (size_t i = chain->answered; i < local->count && i < MOST_CHANGES; i++, chain->count++)
        if (!cross(chain, &local->items[i], &chain->mapped[chain->count]) ||
            !advance(trial, &chain->text, chain->mapped[chain->count]))
            return false;
    return true;
}

static void try_chain(struct trial *trial, const struct json *one)
{
    const struct json *expected = json_member(one, "expected");
    struct chain chain = {.text = read_text(one, "doc")};
    struct buffer came = {0}, again = {0};
    chain.remote = idle_of(chain.text);
    if (run_chain(trial, &chain, one)) {
        write_changes(&came, chain.mapped, chain.count);
        write_changes(&again, chain.mapped, chain.count);
        compare(trial, expected, "local_rebased", &came);
        compare(trial, expected, "still_to_apply", &again);
        compare_change(trial, expected, "remote_for_local_client", chain.remote);
        compare_text(trial, expected, "doc", chain.text);
    } else expect_words(trial, "the chain", "changes that fit", "one that does not");
    for (size_t i = 0; i < MOST_CHANGES; i++) bytes_drop(chain.mapped[i]);
    bytes_drop(chain.remote);
    bytes_drop(chain.text);
}

/* ---- the file ---- */

static void try_cases(const struct json *cases, struct tally *tally)
{
    for (size_t i = 0; i < cases->count; i++) {
        const struct json *one = &cases->items[i];
        const char *kind = json_text(json_member(one, "kind"));
        struct trial trial;
        trial_begin(&trial, tally);
        if (strcmp(kind, "pair") == 0) try_pair(&trial, one);
        else if (strcmp(kind, "chain") == 0 || strcmp(kind, "resend") == 0) try_chain(&trial, one);
        else expect_words(&trial, "kind", "pair, chain or resend", kind);
        trial_end(&trial, json_text(json_member(one, "id")));
    }
}

static void try_refused(const struct json *cases, struct tally *tally)
{
    for (size_t i = 0; i < cases->count; i++) {
        const struct json *one = &cases->items[i];
        struct trial trial;
        struct bytes *change, *doc = read_text(one, "doc");
        trial_begin(&trial, tally);
        bool taken = read_change(json_member(one, "changes"), &change);
        if (taken && text_change_fits(change, doc))
            expect_words(&trial, "changes", "to be refused", "taken");
        if (taken) bytes_drop(change);
        bytes_drop(doc);
        trial_end(&trial, json_text(json_member(one, "why")));
    }
}

bool is_text(const struct json *file)
{
    return json_has(file, "must_be_refused");
}

void try_text(const struct json *file, struct tally *tally)
{
    try_cases(json_member(file, "vectors"), tally);
    try_refused(json_member(file, "must_be_refused"), tally);
    try_cases(json_member(file, "random"), tally);
}
