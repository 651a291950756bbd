/* The service's table keeps for each workshop when it was looked at last, steady ms. */
#include "live/outdated.h"

#include "live/registry.h"

enum { LOOK_AGAIN = 10000 /* ms */ };

void outdated_note(struct service *service, uint64_t workshop, bool outdated)
{
    int64_t now = host_steady(service->host);
    if (outdated) table_set(&service->outdated, workshop, (void *)(intptr_t)(now ? now : 1));
    else table_remove(&service->outdated, workshop);
}

bool outdated_has(const struct service *service, uint64_t workshop)
{
    return workshop && table_get(&service->outdated, workshop);
}

uint64_t outdated_due(struct service *service)
{
    int64_t now = host_steady(service->host);
    for (size_t i = 0; i < service->outdated.capacity; i++) {
        const struct table_slot *slot = &service->outdated.slots[i];
        if (!slot->key || now - (int64_t)(intptr_t)slot->value < LOOK_AGAIN) continue;
        uint64_t due = slot->key; /* the slots may move */
        outdated_note(service, due, true);
        return due;
    }
    return 0;
}
