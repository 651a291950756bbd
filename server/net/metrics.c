/* A row each: name, kind, help, value; the page is written from the rows. */
#include "net/metrics.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buffer.h"
#include "live/service.h"

struct metric {
    const char *name, *kind, *help;
    uint64_t value;
};

static void add_all(struct buffer *out, const struct metric *metrics, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add_format(out, "# HELP %s %s\n# TYPE %s %s\n%s %" PRIu64 "\n", metrics[i].name,
                          metrics[i].help, metrics[i].name, metrics[i].kind, metrics[i].name,
                          metrics[i].value);
}

static void add_service(struct buffer *out, const struct service_metrics *m)
{
    const struct metric metrics[] = {
        {"archipel_connections", "gauge", "Clients connected.", m->connections},
        {"archipel_workshops", "gauge", "Workshops open in memory.", m->workshops},
        {"archipel_outdated_workshops", "gauge",
         "Workshops that a newer version has written to, which this server cannot serve.",
         m->outdated},
        {"archipel_commands_done_total", "counter", "Commands accepted.", m->commands_done},
        {"archipel_commands_refused_total", "counter", "Commands refused.", m->commands_refused},
        {"archipel_commands_repeated_total", "counter",
         "Commands that had been accepted before and were sent again.", m->commands_repeated},
        {"archipel_batches_total", "counter", "Batches appended to the journal.", m->batches},
        {"archipel_conflicts_total", "counter", "Batches that another server preceded.",
         m->conflicts},
        {"archipel_unknown_outcomes_total", "counter",
         "Batches of which the journal did not say whether it has them.", m->unknown_outcomes},
        {"archipel_deliveries_total", "counter", "Frames put into outboxes.", m->deliveries},
        {"archipel_sent_bytes_total", "counter", "Bytes of these frames.", m->bytes_out},
        {"archipel_resumes_total", "counter", "Clients that came back and got what they missed.",
         m->resumes},
        {"archipel_snapshots_sent_total", "counter", "Clients that got a whole snapshot.",
         m->snapshots_sent},
        {"archipel_closed_too_slow_total", "counter", "Clients closed because they did not read.",
         m->closed_too_slow},
        {"archipel_hellos_refused_total", "counter", "Clients that were not let in.",
         m->hellos_refused},
        {"archipel_codes_wrong_total", "counter", "Short codes that led nowhere.", m->codes_wrong},
        {"archipel_codes_withdrawn_total", "counter",
         "Short codes that were withdrawn because somebody tried codes.", m->codes_withdrawn},
        {"archipel_tails_given_back_total", "counter",
         "Times that the journal had lost entries and they were written back.",
         m->tails_given_back},
        {"archipel_epochs_begun_total", "counter",
         "Times that a workshop went on without entries that had been confirmed.", m->epochs_begun},
    };
    add_all(out, metrics, sizeof metrics / sizeof *metrics);
}

static void add_net(struct buffer *out, const struct net_metrics *m)
{
    const struct metric metrics[] = {
        {"archipel_sockets", "gauge", "Open network connections.", m->sockets},
        {"archipel_http_requests_total", "counter", "Plain HTTP requests answered.", m->requests},
        {"archipel_websockets_total", "counter", "WebSockets opened.", m->upgrades},
        {"process_resident_memory_bytes", "gauge", "Resident memory.", m->resident_bytes},
        {"process_open_fds", "gauge", "Open file descriptors.", m->descriptors},
    };
    add_all(out, metrics, sizeof metrics / sizeof *metrics);
}

void metrics_add(struct buffer *out, const struct service_metrics *service,
                 const struct net_metrics *net)
{
    add_service(out, service);
    add_net(out, net);
}

uint64_t metrics_resident_bytes(void)
{
    FILE *file = fopen("/proc/self/statm", "re");
    if (!file) return 0;
    unsigned long pages = 0;
    int found = fscanf(file, "%*u %lu", &pages);
    fclose(file);
    return found == 1 ? (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

uint64_t metrics_descriptors(void)
{
    DIR *directory = opendir("/proc/self/fd");
    if (!directory) return 0;
    uint64_t count = 0;
    for (struct dirent *entry; (entry = readdir(directory));) count += entry->d_name[0] != '.';
    closedir(directory);
    return count - 1; /* the directory itself */
}
