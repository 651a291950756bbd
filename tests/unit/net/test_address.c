#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "net/address.h"

static void parses(const char *text, const char *host, const char *port)
{
    struct address address;
    assert_true(address_parse(&address, text));
    assert_string_equal(address.host, host);
    assert_string_equal(address.port, port);
    assert_false(address.local);
}

static void an_address_is_a_host_and_a_port(void **state)
{
    (void)state;
    parses("127.0.0.1:8080", "127.0.0.1", "8080");
    parses("localhost:0", "localhost", "0");
    parses("[::1]:443", "::1", "443");
    parses("[::]:65535", "::", "65535");
    parses(":80", "", "80");
}

static void an_address_may_be_a_path(void **state)
{
    (void)state;
    struct address address;
    assert_true(address_parse(&address, "unix:/run/archipel/http"));
    assert_true(address.local);
    assert_string_equal(address.host, "/run/archipel/http");
}

static void an_address_is_nothing_else(void **state)
{
    (void)state;
    static const char *const odd[] = {"",       "8080",    "a:",    "a:65536", "a:-1",    "::1:80",
                                      "a:b:80", "[::1:80", "unix:", "a:80x",   "a:123456"};
    struct address address;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        assert_false(address_parse(&address, odd[i]));
    char path[200] = "unix:/";
    memset(path + 6, 'x', sizeof path - 7);
    path[sizeof path - 1] = '\0';
    assert_false(address_parse(&address, path));
}

static void port_0_becomes_a_real_one(void **state)
{
    (void)state;
    struct address address;
    char problem[256] = "", text[ADDRESS_TEXT_BYTES];
    assert_true(address_parse(&address, "127.0.0.1:0"));
    int bound = address_bind(&address, 0600, problem, sizeof problem);
    assert_true(bound >= 0);
    address_of_socket(bound, text);
    assert_true(strncmp(text, "127.0.0.1:", 10) == 0);
    assert_string_not_equal(text, "127.0.0.1:0");
    close(bound);
}

/* "every interface" is that of IPv4 and that of IPv6. */
static void without_a_host_both_families_are_taken(void **state)
{
    (void)state;
    struct address address;
    char problem[256] = "", text[ADDRESS_TEXT_BYTES];
    int only_ipv6 = 1;
    socklen_t length = sizeof only_ipv6;
    assert_true(address_parse(&address, ":0"));
    int bound = address_bind(&address, 0600, problem, sizeof problem);
    assert_true(bound >= 0);
    address_of_socket(bound, text);
    assert_true(strncmp(text, "[::]:", 5) == 0);
    assert_int_equal(getsockopt(bound, IPPROTO_IPV6, IPV6_V6ONLY, &only_ipv6, &length), 0);
    assert_int_equal(only_ipv6, 0);
    close(bound);
}

static void an_address_that_is_not_ours_is_told_in_words(void **state)
{
    (void)state;
    struct address address;
    char problem[256] = "";
    assert_true(address_parse(&address, "192.0.2.1:80"));
    assert_int_equal(address_bind(&address, 0600, problem, sizeof problem), -1);
    assert_non_null(strstr(problem, "192.0.2.1"));
    assert_non_null(strstr(problem, "port 80"));
}

static void in_fresh_directory(char *path, size_t bytes, char *directory)
{
    strcpy(directory, "/tmp/archipel-address-XXXXXX");
    assert_non_null(mkdtemp(directory));
    snprintf(path, bytes, "unix:%s/socket", directory);
}

static void a_path_is_bound_with_its_mode_and_only_once(void **state)
{
    (void)state;
    char directory[64], text[128], problem[256] = "";
    in_fresh_directory(text, sizeof text, directory);
    struct address address;
    assert_true(address_parse(&address, text));
    int bound = address_bind(&address, 0600, problem, sizeof problem);
    assert_true(bound >= 0);
    struct stat file;
    assert_int_equal(stat(address.host, &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    assert_int_equal(listen(bound, 1), 0);
    assert_int_equal(address_bind(&address, 0600, problem, sizeof problem), -1);
    assert_non_null(strstr(problem, address.host));
    close(bound);
    int again = address_bind(&address, 0600, problem, sizeof problem); /* stale by now */
    assert_true(again >= 0);
    close(again);
    unlink(address.host);
    rmdir(directory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_is_a_host_and_a_port),
        cmocka_unit_test(an_address_may_be_a_path),
        cmocka_unit_test(an_address_is_nothing_else),
        cmocka_unit_test(port_0_becomes_a_real_one),
        cmocka_unit_test(without_a_host_both_families_are_taken),
        cmocka_unit_test(an_address_that_is_not_ours_is_told_in_words),
        cmocka_unit_test(a_path_is_bound_with_its_mode_and_only_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
