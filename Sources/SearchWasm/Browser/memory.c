// The few C functions that Embedded Swift asks for: an allocator with free lists by size class over a growing memory.
typedef __SIZE_TYPE__ size_t;
typedef struct Block { struct Block *next; } Block;

extern unsigned char __heap_base;
static unsigned char *top, *end;
static Block *freeLists[128];

static void *grow(size_t size) {
    if (!top) {
        top = (unsigned char *)(((size_t)&__heap_base + 15) & ~(size_t)15);
        end = (unsigned char *)(__builtin_wasm_memory_size(0) << 16);
    }
    if ((size_t)(end - top) < size) {
        // At least a mebibyte: growing is slow, and memory that was never written to costs nothing.
        size_t pages = (size - (size_t)(end - top) + 0xFFFFF) >> 20 << 4;
        if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) __builtin_trap();
        end += pages << 16;
    }
    unsigned char *block = top;
    top += size;
    return block;
}

// Sizes rise by four classes to a doubling, so that a block is at most a quarter larger than asked for. Before each stand
// 8 bytes that hold its class, so that `free` needs no size.
int posix_memalign(void **out, size_t alignment, size_t size) {
    (void)alignment;
    if (size > 0x40000000) __builtin_trap();
    unsigned last = (unsigned)((size + 15) & ~(size_t)7) - 1;
    int shift = 29 - __builtin_clz(last | 8);
    int class = shift * 4 + (int)(last >> shift);
    Block *block = freeLists[class];
    if (block) freeLists[class] = block->next;
    else block = grow((size_t)((last >> shift) + 1) << shift);
    *(int *)block = class;
    *out = (unsigned char *)block + 8;
    return 0;
}

void free(void *pointer) {
    if (!pointer) return;
    Block *block = (Block *)((unsigned char *)pointer - 8);
    int class = *(int *)block;
    block->next = freeLists[class];
    freeLists[class] = block;
}

// memory.copy and memory.fill are single instructions, and the former allows overlap.
void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }
void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }
