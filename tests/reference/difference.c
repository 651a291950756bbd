/* What leads from one text to another, and what joins two that were written from one. */
#include "base/check.h"
#include "core/methods/text_change.h"
#include "core/methods/text_difference.h"
#include "core/text_merge.h"
#include "reference/changes.h"

static void try_one_difference(struct trial *trial, const struct json *one)
{
    struct bytes *from = read_text(one, "from"), *to = read_text(one, "to");
    struct bytes *change = text_difference(from, to), *after;
    compare_change(trial, one, "expected", change);
    CHECK(text_change_apply(change, from, &after));
    compare_text(trial, one, "to", after);
    bytes_drop(from);
    bytes_drop(to);
    bytes_drop(change);
    bytes_drop(after);
}

static void try_one_merge(struct trial *trial, const struct json *one)
{
    const struct json *expected = json_member(one, "expected");
    struct bytes *base = read_text(one, "base"), *now = read_text(one, "now");
    struct bytes *wanted = read_text(one, "wanted"), *change = text_merge(base, now, wanted);
    struct bytes *after;
    compare_change(trial, expected, "change", change);
    CHECK(text_change_apply(change, now, &after));
    compare_text(trial, expected, "text", after);
    bytes_drop(base);
    bytes_drop(now);
    bytes_drop(wanted);
    bytes_drop(change);
    bytes_drop(after);
}

static void try_each(const struct json *cases, struct tally *tally,
                     void try_one(struct trial *, const struct json *))
{
    for (size_t i = 0; i < cases->count; i++) {
        struct trial trial;
        trial_begin(&trial, tally);
        try_one(&trial, &cases->items[i]);
        trial_end(&trial, json_text(json_member(&cases->items[i], "id")));
    }
}

bool is_difference(const struct json *file)
{
    return json_has(file, "differences") && json_has(file, "merges");
}

void try_difference(const struct json *file, struct tally *tally)
{
    try_each(json_member(file, "differences"), tally, try_one_difference);
    try_each(json_member(file, "merges"), tally, try_one_merge);
}
