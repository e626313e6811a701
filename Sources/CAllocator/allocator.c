#include "allocator.h"

// A build fills much memory once and in many threads: large pages are faulted in 512 times less often, each processor has
// an arena of its own, and what is freed waits for the next pages instead of going back to the system.
const char *malloc_conf = "thp:always,percpu_arena:percpu,dirty_decay_ms:-1,muzzy_decay_ms:-1";
