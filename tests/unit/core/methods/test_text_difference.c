#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "core/methods/text_change.h"
#include "core/methods/text_difference.h"
#include "support/chance.h"
#include "support/parts.h"

static struct bytes *check_leads(const struct bytes *from, const struct bytes *to)
{
    struct bytes *change = text_difference(from, to), *after;
    assert_true(text_change_apply(change, from, &after));
    assert_true(bytes_equal(after, to));
    bytes_drop(after);
    return change;
}

static void assert_difference(const char *from, const char *to, const char *expected)
{
    struct bytes *before = bytes_from(from), *after = bytes_from(to);
    struct bytes *change = check_leads(before, after);
    struct buffer line = {0};
    parts_write(&line, change);
    buffer_add(&line, "", 1);
    assert_string_equal((char *)line.data, expected);
    buffer_clear(&line);
    bytes_drop(before);
    bytes_drop(after);
    bytes_drop(change);
}

static void nothing_is_changed(void **state)
{
    (void)state;
    assert_difference("", "", "");
    assert_difference("un deux", "un deux", "7");
    assert_difference("", "un", "+un");
    assert_difference("un\n", "", "-3");
}

static void words_are_replaced_whole(void **state)
{
    (void)state;
    assert_difference("On finira à midi.", "On finira à treize heures.", "12|-4+treize heures|1");
    assert_difference("à treize heures", "à quinze heures", "2|-7+quinze |6");
    assert_difference("un atelier.", "un grand atelier.", "3|+grand |8");
    assert_difference("créer un atelier", "monter quelque chose", "-16+monter quelque chose");
    assert_difference("le chat dort", "un chien dort", "-8+un chien |4");
}

static void letters_of_one_word_are_corrected(void **state)
{
    (void)state;
    assert_difference("un evenement", "un événement", "3|-1+é|1|-1+é|6");
    assert_difference("ate", "atelier", "3|+lier");
    assert_difference("fin", "fin de phrase", "3|+ de phrase");
    assert_difference("les étés", "les été", "7|-1");
    assert_difference("a😀b", "a😁b", "1|-2+😁|1");
}

static void lines_hold_the_rest_in_place(void **state)
{
    (void)state;
    assert_difference("un\ndeux\ntrois\n", "un\ntrois\n", "3|-5|6");
    assert_difference("un\ndeux\ntrois", "zéro\nun\ndeux\nquatre", "+zéro\n|8|-5+quatre");
    assert_difference("- a\n- b\n", "- a\n- c\n- b\n", "4|+- c\n|4");
}

/* Letters beyond ASCII are letters; what is no letter stands alone, with its blanks. */
static void words_are_found_in_any_text(void **state)
{
    (void)state;
    assert_difference("« élu·e », où ?", "« élus », où ?", "5|-2+s|8");
    assert_difference("日本語", "日本人", "2|-1+人");
    assert_difference("a 😀 b", "a 😁 b", "2|-3+😁 |1");
}

static struct bytes *some_text(struct chance *chance, uint64_t most)
{
    static const char *const words[] = {"un ",  "deux", " ", "\n", "é",  "evenement ",
                                        "été ", "😀",    ".", "a",  "b ", "événements "};
    struct buffer text = {0};
    for (uint64_t count = chance_below(chance, most + 1); count; count--)
        buffer_add_text(&text, words[chance_below(chance, sizeof words / sizeof *words)]);
    struct bytes *bytes = bytes_new(text.data, text.length);
    buffer_clear(&text);
    return bytes;
}

static void check_many(struct chance *chance)
{
    for (int i = 0; i < 1000; i++) {
        struct bytes *from = some_text(chance, 20), *to = some_text(chance, 20);
        bytes_drop(check_leads(from, to));
        bytes_drop(from);
        bytes_drop(to);
    }
}

static void the_difference_leads_from_one_to_the_other(void **state)
{
    (void)state;
    chance_each(4, check_many);
}

/* Texts that have nothing in common, and texts that have everything in another order: what is not
 * found within the steps is replaced whole. */
static void long_texts_are_compared_in_bounded_time(void **state)
{
    (void)state;
    struct chance chance = {7};
    struct buffer one = {0}, other = {0};
    for (int i = 0; i < 40000; i++) {
        buffer_add_format(&one, "%c%s", (int)('a' + chance_below(&chance, 26)), i % 3 ? "" : "\n");
        buffer_add_format(&other, "%c%s", (int)('a' + chance_below(&chance, 26)),
                          i % 3 ? "" : "\n");
    }
    struct bytes *from = bytes_new(one.data, one.length), *to = bytes_new(other.data, other.length);
    bytes_drop(check_leads(from, to));
    buffer_clear(&one);
    buffer_clear(&other);
    bytes_drop(from);
    bytes_drop(to);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_changed),
        cmocka_unit_test(words_are_replaced_whole),
        cmocka_unit_test(letters_of_one_word_are_corrected),
        cmocka_unit_test(lines_hold_the_rest_in_place),
        cmocka_unit_test(words_are_found_in_any_text),
        cmocka_unit_test(the_difference_leads_from_one_to_the_other),
        cmocka_unit_test(long_texts_are_compared_in_bounded_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
