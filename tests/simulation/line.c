#include "simulation/line.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "live/connection.h"
#include "live/peer.h"
#include "simulation/client.h"
#include "support/unpacked.h"
#include "wire/decode.h"
#include "wire/frame.h"

enum { LEARNS_MOST = 800 /* ms until an end hears that the other is gone */ };

/* On its way: bytes, or the news that it is over. */
struct parcel {
    struct parcel *next;
    struct line *line;
    bool up, ends;
    unsigned code; /* when it ends, 0 for a cut */
    struct bytes *bytes;
    uint64_t event;
};

struct line {
    struct peer peer;
    struct simulation *simulation;
    struct line *next;
    struct client *client; /* NULL when it has let go */
    struct fake_server *server;
    struct connection *connection; /* NULL when the server has let go */
    uint64_t number;
    bool lost;               /* nothing gets through any more */
    bool stalled;            /* nothing is taken from the server */
    bool welcomed, resuming; /* resuming: what comes before the presence is a resumption */
    bool closing;
    unsigned code;
    uint64_t take, learn; /* events */
    int64_t until[2];     /* what was sent last arrives then, by direction */
    struct chance way[2]; /* how long that takes */
    struct chance learns; /* how long it takes an end to learn that the other is gone */
    struct parcel *parcels;
    uint64_t epoch, person; /* as the server has said */
    enum role role;
};

static struct line *of(struct peer *peer)
{
    return (struct line *)peer;
}

/* ---- travelling ---- */

static void parcel_free(struct parcel *parcel)
{
    struct parcel **at = &parcel->line->parcels;
    while (*at != parcel) at = &(*at)->next;
    *at = parcel->next;
    world_cancel(parcel->line->simulation->world, parcel->event);
    bytes_drop(parcel->bytes);
    free(parcel);
}

static void server_end(struct line *line)
{
    if (!line->connection) return;
    connection_closed(line->connection);
    line->connection = NULL;
    world_cancel(line->simulation->world, line->take);
    world_cancel(line->simulation->world, line->learn);
    line->take = line->learn = 0;
}

static void client_end(struct line *line, unsigned code)
{
    struct client *client = line->client;
    line->client = NULL;
    if (client) client_ended(client, code);
}

static void arrive(struct line *line, const struct parcel *parcel)
{
    simulation_trace(line->simulation, line->number * 2 + parcel->up, bytes_text(parcel->bytes),
                     bytes_length(parcel->bytes));
    if (parcel->up && parcel->ends) server_end(line);
    else if (parcel->up && line->connection)
        connection_receive(line->connection, (const uint8_t *)bytes_text(parcel->bytes),
                           bytes_length(parcel->bytes), false);
    else if (!parcel->up && parcel->ends) client_end(line, parcel->code);
    else if (!parcel->up && line->client)
        client_hears(line->client, (const uint8_t *)bytes_text(parcel->bytes),
                     bytes_length(parcel->bytes));
}

static void on_arrival(void *context)
{
    struct parcel *parcel = context;
    struct line *line = parcel->line;
    parcel->event = 0;
    /* It may end the line's client; the line stays until lines_free. */
    if (!line->lost) arrive(line, parcel);
    parcel_free(parcel);
}

static struct parcel *post(struct line *line, bool up, const void *data, size_t length)
{
    struct world *world = line->simulation->world;
    int64_t slowest = line->simulation->calm ? 5 : line->simulation->plan.network_slowest;
    int64_t at = world_now(world) + chance_some(&line->way[up], 1, slowest);
    if (at < line->until[up]) at = line->until[up];
    line->until[up] = at;
    struct parcel *parcel = NEW(struct parcel);
    *parcel = (struct parcel){.next = line->parcels,
                              .line = line,
                              .up = up,
                              .bytes = bytes_new(data, length)};
    line->parcels = parcel;
    parcel->event = world_after(world, at - world_now(world), on_arrival, parcel);
    return parcel;
}

static void post_end(struct line *line, bool up, unsigned code)
{
    struct parcel *parcel = post(line, up, NULL, 0);
    parcel->ends = true;
    parcel->code = code;
}

/* ---- the server's end ---- */

/* Every byte is looked at as it leaves, whether it arrives or not. */
static void inspect(struct line *line, const struct frame *frame)
{
    const struct oracle *oracle = &line->simulation->oracle;
    struct cursor cursor = cursor_new(frame->data, frame->length);
    for (struct message message; cursor_left(&cursor); message_clear(&message)) {
        if (!unpacked_next(&cursor, &message))
            simulation_wrong(line->simulation, "E: a server sent what is no message");
        if (message.type == MESSAGE_WELCOME) {
            line->epoch = (uint64_t)message.body.welcome.epoch;
            line->person = message.body.welcome.person;
            line->role = message.body.welcome.role;
            sometimes(message.body.welcome.resumed ? SOMETIMES_resumed : SOMETIMES_snapshot_sent);
            line->resuming = !line->welcomed && message.body.welcome.resumed;
            line->welcomed = true;
        }
        if (message.type == MESSAGE_PRESENCE) line->resuming = false;
        if (message.type == MESSAGE_CHANGES && line->resuming)
            oracle_check_resumed(oracle, line->epoch, line->person, line->role,
                                 &message.body.changes);
        oracle_check_sent(oracle, line->epoch, line->person, line->role, &message);
    }
}

static void on_take(void *context)
{
    struct line *line = context;
    line->take = 0;
    for (struct frame *frame; !line->stalled && (frame = connection_take(line->connection));) {
        inspect(line, frame);
        post(line, false, frame->data, frame->length);
        frame_drop(frame);
    }
    if (!line->closing || line->stalled) return; /* X3: the close comes behind what waits */
    if (line->code == CLOSE_SILENT) sometimes(SOMETIMES_silent_closed);
    post_end(line, false, line->code);
    server_end(line);
}

static void arrange(struct line *line)
{
    if (!line->take) line->take = world_after(line->simulation->world, 0, on_take, line);
}

static void wake(struct peer *peer)
{
    if (!of(peer)->stalled) arrange(of(peer));
}

static void pause_reading(struct peer *peer, int64_t delay)
{
    (void)peer;
    (void)delay;
}

static void close_peer(struct peer *peer, unsigned code)
{
    of(peer)->closing = true;
    of(peer)->code = code;
    arrange(of(peer));
}

static const struct peer_calls calls = {.wake = wake, .pause = pause_reading, .close = close_peer};

/* ---- the client's end ---- */

struct line *line_new(struct client *client, struct fake_server *server)
{
    struct simulation *simulation = client->simulation;
    struct line *line = NEW(struct line);
    line->peer.calls = &calls;
    line->simulation = simulation;
    line->client = client;
    line->server = server;
    line->number = simulation->lines ? simulation->lines->number + 1 : 1;
    line->next = simulation->lines;
    simulation->lines = line;
    uint64_t which = (uint64_t)client->index << 32 | client->connections;
    line->way[0] = world_stream(simulation->world, "line down", which);
    line->way[1] = world_stream(simulation->world, "line up", which);
    line->learns = world_stream(simulation->world, "line learns", which);
    line->connection = connection_open(server->service, &line->peer);
    return line;
}

void line_send(struct line *line, const void *data, size_t length)
{
    post(line, true, data, length);
}

void line_leave(struct line *line)
{
    line->client = NULL;
    if (line->connection && !line->lost) post_end(line, true, 0);
}

/* ---- faults ---- */

static void on_learned(void *context)
{
    struct line *line = context;
    line->learn = 0;
    server_end(line);
}

void line_abandon(struct line *line, int64_t ms)
{
    line->client->absent_until = world_now(line->simulation->world) + ms;
    line_cut(line);
    sometimes(SOMETIMES_client_absent);
}

void line_cut(struct line *line)
{
    line->lost = true;
    if (line->connection && !line->learn)
        line->learn = world_after(line->simulation->world,
                                  chance_some(&line->learns, 1, LEARNS_MOST), on_learned, line);
    client_end(line, 0);
    sometimes(SOMETIMES_line_cut);
}

void line_lose(struct line *line)
{
    line->lost = true;
    sometimes(SOMETIMES_line_half_open);
}

void line_stall(struct line *line, bool stalled)
{
    line->stalled = stalled;
    if (stalled) sometimes(SOMETIMES_line_stalled);
    else if (line->connection) arrange(line);
}

void line_server_died(struct line *line)
{
    if (!line->connection) return;
    server_end(line);
    post_end(line, false, 0);
}

/* ---- all of them ---- */

static void line_free(struct line *line)
{
    server_end(line);
    while (line->parcels) parcel_free(line->parcels);
    free(line);
}

void lines_free(struct simulation *simulation, bool all)
{
    for (struct line **at = &simulation->lines; *at;) {
        struct line *line = *at;
        if (!all && (line->client || line->connection || line->parcels)) {
            at = &line->next;
            continue;
        }
        *at = line->next;
        line_free(line);
    }
}

struct line *line_next(struct line *line)
{
    return line->next;
}

bool line_is_of(const struct line *line, const struct fake_server *server)
{
    return line->server == server;
}

bool line_lives(const struct line *line)
{
    return line->client && line->connection && !line->lost && !line->closing;
}
