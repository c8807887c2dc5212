// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a child of the tests: the Nth call that changes something inside one folder fails.
//
// FAULT_FOLDER  Only calls on paths that begin with this count.
// FAULT_AT      Which of them fails, from 1; 0: none, they are only counted.
// FAULT_MODE    once (default); forever: all from that one on fail; short: that write takes half of the bytes only.
// FAULT_ERRNO   ENOSPC (default), EIO, EDQUOT, EACCES, EROFS or EINTR.
// FAULT_CALL    Count only these, comma separated: open write sync rename truncate remove make map chmod lock.
// FAULT_REPORT  A file outside the folder that gets "calls NAME-OF-FAILED-CALL" at the end, also when it is killed.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum Verdict { kPass, kFail, kShort };

static unsigned counted;

static void* next(const char* name)
{
    return dlsym(RTLD_NEXT, name);
}

#define REAL(name) ((__typeof__(&name))next(#name))

static int errorWanted(void)
{
    const char* name = getenv("FAULT_ERRNO");
    if (!name || strcmp(name, "ENOSPC") == 0)
        return ENOSPC;
    if (strcmp(name, "EIO") == 0)
        return EIO;
    if (strcmp(name, "EDQUOT") == 0)
        return EDQUOT;
    if (strcmp(name, "EACCES") == 0)
        return EACCES;
    if (strcmp(name, "EROFS") == 0)
        return EROFS;
    return EINTR;
}

static int isInside(const char* path)
{
    const char* folder = getenv("FAULT_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int isDescriptorInside(int descriptor)
{
    char link[64];
    char path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    return isInside(path);
}

static void report(unsigned calls, const char* failed)
{
    const char* file = getenv("FAULT_REPORT");
    if (!file)
        return;
    char line[64];
    const int length = snprintf(line, sizeof line, "%u %s\n", calls, failed);
    const int descriptor = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT, 0644);
    if (descriptor < 0)
        return;
    // Rewritten at each call: a child that is killed has no end to report at.
    if (syscall(SYS_pwrite64, descriptor, line, (size_t)length, 0L) < 0)
        syscall(SYS_close, descriptor);
    else
        syscall(SYS_close, descriptor);
}

static enum Verdict verdictOn(const char* kind)
{
    static char failed[16] = "-";
    const char* kinds = getenv("FAULT_CALL");
    if (kinds && *kinds && !strstr(kinds, kind))
        return kPass;
    const unsigned number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    const char* at = getenv("FAULT_AT");
    const char* mode = getenv("FAULT_MODE");
    const unsigned wanted = at ? (unsigned)strtoul(at, NULL, 10) : 0;
    const int forever = mode && strcmp(mode, "forever") == 0;
    const int hit = wanted > 0 && (number == wanted || (forever && number > wanted));
    if (hit && number == wanted)
        snprintf(failed, sizeof failed, "%s", kind);
    report(number, failed);
    if (!hit)
        return kPass;
    if (mode && strcmp(mode, "short") == 0)
        return strcmp(kind, "write") == 0 ? kShort : kPass;
    errno = errorWanted();
    return kFail;
}

static int writes(int flags)
{
    return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
}

#define MODE_OF(flags)                                                                                                 \
    mode_t mode = 0;                                                                                                   \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                                                                             \
        va_list arguments;                                                                                             \
        va_start(arguments, flags);                                                                                    \
        mode = va_arg(arguments, mode_t);                                                                              \
        va_end(arguments);                                                                                             \
    }

#define OPEN(name)                                                                                                     \
    int name(const char* path, int flags, ...)                                                                         \
    {                                                                                                                  \
        MODE_OF(flags)                                                                                                 \
        if (writes(flags) && isInside(path) && verdictOn("open") == kFail)                                             \
            return -1;                                                                                                 \
        return REAL(name)(path, flags, mode);                                                                          \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                                   \
    int name(int folder, const char* path, int flags, ...)                                                             \
    {                                                                                                                  \
        MODE_OF(flags)                                                                                                 \
        if (writes(flags) && isInside(path) && verdictOn("open") == kFail)                                             \
            return -1;                                                                                                 \
        return REAL(name)(folder, path, flags, mode);                                                                  \
    }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int descriptor, const void* data, size_t size)
{
    if (isDescriptorInside(descriptor)) {
        const enum Verdict verdict = verdictOn("write");
        if (verdict == kFail)
            return -1;
        if (verdict == kShort)
            size = (size + 1) / 2;
    }
    return REAL(write)(descriptor, data, size);
}

#define PWRITE(name, offset_type)                                                                                      \
    ssize_t name(int descriptor, const void* data, size_t size, offset_type offset)                                    \
    {                                                                                                                  \
        if (isDescriptorInside(descriptor)) {                                                                          \
            const enum Verdict verdict = verdictOn("write");                                                           \
            if (verdict == kFail)                                                                                      \
                return -1;                                                                                             \
            if (verdict == kShort)                                                                                     \
                size = (size + 1) / 2;                                                                                 \
        }                                                                                                              \
        return REAL(name)(descriptor, data, size, offset);                                                             \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t writev(int descriptor, const struct iovec* parts, int count)
{
    if (isDescriptorInside(descriptor)) {
        const enum Verdict verdict = verdictOn("write");
        if (verdict == kFail)
            return -1;
        if (verdict == kShort)
            count = (count + 1) / 2;
    }
    return REAL(writev)(descriptor, parts, count);
}

#define ON_DESCRIPTOR(name, kind, parameters, ...)                                                                     \
    int name parameters                                                                                                \
    {                                                                                                                  \
        if (isDescriptorInside(descriptor) && verdictOn(kind) == kFail)                                                \
            return -1;                                                                                                 \
        return REAL(name)(__VA_ARGS__);                                                                                \
    }
ON_DESCRIPTOR(fsync, "sync", (int descriptor), descriptor)
ON_DESCRIPTOR(fdatasync, "sync", (int descriptor), descriptor)
ON_DESCRIPTOR(ftruncate, "truncate", (int descriptor, off_t size), descriptor, size)
ON_DESCRIPTOR(ftruncate64, "truncate", (int descriptor, off64_t size), descriptor, size)
ON_DESCRIPTOR(fallocate, "truncate", (int descriptor, int mode, off_t at, off_t size), descriptor, mode, at, size)
ON_DESCRIPTOR(fallocate64, "truncate", (int descriptor, int mode, off64_t at, off64_t size), descriptor, mode, at, size)
ON_DESCRIPTOR(fchmod, "chmod", (int descriptor, mode_t mode), descriptor, mode)
ON_DESCRIPTOR(flock, "lock", (int descriptor, int operation), descriptor, operation)

// posix_fallocate tells its error by its value.
#define FALLOCATE(name, offset_type)                                                                                   \
    int name(int descriptor, offset_type at, offset_type size)                                                         \
    {                                                                                                                  \
        if (isDescriptorInside(descriptor) && verdictOn("truncate") == kFail)                                          \
            return errorWanted();                                                                                      \
        return REAL(name)(descriptor, at, size);                                                                       \
    }
FALLOCATE(posix_fallocate, off_t)
FALLOCATE(posix_fallocate64, off64_t)

#define ON_PATH(name, kind, parameters, ...)                                                                           \
    int name parameters                                                                                                \
    {                                                                                                                  \
        if (isInside(path) && verdictOn(kind) == kFail)                                                                \
            return -1;                                                                                                 \
        return REAL(name)(__VA_ARGS__);                                                                                \
    }
ON_PATH(rename, "rename", (const char* path, const char* to), path, to)
ON_PATH(renameat, "rename", (int folder, const char* path, int toFolder, const char* to), folder, path, toFolder, to)
ON_PATH(renameat2, "rename", (int folder, const char* path, int toFolder, const char* to, unsigned flags), folder, path,
        toFolder, to, flags)
ON_PATH(link, "rename", (const char* path, const char* to), path, to)
ON_PATH(linkat, "rename", (int folder, const char* path, int toFolder, const char* to, int flags), folder, path,
        toFolder, to, flags)
ON_PATH(unlink, "remove", (const char* path), path)
ON_PATH(rmdir, "remove", (const char* path), path)
ON_PATH(remove, "remove", (const char* path), path)
ON_PATH(mkdir, "make", (const char* path, mode_t mode), path, mode)
ON_PATH(chmod, "chmod", (const char* path, mode_t mode), path, mode)

// remove_all works with names relative to the open folder.
int unlinkat(int folder, const char* path, int flags)
{
    const int inside = path[0] == '/' || folder == AT_FDCWD ? isInside(path) : isDescriptorInside(folder);
    if (inside && verdictOn("remove") == kFail)
        return -1;
    return REAL(unlinkat)(folder, path, flags);
}

#define MMAP(name, offset_type)                                                                                        \
    void* name(void* address, size_t length, int protection, int flags, int descriptor, offset_type offset)            \
    {                                                                                                                  \
        const int shared = (flags & MAP_SHARED) && (protection & PROT_WRITE) && descriptor >= 0;                       \
        if (shared && isDescriptorInside(descriptor) && verdictOn("map") == kFail)                                     \
            return MAP_FAILED;                                                                                         \
        return REAL(name)(address, length, protection, flags, descriptor, offset);                                     \
    }
MMAP(mmap, off_t)
MMAP(mmap64, off64_t)
