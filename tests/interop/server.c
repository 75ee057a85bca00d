/* SPDX-License-Identifier: MIT */
/* interop-server: a WebSocket server that ends connections as it is told.

   Prints the port it listens on (127.0.0.1) and serves until its standard
   input ends. script.h has what a path may ask for; GET /note/NAME answers
   what a step note-NAME kept, and any other GET a page. */
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "note.h"
#include "script.h"

static const char page[] = "<!doctype html><title>interop</title>\n";

static void answer_get(struct stream *stream, const char *path) {
    char text[NOTE_MAX + 1];
    if (strncmp(path, "/note/", 6) != 0)
        handshake_answer(stream, "200 OK", "text/html", page);
    else if (note_get(path + 6, text))
        handshake_answer(stream, "200 OK", "text/plain", text);
    else
        handshake_answer(stream, "404 Not Found", "text/plain", "no note yet");
    stream_close(stream);
}

static void *serve(void *argument) {
    struct stream *stream = argument;
    struct request request;
    if (!handshake_read(stream, &request))
        stream_close(stream);
    else if (request.key[0] && strncmp(request.path, "/do/", 4) == 0)
        script_run(stream, &request);
    else
        answer_get(stream, request.path);
    free(stream);
    return NULL;
}

static void start(int fd) {
    pthread_t thread;
    struct stream *stream = malloc(sizeof *stream);
    if (!stream)
        abort();
    stream_open(stream, fd);
    if (pthread_create(&thread, NULL, serve, stream) != 0) {
        perror("interop-server: pthread_create");
        stream_reset(stream);
        free(stream);
        return;
    }
    pthread_detach(thread);
}

static int listen_on_loopback(void) {
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, size) != 0 ||
        listen(fd, 128) != 0 ||
        getsockname(fd, (struct sockaddr *)&address, &size) != 0) {
        perror("interop-server");
        exit(1);
    }
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return fd;
}

static bool input_ended(void) {
    char bytes[256];
    return read(STDIN_FILENO, bytes, sizeof bytes) <= 0;
}

int main(void) {
    struct pollfd polled[] = {{STDIN_FILENO, POLLIN, 0},
                              {listen_on_loopback(), POLLIN, 0}};
    while (poll(polled, 2, -1) > 0) {
        if (polled[0].revents && input_ended())
            return 0;
        if (polled[1].revents) {
            int fd = accept(polled[1].fd, NULL, NULL);
            if (fd >= 0)
                start(fd);
        }
    }
    return 1;
}
