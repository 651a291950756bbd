#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "live/host.h"
#include "net/listener.h"
#include "net/loop.h"

struct scene {
    struct loop *loop;
    struct listener *listener;
    struct timer *relief;
    struct rlimit limit;
    bool relieved;
    int accepted;
};

static void on_connection(void *context, int socket)
{
    struct scene *scene = context;
    scene->accepted++;
    close(socket);
    listener_close(scene->listener);
    scene->listener = NULL;
}

static void begin(struct scene *scene)
{
    char problem[256] = "";
    struct address address;
    memset(scene, 0, sizeof *scene);
    assert_true(address_parse(&address, "127.0.0.1:0"));
    scene->loop = loop_new();
    scene->listener = listener_new(scene->loop, &address, problem, sizeof problem);
    assert_non_null(scene->listener);
    listener_start(scene->listener, on_connection, scene);
}

static int knock(const struct scene *scene)
{
    const char *port = strrchr(listener_address(scene->listener), ':') + 1;
    struct sockaddr_in name = {.sin_family = AF_INET,
                               .sin_port = htons((uint16_t)strtoul(port, NULL, 10)),
                               .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(client >= 0);
    assert_int_equal(connect(client, (struct sockaddr *)&name, sizeof name), 0);
    return client;
}

static void who_knocks_is_handed_over(void **state)
{
    (void)state;
    struct scene scene;
    begin(&scene);
    int client = knock(&scene);
    loop_run(scene.loop);
    assert_int_equal(scene.accepted, 1);
    close(client);
    loop_free(scene.loop);
}

static void relieve(void *context)
{
    struct scene *scene = context;
    assert_int_equal(scene->accepted, 0);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &scene->limit), 0);
    struct host *host = loop_host(scene->loop);
    host->calls->timer_free(scene->relief);
    scene->relieved = true;
}

/* No descriptor is left for the next socket. */
static void exhaust(struct scene *scene)
{
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &scene->limit), 0);
    int next = dup(0);
    assert_true(next >= 0);
    close(next);
    struct rlimit tight = scene->limit;
    tight.rlim_cur = (rlim_t)next;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &tight), 0);
}

static void without_a_descriptor_those_who_knock_wait_for_one(void **state)
{
    (void)state;
    struct scene scene;
    begin(&scene);
    int client = knock(&scene);
    exhaust(&scene);
    struct host *host = loop_host(scene.loop);
    scene.relief = host->calls->timer_new(host, relieve, &scene);
    host->calls->timer_start(scene.relief, 20);
    loop_run(scene.loop);
    assert_true(scene.relieved);
    assert_int_equal(scene.accepted, 1);
    close(client);
    loop_free(scene.loop);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_knocks_is_handed_over),
        cmocka_unit_test(without_a_descriptor_those_who_knock_wait_for_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
