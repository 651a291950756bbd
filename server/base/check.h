/* Bugs and exhaustion stop the program here and nowhere else.
 *
 * A refusal (the domain says no) and a status (the world fails) are values and
 * are returned; what is left are broken invariants and an empty heap. */
#ifndef ARCHIPEL_BASE_CHECK_H
#define ARCHIPEL_BASE_CHECK_H

#include <stddef.h>

/* Stops the program with the place and the expression when an invariant is broken.
 * Stays on in release builds: a wrong answer to a thousand people is worse than a restart. */
#define CHECK(expression) ((expression) ? (void)0 : check_failed(__FILE__, __LINE__, #expression))

/* What CHECK calls: says where and what, and stops the program. */
_Noreturn void check_failed(const char *file, int line, const char *expression);

/* As malloc, but never NULL: an empty heap stops the program. The caller owns the result and frees
 * it with free. */
void *allocate(size_t bytes);
/* As calloc, in the same way; of 0 items it is a valid pointer. */
void *allocate_zero(size_t count, size_t bytes);
/* As realloc, in the same way. */
void *reallocate(void *pointer, size_t bytes);

/* A zeroed struct of this type, owned by the caller. */
#define NEW(type) ((type *)allocate_zero(1, sizeof(type)))

#endif
