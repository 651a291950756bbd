/* What the program decides of the service, once. */
#ifndef ARCHIPEL_LIVE_SETTINGS_H
#define ARCHIPEL_LIVE_SETTINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/secret.h"

struct service_settings {
    struct secret organiser; /* the organiser key itself: links are derived from it */
    int64_t hold_ms;         /* longest wait before a fan-out under load; 0 never waits */
    size_t max_connections;  /* further hellos are closed with CLOSE_FULL */
    int64_t idle_ms;         /* a workshop without connections is put away after this */
    uint64_t snapshot_every; /* entries between two snapshots */
};

#endif
