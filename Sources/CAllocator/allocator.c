#include "allocator.h"

// A build fills much memory once: a large page takes one fault where small ones take 512.
const char *malloc_conf = "thp:always,narenas:1";
