#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "net/request.h"

static void a_host_is_a_name_or_an_address_with_or_without_a_port(void **state)
{
    (void)state;
    static const char *const plain[] = {"a",           "atelier.fr", "atelier.fr:8080", "127.0.0.1",
                                        "127.0.0.1:1", "[::1]",      "[::1]:65535",     "a-b.c_d"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_true(request_host_is_plain(plain[i]));
}

static void a_host_is_nothing_else(void **state)
{
    (void)state;
    static const char *const odd[] = {"",     ":80",      "a b", "a;b",    "a,b",    "a'b",  "a/b",
                                      "[::1", "[]",       "[g]", "a:",     "a:x",    "a:1x", "-a",
                                      ".a",   "a:123456", "é",   "a\r\nb", "[::1]x", "a%"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        assert_false(request_host_is_plain(odd[i]));
    char longest[REQUEST_HOST_BYTES + 1];
    memset(longest, 'a', sizeof longest);
    longest[REQUEST_HOST_BYTES - 1] = '\0';
    assert_true(request_host_is_plain(longest));
    longest[REQUEST_HOST_BYTES - 1] = 'a';
    longest[REQUEST_HOST_BYTES] = '\0';
    assert_false(request_host_is_plain(longest));
}

static void an_origin_is_ours_when_its_host_is_the_host(void **state)
{
    (void)state;
    assert_true(request_origin_is_ours("http://a.fr", "a.fr", NULL));
    assert_true(request_origin_is_ours("https://a.fr", "a.fr", NULL));
    assert_true(request_origin_is_ours("https://A.fr", "a.FR", NULL));
    assert_true(request_origin_is_ours("https://a.fr", "a.fr:443", NULL));
    assert_true(request_origin_is_ours("http://a.fr:80", "a.fr", NULL));
    assert_true(request_origin_is_ours("http://[::1]:8080", "[::1]:8080", NULL));
    assert_false(request_origin_is_ours("http://a.fr:8080", "a.fr", NULL));
    assert_false(request_origin_is_ours("https://a.fr", "a.fr:80", NULL));
    assert_false(request_origin_is_ours("https://a.fr.evil", "a.fr", NULL));
    assert_false(request_origin_is_ours("https://evil", "a.fr", NULL));
    assert_false(request_origin_is_ours("null", "null", NULL));
    assert_false(request_origin_is_ours("a.fr", "a.fr", NULL));
    assert_false(request_origin_is_ours("", "", NULL));
}

static void an_origin_on_the_list_is_ours_and_only_as_a_whole(void **state)
{
    (void)state;
    const char *const list[] = {"https://one.fr", "https://two.fr:8443", NULL};
    assert_true(request_origin_is_ours("https://two.fr:8443", "a.fr", list));
    assert_false(request_origin_is_ours("https://two.fr", "a.fr", list));
    assert_false(request_origin_is_ours("http://one.fr", "a.fr", list));
    assert_false(request_origin_is_ours("https://one.fr.evil", "a.fr", list));
}

static void an_origin_is_a_scheme_and_a_host(void **state)
{
    (void)state;
    assert_true(request_origin_is_plain("https://a.fr"));
    assert_true(request_origin_is_plain("http://127.0.0.1:8080"));
    assert_false(request_origin_is_plain("https://a.fr/"));
    assert_false(request_origin_is_plain("a.fr"));
    assert_false(request_origin_is_plain("wss://a.fr"));
    assert_false(request_origin_is_plain("https://"));
}

static void a_key_is_sixteen_bytes_in_base64(void **state)
{
    (void)state;
    assert_true(request_key_is_valid("dGhlIHNhbXBsZSBub25jZQ=="));
    assert_true(request_key_is_valid("+/AAAAAAAAAAAAAAAAAAAA=="));
    assert_false(request_key_is_valid(""));
    assert_false(request_key_is_valid("dGhlIHNhbXBsZSBub25jZQ="));
    assert_false(request_key_is_valid("dGhlIHNhbXBsZSBub25jZQAA"));
    assert_false(request_key_is_valid("dGhlIHNhbXBs SBub25jZQ=="));
    assert_false(request_key_is_valid("dGhlIHNhbXBsZSBub25jZQ==A"));
}

static void a_list_is_read_item_by_item(void **state)
{
    (void)state;
    assert_true(request_list_has("keep-alive, Upgrade", "upgrade"));
    assert_true(request_list_has("\t upgrade ,x", "upgrade"));
    assert_true(request_list_has(",,upgrade", "upgrade"));
    assert_false(request_list_has("upgraded", "upgrade"));
    assert_false(request_list_has("up", "upgrade"));
    assert_false(request_list_has("", "upgrade"));
    assert_false(request_list_has("a b upgrade", "upgrade"));
}

static void a_coding_is_accepted_by_its_whole_name_unless_its_weight_is_nothing(void **state)
{
    (void)state;
    assert_true(request_accepts("gzip, deflate, br", "br"));
    assert_true(request_accepts("br;q=0.5", "br"));
    assert_true(request_accepts("br ; Q=1", "br"));
    assert_false(request_accepts("br;q=0", "br"));
    assert_false(request_accepts("br; q=0.000", "br"));
    assert_false(request_accepts("brotli", "br"));
    assert_false(request_accepts("", "br"));
    assert_true(request_accepts("br;q", "br"));
}

static void an_entity_tag_matches_in_a_list_weak_or_by_a_star(void **state)
{
    (void)state;
    assert_true(request_etag_matches("\"a\"", "\"a\""));
    assert_true(request_etag_matches("\"b\", W/\"a\"", "\"a\""));
    assert_true(request_etag_matches("*", "\"a\""));
    assert_false(request_etag_matches("\"A\"", "\"a\""));
    assert_false(request_etag_matches("a", "\"a\""));
    assert_false(request_etag_matches("", "\"a\""));
    assert_false(request_etag_matches("W/", "\"a\""));
}

static struct upgrade good_upgrade(void)
{
    return (struct upgrade){
        .complete = true,
        .path = "/ws",
        .http = "HTTP/1.1",
        .connection = "Upgrade",
        .version = "13",
        .key = "dGhlIHNhbXBsZSBub25jZQ==",
        .protocols = "archipel.v1",
        .host = "a.fr",
        .origin = "https://a.fr",
    };
}

static void a_good_upgrade_passes_with_and_without_an_origin(void **state)
{
    (void)state;
    struct upgrade upgrade = good_upgrade();
    assert_int_equal(request_judge_upgrade(&upgrade, NULL), 0);
    upgrade.origin[0] = '\0';
    assert_int_equal(request_judge_upgrade(&upgrade, NULL), 0);
}

#define REFUSES(field, value, status) \
    do { \
        struct upgrade upgrade = good_upgrade(); \
        snprintf(upgrade.field, sizeof upgrade.field, "%s", value); \
        assert_int_equal(request_judge_upgrade(&upgrade, NULL), status); \
    } while (0)

static void whatever_is_wrong_in_an_upgrade_has_its_status(void **state)
{
    (void)state;
    REFUSES(path, "/", 404);
    REFUSES(http, "HTTP/1.0", 400);
    REFUSES(connection, "close", 400);
    REFUSES(version, "8", 426);
    REFUSES(key, "short", 400);
    REFUSES(protocols, "archipel.v2", 400);
    REFUSES(host, "", 400);
    REFUSES(origin, "https://evil", 403);
}

static void an_upgrade_with_a_body_or_a_header_cut_off_is_refused(void **state)
{
    (void)state;
    struct upgrade upgrade = good_upgrade();
    upgrade.has_body = true;
    assert_int_equal(request_judge_upgrade(&upgrade, NULL), 400);
    upgrade = good_upgrade();
    upgrade.complete = false;
    assert_int_equal(request_judge_upgrade(&upgrade, NULL), 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_host_is_a_name_or_an_address_with_or_without_a_port),
        cmocka_unit_test(a_host_is_nothing_else),
        cmocka_unit_test(an_origin_is_ours_when_its_host_is_the_host),
        cmocka_unit_test(an_origin_on_the_list_is_ours_and_only_as_a_whole),
        cmocka_unit_test(an_origin_is_a_scheme_and_a_host),
        cmocka_unit_test(a_key_is_sixteen_bytes_in_base64),
        cmocka_unit_test(a_list_is_read_item_by_item),
        cmocka_unit_test(a_coding_is_accepted_by_its_whole_name_unless_its_weight_is_nothing),
        cmocka_unit_test(an_entity_tag_matches_in_a_list_weak_or_by_a_star),
        cmocka_unit_test(a_good_upgrade_passes_with_and_without_an_origin),
        cmocka_unit_test(whatever_is_wrong_in_an_upgrade_has_its_status),
        cmocka_unit_test(an_upgrade_with_a_body_or_a_header_cut_off_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
