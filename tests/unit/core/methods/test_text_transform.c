/* The worked cases stand in tests/reference; here is what holds for all of them, by chance. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/methods/text_transform.h"
#include "support/chance.h"
#include "support/parts.h"

static struct bytes *read_or_null(const char *line)
{
    return line ? parts_read(line) : NULL;
}

static void assert_answer(bool fits, const struct bytes *came, const char *expected)
{
    struct bytes *wanted = read_or_null(expected);
    assert_int_equal(fits, expected != NULL);
    assert_true(bytes_equal(came, wanted));
    bytes_drop(wanted);
}

/* NULL: they do not fit. */
static void assert_composed(const char *first, const char *second, const char *expected)
{
    struct bytes *one = parts_read(first), *other = parts_read(second), *both;
    bool fits = text_change_compose(one, other, &both);
    assert_answer(fits, both, expected);
    bytes_drop(one);
    bytes_drop(other);
    bytes_drop(both);
}

static void assert_mapped(const char *change, const char *over, enum text_side side,
                          const char *expected)
{
    struct bytes *one = parts_read(change), *other = parts_read(over), *mapped;
    bool fits = text_change_map(one, other, side, &mapped);
    assert_answer(fits, mapped, expected);
    bytes_drop(one);
    bytes_drop(other);
    bytes_drop(mapped);
}

static void two_changes_become_one(void **state)
{
    (void)state;
    assert_composed("+ab|3", "1|-1|3", "+a|3");
    assert_composed("1|-1+xyz|1", "2|+!|3", "1|-1+x!yz|1");
    assert_composed("1|-1+xy|1", "-4", "-3");
    assert_composed("3", "3|+a", "3|+a");
    assert_composed("", "+a", "+a");
    assert_composed("+a", "-1", "");
    assert_composed("1|+ab|1", "2|+x|2", "1|+axb|1");
}

static void what_does_not_follow_is_not_composed(void **state)
{
    (void)state;
    assert_composed("3", "4", NULL);
    assert_composed("-3", "1", NULL);
    assert_composed("+😀", "1|+x|1", NULL);
    assert_composed("+😀", "-1|1", NULL);
}

static void the_first_stands_first(void **state)
{
    (void)state;
    assert_mapped("2|+Y|2", "2|+X|2", TEXT_AFTER, "3|+Y|2");
    assert_mapped("2|+Y|2", "2|+X|2", TEXT_BEFORE, "2|+Y|3");
    assert_mapped("2|-3+cow|2", "2|-3+dog|2", TEXT_AFTER, "5|+cow|2");
    assert_mapped("2|-3|2", "3|+X|4", TEXT_AFTER, "2|-1|1|-2|2");
    assert_mapped("3|+X|4", "2|-3|2", TEXT_AFTER, "2|+X|2");
    assert_mapped("2|-3|2", "1|-5|1", TEXT_AFTER, "2");
    assert_mapped("3", "4", TEXT_AFTER, NULL);
}

/* ---- by chance ---- */

static const char *const words[] = {"a", "é", "…", "😀", "\n", "mot ", "𝄞x", "bc"};

static struct bytes *some_text(struct chance *chance, uint64_t most)
{
    struct buffer text = {0};
    for (uint64_t count = chance_below(chance, most + 1); count; count--)
        buffer_add_text(&text, words[chance_below(chance, sizeof words / sizeof *words)]);
    struct bytes *bytes = bytes_new(text.data, text.length);
    buffer_clear(&text);
    return bytes;
}

/* How many units the next few characters take. */
static uint32_t some_length(struct chance *chance, const struct bytes *text, size_t *at)
{
    size_t begin = *at;
    for (uint64_t count = 1 + chance_below(chance, 4); count && *at < bytes_length(text); count--)
        do ++*at;
        while ((bytes_text(text)[*at] & 0xC0) == 0x80);
    return text_units(bytes_text(text) + begin, *at - begin);
}

static struct bytes *some_change(struct chance *chance, const struct bytes *text)
{
    struct text_draft draft = {0};
    size_t at = 0;
    while (at < bytes_length(text) || chance_one_in(chance, 3)) {
        struct bytes *put = chance_one_in(chance, 2) ? some_text(chance, 2) : NULL;
        uint32_t length = chance_one_in(chance, 3) ? 0 : some_length(chance, text, &at);
        if (chance_one_in(chance, 2)) text_draft_keep(&draft, length);
        else text_draft_replace(&draft, length, bytes_text(put), bytes_length(put));
        bytes_drop(put);
    }
    return text_draft_finish(&draft);
}

static struct bytes *made(const struct bytes *text, const struct bytes *change)
{
    struct bytes *after;
    assert_true(text_change_apply(change, text, &after));
    return after;
}

static void drop_all(struct bytes *const *all, size_t count)
{
    for (size_t i = 0; i < count; i++) bytes_drop(all[i]);
}

/* Both orders give one text, and so does the composition, and all of it can be taken back. */
static void check_pair(struct chance *chance)
{
    struct bytes *text = some_text(chance, 8), *first = some_change(chance, text),
                 *second = some_change(chance, text), *then, *other, *both;
    assert_true(text_change_map(second, first, TEXT_AFTER, &then));
    assert_true(text_change_map(first, second, TEXT_BEFORE, &other));
    assert_true(text_change_compose(first, then, &both));
    struct bytes *left = made(text, first), *right = made(text, second);
    struct bytes *one = made(left, then), *same = made(right, other), *whole = made(text, both);
    assert_true(bytes_equal(one, same) && bytes_equal(one, whole));
    struct bytes *inverse = text_change_invert(both, text), *again = made(one, inverse);
    assert_true(bytes_equal(again, text));
    drop_all((struct bytes *[]){text, first, second, then, other, both, left, right, one, same,
                                whole, inverse, again},
             13);
}

/* Mapping over two is mapping over both as one; composing may be bracketed as one likes. */
static void check_three(struct chance *chance)
{
    struct bytes *text = some_text(chance, 6), *one = some_change(chance, text);
    struct bytes *after = made(text, one), *two = some_change(chance, after);
    struct bytes *end = made(after, two), *three = some_change(chance, end);
    struct bytes *early, *late, *left, *right;
    assert_true(text_change_compose(one, two, &early));
    assert_true(text_change_compose(two, three, &late));
    assert_true(text_change_compose(early, three, &left));
    assert_true(text_change_compose(one, late, &right));
    struct bytes *by_left = made(text, left), *by_right = made(text, right);
    assert_true(bytes_equal(by_left, by_right));
    drop_all((struct bytes *[]){text, one, after, two, end, three, early, late, left, right,
                                by_left, by_right},
             12);
}

static void check_many(struct chance *chance)
{
    for (int i = 0; i < 2000; i++) {
        check_pair(chance);
        check_three(chance);
    }
}

static void whoever_comes_first_the_text_is_one(void **state)
{
    (void)state;
    chance_each(4, check_many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_changes_become_one),
        cmocka_unit_test(what_does_not_follow_is_not_composed),
        cmocka_unit_test(the_first_stands_first),
        cmocka_unit_test(whoever_comes_first_the_text_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
