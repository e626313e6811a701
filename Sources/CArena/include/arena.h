#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

/// Memory for one parse by libcmark: handed out by moving a cursor, taken back all at once.
///
/// Half of libcmark's time would go to `malloc` and `free` of small nodes. Its allocator functions get no context, so
/// the arena in use is a value of the thread, which only C reaches without a call.
struct arena;

struct arena *arena_create(void);
void arena_destroy(struct arena *arena);

/// Makes the three functions below take memory from this arena, on this thread; returns the one they took it from.
struct arena *arena_use(struct arena *arena);

/// Takes back all memory that was handed out.
void arena_reset(struct arena *arena);

/// As those of the C library, for the sizes that libcmark asks for; `arena_free` leaves it to `arena_reset`.
void *arena_calloc(size_t count, size_t size);
void *arena_realloc(void *memory, size_t size);
void arena_free(void *memory);

#endif
