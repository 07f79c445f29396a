// Logs what a program asks of a disk: every write, truncation, sync, link, rename and removal below POWER_DIR goes to
// POWER_LOG, in the order in which they happened. To be loaded with LD_PRELOAD; test/power/disk.ts reads the log.
//
// A record: op (1 byte), length of path (4), offset or length (8), inode (8), length of data (4); then path and data.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static int log_fd = -1;
static const char *dir;
static size_t dir_length;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);
static int (*real_link)(const char *, const char *);

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_link = dlsym(RTLD_NEXT, "link");
  dir = getenv("POWER_DIR");
  dir_length = dir ? strlen(dir) : 0;
  const char *path = getenv("POWER_LOG");
  if (path) log_fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int below(const char *path) { return dir && strncmp(path, dir, dir_length) == 0; }

static int path_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path);
}

static uint64_t inode_of(int fd) {
  struct stat stat;
  return fstat(fd, &stat) ? 0 : stat.st_ino;
}

static void record(char op, const char *path, uint64_t offset, uint64_t inode, const void *data, uint32_t length) {
  if (log_fd < 0) return;
  uint32_t path_length = strlen(path);
  char head[25];
  head[0] = op;
  memcpy(head + 1, &path_length, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &inode, 8);
  memcpy(head + 21, &length, 4);
  real_write(log_fd, head, sizeof head);
  real_write(log_fd, path, path_length);
  if (length) real_write(log_fd, data, length);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
  char path[4096];
  pthread_mutex_lock(&turn);
  ssize_t done = real_pwrite(fd, data, length, offset);
  if (done > 0 && path_of(fd, path, sizeof path)) record('W', path, offset, inode_of(fd), data, done);
  pthread_mutex_unlock(&turn);
  return done;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }

ssize_t write(int fd, const void *data, size_t length) {
  char path[4096];
  if (!real_write) return syscall(SYS_write, fd, data, length);
  pthread_mutex_lock(&turn);
  ssize_t done = real_write(fd, data, length);
  if (done > 0 && path_of(fd, path, sizeof path)) {
    size_t end = strlen(path);
    if (end > 8 && strcmp(path + end - 8, "/ack.log") == 0) record('A', path, 0, 0, data, done);
    else record('W', path, lseek(fd, 0, SEEK_CUR) - done, inode_of(fd), data, done);
  }
  pthread_mutex_unlock(&turn);
  return done;
}

static int synced(int fd, int (*real)(int)) {
  char path[4096];
  pthread_mutex_lock(&turn);
  int failed = real(fd);
  if (!failed && path_of(fd, path, sizeof path)) record('S', path, 0, inode_of(fd), 0, 0);
  pthread_mutex_unlock(&turn);
  return failed;
}
int fsync(int fd) { return synced(fd, real_fsync); }
int fdatasync(int fd) { return synced(fd, real_fdatasync); }

int ftruncate64(int fd, off_t length) {
  char path[4096];
  pthread_mutex_lock(&turn);
  int failed = real_ftruncate(fd, length);
  if (!failed && path_of(fd, path, sizeof path)) record('T', path, length, inode_of(fd), 0, 0);
  pthread_mutex_unlock(&turn);
  return failed;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int unlink(const char *path) {
  pthread_mutex_lock(&turn);
  int failed = real_unlink(path);
  if (!failed && below(path)) record('U', path, 0, 0, 0, 0);
  pthread_mutex_unlock(&turn);
  return failed;
}

int rename(const char *from, const char *to) {
  pthread_mutex_lock(&turn);
  int failed = real_rename(from, to);
  if (!failed && below(from)) record('N', from, 0, 0, to, strlen(to));
  pthread_mutex_unlock(&turn);
  return failed;
}

int link(const char *from, const char *to) {
  pthread_mutex_lock(&turn);
  int failed = real_link(from, to);
  if (!failed && below(from)) record('L', from, 0, 0, to, strlen(to));
  pthread_mutex_unlock(&turn);
  return failed;
}
