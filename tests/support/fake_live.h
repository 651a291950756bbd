/* A stand-in for the whole of live, so that a transport can be tested alone: every message comes
 * back as a frame, but for orders, which begin with the byte 0xc1 (no message ever does):
 *
 *   close CODE       the connection closes with this code
 *   flood COUNT SIZE that many frames of that many bytes, all the same shared one
 *   doors COUNT SIZE as many that end their message, and behind each one that does not
 *   all COUNT SIZE   the same for every connection there is
 *   pause MS         nothing is read for so long
 *   pause MS CODE    and the connection closes with this code
 *   away, back       the journal is, or is no longer, out of reach (readyz)
 *
 * The largest message is 1 MiB. */
#ifndef ARCHIPEL_TESTS_FAKE_LIVE_H
#define ARCHIPEL_TESTS_FAKE_LIVE_H

#include "live/connection.h"
#include "live/service.h"

#define FAKE_LIMIT_BYTES (1u << 20)

#endif
