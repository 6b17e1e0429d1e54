/* Stands before each call of the C library that changes something on the disk, in circle and in every program that it
 * starts. What it does there stands in the file KILLS/control: ask whether it may go on (so that somebody can copy the
 * disk as a kill would leave it), kill this program, kill all of them at once, or kill circle and let this one live on.
 * `stopping.py` is the other side. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { ASK = 1, KILL_ONE = 2, KILL_ALL = 3, KILL_CIRCLE = 4, MOST = 1000 };
enum { CIRCLE = 1, GIT = 2 };

struct control {
    int how, where; /* where: which programs count */
    long at;
    atomic_long calls;
    atomic_int held, programs;
    int numbers[MOST];
};

static struct control *control;
static char ask[4096], go[4096];
static int what;

__attribute__((constructor)) static void begin(void)
{
    const char *folder = getenv("KILLS");
    char name[4096];
    if (!folder)
        return;
    what = strncmp(program_invocation_short_name, "python", 6) ? GIT : CIRCLE; /* ssh-keygen counts like a git */
    snprintf(name, sizeof name, "%s/control", folder);
    snprintf(ask, sizeof ask, "%s/ask", folder);
    snprintf(go, sizeof go, "%s/go", folder);
    int file = syscall(SYS_openat, AT_FDCWD, name, O_RDWR | O_CLOEXEC);
    if (file < 0)
        return;
    void *found = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    if (found == MAP_FAILED)
        return;
    control = found;
    snprintf(name, sizeof name, "%d", getpid());
    if (what == CIRCLE)
        setenv("KILLS_CIRCLE", name, 0);
    int number = atomic_fetch_add(&control->programs, 1);
    if (number < MOST)
        control->numbers[number] = getpid();
}

static void wait_for_leave(long number, const char *call)
{
    char text[128] = {0}, answer;
    while (atomic_exchange(&control->held, 1))
        usleep(200);
    int there = syscall(SYS_openat, AT_FDCWD, ask, O_RDWR | O_CLOEXEC);
    int back = syscall(SYS_openat, AT_FDCWD, go, O_RDWR | O_CLOEXEC);
    snprintf(text, sizeof text, "%ld %s %s", number, what == GIT ? "git" : "circle", call);
    if (there >= 0 && back >= 0) {
        syscall(SYS_write, there, text, sizeof text);
        while (syscall(SYS_read, back, &answer, 1) < 0 && errno == EINTR)
            ;
    }
    syscall(SYS_close, there);
    syscall(SYS_close, back);
    atomic_store(&control->held, 0);
}

static void before(const char *call)
{
    if (!control || !(control->where & what))
        return;
    int error = errno;
    long number = atomic_fetch_add(&control->calls, 1) + 1;
    if (control->how == ASK) {
        wait_for_leave(number, call);
    } else if (control->how == KILL_CIRCLE && number == control->at) {
        const char *circle = getenv("KILLS_CIRCLE");
        if (circle)
            kill(atoi(circle), SIGKILL);
    } else if (control->how && number == control->at) {
        int programs = control->how == KILL_ALL ? atomic_load(&control->programs) : 0;
        for (int each = 0; each < programs && each < MOST; each++)
            if (control->numbers[each] != getpid())
                kill(control->numbers[each], SIGKILL);
        kill(getpid(), SIGKILL);
    }
    errno = error;
}

static int is_file(int number)
{
    struct stat found;
    int error = errno;
    int file = control && syscall(SYS_fstat, number, &found) == 0 && S_ISREG(found.st_mode);
    errno = error;
    return file;
}

#define CHANGES(flags) ((flags) & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR))
#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) \
        real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name);
#define STOP(type, name, taken, given) \
    type name taken \
    { \
        REAL(name) \
        before(#name); \
        return real given; \
    }
#define STOP_FILE(type, name, taken, given) \
    type name taken \
    { \
        REAL(name) \
        if (is_file(file)) \
            before(#name); \
        return real given; \
    }
#define STOP_STREAM(name) \
    int name(FILE *stream) \
    { \
        REAL(name) \
        if (stream && is_file(fileno(stream)) && (fcntl(fileno(stream), F_GETFL) & O_ACCMODE) != O_RDONLY) \
            before(#name); \
        return real(stream); \
    }
#define OPEN(name, taken, given) \
    int name taken \
    { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        REAL(name) \
        if (CHANGES(flags)) \
            before("open"); \
        return real given; \
    }
#define FOPEN(name) \
    FILE *name(const char *path, const char *how) \
    { \
        REAL(name) \
        if (strpbrk(how, "wa+")) \
            before("open"); \
        return real(path, how); \
    }

OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
OPEN(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
FOPEN(fopen)
FOPEN(fopen64)
STOP_FILE(ssize_t, write, (int file, const void *from, size_t size), (file, from, size))
STOP_FILE(ssize_t, pwrite, (int file, const void *from, size_t size, off_t at), (file, from, size, at))
STOP_FILE(ssize_t, pwrite64, (int file, const void *from, size_t size, off64_t at), (file, from, size, at))
STOP_FILE(ssize_t, writev, (int file, const struct iovec *from, int count), (file, from, count))
STOP_FILE(ssize_t, sendfile64, (int file, int from, off64_t *at, size_t size), (file, from, at, size))
STOP_FILE(int, fsync, (int file), (file))
STOP_FILE(int, fchmod, (int file, mode_t mode), (file, mode))
STOP_FILE(int, ftruncate, (int file, off_t size), (file, size))
STOP_FILE(int, ftruncate64, (int file, off64_t size), (file, size))
STOP_STREAM(fclose)
STOP_STREAM(fflush)
STOP(int, rename, (const char *old, const char *new), (old, new))
STOP(int, renameat, (int from, const char *old, int to, const char *new), (from, old, to, new))
STOP(int, renameat2, (int from, const char *old, int to, const char *new, unsigned how), (from, old, to, new, how))
STOP(int, link, (const char *old, const char *new), (old, new))
STOP(int, linkat, (int from, const char *old, int to, const char *new, int how), (from, old, to, new, how))
STOP(int, symlink, (const char *old, const char *new), (old, new))
STOP(int, symlinkat, (const char *old, int to, const char *new), (old, to, new))
STOP(int, unlink, (const char *path), (path))
STOP(int, unlinkat, (int folder, const char *path, int how), (folder, path, how))
STOP(int, rmdir, (const char *path), (path))
STOP(int, mkdir, (const char *path, mode_t mode), (path, mode))
STOP(int, mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode))
STOP(int, chmod, (const char *path, mode_t mode), (path, mode))
STOP(int, fchmodat, (int folder, const char *path, mode_t mode, int how), (folder, path, mode, how))
