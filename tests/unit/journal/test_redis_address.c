#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "journal/redis_address.h"

static struct redis_address read_good(const char *text)
{
    struct redis_address address;
    char problem[200] = "";
    if (!redis_address_read(&address, text, problem, sizeof problem))
        fail_msg("%s: %s", text, problem);
    return address;
}

static void a_host_alone_gets_the_usual_port(void **state)
{
    (void)state;
    struct redis_address address = read_good("redis://redis.example.org");
    assert_string_equal(address.host, "redis.example.org");
    assert_int_equal(address.port, 6379);
    assert_int_equal(address.database, 0);
    assert_null(address.password);
    assert_null(address.socket);
    redis_address_clear(&address);
    assert_null(address.host);
}

static void every_part_is_read(void **state)
{
    (void)state;
    struct redis_address address = read_good("redis://archi:p%40l:/%25@10.0.0.1:7000/12");
    assert_string_equal(address.user, "archi");
    assert_string_equal(address.password, "p@l:/%");
    assert_string_equal(address.host, "10.0.0.1");
    assert_int_equal(address.port, 7000);
    assert_int_equal(address.database, 12);
    redis_address_clear(&address);
}

static void a_password_needs_no_user(void **state)
{
    (void)state;
    struct redis_address address = read_good("redis://:secret@localhost/");
    assert_null(address.user);
    assert_string_equal(address.password, "secret");
    assert_int_equal(address.database, 0);
    redis_address_clear(&address);
}

static void numbers_of_ipv6_stand_in_brackets(void **state)
{
    (void)state;
    struct redis_address address = read_good("redis://[::1]:6380/1");
    assert_string_equal(address.host, "::1");
    assert_int_equal(address.port, 6380);
    redis_address_clear(&address);
    address = read_good("redis://[fe80::2]");
    assert_string_equal(address.host, "fe80::2");
    assert_int_equal(address.port, 6379);
    redis_address_clear(&address);
}

static void a_socket_has_a_path(void **state)
{
    (void)state;
    struct redis_address address = read_good("redis+unix:///run/redis/redis.sock?database=4");
    assert_string_equal(address.socket, "/run/redis/redis.sock");
    assert_null(address.host);
    assert_int_equal(address.database, 4);
    redis_address_clear(&address);
}

static void what_is_shown_holds_no_secret(void **state)
{
    (void)state;
    struct redis_address address = read_good("redis://user:secret@host:7000");
    assert_string_equal(address.shown, "host port 7000");
    redis_address_clear(&address);
}

static void other_texts_are_refused_in_a_sentence_that_repeats_nothing(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "secret",
        "http://secret",
        "rediss://secret",
        "redis:/secret",
        "redis://",
        "redis://:6379",
        "redis://secret@host",
        "redis://:@host",
        "redis://:secret%4@host",
        "redis://:secret%zz@host",
        "redis://:secret%00@host",
        "redis://host:",
        "redis://host:0",
        "redis://host:65536",
        "redis://host:+1",
        "redis://host:1x",
        "redis://host/x",
        "redis://host/-1",
        "redis://host/99999999999999999999",
        "redis://host/1/2",
        "redis://[::1",
        "redis://[::1]x",
        "redis://[]",
        "redis+unix://",
        "redis+unix://secret",
        "redis+unix:///s?x=1",
        "redis+unix:///s?database=x",
    };
    for (size_t at = 0; at < sizeof wrong / sizeof *wrong; at++) {
        struct redis_address address;
        char problem[200] = "";
        if (redis_address_read(&address, wrong[at], problem, sizeof problem))
            fail_msg("%s was read", wrong[at]);
        assert_true(strlen(problem) > 20);
        assert_null(strstr(problem, "secret"));
        redis_address_clear(&address);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_host_alone_gets_the_usual_port),
        cmocka_unit_test(every_part_is_read),
        cmocka_unit_test(a_password_needs_no_user),
        cmocka_unit_test(numbers_of_ipv6_stand_in_brackets),
        cmocka_unit_test(a_socket_has_a_path),
        cmocka_unit_test(what_is_shown_holds_no_secret),
        cmocka_unit_test(other_texts_are_refused_in_a_sentence_that_repeats_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
