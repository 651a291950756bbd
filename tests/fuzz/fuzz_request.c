/* Any bytes as the headers of a request, one after the other with a zero between. What passes as a
 * host cannot add a header or a source to the policy, and an upgrade passes with ours only. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/check.h"
#include "fuzz/fuzz.h"
#include "net/address.h"
#include "net/reply.h"
#include "net/request.h"

#define ETAG "\"0123456789abcdef-0\""

static size_t lines(const struct buffer *text)
{
    size_t count = 0;
    for (size_t i = 0; i < text->length; i++) count += text->data[i] == '\n';
    return count;
}

static void check_host(const char *host)
{
    if (!request_host_is_plain(host)) return;
    CHECK(!strpbrk(host, " \t\r\n;,'\"*/@") && strlen(host) < REQUEST_HOST_BYTES);
    struct buffer with = {0}, without = {0};
    const struct reply reply = {.status = 200};
    reply_add_head(&with, &reply, &(struct reply_site){.host = host});
    reply_add_head(&without, &reply, &(struct reply_site){0});
    CHECK(lines(&with) == lines(&without));
    CHECK(with.length == without.length + strlen(" ws:// wss://") + 2 * strlen(host));
    buffer_clear(&with);
    buffer_clear(&without);
}

static void check_lists(const char *text)
{
    if (request_accepts(text, "gzip")) CHECK(strcasestr(text, "gzip"));
    if (request_list_has(text, "upgrade")) CHECK(strcasestr(text, "upgrade"));
    if (request_etag_matches(text, ETAG)) CHECK(strstr(text, ETAG) || strchr(text, '*'));
    if (request_key_is_valid(text)) CHECK(strlen(text) == 24);
    if (request_origin_is_plain(text)) CHECK(!strpbrk(text, " ,;#?"));
}

static void check_address(const char *text)
{
    struct address address;
    if (!address_parse(&address, text)) return;
    CHECK(strlen(address.host) < sizeof address.host);
    CHECK(address.local || strtoul(address.port, NULL, 10) <= 65535);
}

static void check_upgrade(const char *host, const char *origin, const char *protocols)
{
    struct upgrade upgrade = {
        .complete = true,
        .path = "/ws",
        .http = "HTTP/1.1",
        .connection = "Upgrade",
        .version = "13",
        .key = "dGhlIHNhbXBsZSBub25jZQ==",
    };
    snprintf(upgrade.host, sizeof upgrade.host, "%s", host);
    snprintf(upgrade.origin, sizeof upgrade.origin, "%s", origin);
    snprintf(upgrade.protocols, sizeof upgrade.protocols, "%s", protocols);
    if (request_judge_upgrade(&upgrade, NULL) != 0) return;
    CHECK(request_host_is_plain(upgrade.host) && strcasestr(upgrade.protocols, "archipel.v1"));
    size_t name = strcspn(upgrade.host, *upgrade.host == '[' ? "]" : ":");
    if (*upgrade.origin) CHECK(!strncasecmp(strstr(upgrade.origin, "//") + 2, upgrade.host, name));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    struct buffer text = {0};
    buffer_add(&text, data, length);
    buffer_add(&text, "\0\0", 3); /* three texts at least, the last one closed */
    const char *host = (const char *)text.data;
    const char *origin = host + strlen(host) + 1;
    const char *protocols = origin + strlen(origin) + 1;
    check_host(host);
    check_lists(host);
    check_address(host);
    check_upgrade(host, origin, protocols);
    buffer_clear(&text);
    return 0;
}
