/* SPDX-License-Identifier: MIT */
#include "site.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "listen.h"

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void start(const char *folder, const char *const *argv, int out) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    alarm(LIFETIME);
    dup2(out, 1);
    if (chdir(folder) == 0)
        execvp(argv[0], (char *const *)argv);
    perror(argv[0]);
    _exit(127);
}

/* Waits until somebody listens. */
static void wait_for(int port) {
    for (double end = now() + 10; now() < end;) {
        int fd = connect_to(port);
        if (fd >= 0) {
            close(fd);
            return;
        }
        nanosleep(&(struct timespec){0, 20 * 1000000}, NULL);
    }
    fail_msg("nobody listens on %d", port);
}

struct server server_start(struct workshop *workshop, const char *const *argv,
                           int port) {
    int out[2];
    char line[16] = "";
    assert_int_equal(pipe(out), 0);
    fcntl(out[0], F_SETFD, FD_CLOEXEC);
    fcntl(out[1], F_SETFD, FD_CLOEXEC);
    fflush(NULL);
    struct server server = {fork(), port};
    if (server.pid == 0)
        start(workshop->folder, argv, out[1]);
    assert_true(server.pid > 0);
    setpgid(server.pid, server.pid);
    close(out[1]);
    if (!port) {
        assert_true(read(out[0], line, sizeof line - 1) > 0);
        server.port = atoi(line);
    }
    close(out[0]);
    wait_for(server.port);
    return server;
}

void server_stop(struct server *server) {
    if (!server->pid)
        return;
    kill(-server->pid, SIGKILL);
    waitpid(server->pid, NULL, 0);
    server->pid = 0;
}

int free_port(void) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t len = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, len), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &len), 0);
    close(fd);
    return ntohs(address.sin_port);
}

void make_certificates(struct workshop *workshop) {
    const char *argv[] = {CERTIFICATES, ".", NULL};
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    assert_string_equal(outcome.err, "");
    assert_int_equal(outcome.exit_code, 0);
}

void site_unset_variables(void) {
    static const char *const names[] = {
        "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR", "https_proxy",
        "HTTPS_PROXY",    "all_proxy",     "ALL_PROXY"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
}

struct timed sync_url(struct workshop *workshop, const char *url,
                      const char *const *variables,
                      const char *const *arguments) {
    const char *argv[24] = {WSCLOSE_GEN, "sync",  "--url",    url,
                            "--data",    "data",  "--out",    "out",
                            "--cache",   "cache", "--cacert", "ca.pem"};
    for (size_t i = 12; *arguments; arguments++)
        argv[i++] = *arguments;
    double started = now();
    struct outcome outcome = workshop_run(workshop, variables, argv);
    return (struct timed){outcome, now() - started};
}

const char *site_state(struct workshop *workshop) {
    return arena_printf(&workshop->arena, "%s%s", workshop_outputs(workshop),
                        workshop_state(workshop, "cache"));
}

size_t log_length(struct workshop *workshop, const char *path) {
    size_t lines = 0;
    const char *whole =
        arena_printf(&workshop->arena, "%s/%s", workshop->folder, path);
    if (access(whole, F_OK) != 0)
        return 0;
    for (const char *at = workshop_get(workshop, path); *at; at++)
        lines += *at == '\n';
    return lines;
}

static char table[16 * 1024];

void table_add(const char *what, int exit_code, double seconds,
               const char *message) {
    const char *at = strstr(message, "rror: ");
    size_t len = strlen(table);
    at = at ? at + 6 : "";
    snprintf(table + len, sizeof table - len, "%-34s %4d %6.1f s  %.*s\n", what,
             exit_code, seconds, (int)strcspn(at, "\n"), at);
}

void table_print(void) {
    FILE *file = fopen("fetch-table.txt", "w");
    FILE *const outs[] = {stdout, file};
    for (size_t i = 0; i < 2; i++)
        if (outs[i])
            fprintf(outs[i], "%-34s %4s %8s  %s\n%s", "case", "exit", "time",
                    "message", table);
    if (file)
        fclose(file);
}
