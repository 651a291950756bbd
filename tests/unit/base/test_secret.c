/* The vectors were computed with Python's hashlib and base64, which is not what we use. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/secret.h"

static struct secret counting_key(void)
{
    struct secret key;
    for (size_t at = 0; at < SECRET_BYTES; at++) key.bytes[at] = (uint8_t)at;
    return key;
}

static void assert_text(const struct secret *secret, const char *expected)
{
    char text[SECRET_TEXT_BYTES];
    secret_to_text(secret, text);
    assert_string_equal(text, expected);
}

static void h5_a_digest_is_sha256_of_label_and_key(void **state)
{
    (void)state;
    struct secret key = counting_key(), digest = secret_digest(&key);
    assert_text(&digest, "KY2Qkpmcjrf3nvOsWRJ7MYkTb3hbKhgtgWTt-x-cImE");
}

static void h5_a_derived_key_depends_on_all_its_parts(void **state)
{
    (void)state;
    struct secret key = counting_key(), zero = {{0}};
    struct secret derived = secret_derive(&key, "invitation", UINT64_C(0x0123456789abcdef), 7);
    assert_text(&derived, "q72z1boJZQnus1AZA6QikR92yY_e_j5rY7o1vl6NfIg");
    derived = secret_derive(&zero, "", 0, 0);
    assert_text(&derived, "QAjde_kZWDNrFHJQn4xs5ohYMGm3MVkYFEnOI7oD1VA");
}

static void text_and_back(void **state)
{
    (void)state;
    struct secret key = counting_key(), again;
    assert_text(&key, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    assert_true(secret_from_text(&again, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"));
    assert_true(secret_equal(&key, &again));
    memset(key.bytes, 0xff, sizeof key.bytes);
    assert_text(&key, "__________________________________________8");
}

static void other_text_is_no_secret(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh",   /* 42 characters */
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8A", /* 44 */
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", /* padded */
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9",  /* bits past the end */
        "+/ECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",  /* the other alphabet */
        "AAECAwQFBgcICQoLDA0ODxA EhMUFRYXGBkaGxwdHh8",
    };
    struct secret secret;
    for (size_t at = 0; at < sizeof wrong / sizeof *wrong; at++)
        assert_false(secret_from_text(&secret, wrong[at]));
}

static void one_bit_makes_a_difference(void **state)
{
    (void)state;
    struct secret left = counting_key(), right = left;
    assert_true(secret_equal(&left, &right));
    right.bytes[SECRET_BYTES - 1] ^= 1;
    assert_false(secret_equal(&left, &right));
}

static void random_secrets_and_ids_are_fresh_and_in_range(void **state)
{
    (void)state;
    struct secret left = secret_random(), right = secret_random();
    assert_false(secret_equal(&left, &right));
    uint64_t seen = 0;
    for (int turn = 0; turn < 1000; turn++) {
        uint64_t id = secret_random_id();
        assert_in_range(id, 1, (UINT64_C(1) << 53) - 1);
        seen |= id;
    }
    assert_int_equal(seen, (UINT64_C(1) << 53) - 1); /* every bit is used */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(h5_a_digest_is_sha256_of_label_and_key),
        cmocka_unit_test(h5_a_derived_key_depends_on_all_its_parts),
        cmocka_unit_test(text_and_back),
        cmocka_unit_test(other_text_is_no_secret),
        cmocka_unit_test(one_bit_makes_a_difference),
        cmocka_unit_test(random_secrets_and_ids_are_fresh_and_in_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
