/* The page a Prometheus server reads: text format 0.0.4. Sums only, nothing about anyone. */
#ifndef ARCHIPEL_NET_METRICS_H
#define ARCHIPEL_NET_METRICS_H

#include <stddef.h>
#include <stdint.h>

struct buffer;
struct service_metrics;

/* What net itself counts. */
struct net_metrics {
    uint64_t sockets;        /* open now, WebSocket or not */
    uint64_t requests;       /* answered over plain HTTP since start */
    uint64_t upgrades;       /* WebSockets since start */
    uint64_t resident_bytes; /* of this process; 0: unknown */
    uint64_t descriptors;    /* open in this process; 0: unknown */
};

/* Appends the page. */
void metrics_add(struct buffer *out, const struct service_metrics *service,
                 const struct net_metrics *net);

/* How much memory this process has, bytes; 0: unknown. */
uint64_t metrics_resident_bytes(void);
/* How many descriptors are open; 0: unknown. */
uint64_t metrics_descriptors(void);

#endif
