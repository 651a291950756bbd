/* The lower bits are of the upper ones too, so that no mark can be made of two others. */
#include "live/mark.h"

#include "base/digest.h"

enum { PAST_BITS = 26, WITNESS_BITS = 27 };

struct secret mark_key(const struct secret *organiser)
{
    return secret_derive(organiser, "mark", 0, 0);
}

/* The first bits of a keyed digest. */
static uint64_t bits_of(const struct secret *key, const void *data, size_t length, int bits)
{
    struct digest digest = digest_keyed(key, data, length);
    uint64_t first = 0;
    for (int at = 0; at < 8; at++) first = first << 8 | digest.bytes[at];
    return first >> (64 - bits);
}

static uint64_t witness_of(const struct secret *key, uint64_t workshop, uint64_t epoch,
                           uint64_t seq, uint64_t past)
{
    const uint64_t numbers[] = {workshop, epoch, seq, past};
    uint8_t octets[sizeof numbers];
    for (size_t at = 0; at < sizeof octets; at++)
        octets[at] = (uint8_t)(numbers[at / 8] >> (56 - 8 * (at % 8)));
    return bits_of(key, octets, sizeof octets, WITNESS_BITS);
}

uint64_t mark_of(const struct secret *key, uint64_t workshop,
                 const struct journal_position *position)
{
    uint64_t past = bits_of(key, position->head.bytes, DIGEST_BYTES, PAST_BITS);
    uint64_t mark =
        past << WITNESS_BITS | witness_of(key, workshop, position->epoch, position->seq, past);
    return mark ? mark : 1; /* 0 is no mark; this one is not believed, and does no harm */
}

bool mark_was_given(const struct secret *key, uint64_t workshop, uint64_t epoch, uint64_t seq,
                    uint64_t mark)
{
    uint64_t past = mark >> WITNESS_BITS, witness = mark & ((UINT64_C(1) << WITNESS_BITS) - 1);
    return past >> PAST_BITS == 0 && witness == witness_of(key, workshop, epoch, seq, past);
}
