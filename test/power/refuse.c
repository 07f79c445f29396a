// Lets the system refuse what a program asks of some paths, as a failing or full disk does: every call of REFUSE_CALLS on a path
// that contains REFUSE_PATH fails with the error of the number REFUSE_ERRNO. To be loaded with LD_PRELOAD; the program sets the
// three in its own environment.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int refused(const char *call, const char *path) {
  const char *error = getenv("REFUSE_ERRNO"), *part = getenv("REFUSE_PATH"), *calls = getenv("REFUSE_CALLS");
  if (!error || !*error || !part || !*part || !calls || !path) return 0;
  if (!strstr(calls, call) || !strstr(path, part)) return 0;
  errno = atoi(error);
  return 1;
}

static int refused_handle(const char *call, int fd) {
  char name[64], path[4096];
  const char *error = getenv("REFUSE_ERRNO");
  if (!error || !*error) return 0;
  snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(name, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return refused(call, path);
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define OPENS(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    va_list more; \
    va_start(more, flags); \
    mode_t mode = va_arg(more, mode_t); \
    va_end(more); \
    return refused("open", path) ? -1 : real(path, flags, mode); \
  }
OPENS(open)
OPENS(open64)

ssize_t write(int fd, const void *data, size_t length) {
  REAL(write);
  return refused_handle("write", fd) ? -1 : real(fd, data, length);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  REAL(pwrite64);
  return refused_handle("write", fd) ? -1 : real(fd, data, length, at);
}
ssize_t read(int fd, void *data, size_t length) {
  REAL(read);
  return refused_handle("read", fd) ? -1 : real(fd, data, length);
}
ssize_t pread64(int fd, void *data, size_t length, off64_t at) {
  REAL(pread64);
  return refused_handle("read", fd) ? -1 : real(fd, data, length, at);
}
int fsync(int fd) {
  REAL(fsync);
  return refused_handle("sync", fd) ? -1 : real(fd);
}
int fdatasync(int fd) {
  REAL(fdatasync);
  return refused_handle("sync", fd) ? -1 : real(fd);
}
int rename(const char *from, const char *to) {
  REAL(rename);
  return refused("rename", to) ? -1 : real(from, to);
}
int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  return refused("mkdir", path) ? -1 : real(path, mode);
}
