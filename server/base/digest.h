/* Digests: 32 bytes that stand for any number of others.
 *
 * BLAKE2b with a digest of 256 bits (Aumasson, Neves, Wilcox-O'Hearn, Winnerlein 2013; RFC 7693),
 * from libsodium: nobody can find other bytes with the same digest. Keys have digests of their own
 * kind (secret.h), since browsers compute those. */
#ifndef ARCHIPEL_BASE_DIGEST_H
#define ARCHIPEL_BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/secret.h"

#define DIGEST_BYTES 32

struct digest {
    uint8_t bytes[DIGEST_BYTES];
};

/* Of one digest and the bytes behind it: how a chain goes on. */
struct digest digest_after(const struct digest *before, const void *data, size_t length);
/* Of bytes, for whoever holds the key: without it nobody can tell it from chance. */
struct digest digest_keyed(const struct secret *key, const void *data, size_t length);

/* Whether both are the same. */
bool digest_equal(const struct digest *left, const struct digest *right);

#endif
