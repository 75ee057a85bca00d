/* SPDX-License-Identifier: MIT */
#include "support/memory_server.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void start(struct workshop *workshop, const char *const *argv, int in,
                  int out) {
    const int append = O_WRONLY | O_CREAT | O_APPEND | O_TRUNC;
    int fds[] = {open("/dev/null", O_RDONLY), -1, -1, dup(in), dup(out)};
    if (chdir(workshop->folder) != 0)
        _exit(127);
    fds[1] = open("stdout", append, 0666);
    fds[2] = open("stderr", append, 0666);
    for (int i = 0; i < 5; i++)
        fds[i] = fcntl(fds[i], F_DUPFD, 10);
    for (int i = 0; i < 5; i++)
        if (dup2(fds[i], i) != i)
            _exit(127);
    for (int i = 5; i < 64; i++)
        close(i);
    setenv("LD_PRELOAD", MEMORY_FAULT_LIBRARY, 1);
    execv(argv[0], (char *const *)argv);
    _exit(127);
}

struct memory_server memory_server_open(struct workshop *workshop,
                                        const char *const *argv) {
    int orders[2], results[2];
    assert_int_equal(pipe(orders), 0);
    assert_int_equal(pipe(results), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0)
        start(workshop, argv, orders[0], results[1]);
    close(orders[0]);
    close(results[1]);
    return (struct memory_server){workshop, pid, orders[1], results[0]};
}

void memory_server_close(const struct memory_server *server) {
    int status;
    close(server->orders);
    close(server->results);
    assert_int_equal(waitpid(server->pid, &status, 0), server->pid);
    assert_int_equal(status, 0);
}

struct memory_result memory_server_run(const struct memory_server *server,
                                       struct memory_order order) {
    struct memory_result ret;
    workshop_put(server->workshop, "stdout", "");
    workshop_put(server->workshop, "stderr", "");
    assert_int_equal(write(server->orders, &order, sizeof order), sizeof order);
    assert_int_equal(read(server->results, &ret, sizeof ret), sizeof ret);
    return ret;
}
