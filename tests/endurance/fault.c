/* Makes the Nth call of a kind fail, or kills the process there: for `faults.py`, which preloads it.

   FACTBASE_FAULT is "CALL:N:OUTCOME:FOLDER": a write, fsync, rename, unlink or truncate, counted from 1 over the files
   below FOLDER; the outcome is the number of an error, 0 to die before the call, or -1 to die after it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int calls;

/* 0: go on; 1: fail, errno is set; 2: go on and die. */
static int fault(const char *call, const char *path) {
    const char *asked = getenv("FACTBASE_FAULT");
    char kind[16], folder[PATH_MAX];
    int at, outcome;
    if (!asked || sscanf(asked, "%15[^:]:%d:%d:%4095s", kind, &at, &outcome, folder) != 4) return 0;
    if (strcmp(kind, call) || strncmp(path, folder, strlen(folder)) || ++calls != at) return 0;
    char mark[PATH_MAX + 8];
    snprintf(mark, sizeof mark, "%s.met", folder);
    FILE *met = fopen(mark, "w");
    if (met) fclose(met);
    if (outcome == 0) kill(getpid(), SIGKILL);
    if (outcome > 0) errno = outcome;
    return outcome > 0 ? 1 : 2;
}

static int fault_at(const char *call, int descriptor) {
    char link[64], path[PATH_MAX];
    if (!getenv("FACTBASE_FAULT")) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fault(call, path);
}

static int fault_of(const char *call, const char *name) {
    char path[PATH_MAX], here[PATH_MAX];
    if (!getenv("FACTBASE_FAULT")) return 0;
    if (name[0] == '/') return fault(call, name);
    snprintf(path, sizeof path, "%.2000s/%.2000s", getcwd(here, sizeof here) ? here : "", name);
    return fault(call, path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define DISTURBED(result, check, call)            \
    int met = check;                              \
    if (met == 1) return -1;                      \
    result done = call;                           \
    if (met == 2) kill(getpid(), SIGKILL);        \
    return done;

ssize_t write(int file, const void *data, size_t size) { DISTURBED(ssize_t, fault_at("write", file), REAL(write)(file, data, size)) }
ssize_t pwrite(int file, const void *data, size_t size, off_t at) { DISTURBED(ssize_t, fault_at("write", file), REAL(pwrite)(file, data, size, at)) }
ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) { DISTURBED(ssize_t, fault_at("write", file), REAL(pwrite64)(file, data, size, at)) }
int fsync(int file) { DISTURBED(int, fault_at("fsync", file), REAL(fsync)(file)) }
int fdatasync(int file) { DISTURBED(int, fault_at("fsync", file), REAL(fdatasync)(file)) }
int ftruncate(int file, off_t size) { DISTURBED(int, fault_at("truncate", file), REAL(ftruncate)(file, size)) }
int ftruncate64(int file, off64_t size) { DISTURBED(int, fault_at("truncate", file), REAL(ftruncate64)(file, size)) }
int rename(const char *from, const char *to) { DISTURBED(int, fault_of("rename", to), REAL(rename)(from, to)) }
int unlink(const char *name) { DISTURBED(int, fault_of("unlink", name), REAL(unlink)(name)) }
int link(const char *from, const char *to) { DISTURBED(int, fault_of("link", to), REAL(link)(from, to)) }
