/* libsodium's generic hash is BLAKE2b; its key goes into the first block, as RFC 7693 has it. */
#include "base/digest.h"

#include <sodium.h>
#include <string.h>

_Static_assert(DIGEST_BYTES == crypto_generichash_BYTES, "BLAKE2b with 256 bits");
_Static_assert(SECRET_BYTES == crypto_generichash_KEYBYTES, "a secret is a key for it");

struct digest digest_after(const struct digest *before, const void *data, size_t length)
{
    crypto_generichash_state hash;
    struct digest digest;
    crypto_generichash_init(&hash, NULL, 0, sizeof digest.bytes);
    crypto_generichash_update(&hash, before->bytes, sizeof before->bytes);
    crypto_generichash_update(&hash, data, length);
    crypto_generichash_final(&hash, digest.bytes, sizeof digest.bytes);
    return digest;
}

struct digest digest_keyed(const struct secret *key, const void *data, size_t length)
{
    struct digest digest;
    crypto_generichash(digest.bytes, sizeof digest.bytes, data, length, key->bytes,
                       sizeof key->bytes);
    return digest;
}

bool digest_equal(const struct digest *left, const struct digest *right)
{
    return memcmp(left->bytes, right->bytes, sizeof left->bytes) == 0;
}
