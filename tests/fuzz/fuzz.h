/* What every fuzz target is: a property of any bytes at all. A target stops the program when the
 * bytes break it. The same file is linked with libFuzzer and with replay.c. */
#ifndef ARCHIPEL_TESTS_FUZZ_H
#define ARCHIPEL_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length);

#endif
