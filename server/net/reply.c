/* The policy: nothing from elsewhere, nothing inline, nobody frames us, text never becomes markup
 * (Trusted Types). A browser that reads 'self' narrowly would refuse ws: to the host the page came
 * from, so connect-src names that host; a proxy may speak TLS for us, hence both schemes. */
#include "net/reply.h"

#include "base/buffer.h"

const struct reply_header reply_fixed_headers[] = {
    {"x-content-type-options:", "nosniff"},
    {"referrer-policy:", "no-referrer"},
    {"cross-origin-opener-policy:", "same-origin"},
    {"cross-origin-resource-policy:", "same-origin"},
    {"permissions-policy:",
     "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
};
const size_t reply_fixed_header_count = sizeof reply_fixed_headers / sizeof *reply_fixed_headers;

static const char *reason(unsigned status)
{
    static const struct {
        unsigned status;
        const char *reason;
    } reasons[] = {
        {200, "OK"},           {304, "Not Modified"},     {400, "Bad Request"},
        {403, "Forbidden"},    {404, "Not Found"},        {405, "Method Not Allowed"},
        {414, "URI Too Long"}, {426, "Upgrade Required"}, {503, "Service Unavailable"},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status) return reasons[i].reason;
    return "Error";
}

static void add_policy(struct buffer *out, const char *host)
{
    buffer_add_text(out, "content-security-policy: default-src 'none'; script-src 'self'; "
                         "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                         "connect-src 'self'");
    if (host) buffer_add_format(out, " ws://%s wss://%s", host, host);
    buffer_add_text(out, "; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
                         "form-action 'none'; frame-ancestors 'none'; "
                         "require-trusted-types-for 'script'; trusted-types 'none'\r\n");
}

/* What is fetched by a page says that it is nothing else; the rest is the page's to say. */
static void add_safety_of_part(struct buffer *out)
{
    buffer_add_text(out, "x-content-type-options: nosniff\r\n");
}

static void add_safety(struct buffer *out, const struct reply_site *site)
{
    for (size_t i = 0; i < reply_fixed_header_count; i++)
        buffer_add_format(out, "%s %s\r\n", reply_fixed_headers[i].name,
                          reply_fixed_headers[i].value);
    add_policy(out, site->host);
    if (site->tls) buffer_add_text(out, "strict-transport-security: max-age=31536000\r\n");
}

static void add_body_headers(struct buffer *out, const struct reply *reply)
{
    if (reply->status != 304) buffer_add_format(out, "content-length: %zu\r\n", reply->length);
    if (reply->type) buffer_add_format(out, "content-type: %s\r\n", reply->type);
    if (reply->encoding) buffer_add_format(out, "content-encoding: %s\r\n", reply->encoding);
    if (reply->etag) buffer_add_format(out, "etag: %s\r\nvary: accept-encoding\r\n", reply->etag);
    buffer_add_format(out, "cache-control: %s\r\n", reply->cache ? reply->cache : "no-store");
}

void reply_add_head(struct buffer *out, const struct reply *reply, const struct reply_site *site)
{
    buffer_add_format(out, "HTTP/1.1 %u %s\r\n", reply->status, reason(reply->status));
    add_body_headers(out, reply);
    if (reply->part) add_safety_of_part(out);
    else add_safety(out, site);
    if (reply->extra) buffer_add_text(out, reply->extra);
    buffer_add_text(out, reply->ends ? "connection: close\r\n\r\n" : "\r\n");
}
