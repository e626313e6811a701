#ifndef FILE_SWAP_H
#define FILE_SWAP_H

/// Makes two paths change places in one step (Linux `renameat2`, which Swift's Glibc does not show).
/// Returns 0, or -1 with errno set, also where the file system cannot do it.
int file_swap(const char *one, const char *other);

#endif
