/* Keys, their digests and what is derived from them; randomness.
 *
 * With digest.h the only user of libsodium. A key is 32 random bytes that somebody holds in
 * a link; the server keeps its digest only. SHA-256 suffices, because keys have
 * 256 bits of entropy: there is nothing to stretch. The layout of what is hashed
 * is rule H5 of PROTOCOL.md; browsers compute the same. */
#ifndef ARCHIPEL_BASE_SECRET_H
#define ARCHIPEL_BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SECRET_BYTES 32
#define SECRET_TEXT_BYTES 44 /* base64url without padding, and a closing zero */

struct secret {
    uint8_t bytes[SECRET_BYTES];
};

/* Fresh random bytes from the system. */
struct secret secret_random(void);
/* Makes zeros of what held a key, also where nobody reads it any more. */
void secret_wipe(void *data, size_t length);
/* A random record id, 1 to 2^53-1. */
uint64_t secret_random_id(void);

/* SHA-256("archipel digest" | 0 | key). */
struct secret secret_digest(const struct secret *key);
/* SHA-256("archipel " label | 0 | workshop, 8 bytes big-endian | number, 8 bytes big-endian | parent). */
struct secret secret_derive(const struct secret *parent, const char *label, uint64_t workshop,
                            uint64_t number);

/* In constant time. */
bool secret_equal(const struct secret *left, const struct secret *right);

/* 43 base64url characters and a closing zero. */
void secret_to_text(const struct secret *secret, char text[SECRET_TEXT_BYTES]);
/* False unless the text is exactly 43 base64url characters. */
bool secret_from_text(struct secret *secret, const char *text);

#endif
