/* Everything hashed begins with a label and a zero byte, so that no key made for one purpose is
 * also the digest or the key for another. */
#include "base/secret.h"

#include <sodium.h>
#include <string.h>

#include "base/check.h"

_Static_assert(SECRET_BYTES == crypto_hash_sha256_BYTES, "a secret is as long as a digest");
_Static_assert(SECRET_TEXT_BYTES ==
                   sodium_base64_ENCODED_LEN(SECRET_BYTES,
                                             sodium_base64_VARIANT_URLSAFE_NO_PADDING),
               "room for the text of a secret");

#define HIGHEST_ID ((UINT64_C(1) << 53) - 1)

static void random_bytes(void *data, size_t length)
{
    CHECK(sodium_init() >= 0); /* does nothing when done before */
    randombytes_buf(data, length);
}

void secret_wipe(void *data, size_t length)
{
    if (length) sodium_memzero(data, length);
}

struct secret secret_random(void)
{
    struct secret secret;
    random_bytes(secret.bytes, sizeof secret.bytes);
    return secret;
}

uint64_t secret_random_id(void)
{
    uint64_t id;
    do {
        random_bytes(&id, sizeof id);
        id &= HIGHEST_ID;
    } while (!id);
    return id;
}

struct secret secret_digest(const struct secret *key)
{
    static const char label[] = "archipel digest"; /* hashed with its closing zero */
    crypto_hash_sha256_state hash;
    struct secret digest;
    crypto_hash_sha256_init(&hash);
    crypto_hash_sha256_update(&hash, (const unsigned char *)label, sizeof label);
    crypto_hash_sha256_update(&hash, key->bytes, sizeof key->bytes);
    crypto_hash_sha256_final(&hash, digest.bytes);
    sodium_memzero(&hash, sizeof hash);
    return digest;
}

static void hash_number(crypto_hash_sha256_state *hash, uint64_t number)
{
    unsigned char octets[8];
    for (int at = 0; at < 8; at++) octets[at] = (unsigned char)(number >> (56 - 8 * at));
    crypto_hash_sha256_update(hash, octets, sizeof octets);
}

struct secret secret_derive(const struct secret *parent, const char *label, uint64_t workshop,
                            uint64_t number)
{
    static const char prefix[] = "archipel ";
    crypto_hash_sha256_state hash;
    struct secret derived;
    crypto_hash_sha256_init(&hash);
    crypto_hash_sha256_update(&hash, (const unsigned char *)prefix, sizeof prefix - 1);
    crypto_hash_sha256_update(&hash, (const unsigned char *)label, strlen(label) + 1);
    hash_number(&hash, workshop);
    hash_number(&hash, number);
    crypto_hash_sha256_update(&hash, parent->bytes, sizeof parent->bytes);
    crypto_hash_sha256_final(&hash, derived.bytes);
    sodium_memzero(&hash, sizeof hash);
    return derived;
}

bool secret_equal(const struct secret *left, const struct secret *right)
{
    return sodium_memcmp(left->bytes, right->bytes, sizeof left->bytes) == 0;
}

void secret_to_text(const struct secret *secret, char text[SECRET_TEXT_BYTES])
{
    sodium_bin2base64(text, SECRET_TEXT_BYTES, secret->bytes, sizeof secret->bytes,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool secret_from_text(struct secret *secret, const char *text)
{
    size_t length;
    return strnlen(text, SECRET_TEXT_BYTES) == SECRET_TEXT_BYTES - 1 &&
           sodium_base642bin(secret->bytes, sizeof secret->bytes, text, SECRET_TEXT_BYTES - 1, NULL,
                             &length, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
           length == sizeof secret->bytes;
}
