/* The first vectors are those of RFC 3720 B.4 and of the catalogue of CRCs; the others were
 * computed bit by bit in Python. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "journal/checksum.h"

static void known_bytes_have_known_checksums(void **state)
{
    (void)state;
    uint8_t bytes[32] = {0};
    assert_int_equal(checksum_add(0, "123456789", 9), 0xe3069283);
    assert_int_equal(checksum_add(0, bytes, 32), 0x8a9136aa);
    memset(bytes, 0xff, 32);
    assert_int_equal(checksum_add(0, bytes, 32), 0x62a8ab43);
    assert_int_equal(checksum_add(0, bytes, 0), 0);
}

static void parts_add_up(void **state)
{
    (void)state;
    assert_int_equal(checksum_add(checksum_add(0, "1234", 4), "56789", 5), 0xe3069283);
}

static void the_place_is_covered(void **state)
{
    (void)state;
    struct journal_bytes bytes = {"fiche", 5}, none = {NULL, 0};
    struct journal_position place = {.epoch = 2, .seq = 3}, start = {0}, other;
    for (size_t at = 0; at < DIGEST_BYTES; at++) place.head.bytes[at] = (uint8_t)at;
    assert_int_equal(checksum_of(77, &place, bytes), 0x2c6c7da1);
    assert_int_equal(checksum_of(77, &start, none), 0xe5b996f0);
    assert_int_not_equal(checksum_of(78, &place, bytes), 0x2c6c7da1);
    other = place;
    other.epoch++;
    assert_int_not_equal(checksum_of(77, &other, bytes), 0x2c6c7da1);
    other = place;
    other.seq++;
    assert_int_not_equal(checksum_of(77, &other, bytes), 0x2c6c7da1);
    other = place;
    other.head.bytes[31]++;
    assert_int_not_equal(checksum_of(77, &other, bytes), 0x2c6c7da1);
}

static void format_1_covers_workshop_and_number(void **state)
{
    (void)state;
    struct journal_bytes bytes = {"fiche", 5}, none = {NULL, 0};
    assert_int_equal(checksum_of_format_1(77, 3, bytes), 0x7311efce);
    assert_int_equal(checksum_of_format_1(77, 3, none), 0x1260b67f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_bytes_have_known_checksums),
        cmocka_unit_test(parts_add_up),
        cmocka_unit_test(the_place_is_covered),
        cmocka_unit_test(format_1_covers_workshop_and_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
