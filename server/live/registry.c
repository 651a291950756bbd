/* Connections are looked up by id, since they may be gone when an answer to them comes. */
#include "live/registry.h"

struct connection *registry_connection(const struct service *service, uint64_t id)
{
    return id ? table_get(&service->connections, id) : NULL;
}
