/* SPDX-License-Identifier: MIT */
/*
 * curl_client URL TEXT: a client on libcurl, where that is built with
 * WebSocket. It sends a text and shows what comes back until the connection
 * ends. libcurl hands over the payload of a Close frame as it came, checks
 * nothing in it, and leaves the answer to the application.
 *
 * cc -std=c11 curl_client.c $(pkg-config --cflags --libs wsclose libcurl)
 */
#include <stdio.h>
#include <string.h>

#include <curl/curl.h>
#include <wsclose.h>

enum { FRAGMENT_MAX = 4096, WAIT_MS = 20000 };

/* Until there is something to be read; libcurl does not wait by itself. */
static CURLcode receive(CURL *curl, char *bytes, size_t *len,
                        const struct curl_ws_frame **meta) {
    CURLcode code;
    CURLM *multi = curl_multi_init();
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &socket);
    struct curl_waitfd readable = {.fd = socket, .events = CURL_WAIT_POLLIN};
    while ((code = curl_ws_recv(curl, bytes, FRAGMENT_MAX, len, meta)) ==
           CURLE_AGAIN)
        curl_multi_poll(multi, &readable, 1, WAIT_MS, NULL);
    curl_multi_cleanup(multi);
    return code;
}

static void report(const struct wsclose_ending *how) {
    struct wsclose_event event;
    char line[WSCLOSE_FORMAT_ENDING_MAX];
    wsclose_derive_event(how, &event);
    wsclose_format_ending(line, sizeof line, how);
    printf("%u: %s\n", event.code, line);
}

static void on_close(CURL *curl, const char *payload, size_t len) {
    unsigned char bytes[WSCLOSE_PAYLOAD_MAX];
    struct wsclose_frame frame, answer;
    size_t sent;
    wsclose_parse(payload, len, WSCLOSE_RULE_STRICT, &frame);
    int answer_len = wsclose_build(bytes, frame.answer, NULL, 0);
    bool answered = curl_ws_send(curl, bytes, (size_t)answer_len, &sent, 0,
                                 CURLWS_CLOSE) == CURLE_OK;
    wsclose_frame_of(frame.answer, NULL, 0, WSCLOSE_RULE_STRICT, &answer);
    report(&(struct wsclose_ending){.established = true,
                                    .received = &frame,
                                    .sent = answered ? &answer : NULL,
                                    .failed = frame.error != 0});
}

static void talk(CURL *curl, const char *text) {
    char bytes[FRAGMENT_MAX];
    const struct curl_ws_frame *meta;
    size_t len;
    curl_ws_send(curl, text, strlen(text), &len, 0, CURLWS_TEXT);
    while (receive(curl, bytes, &len, &meta) == CURLE_OK) {
        if (meta->flags & CURLWS_CLOSE) {
            on_close(curl, bytes, len);
            return;
        }
        printf("echo: %.*s\n", (int)len, bytes);
    }
    report(
        &(struct wsclose_ending){.established = true, .transport_lost = true});
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: curl_client URL TEXT\n");
        return 2;
    }
    CURL *curl = curl_easy_init();
    if (!curl)
        return 1;
    curl_easy_setopt(curl, CURLOPT_URL, argv[1]);
    curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 2L);
    if (curl_easy_perform(curl) == CURLE_OK)
        talk(curl, argv[2]);
    else
        report(&(struct wsclose_ending){.established = false});
    curl_easy_cleanup(curl);
    return 0;
}
