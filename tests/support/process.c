/* SPDX-License-Identifier: MIT */
#include "support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct pipe_end {
    int fd;
    char *bytes;
    size_t len;
};

static void read_some(struct pipe_end *end) {
    end->bytes = realloc(end->bytes, end->len + 4097);
    assert_non_null(end->bytes);
    ssize_t got = read(end->fd, end->bytes + end->len, 4096);
    assert_true(got >= 0);
    end->len += (size_t)got;
    end->bytes[end->len] = '\0';
    if (!got) {
        close(end->fd);
        end->fd = -1;
    }
}

static void start(const char *folder, const char *const *variables,
                  const char *const *argv, int out, int err) {
    int null = open("/dev/null", O_RDONLY);
    dup2(null, 0);
    dup2(out, 1);
    dup2(err, 2);
    signal(SIGINT, SIG_DFL); /* what a shell runs behind it ignores it */
    for (; variables && *variables; variables++)
        putenv((char *)*variables);
    if (!folder || chdir(folder) == 0)
        execvp(argv[0], (char *const *)argv);
    perror(argv[0]);
    _exit(127);
}

struct process process_run(const char *folder, const char *const *variables,
                           const char *const *argv) {
    int out[2], err[2];
    assert_int_equal(pipe(out), 0);
    assert_int_equal(pipe(err), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(out[0]);
        close(err[0]);
        start(folder, variables, argv, out[1], err[1]);
    }
    close(out[1]);
    close(err[1]);
    struct pipe_end ends[2] = {{.fd = out[0]}, {.fd = err[0]}};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        struct pollfd polled[2] = {{ends[0].fd, POLLIN, 0},
                                   {ends[1].fd, POLLIN, 0}};
        assert_true(poll(polled, 2, -1) > 0);
        for (int i = 0; i < 2; i++)
            if (polled[i].revents)
                read_some(&ends[i]);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    int exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    assert_int_not_equal(exit_code, 127);
    return (struct process){exit_code, ends[0].bytes, ends[1].bytes,
                            ends[0].len, ends[1].len};
}

void process_free(struct process *process) {
    free(process->out);
    free(process->err);
}

/* Programs run in folders of their own: its path holds in each. */
char *folder_new(void) {
    static const char name[] = "/wsclose-test.XXXXXX";
    const char *variable = getenv("TMPDIR");
    char *parent = realpath(variable ? variable : "/tmp", NULL);
    assert_non_null(parent);
    char *folder = malloc(strlen(parent) + sizeof name);
    assert_non_null(folder);
    strcat(strcpy(folder, parent), name);
    assert_non_null(mkdtemp(folder));
    free(parent);
    return folder;
}

void folder_remove(char *folder) {
    const char *argv[] = {"rm", "-rf", folder, NULL};
    struct process process = process_run(NULL, NULL, argv);
    assert_int_equal(process.exit_code, 0);
    process_free(&process);
    free(folder);
}

char *file_content(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s cannot be opened", path);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    assert_true(size >= 0);
    rewind(file);
    char *bytes = malloc((size_t)size + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
    bytes[size] = '\0';
    fclose(file);
    if (len)
        *len = (size_t)size;
    return bytes;
}

void file_write(const char *path, const char *bytes, size_t len) {
    char *folder = strdup(path);
    assert_non_null(folder);
    for (char *at = strchr(folder + 1, '/'); at; at = strchr(at + 1, '/')) {
        *at = '\0';
        (void)mkdir(folder, 0777);
        *at = '/';
    }
    free(folder);
    FILE *file = fopen(path, "wb");
    if (!file)
        fail_msg("%s cannot be written", path);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}
