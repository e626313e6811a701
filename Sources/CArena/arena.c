#include "arena.h"
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

static const size_t usual_length = (size_t)1 << 18;

/// A piece of memory from the C library.
struct chunk {
    struct chunk *before;
    char *end;
    alignas(16) char memory[];
};

struct arena {
    char *cursor;
    /// The newest; the oldest, of the usual length, is kept.
    struct chunk *chunk;
};

/// Stands before each allocation: its length, for `arena_realloc`.
struct header {
    alignas(16) size_t length;
};

static _Thread_local struct arena *current;

static void add_chunk(struct arena *arena, size_t length) {
    struct chunk *chunk = malloc(sizeof(struct chunk) + length);
    if (!chunk) abort();
    chunk->before = arena->chunk;
    chunk->end = chunk->memory + length;
    arena->chunk = chunk;
    arena->cursor = chunk->memory;
}

struct arena *arena_create(void) {
    struct arena *arena = calloc(1, sizeof(struct arena));
    if (!arena) abort();
    add_chunk(arena, usual_length);
    return arena;
}

void arena_destroy(struct arena *arena) {
    arena_reset(arena);
    free(arena->chunk);
    free(arena);
}

struct arena *arena_use(struct arena *arena) {
    struct arena *outer = current;
    current = arena;
    return outer;
}

void arena_reset(struct arena *arena) {
    while (arena->chunk->before) {
        struct chunk *before = arena->chunk->before;
        free(arena->chunk);
        arena->chunk = before;
    }
    arena->cursor = arena->chunk->memory;
}

static size_t rounded(size_t size) { return (size + 15) & ~(size_t)15; }

static void *take(size_t size) {
    size_t length = rounded(size);
    size_t needed = sizeof(struct header) + length;
    if (needed > (size_t)(current->chunk->end - current->cursor)) {
        add_chunk(current, needed > usual_length ? needed : usual_length);
    }
    struct header *header = (struct header *)current->cursor;
    header->length = length;
    current->cursor += needed;
    return header + 1;
}

void *arena_calloc(size_t count, size_t size) { return memset(take(count * size), 0, count * size); }

void *arena_realloc(void *memory, size_t size) {
    if (!memory) return take(size);
    struct header *header = (struct header *)memory - 1;
    if (size <= header->length) return memory;
    size_t growth = rounded(size) - header->length;
    char *end = (char *)memory + header->length;
    if (end == current->cursor && growth <= (size_t)(current->chunk->end - end)) {
        header->length += growth;
        current->cursor += growth;
        return memory;
    }
    return memcpy(take(size), memory, header->length);
}

void arena_free(void *memory) { (void)memory; }
