#ifndef ALLOCATOR_H
#define ALLOCATOR_H

/// The settings of jemalloc, which looks for them under this name.
extern const char *malloc_conf;

#endif
