#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "net/reply.h"

static const char *head_of(struct buffer *out, const struct reply *reply,
                           const struct reply_site *site)
{
    buffer_clear(out);
    reply_add_head(out, reply, site);
    buffer_add(out, "", 1);
    return (const char *)out->data;
}

static void a_head_begins_with_its_status_and_ends_with_an_empty_line(void **state)
{
    (void)state;
    struct buffer out = {0};
    const char *head = head_of(&out, &(struct reply){.status = 404}, &(struct reply_site){0});
    assert_true(strncmp(head, "HTTP/1.1 404 Not Found\r\n", 24) == 0);
    assert_string_equal(head + strlen(head) - 4, "\r\n\r\n");
    assert_ptr_equal(strstr(head, "\r\n\r\n"), head + strlen(head) - 4);
    buffer_clear(&out);
}

static void the_policy_names_the_host_only_when_it_is_known(void **state)
{
    (void)state;
    struct buffer out = {0};
    const struct reply reply = {.status = 200};
    const char *head = head_of(&out, &reply, &(struct reply_site){.host = "a.fr:1"});
    assert_non_null(strstr(head, "connect-src 'self' ws://a.fr:1 wss://a.fr:1;"));
    head = head_of(&out, &reply, &(struct reply_site){0});
    assert_non_null(strstr(head, "connect-src 'self';"));
    buffer_clear(&out);
}

static void transport_security_is_promised_with_tls_only(void **state)
{
    (void)state;
    struct buffer out = {0};
    const struct reply reply = {.status = 200};
    assert_null(strstr(head_of(&out, &reply, &(struct reply_site){0}), "strict-transport"));
    assert_non_null(
        strstr(head_of(&out, &reply, &(struct reply_site){.tls = true}), "strict-transport"));
    buffer_clear(&out);
}

static void an_answer_is_not_kept_unless_it_says_so(void **state)
{
    (void)state;
    struct buffer out = {0};
    const struct reply_site site = {0};
    assert_non_null(strstr(head_of(&out, &(struct reply){.status = 200}, &site),
                           "cache-control: no-store\r\n"));
    assert_non_null(strstr(head_of(&out, &(struct reply){.status = 200, .cache = "x"}, &site),
                           "cache-control: x\r\n"));
    buffer_clear(&out);
}

static void what_is_not_modified_has_no_length(void **state)
{
    (void)state;
    struct buffer out = {0};
    const char *head =
        head_of(&out, &(struct reply){.status = 304, .etag = "\"e\""}, &(struct reply_site){0});
    assert_null(strstr(head, "content-length"));
    assert_non_null(strstr(head, "etag: \"e\"\r\nvary: accept-encoding\r\n"));
    buffer_clear(&out);
}

static void the_last_answer_says_that_the_connection_closes(void **state)
{
    (void)state;
    struct buffer out = {0};
    const struct reply_site site = {0};
    assert_null(strstr(head_of(&out, &(struct reply){.status = 405}, &site), "connection:"));
    assert_non_null(strstr(head_of(&out, &(struct reply){.status = 405, .ends = true}, &site),
                           "connection: close\r\n"));
    buffer_clear(&out);
}

static void a_script_says_that_it_is_one_and_no_more(void **state)
{
    (void)state;
    struct buffer out = {0};
    const struct reply reply = {
        .status = 200,
        .type = "text/javascript; charset=utf-8",
        .encoding = "br",
        .etag = "\"0123456789abcdef\"",
        .cache = "public, max-age=31536000, immutable",
        .length = 123456,
        .part = true,
    };
    const struct reply_site site = {.host = "atelier.example.org", .tls = true};
    const char *head = head_of(&out, &reply, &site);
    assert_non_null(strstr(head, "x-content-type-options: nosniff\r\n"));
    assert_null(strstr(head, "content-security-policy"));
    assert_null(strstr(head, "strict-transport-security"));
    assert_null(strstr(head, "permissions-policy"));
    assert_true(strlen(head) < 300);
    buffer_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_begins_with_its_status_and_ends_with_an_empty_line),
        cmocka_unit_test(the_policy_names_the_host_only_when_it_is_known),
        cmocka_unit_test(transport_security_is_promised_with_tls_only),
        cmocka_unit_test(an_answer_is_not_kept_unless_it_says_so),
        cmocka_unit_test(what_is_not_modified_has_no_length),
        cmocka_unit_test(the_last_answer_says_that_the_connection_closes),
        cmocka_unit_test(a_script_says_that_it_is_one_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
