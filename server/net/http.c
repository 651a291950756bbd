/* An answer is one write of head and first bytes; what is left goes piece by piece whenever the
 * socket takes more. libwebsockets parses requests and keeps connections alive; it makes none of
 * the answers, but for its own refusals of requests that it cannot read.
 *
 * CVE-2025-11677 (libwebsockets before 4.3.7): on an upgrade it does not know, the library answers,
 * frees the headers, and then still asks us with a pointer into them, and reads it after. So
 * `in` is never touched there, and anything but "websocket" is hung up on. */
#include "net/http.h"

#include <libwebsockets.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/check.h"
#include "live/service.h"
#include "net/assets.h"
#include "net/metrics.h"
#include "net/reply.h"
#include "net/request.h"
#include "net/tls.h"

#define PATH_BYTES 256
#define LIST_HEADER_BYTES 512
#define FIRST_BYTES 16384u
#define PIECE_BYTES 65536u
/* Longest that one answer may take, seconds: a slow phone passes, a peer that never reads goes. */
#define ANSWER_SECONDS 120

#define CACHE_FOR_EVER "public, max-age=31536000, immutable"
#define CACHE_ASK_FIRST "no-cache"
#define TEXT_TYPE "text/plain; charset=utf-8"
#define METRICS_TYPE "text/plain; version=0.0.4; charset=utf-8"

extern const unsigned char page_not_found[];
extern const unsigned long page_not_found_bytes;

struct http {
    struct http_settings settings;
    const struct assets *assets;
    const struct service *service;
    bool draining;
    size_t sockets;
    uint64_t requests, upgrades;
    uint8_t piece[LWS_PRE + PIECE_BYTES];
};

/* The rest of an answer under way: per connection, zeroed by libwebsockets. */
struct transfer {
    const uint8_t *at;
    size_t left;
    struct buffer owned; /* when nobody else holds the body */
};

struct request {
    struct lws *wsi;
    struct transfer *transfer;
    bool head;
    char path[PATH_BYTES];
    char host[REQUEST_HOST_BYTES];
};

/* False when the header is longer than the room for it; "" when there is none. */
static bool header(struct lws *wsi, enum lws_token_indexes token, char *value, size_t bytes)
{
    int length = lws_hdr_copy(wsi, value, (int)bytes, token);
    if (length <= 0) value[0] = '\0';
    return length >= 0;
}

static bool has_header(struct lws *wsi, enum lws_token_indexes token)
{
    return lws_hdr_total_length(wsi, token) > 0;
}

static bool has_body(struct lws *wsi)
{
    return has_header(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH) ||
           has_header(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING);
}

/* Writes the head and as much of the body as comes at once; the rest of it is the transfer's. */
static bool write_start(struct http *http, struct lws *wsi, const struct reply *reply,
                        const char *host, size_t body_bytes)
{
    const struct reply_site site = {
        .host = request_host_is_plain(host) ? host : NULL,
        .tls = http->settings.tls != NULL,
    };
    struct buffer out = {0};
    memset(buffer_grow(&out, LWS_PRE), 0, LWS_PRE);
    reply_add_head(&out, reply, &site);
    if (body_bytes) buffer_add(&out, reply->body, body_bytes);
    bool written =
        lws_write(wsi, out.data + LWS_PRE, out.length - LWS_PRE, LWS_WRITE_HTTP_HEADERS) >= 0;
    buffer_clear(&out);
    http->requests++;
    return written;
}

/* -1 tells libwebsockets to close. The last thing done with a request: frees its transfer. */
static int complete(struct lws *wsi)
{
    return lws_http_transaction_completed(wsi) ? -1 : 0;
}

static int answer(struct http *http, struct request *request, const struct reply *reply)
{
    size_t first = reply->length < FIRST_BYTES ? reply->length : FIRST_BYTES;
    if (request->head) first = 0;
    if (!write_start(http, request->wsi, reply, request->host, first) || reply->ends) return -1;
    if (request->head || first == reply->length) return complete(request->wsi);
    request->transfer->at = (const uint8_t *)reply->body + first;
    request->transfer->left = reply->length - first;
    lws_set_timeout(request->wsi, PENDING_TIMEOUT_HTTP_CONTENT, ANSWER_SECONDS);
    lws_callback_on_writable(request->wsi);
    return 0;
}

static int write_more(struct http *http, struct lws *wsi, struct transfer *transfer)
{
    if (!transfer || transfer->left == 0) return 0;
    size_t length = transfer->left < PIECE_BYTES ? transfer->left : PIECE_BYTES;
    memcpy(http->piece + LWS_PRE, transfer->at, length);
    transfer->at += length;
    transfer->left -= length;
    bool last = transfer->left == 0;
    if (lws_write(wsi, http->piece + LWS_PRE, length,
                  last ? LWS_WRITE_HTTP_FINAL : LWS_WRITE_HTTP) < 0)
        return -1;
    if (last) return complete(wsi);
    lws_callback_on_writable(wsi);
    return 0;
}

static int answer_status(struct http *http, struct request *request, unsigned status,
                         const char *extra)
{
    bool ends = status == 400 || status == 405 || status == 414;
    return answer(http, request, &(struct reply){.status = status, .extra = extra, .ends = ends});
}

static int answer_text(struct http *http, struct request *request, unsigned status,
                       const char *text)
{
    return answer(
        http, request,
        &(struct reply){.status = status, .type = TEXT_TYPE, .body = text, .length = strlen(text)});
}

static int answer_health(struct http *http, struct request *request)
{
    return answer_text(http, request, 200, "alive\n");
}

static int answer_ready(struct http *http, struct request *request)
{
    if (http->draining || !service_is_ready(http->service))
        return answer_text(http, request, 503, "not ready\n");
    uint64_t outdated = service_metrics(http->service).outdated;
    char text[200] = "ready\n";
    if (outdated)
        snprintf(text, sizeof text,
                 "ready, but outdated: %" PRIu64 " workshops were written to by a newer version, "
                 "and are served by newer servers only\n",
                 outdated);
    return answer_text(http, request, 200, text);
}

static int answer_metrics(struct http *http, struct request *request)
{
    const struct service_metrics service = service_metrics(http->service);
    const struct net_metrics net = {
        .sockets = http->sockets,
        .requests = http->requests,
        .upgrades = http->upgrades,
        .resident_bytes = metrics_resident_bytes(),
        .descriptors = metrics_descriptors(),
    };
    struct buffer *text = &request->transfer->owned;
    metrics_add(text, &service, &net);
    return answer(http, request,
                  &(struct reply){.status = 200,
                                  .type = METRICS_TYPE,
                                  .body = text->data,
                                  .length = text->length});
}

static int answer_upgrade_wanted(struct http *http, struct request *request)
{
    return answer_status(http, request, 426, "upgrade: websocket\r\n");
}

static int answer_not_found(struct http *http, struct request *request)
{
    return answer(http, request,
                  &(struct reply){.status = 404,
                                  .type = "text/html; charset=utf-8",
                                  .body = page_not_found,
                                  .length = page_not_found_bytes});
}

static bool is_part_of_page(const struct asset *asset)
{
    return strncmp(asset->type, "text/javascript", 15) == 0 ||
           strncmp(asset->type, "text/css", 8) == 0;
}

static int answer_asset(struct http *http, struct request *request, const struct asset *asset)
{
    char accepted[LIST_HEADER_BYTES], known[LIST_HEADER_BYTES];
    header(request->wsi, WSI_TOKEN_HTTP_ACCEPT_ENCODING, accepted, sizeof accepted);
    header(request->wsi, WSI_TOKEN_HTTP_IF_NONE_MATCH, known, sizeof known);
    enum asset_coding coding = asset_choose(asset, accepted);
    const struct asset_body *body = &asset->bodies[coding];
    struct reply reply = {
        .status = 200,
        .type = asset->type,
        .encoding = asset_coding_name(coding),
        .etag = body->etag,
        .cache = asset->immutable ? CACHE_FOR_EVER : CACHE_ASK_FIRST,
        .part = is_part_of_page(asset),
        .body = body->data,
        .length = body->length,
    };
    if (request_etag_matches(known, body->etag)) {
        reply.status = 304;
        reply.type = reply.encoding = NULL;
        reply.length = 0;
    }
    return answer(http, request, &reply);
}

/* Six signs behind the host that may be meant for a short code (PROTOCOL.md, H21), which has no
 * vowels but those that one takes for another letter. The client reads them. */
static bool may_be_code(const char *path)
{
    static const char signs[] = "BCDFGHIJKLMNOPQRSTUVWXZbcdfghijklmnopqrstuvwxz012568";
    return strlen(path) == 7 && strspn(path + 1, signs) == 6;
}

/* The client finds its workshop in the address itself: all of these are its one page. */
static bool is_client_page(const char *path)
{
    bool names = strncmp(path, "/a/", 3) == 0 || strncmp(path, "/c/", 3) == 0;
    return strcmp(path, "/") == 0 || (names && !strchr(path, '.')) || may_be_code(path);
}

/* Numbers are for whoever runs the server: not on the address that everybody knows. */
static bool is_metrics_host(struct lws *wsi)
{
    return strcmp(lws_get_vhost_name(lws_get_vhost(wsi)), HTTP_METRICS_HOST) == 0;
}

static int route(struct http *http, struct request *request)
{
    static const struct {
        const char *path;
        int (*answer)(struct http *, struct request *);
    } routes[] = {
        {"/healthz", answer_health},
        {"/readyz", answer_ready},
        {"/ws", answer_upgrade_wanted},
    };
    if (is_metrics_host(request->wsi))
        return strcmp(request->path, "/metrics") == 0 ? answer_metrics(http, request)
                                                      : answer_not_found(http, request);
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++)
        if (strcmp(request->path, routes[i].path) == 0) return routes[i].answer(http, request);
    const char *path = is_client_page(request->path) ? "/index.html" : request->path;
    const struct asset *asset = assets_find(http->assets, path);
    return asset ? answer_asset(http, request, asset) : answer_not_found(http, request);
}

static int on_request(struct http *http, struct lws *wsi, struct transfer *transfer)
{
    struct request request = {.wsi = wsi, .transfer = transfer};
    request.head = has_header(wsi, WSI_TOKEN_HEAD_URI);
    header(wsi, WSI_TOKEN_HOST, request.host, sizeof request.host);
    if (!request.head && !has_header(wsi, WSI_TOKEN_GET_URI))
        return answer_status(http, &request, 405, "allow: GET, HEAD\r\n");
    if (has_body(wsi)) return answer_status(http, &request, 400, NULL);
    if (!header(wsi, request.head ? WSI_TOKEN_HEAD_URI : WSI_TOKEN_GET_URI, request.path,
                sizeof request.path))
        return answer_status(http, &request, 414, NULL);
    return route(http, &request);
}

static void read_upgrade(struct lws *wsi, struct upgrade *upgrade)
{
    const struct {
        enum lws_token_indexes token;
        char *value;
        size_t bytes;
    } headers[] = {
        {WSI_TOKEN_GET_URI, upgrade->path, sizeof upgrade->path},
        {WSI_TOKEN_HTTP, upgrade->http, sizeof upgrade->http},
        {WSI_TOKEN_CONNECTION, upgrade->connection, sizeof upgrade->connection},
        {WSI_TOKEN_VERSION, upgrade->version, sizeof upgrade->version},
        {WSI_TOKEN_KEY, upgrade->key, sizeof upgrade->key},
        {WSI_TOKEN_PROTOCOL, upgrade->protocols, sizeof upgrade->protocols},
        {WSI_TOKEN_HOST, upgrade->host, sizeof upgrade->host},
        {WSI_TOKEN_ORIGIN, upgrade->origin, sizeof upgrade->origin},
    };
    upgrade->complete = true;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        if (!header(wsi, headers[i].token, headers[i].value, headers[i].bytes))
            upgrade->complete = false;
    upgrade->has_body = has_body(wsi);
}

/* 0 lets the upgrade go on, 1 says that we have answered, -1 hangs up. */
static int on_upgrade(struct http *http, struct lws *wsi)
{
    char wanted[16];
    if (is_metrics_host(wsi) || !header(wsi, WSI_TOKEN_UPGRADE, wanted, sizeof wanted) ||
        strcasecmp(wanted, "websocket") != 0 || !has_header(wsi, WSI_TOKEN_GET_URI))
        return -1;
    struct upgrade upgrade = {0};
    read_upgrade(wsi, &upgrade);
    unsigned status = request_judge_upgrade(&upgrade, http->settings.origins);
    if (status == 0 && http->draining) status = 503;
    if (status == 0) {
        http->upgrades++;
        return 0;
    }
    const struct reply reply = {
        .status = status,
        .extra = status == 426 ? "sec-websocket-version: 13\r\n" : NULL,
        .ends = true,
    };
    return write_start(http, wsi, &reply, upgrade.host, 0) ? 1 : -1;
}

static int on_event(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                    size_t length)
{
    struct http *http = lws_context_user(lws_get_context(wsi));
    struct transfer *transfer = user;
    (void)in;
    (void)length;
    /* The library has some hundred reasons; the others do not concern a server like this. */
    if (reason == LWS_CALLBACK_HTTP) return on_request(http, wsi, transfer);
    if (reason == LWS_CALLBACK_HTTP_WRITEABLE) return write_more(http, wsi, transfer);
    if (reason == LWS_CALLBACK_HTTP_CONFIRM_UPGRADE) return on_upgrade(http, wsi);
    if (reason == LWS_CALLBACK_OPENSSL_LOAD_EXTRA_SERVER_VERIFY_CERTS)
        tls_attach(http->settings.tls, user);
    if (reason == LWS_CALLBACK_RAW_ADOPT || reason == LWS_CALLBACK_RAW_RX)
        return -1; /* CONNECT would turn the connection into bytes that nobody times out */
    if (reason == LWS_CALLBACK_WSI_CREATE) http->sockets++;
    if (reason == LWS_CALLBACK_WSI_DESTROY) http->sockets--;
    if ((reason == LWS_CALLBACK_HTTP_DROP_PROTOCOL || reason == LWS_CALLBACK_CLOSED_HTTP) &&
        transfer)
        buffer_clear(&transfer->owned);
    return 0;
}

struct http *http_new(const struct http_settings *settings, const struct assets *assets,
                      const struct service *service)
{
    struct http *http = NEW(struct http);
    http->settings = *settings;
    http->assets = assets;
    http->service = service;
    return http;
}

void http_free(struct http *http)
{
    free(http);
}

struct lws_protocols http_protocol(struct http *http)
{
    return (struct lws_protocols){
        .name = "http",
        .callback = on_event,
        .per_session_data_size = sizeof(struct transfer),
        .tx_packet_size = LWS_PRE + PIECE_BYTES,
        .user = http,
    };
}

void http_drain(struct http *http)
{
    http->draining = true;
}

size_t http_socket_count(const struct http *http)
{
    return http->sockets;
}
