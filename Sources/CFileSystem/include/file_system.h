#ifndef FILE_SYSTEM_H
#define FILE_SYSTEM_H

/// Makes two folders change places in one step (Linux `renameat2`, which Swift's Glibc does not show).
/// Returns 0, or -1 with errno set, also where the file system cannot do it.
int swap_folders(const char *one, const char *other);

/// Tells ext4 that the folders in this one have nothing to do with each other, so that each gets a stretch of the disk of its own
/// (the attribute T of chattr(1)). Returns 0, or -1 with errno set, also where the file system has no such hint.
int spread_folders(const char *path);

#endif
