/* The path of what a client is told:
 *
 *   recv ─▶ frames ─▶ messages (decoded once for all, news.c) ─▶ position, counts, delays
 *
 * What comes whole is read where it lies; only the beginning of a frame that goes on is kept. */
#include "bench/crowd.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/array.h"
#include "base/check.h"
#include "bench/edit.h"
#include "bench/socket.h"
#include "bench/target.h"

enum { READ_BYTES = 1 << 20, EVENTS = 256, LOOK_EVERY = 10000 /* microseconds */, AT_ONCE = 1000 };

int64_t bench_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* ---- coming and going ---- */

static void watch(struct crowd *crowd, int operation, struct client *client, uint32_t events)
{
    struct epoll_event event = {.events = events, .data.ptr = client};
    CHECK(!epoll_ctl(crowd->epoll, operation, client->socket, &event));
}

static void begin_next(struct crowd *crowd)
{
    if (crowd->begun == crowd->count) return;
    struct client *client = &crowd->clients[crowd->begun];
    client->id = secret_random_id();
    client->room = &crowd->rooms[crowd->begun++ % crowd->room_count];
    client->socket = socket_connect(crowd->port);
    watch(crowd, EPOLL_CTL_ADD, client, EPOLLOUT);
}

static void find_rooms(struct crowd *crowd, const struct target *target)
{
    crowd->rooms = allocate_zero(target->room_count, sizeof *crowd->rooms);
    crowd->room_count = target->room_count;
    for (size_t i = 0; i < target->room_count; i++) {
        crowd->rooms[i].workshop = target->rooms[i].workshop;
        crowd->rooms[i].key = target->rooms[i].key;
    }
}

void crowd_gather(struct crowd *crowd, const struct target *target, size_t count, bool greets)
{
    *crowd = (struct crowd){.port = target->port,
                            .bare = !target->program,
                            .greets = greets,
                            .count = count};
    find_rooms(crowd, target);
    crowd->epoll = epoll_create1(EPOLL_CLOEXEC);
    crowd->clients = allocate_zero(count, sizeof *crowd->clients);
    crowd->cards = allocate_zero(count, sizeof *crowd->cards);
    crowd->read = allocate(READ_BYTES);
    for (size_t i = 0; i < AT_ONCE; i++) begin_next(crowd);
}

void crowd_leave(struct crowd *crowd)
{
    for (size_t i = 0; i < crowd->begun; i++) {
        close(crowd->clients[i].socket);
        buffer_clear(&crowd->clients[i].partial);
    }
    close(crowd->epoll);
    for (size_t i = 0; i < crowd->room_count; i++) news_clear(&crowd->rooms[i].news);
    free(crowd->rooms);
    free(crowd->clients);
    free(crowd->cards);
    free(crowd->read);
    free(crowd->sent);
}

static void lose(struct crowd *crowd, struct client *client)
{
    if (client->stage == CLIENT_GONE) return;
    client->stage = CLIENT_GONE;
    crowd->lost++;
    epoll_ctl(crowd->epoll, EPOLL_CTL_DEL, client->socket, NULL);
}

/* ---- what is told ---- */

static void come_in(struct crowd *crowd, struct client *client, uint64_t seq)
{
    client->seq = seq;
    if (client->stage == CLIENT_IN) return;
    client->stage = CLIENT_IN;
    crowd->in++;
    begin_next(crowd);
}

static void hear_changes(struct crowd *crowd, struct client *client, const struct news *news,
                         int64_t now)
{
    const uint32_t *numbers = (const void *)news->numbers.data;
    size_t count = news->numbers.length / sizeof *numbers;
    if (news->after != client->seq || (count && news->changes != news->seq - news->after)) {
        lose(crowd, client);
        return;
    }
    client->seq = news->seq;
    crowd->edits += count;
    for (size_t i = 0; i < count; i++) {
        CHECK(numbers[i] < crowd->numbers);
        histogram_add(&crowd->delays, (uint64_t)(now - crowd->sent[numbers[i]]));
        if (client == &crowd->clients[numbers[i] % crowd->count]) crowd->under_way--;
    }
}

static void hear_news(struct crowd *crowd, struct client *client, const struct news *news,
                      int64_t now)
{
    if (news->type == MESSAGE_CHANGES) {
        hear_changes(crowd, client, news, now);
    } else if (news->type == MESSAGE_SNAPSHOT) {
        if (news->board) client->room->board = news->board;
        if (news->last) come_in(crowd, client, news->seq);
    } else if (news->type == MESSAGE_WELCOME) {
        crowd->joined += !client->person && news->person;
        client->person = news->person;
    } else if (news->type == MESSAGE_DONE) {
        crowd->done++;
    } else if (news->type == MESSAGE_REFUSED) {
        crowd->refused++;
    }
    if (client->seq > client->room->seq) client->room->seq = client->seq;
}

static void hear_frame(struct crowd *crowd, struct client *client, const uint8_t *data,
                       size_t length, int64_t now)
{
    while (length && client->stage != CLIENT_GONE) {
        const struct news *news = news_read(&client->room->news, data, length);
        if (!news) {
            lose(crowd, client);
            return;
        }
        hear_news(crowd, client, news, now);
        data += news->bytes.length;
        length -= news->bytes.length;
    }
}

/* ---- bytes ---- */

static void say_hello(const struct crowd *crowd, struct client *client)
{
    struct buffer hello = {0};
    if (crowd->bare) buffer_add(&hello, "", 1);
    else edit_hello(&hello, client->room->workshop, &client->room->key);
    socket_send(client->socket, &hello);
    buffer_clear(&hello);
    client->stage = CLIENT_COMING_IN;
}

static size_t hear_answer(struct crowd *crowd, struct client *client, const uint8_t *data,
                          size_t length)
{
    size_t taken = socket_answer(data, length);
    if (!taken) return 0;
    if (crowd->bare && !crowd->greets) come_in(crowd, client, 0);
    else say_hello(crowd, client);
    return taken;
}

/* How much of it was whole and is dealt with. */
static size_t hear_some(struct crowd *crowd, struct client *client, const uint8_t *data,
                        size_t length, int64_t now)
{
    if (client->stage == CLIENT_UPGRADING) return hear_answer(crowd, client, data, length);
    struct socket_frame frame = socket_frame(data, length);
    if (!frame.header) return 0;
    if (frame.closes) lose(crowd, client);
    else if (crowd->bare && client->stage == CLIENT_COMING_IN) come_in(crowd, client, 0);
    else hear_frame(crowd, client, data + frame.header, frame.length, now);
    return frame.header + frame.length;
}

static void hear(struct crowd *crowd, struct client *client, const uint8_t *data, size_t length)
{
    int64_t now = bench_now();
    struct buffer *partial = &client->partial;
    bool continued = partial->length;
    if (continued) {
        buffer_add(partial, data, length);
        data = partial->data;
        length = partial->length;
    }
    size_t at = 0;
    for (size_t taken = 1; taken && at < length && client->stage != CLIENT_GONE; at += taken)
        taken = hear_some(crowd, client, data + at, length - at, now);
    if (!continued) {
        buffer_add(partial, data + at, length - at);
    } else {
        memmove(partial->data, partial->data + at, length - at);
        partial->length = length - at;
    }
}

static void on_event(struct crowd *crowd, struct client *client, uint32_t events)
{
    if (client->stage == CLIENT_CONNECTING && events & EPOLLOUT) {
        socket_upgrade(client->socket, crowd->port,
                       crowd->bare ? (unsigned)(client->room - crowd->rooms) + 1 : 0);
        client->stage = CLIENT_UPGRADING;
        watch(crowd, EPOLL_CTL_MOD, client, EPOLLIN);
        return;
    }
    ssize_t got = recv(client->socket, crowd->read, READ_BYTES, 0);
    if (got > 0) crowd->bytes += (uint64_t)got;
    if (got > 0) hear(crowd, client, crowd->read, (size_t)got);
    else if (!got || errno != EAGAIN) lose(crowd, client);
}

void crowd_listen(struct crowd *crowd, int64_t microseconds)
{
    struct epoll_event events[EVENTS];
    struct timespec most = {microseconds / 1000000, microseconds % 1000000 * 1000};
    int count = epoll_pwait2(crowd->epoll, events, EVENTS, &most, NULL);
    for (int i = 0; i < count; i++) on_event(crowd, events[i].data.ptr, events[i].events);
}

/* ---- what is asked ---- */

void crowd_join(struct crowd *crowd)
{
    struct buffer message = {0};
    for (size_t i = 0; i < crowd->count; i++) {
        struct client *client = &crowd->clients[i];
        message.length = 0;
        edit_join(&message, client->id, ++client->counter, secret_random_id());
        socket_send(client->socket, &message);
    }
    buffer_clear(&message);
}

void crowd_lay_cards(struct crowd *crowd)
{
    struct buffer message = {0};
    for (size_t i = 0; i < crowd->count; i++) {
        struct client *client = &crowd->clients[i];
        crowd->cards[i] = secret_random_id();
        if (crowd->bare) continue;
        message.length = 0;
        edit_add_card(&message, client->id, ++client->counter, client->room->board,
                      crowd->cards[i]);
        socket_send(client->socket, &message);
    }
    buffer_clear(&message);
}

static uint32_t next_number(struct crowd *crowd)
{
    crowd->sent = array_room(crowd->sent, crowd->numbers, &crowd->capacity, sizeof *crowd->sent);
    crowd->sent[crowd->numbers] = bench_now();
    return (uint32_t)crowd->numbers++;
}

void crowd_edit(struct crowd *crowd)
{
    struct buffer message = {0};
    uint32_t number = next_number(crowd);
    size_t who = number % crowd->count;
    struct client *client = &crowd->clients[who];
    if (crowd->bare) edit_change(&message, crowd->cards[who], number);
    else edit_command(&message, client->id, ++client->counter, crowd->cards[who], number);
    crowd->under_way++;
    if (client->stage == CLIENT_IN) socket_send(client->socket, &message);
    buffer_clear(&message);
}

/* ---- waiting ---- */

bool crowd_is_even(const struct crowd *crowd)
{
    if (crowd->under_way) return false;
    for (size_t i = 0; i < crowd->count; i++)
        if (crowd->clients[i].seq != crowd->clients[i].room->seq) return false;
    return true;
}

bool crowd_await(struct crowd *crowd, const size_t *count, size_t wanted, int seconds)
{
    int64_t until = bench_now() + (int64_t)seconds * 1000000;
    while (*count < wanted && bench_now() < until && !crowd->lost) crowd_listen(crowd, LOOK_EVERY);
    return *count >= wanted;
}

bool crowd_await_even(struct crowd *crowd, int seconds)
{
    int64_t until = bench_now() + (int64_t)seconds * 1000000;
    while (!crowd_is_even(crowd) && bench_now() < until && !crowd->lost)
        crowd_listen(crowd, LOOK_EVERY);
    return crowd_is_even(crowd);
}
