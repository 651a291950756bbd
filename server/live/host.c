/* Each call passes on to the host's own. */
#include "live/host.h"

int64_t host_wall(struct host *host)
{
    return host->calls->wall(host);
}

int64_t host_steady(struct host *host)
{
    return host->calls->steady(host);
}

/* 53 bits, so that a browser's numbers hold it. */
int64_t host_idle(struct host *host)
{
    return host->calls->idle(host);
}

uint64_t host_random_id(struct host *host)
{
    uint64_t id = 0;
    while (!(id >>= 11)) host->calls->random(host, &id, sizeof id);
    return id;
}

struct timer *host_timer(struct host *host, void (*fire)(void *), void *context)
{
    return host->calls->timer_new(host, fire, context);
}

void host_timer_start(struct host *host, struct timer *timer, int64_t delay)
{
    host->calls->timer_start(timer, delay > 0 ? delay : 1);
}

void host_timer_free(struct host *host, struct timer *timer)
{
    if (timer) host->calls->timer_free(timer);
}
