/* The vectors were computed with Python's hashlib, which is not what we use. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/digest.h"

/* blake2b(bytes(range(32)) + b"fiche", digest_size=32) */
static void a_chain_goes_on_with_blake2b(void **state)
{
    (void)state;
    static const uint8_t expected[] = {0x2e, 0xae, 0xc0, 0x30, 0x7a, 0x3b, 0x53, 0x64,
                                       0xd8, 0xc5, 0x85, 0x5d, 0x24, 0x1a, 0x63, 0x7c,
                                       0x13, 0x48, 0x31, 0x51, 0x88, 0xf2, 0xad, 0x68,
                                       0x00, 0xab, 0xcf, 0x03, 0xe3, 0x0a, 0xdd, 0x93};
    struct digest before, none = {{0}};
    for (size_t at = 0; at < DIGEST_BYTES; at++) before.bytes[at] = (uint8_t)at;
    struct digest after = digest_after(&before, "fiche", 5);
    assert_memory_equal(after.bytes, expected, DIGEST_BYTES);
    after = digest_after(&none, NULL, 0);
    assert_false(digest_equal(&after, &none));
}

/* blake2b(b"fiche", key=bytes(range(32)), digest_size=32) */
static void a_key_makes_another_digest(void **state)
{
    (void)state;
    static const uint8_t expected[] = {0xee, 0x04, 0xc2, 0x7e, 0x4c, 0x98, 0x90, 0x7d,
                                       0x19, 0x79, 0xf3, 0x4e, 0x2f, 0x56, 0xe1, 0x7f,
                                       0x03, 0x4e, 0x77, 0x4e, 0xcb, 0xdd, 0xea, 0x52,
                                       0x5e, 0x82, 0x9b, 0xde, 0x1b, 0x6f, 0x79, 0xd3};
    struct secret key;
    for (size_t at = 0; at < SECRET_BYTES; at++) key.bytes[at] = (uint8_t)at;
    struct digest digest = digest_keyed(&key, "fiche", 5);
    assert_memory_equal(digest.bytes, expected, DIGEST_BYTES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chain_goes_on_with_blake2b),
        cmocka_unit_test(a_key_makes_another_digest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
