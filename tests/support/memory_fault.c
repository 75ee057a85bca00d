/* SPDX-License-Identifier: MIT */
/*
 * Preloaded into a program: runs its main() again and again, each time in a
 * process of its own, and refuses it some of the memory that it asks for. What
 * is to be refused is read from file descriptor 3, what happened is written to
 * 4; see memory_fault.h.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/memory_fault.h"

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void __libc_free(void *memory);

static int (*real_main)(int, char **, char **);
static bool is_at_work;
static unsigned long requests;
static long held;
static struct memory_order order;

static bool refuses(void) {
    if (!is_at_work)
        return false;
    requests++;
    if (!order.at || requests < order.at ||
        (requests > order.at && !order.goes_on))
        return false;
    errno = ENOMEM;
    return true;
}

static void *count(void *memory) {
    held += is_at_work && memory;
    return memory;
}

void *malloc(size_t size) {
    return refuses() ? NULL : count(__libc_malloc(size));
}

void *calloc(size_t number, size_t size) {
    return refuses() ? NULL : count(__libc_calloc(number, size));
}

void *realloc(void *memory, size_t size) {
    if (refuses())
        return NULL;
    void *resized = __libc_realloc(memory, size);
    return memory ? resized : count(resized);
}

void free(void *memory) {
    held -= is_at_work && memory;
    __libc_free(memory);
}

static void run(struct memory_result *result, int argc, char **argv,
                char **variables) {
    close(3);
    close(4);
    is_at_work = true;
    int code = real_main(argc, argv, variables);
    is_at_work = false;
    *result = (struct memory_result){true, 0, requests, held};
    exit(code);
}

static int serve(int argc, char **argv, char **variables) {
    struct memory_result *result =
        mmap(NULL, sizeof *result, PROT_READ | PROT_WRITE,
             MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    while (read(3, &order, sizeof order) == sizeof order) {
        *result = (struct memory_result){0};
        pid_t child = fork();
        if (child == 0)
            run(result, argc, argv, variables);
        int status = 0;
        if (child < 0 || waitpid(child, &status, 0) != child)
            abort();
        result->status = status;
        if (write(4, result, sizeof *result) != sizeof *result)
            abort();
    }
    return 0;
}

/* Where the C library calls main() from. */
int __libc_start_main(int (*main)(int, char **, char **), int argc, char **argv,
                      void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void *stack_end) {
    int (*start)(int (*)(int, char **, char **), int, char **, void (*)(void),
                 void (*)(void), void (*)(void), void *);
    *(void **)&start = dlsym(RTLD_NEXT, "__libc_start_main");
    real_main = main;
    return start(serve, argc, argv, init, fini, rtld_fini, stack_end);
}
