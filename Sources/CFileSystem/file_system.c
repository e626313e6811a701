#define _GNU_SOURCE
#include "file_system.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

int swap_folders(const char *one, const char *other) {
#ifdef RENAME_EXCHANGE
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
#else
    (void)one;
    (void)other;
    errno = ENOSYS;
    return -1;
#endif
}

#ifndef FS_TOPDIR_FL
#define FS_TOPDIR_FL 0x00020000
#endif

int spread_folders(const char *path) {
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return -1;
    int flags = 0;
    int result = ioctl(folder, FS_IOC_GETFLAGS, &flags);
    if (result == 0) {
        flags |= FS_TOPDIR_FL;
        result = ioctl(folder, FS_IOC_SETFLAGS, &flags);
    }
    int problem = errno;
    close(folder);
    errno = problem;
    return result;
}
