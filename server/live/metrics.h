/* What the service counts, for /metrics. */
#ifndef ARCHIPEL_LIVE_METRICS_H
#define ARCHIPEL_LIVE_METRICS_H

#include <stdint.h>

/* All since start unless named otherwise. */
struct service_metrics {
    uint64_t connections; /* now */
    uint64_t workshops;   /* open now */
    uint64_t outdated;    /* workshops that only newer servers can serve, now */
    uint64_t commands_done, commands_refused, commands_repeated;
    uint64_t batches, conflicts, unknown_outcomes;
    uint64_t deliveries; /* frames put into outboxes */
    uint64_t bytes_out;  /* of them */
    uint64_t resumes, snapshots_sent;
    uint64_t closed_too_slow, hellos_refused;
    uint64_t codes_wrong;      /* short codes that led nowhere */
    uint64_t codes_withdrawn;  /* because of them */
    uint64_t tails_given_back; /* entries that a journal had lost, written back */
    uint64_t epochs_begun;     /* because what had been confirmed was lost */
};

#endif
