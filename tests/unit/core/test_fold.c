#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/fold.h"

static void assert_folds(const char *text, const char *expected)
{
    char folded[64];
    fold(text, folded, sizeof folded);
    assert_string_equal(folded, expected);
}

static void case_and_accents_fall_away(void **state)
{
    (void)state;
    assert_folds("Élu", "elu");
    assert_folds("ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸ", "aaaceeeeiioouuuy");
    assert_folds("àâäçèéêëîïôöùûüÿñ", "aaaceeeeiioouuuyn");
    assert_folds("Cœur Œuvre Ædes ß", "coeuroeuvreaedesss");
    assert_folds("Maël Nguyễn, Łódź, Øresund", "maelnguyenlodzoresund");
}

static void punctuation_falls_away(void **state)
{
    (void)state;
    assert_folds("Élu·e", "elue");
    assert_folds("elu.e", "elue");
    assert_folds("Élu(e)s", "elues");
    assert_folds("Acteur·ice socio-économique", "acteuricesocioeconomique");
    assert_folds("« État n° 2 » – l’été €", "etatn2lete");
    assert_folds("", "");
    assert_folds("日本語 ×÷", "");
}

/* What keyboards and word processors write otherwise. */
static void forms_of_letters_and_digits_are_one(void **state)
{
    (void)state;
    assert_folds("L’Hôte D'Haene", "lhotedhaene");
    assert_folds("ﬁn oﬃce", "finoffice");
    assert_folds("１０\xC2\xA0０００", "10000");
    assert_folds("inter\xC2\xAD"
                 "communal‑e",
                 "intercommunale");
    assert_folds("x\xE2\x80", "x");
    assert_folds("x\xC5", "x");
}

/* As some systems write an é: the letter, then the accent. */
static void accents_of_their_own_fall_away(void **state)
{
    (void)state;
    assert_folds("E\xCC\x81lu", "elu");
}

static void the_buffer_is_never_passed(void **state)
{
    (void)state;
    char folded[5] = "####";
    fold("abcdefgh", folded, 4);
    assert_string_equal(folded, "abc");
    assert_int_equal(folded[4], '\0');
    fold("é", folded, 1);
    assert_string_equal(folded, "");
}

static void texts_that_fold_alike_are_equal(void **state)
{
    (void)state;
    assert_true(fold_equal("Élu·e", "ELU.E"));
    assert_true(fold_equal("État territorial", "etat-territorial"));
    assert_true(fold_equal("Œuvre", "oeuvre"));
    assert_false(fold_equal("Élu", "Élue"));
    assert_false(fold_equal("agent", "agents"));
}

static void beyond_120_letters_nothing_is_compared(void **state)
{
    (void)state;
    char one[200], other[200];
    memset(one, 'a', sizeof one);
    memset(other, 'a', sizeof other);
    one[150] = other[160] = '\0';
    assert_true(fold_equal(one, other));
    other[119] = 'b';
    assert_false(fold_equal(one, other));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_and_accents_fall_away),
        cmocka_unit_test(punctuation_falls_away),
        cmocka_unit_test(forms_of_letters_and_digits_are_one),
        cmocka_unit_test(accents_of_their_own_fall_away),
        cmocka_unit_test(the_buffer_is_never_passed),
        cmocka_unit_test(texts_that_fold_alike_are_equal),
        cmocka_unit_test(beyond_120_letters_nothing_is_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
