#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "live/service.h"
#include "net/metrics.h"

static void every_counter_stands_under_its_own_name(void **state)
{
    (void)state;
    const struct service_metrics service = {.connections = 1,
                                            .workshops = 2,
                                            .commands_done = 3,
                                            .commands_refused = 4,
                                            .commands_repeated = 5,
                                            .batches = 6,
                                            .conflicts = 7,
                                            .unknown_outcomes = 8,
                                            .deliveries = 9,
                                            .bytes_out = 10,
                                            .resumes = 11,
                                            .snapshots_sent = 12,
                                            .closed_too_slow = 13,
                                            .hellos_refused = UINT64_MAX};
    const struct net_metrics net = {.sockets = 15, .requests = 16, .upgrades = 17};
    static const char *const lines[] = {"\narchipel_connections 1\n",
                                        "\narchipel_workshops 2\n",
                                        "\narchipel_commands_done_total 3\n",
                                        "\narchipel_commands_refused_total 4\n",
                                        "\narchipel_commands_repeated_total 5\n",
                                        "\narchipel_batches_total 6\n",
                                        "\narchipel_conflicts_total 7\n",
                                        "\narchipel_unknown_outcomes_total 8\n",
                                        "\narchipel_deliveries_total 9\n",
                                        "\narchipel_sent_bytes_total 10\n",
                                        "\narchipel_resumes_total 11\n",
                                        "\narchipel_snapshots_sent_total 12\n",
                                        "\narchipel_closed_too_slow_total 13\n",
                                        "\narchipel_hellos_refused_total 18446744073709551615\n",
                                        "\narchipel_sockets 15\n",
                                        "\narchipel_http_requests_total 16\n",
                                        "\narchipel_websockets_total 17\n"};
    struct buffer out = {0};
    metrics_add(&out, &service, &net);
    buffer_add(&out, "", 1);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_non_null(strstr((const char *)out.data, lines[i]));
    buffer_clear(&out);
}

static void this_process_has_memory_and_descriptors(void **state)
{
    (void)state;
    assert_true(metrics_resident_bytes() > 100000);
    assert_true(metrics_descriptors() >= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_counter_stands_under_its_own_name),
        cmocka_unit_test(this_process_has_memory_and_descriptors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
