/* SPDX-License-Identifier: MIT */
/*
 * Preloaded into wsclose-gen and its fetching program: no name is known until
 * NAMES_AFTER seconds have passed, then each is this machine's, and time runs
 * SPEED times as fast.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <netdb.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static long long began;

static long long now_ns(void) {
    struct timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

__attribute__((constructor)) static void begin(void) {
    began = now_ns();
}

int clock_gettime(clockid_t clock, struct timespec *ret) {
    if (clock != CLOCK_MONOTONIC)
        return (int)syscall(SYS_clock_gettime, clock, ret);
    long long now = began + (now_ns() - began) * SPEED;
    *ret = (struct timespec){now / 1000000000, now % 1000000000};
    return 0;
}

int poll(struct pollfd *fds, nfds_t count, int ms) {
    static int (*next)(struct pollfd *, nfds_t, int);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "poll");
    return next(fds, count, ms > 0 ? (ms + SPEED - 1) / SPEED : ms);
}

int getaddrinfo(const char *name, const char *service,
                const struct addrinfo *hints, struct addrinfo **ret) {
    static int (*next)(const char *, const char *, const struct addrinfo *,
                       struct addrinfo **);
    (void)name;
    long long seconds = (now_ns() - began) * SPEED / 1000000000;
    const char *after = getenv("NAMES_AFTER");
    if (!after || seconds < atoi(after))
        return EAI_AGAIN;
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "getaddrinfo");
    return next("127.0.0.1", service, hints, ret);
}
