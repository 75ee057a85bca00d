/* SPDX-License-Identifier: MIT */
/*
 * sync from a server that misbehaves: with which exit code it ends, what it
 * says, within which time, and that it touches no file.
 *
 *     fetch_test          what takes a few seconds
 *     fetch_test --slow   what takes minutes: the limits as they are
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "site.h"

#define OK "HTTP/1.1 200 OK\r\n"
#define XML "Content-Type: application/xml\r\n"
#define CLOSE "Connection: close\r\n\r\n"
#define STATUS(status, more) "HTTP/1.1 " status "\r\n" more CLOSE "<p>sorry"

/* What each test has: the folder, with servers of each certificate. */
struct site {
    struct workshop *workshop;
    struct server good, expired, other;
    const char *document; /* the current one */
};

static struct server start_server(struct workshop *workshop,
                                  const char *certificate) {
    const char *argv[] = {FAULT_SERVER,
                          arena_printf(&workshop->arena, "%s.pem", certificate),
                          "www", "requests.txt", NULL};
    return server_start(workshop, argv, 0);
}

/* gzip of what the command prints, with a head before it; encoding NULL: that
   does not say so. */
static void put_gzip(struct workshop *workshop, const char *path,
                     const char *encoding, const char *command) {
    workshop_put(workshop, path,
                 encoding
                     ? arena_printf(&workshop->arena,
                                    OK XML "Content-Encoding: %s\r\n" CLOSE,
                                    encoding)
                     : OK XML CLOSE);
    const char *argv[] = {
        "sh", "-c",
        arena_printf(&workshop->arena, "%s | gzip -9 >>%s", command, path),
        NULL};
    assert_int_equal(workshop_run(workshop, NULL, argv).exit_code, 0);
}

static int open_site(void **state) {
    struct site *site = calloc(1, sizeof *site);
    if (!site || workshop_open((void **)&site->workshop) != 0)
        return -1;
    *state = site;
    struct workshop *workshop = site->workshop;
    make_certificates(workshop);
    workshop_put(workshop, "www/empty", "");
    site->good = start_server(workshop, "good");
    site->expired = start_server(workshop, "expired");
    site->other = start_server(workshop, "other");
    site->document = workshop_get(workshop, TEST_DATA "/future/websocket.xml");
    workshop_must_sync(workshop, site->document);
    workshop_put(workshop, "cache/other", "");
    return 0;
}

static int close_site(void **state) {
    struct site *site = *state;
    server_stop(&site->good);
    server_stop(&site->expired);
    server_stop(&site->other);
    workshop_close((void **)&site->workshop);
    free(site);
    return 0;
}

static const char *url_of(struct site *site, const struct server *server,
                          const char *path) {
    return arena_printf(&site->workshop->arena, "https://localhost:%d%s",
                        server->port, path);
}

/* The current document as a response with this head, which says how much longer
   than it is its length is to be, or -1: nothing. */
static void put_document(struct site *site, const char *name, const char *head,
                         int longer) {
    struct arena *arena = &site->workshop->arena;
    const char *length =
        longer < 0 ? ""
                   : arena_printf(arena, "Content-Length: %zu\r\n",
                                  strlen(site->document) + (size_t)longer);
    workshop_put(site->workshop, arena_printf(arena, "www/%s", name),
                 arena_printf(arena, OK "%s%s" CLOSE "%s", head, length,
                              site->document));
}

static const double slack = 2; /* seconds for other things to do */
enum { CODE_3_OR_4 = 34 /* depends on libcurl's version */ };

static struct fault {
    const char *what, *path;
    const char *response; /* www/r; NULL: what is there */
    int exit_code;
    const char *about;
    double seconds;   /* at most */
    size_t requests;  /* 0: any */
    const char *time; /* --max-time */
} fast_faults[] = {
    {"404", "/raw/r", STATUS("404 Not Found", ""), 4, "HTTP status 404", 2, 1,
     NULL},
    {"403", "/raw/r", STATUS("403 Forbidden", ""), 4, "HTTP status 403", 2, 1,
     NULL},
    {"304 that was not asked for", "/raw/r",
     "HTTP/1.1 304 Not Modified\r\n" CLOSE, 4, "HTTP status 304", 2, 1, NULL},
    {"206 that was not asked for", "/raw/r", STATUS("206 Partial", ""), 4,
     "HTTP status 206", 2, 1, NULL},
    {"204", "/raw/r", "HTTP/1.1 204 No Content\r\n" CLOSE, 4, "HTTP status 204",
     2, 1, NULL},
    {"404, with a page of 400 kB", "/raw/large", NULL, 4, "HTTP status 404", 2,
     1, NULL},
    {"500, all the time", "/raw/r", STATUS("500 Oh", ""), 4, "HTTP status 500",
     3, 0, "2"},
    {"429, Retry-After in 2100", "/raw/r",
     STATUS("429 Slow Down", "Retry-After: Fri, 01 Jan 2100 00:00:00 GMT\r\n"),
     4, "HTTP status 429", 2, 1, "10"},
    {"503, Retry-After in 2100", "/raw/r",
     STATUS("503 No", "Retry-After: Fri, 01 Jan 2100 00:00:00 GMT\r\n"), 4,
     "HTTP status 503", 2, 1, "10"},
    {"503, Retry-After of 99999999999 s", "/raw/r",
     STATUS("503 No", "Retry-After: 99999999999\r\n"), 4, "HTTP status 503", 2,
     1, "10"},
    {"redirect to http", "/raw/r",
     "HTTP/1.1 301 Moved\r\nLocation: http://localhost:1/\r\n" CLOSE, 4,
     "cannot be fetched: ", 2, 1, NULL},
    {"redirect to a file", "/raw/r",
     "HTTP/1.1 302 Moved\r\nLocation: file:///etc/passwd\r\n" CLOSE, 4,
     "cannot be fetched: ", 2, 1, NULL},
    {"redirect loop", "/raw/r",
     "HTTP/1.1 301 Moved\r\nLocation: /raw/r\r\n" CLOSE, 4,
     "cannot be fetched: ", 3, 4, NULL},
    {"redirect to nowhere", "/raw/r", STATUS("301 Moved", ""), 4,
     "HTTP status 301", 2, 1, NULL},
    {"HTML with status 200", "/raw/r",
     OK "Content-Type: text/html\r\n" CLOSE
        "<!DOCTYPE html>\n<html><body>Log in</body></html>\n",
     3, "is an HTML page", 3, 2, NULL},
    {"HTML without a DOCTYPE", "/raw/r",
     OK "Content-Type: text/html\r\n" CLOSE
        "<html><body><p>Log in<br></body></html>\n",
     3, "is an HTML page", 3, 2, NULL},
    {"XHTML", "/raw/r",
     OK CLOSE "\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n"
              "<!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'>"
              "<html xmlns='http://www.w3.org/1999/xhtml'></html>",
     3, "is an HTML page", 3, 2, NULL},
    {"XML with a DOCTYPE", "/raw/r",
     OK CLOSE "<!DOCTYPE registry>\n<registry/>\n", 3, "DOCTYPE", 3, 2, NULL},
    {"gzip that is not said to be", "/raw/raw-gzip", NULL, 3,
     "is compressed with gzip", 3, 2, NULL},
    {"plain text of the wrong type", "/raw/r",
     OK "Content-Type: image/png\r\n" CLOSE "hello\n", 3,
     "is not well-formed XML", 3, 2, NULL},
    {"empty 200", "/raw/r", OK "Content-Length: 0\r\n" CLOSE, 4,
     "an empty document", 2, 1, NULL},
    {"cut short, with a length", "/raw/with-length", NULL, 4,
     "cannot be fetched: ", 3, 0, "2"},
    {"cut short, no length", "/raw/without-length", NULL, 3,
     "is not well-formed XML", 3, 2, NULL},
    /* libcurl before 8 does not miss TLS's own end: the XML ends too early */
    {"cut short, TLS too", "/cut/without-length", NULL, CODE_3_OR_4,
     "error: ", 5, 2, NULL},
    {"cut short by a reset", "/reset/without-length", NULL, 4,
     "cannot be fetched: ", 5, 2, NULL},
    {"stall before the answer", "/stall", NULL, 4, "cannot be fetched: ", 3, 1,
     "2"},
    {"stall in the body", "/stall/without-length", NULL, 4,
     "cannot be fetched: ", 3, 1, "2"},
    {"trickle", "/trickle/whole", NULL, 4, "cannot be fetched: ", 3, 1, "2"},
    {"10 MB, chunked", "/endless", NULL, 4, "is over 262144 bytes long", 3, 1,
     NULL},
    {"50 MB of a small gzip", "/raw/bomb", NULL, 4, "is over 262144 bytes long",
     3, 1, NULL},
    {"gzip that is none", "/raw/r",
     OK "Content-Encoding: gzip\r\n" CLOSE "<registry/>", 4,
     "cannot be fetched: ", 3, 0, NULL},
    {"unknown encoding", "/raw/r",
     OK "Content-Encoding: lzma\r\n" CLOSE "<registry/>", 4,
     "cannot be fetched: ", 3, 1, NULL},
    {"no HTTP", "/raw/r", "SSH-2.0-server\r\n", 4, "cannot be fetched: ", 3, 0,
     NULL},
    {"nothing but the end", "/raw/empty", NULL, 4, "cannot be fetched: ", 3, 0,
     "2"},
    {"one endless header", "/raw/header", NULL, 4,
     "a header that is too long for one", 2, 1, NULL},
    {"endless headers", "/raw/headers", NULL, 4,
     "a header that is too long for one", 2, 1, NULL},
};

static struct fault slow_faults[] = {
    {"stall, 120 s as usual", "/stall", NULL, 4, "cannot be fetched: ", 125, 0,
     NULL},
    {"trickle, 120 s as usual", "/trickle/whole", NULL, 4,
     "cannot be fetched: ", 125, 0, NULL},
    {"503 in 2100, 120 s as usual", "/raw/r",
     STATUS("503 No", "Retry-After: Fri, 01 Jan 2100 00:00:00 GMT\r\n"), 4,
     "HTTP status 503", 125, 2, NULL},
    {"500, 120 s as usual", "/raw/r", STATUS("500 Oh", ""), 4,
     "HTTP status 500", 60, 5, NULL},
};

static void put_responses(struct site *site) {
    struct workshop *workshop = site->workshop;
    struct arena *arena = &workshop->arena;
    put_document(site, "whole", XML, 0);
    put_document(site, "with-length", XML, 100);
    workshop_put(workshop, "www/without-length",
                 arena_printf(arena, OK XML CLOSE "%.2000s", site->document));
    put_gzip(workshop, "www/bomb", "gzip", "head -c 52428800 /dev/zero");
    char *header = arena_alloc(arena, 400001);
    memset(header, 'x', 400000);
    workshop_put(workshop, "www/large",
                 arena_printf(arena, STATUS("404 No", "") "%s", header));
    workshop_put(workshop, "www/header",
                 arena_printf(arena, OK "X: %s\r\n" CLOSE, header));
    for (size_t i = 0; i + 1000 < 400000; i += 1000)
        memcpy(header + i, "\r\nX: ", 5);
    workshop_put(workshop, "www/headers",
                 arena_printf(arena, OK "X: %s\r\n" CLOSE, header));
    workshop_put(workshop, "document", site->document);
    put_gzip(workshop, "www/raw-gzip", NULL, "cat document");
}

/* One line, "URL: error: ..." or "URL:LINE: error: ...". */
static void assert_message(const struct fault *fault, const char *url,
                           const char *message) {
    if (strncmp(message, url, strlen(url)) != 0 ||
        !strstr(message, ": error: ") || !strstr(message, fault->about) ||
        strcmp(strchr(message, '\n'), "\n") != 0)
        fail_msg("%s: \"%s\" was expected: %s", fault->what, fault->about,
                 message);
}

static void check_fault(struct site *site, const struct fault *fault) {
    struct workshop *workshop = site->workshop;
    const char *url = url_of(site, &site->good, fault->path);
    const char *arguments[] = {"--json", NULL, NULL, NULL};
    if (fault->time) {
        arguments[1] = "--max-time";
        arguments[2] = fault->time;
    }
    if (fault->response)
        workshop_put(workshop, "www/r", fault->response);
    workshop_put(workshop, "requests.txt", "");
    const char *before = site_state(workshop);
    struct timed timed = sync_url(workshop, url, NULL, arguments);
    struct outcome outcome = timed.outcome;
    table_add(fault->what, outcome.exit_code, timed.seconds, outcome.err);
    bool is_good = fault->exit_code == CODE_3_OR_4
                       ? outcome.exit_code == 3 || outcome.exit_code == 4
                       : outcome.exit_code == fault->exit_code;
    if (!is_good)
        fail_msg("%s: exit %d: %s", fault->what, outcome.exit_code,
                 outcome.err);
    assert_message(fault, url, outcome.err);
    assert_string_equal(outcome.out, "");
    assert_same_text(fault->what, before, site_state(workshop));
    if (timed.seconds > fault->seconds + slack)
        fail_msg("%s took %.1f s", fault->what, timed.seconds);
    size_t requests = log_length(workshop, "requests.txt");
    if (requests == 0 || (fault->requests && requests != fault->requests))
        fail_msg("%s: %zu requests", fault->what, requests);
}

static void test_faults(void **state) {
    put_responses(*state);
    for (size_t i = 0; i < sizeof fast_faults / sizeof *fast_faults; i++)
        check_fault(*state, &fast_faults[i]);
}

static void test_slow_faults(void **state) {
    put_responses(*state);
    for (size_t i = 0; i < sizeof slow_faults / sizeof *slow_faults; i++)
        check_fault(*state, &slow_faults[i]);
}

/* Without a current registry and a folder, none is made. */
static void test_fault_of_the_first(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    workshop_put_data(workshop, "installed", TEST_DATA);
    WORKSHOP_RUN(workshop, "ln", "-s", WSCLOSE_GEN_FETCH, "installed/");
    workshop_put(workshop, "www/r", STATUS("404 Not Found", ""));
    workshop_remove(workshop, "requests.txt");
    const char *argv[] = {WSCLOSE_GEN_INSTALLED,
                          "sync",
                          "--url",
                          url_of(site, &site->good, "/raw/r"),
                          "--data",
                          "none/data",
                          "--out",
                          "none/out",
                          "--cache",
                          "none/cache",
                          "--cacert",
                          "ca.pem",
                          NULL};
    const char *before = workshop_content(workshop, ".");
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    assert_int_equal(outcome.exit_code, 4);
    workshop_remove(workshop, "requests.txt");
    assert_same_text("state", before, workshop_content(workshop, "."));
}

/* Certificates that are no good, and nobody there. */
static void test_transport(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_responses(site);
    struct server nobody = {0, free_port()};
    static const char *const usual[] = {
        "CURL_CA_BUNDLE=", "SSL_CERT_FILE=", NULL};
    const struct {
        const char *what;
        const struct server *server;
        const char *arguments[3], *about;
        int exit_code;
    } cases[] = {
        {"expired certificate",
         &site->expired,
         {NULL},
         "cannot be fetched: ",
         4},
        {"wrong host", &site->other, {NULL}, "cannot be fetched: ", 4},
        {"unknown authority",
         &site->good,
         {"--cacert", "other.pem"},
         "cannot be fetched: ",
         4},
        {"no file of authorities",
         &site->good,
         {"--cacert", "none.pem"},
         "the certificate authorities of none.pem cannot be read",
         6},
        {"nobody listens",
         &nobody,
         {"--max-time", "2"},
         "cannot be fetched: ",
         4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *before = site_state(workshop);
        const char *url = url_of(site, cases[i].server, "/raw/whole");
        const char *arguments[4] = {cases[i].arguments[0],
                                    cases[i].arguments[1], NULL, NULL};
        struct timed timed = sync_url(workshop, url, usual, arguments);
        struct outcome outcome = timed.outcome;
        table_add(cases[i].what, outcome.exit_code, timed.seconds, outcome.err);
        const struct fault fault = {.what = cases[i].what,
                                    .about = cases[i].about};
        if (outcome.exit_code != cases[i].exit_code)
            fail_msg("%s: exit %d: %s", fault.what, outcome.exit_code,
                     outcome.err);
        assert_message(&fault, url, outcome.err);
        assert_same_text(fault.what, before, site_state(workshop));
        assert_true(timed.seconds < 4);
    }
    assert_int_equal(log_length(workshop, "requests.txt"), 0);
}

static void test_other_protocols(void **state) {
    struct site *site = *state;
    static const char *const urls[] = {
        "http://localhost:1/", "ftp://localhost:1/", "file:///etc/passwd",
        "gopher://localhost:1/", "https://"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        const char *before = site_state(site->workshop);
        struct timed timed =
            sync_url(site->workshop, urls[i], NULL, (const char *[]){NULL});
        assert_int_equal(timed.outcome.exit_code, 4);
        assert_string_equal(strchr(timed.outcome.err, '\n'), "\n");
        assert_same_text(urls[i], before, site_state(site->workshop));
    }
}

/* What ends well all the same: the rows are the current ones. */
static void test_odd_but_good(void **state) {
    static const struct {
        const char *what, *path;
        double least, most; /* seconds */
        size_t requests;
    } cases[] = {
        {"as it should be", "/raw/whole", 0, 2, 1},
        {"no length", "/raw/no-length", 0, 2, 1},
        {"the wrong content type", "/raw/type", 0, 2, 1},
        {"gzip that was not asked for", "/raw/gzip", 0, 2, 1},
        {"redirect", "/raw/redirect", 0, 2, 2},
        {"429, then good after 2 s", "/turn/429/whole", 2, 5, 2},
        {"503, then good after 2 s", "/turn/503/whole", 2, 5, 2},
        {"500, then good", "/turn/500/whole", 0.5, 5, 2},
        {"cut short, then good", "/turn/without-length/whole", 0, 3, 2},
        {"cut short with a length, then good", "/turn/with-length/whole", 0.5,
         5, 2},
        {"nothing, then good", "/turn/empty/whole", 0.5, 5, 2},
    };
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_responses(site);
    put_document(site, "no-length", XML, -1);
    put_document(site, "type", "Content-Type: text/plain\r\n", 0);
    put_gzip(workshop, "www/gzip", "gzip", "cat document");
    workshop_put(workshop, "www/redirect",
                 "HTTP/1.1 301 Moved\r\nLocation: /raw/whole\r\n" CLOSE);
    workshop_put(workshop, "www/429",
                 STATUS("429 Slow Down", "Retry-After: 2\r\n"));
    workshop_put(workshop, "www/503", STATUS("503 No", "Retry-After: 2\r\n"));
    workshop_put(workshop, "www/500", STATUS("500 Oh", ""));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        server_stop(&site->good); /* its turns begin anew */
        site->good = start_server(workshop, "good");
        workshop_put(workshop, "requests.txt", "");
        const char *before = workshop_outputs(workshop);
        struct timed timed =
            sync_url(workshop, url_of(site, &site->good, cases[i].path), NULL,
                     (const char *[]){"--max-time", "20", NULL});
        table_add(cases[i].what, timed.outcome.exit_code, timed.seconds, "");
        if (timed.outcome.exit_code != 0)
            fail_msg("%s: %s", cases[i].what, timed.outcome.err);
        assert_non_null(strstr(timed.outcome.out, "unchanged: "));
        assert_same_text(cases[i].what, before, workshop_outputs(workshop));
        if (timed.seconds < cases[i].least ||
            timed.seconds > cases[i].most + slack)
            fail_msg("%s took %.1f s", cases[i].what, timed.seconds);
        assert_int_equal(log_length(workshop, "requests.txt"),
                         cases[i].requests);
    }
}

/* A validator that is none is not sent back. */
static void test_bad_validators(void **state) {
    static const char *const heads[] = {
        "ETag: unquoted\r\n",      "ETag: \"a\"b\"\r\n",
        "ETag: \"\xc3\xa9\"\r\n",  "ETag: \"\r\n",
        "Last-Modified: \xff\r\n", "ETag:\r\nLast-Modified:\r\n"};
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        put_document(site, "r", heads[i], 0);
        workshop_put(workshop, "requests.txt", "");
        for (int j = 0; j < 2; j++) {
            struct timed timed =
                sync_url(workshop, url_of(site, &site->good, "/raw/r"), NULL,
                         (const char *[]){"--quiet", NULL});
            assert_int_equal(timed.outcome.exit_code, 0);
        }
        const char *requests = workshop_get(workshop, "requests.txt");
        if (strstr(requests, "If-"))
            fail_msg("%s was sent back: %s", heads[i], requests);
    }
}

/* The URL that answered is said when it is another, once, and recorded with the
   next rows. */
static void test_url_that_answered(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    const char *url = url_of(site, &site->good, "/raw/redirect");
    const char *answered = url_of(site, &site->good, "/raw/whole?a=%C3%A9");
    put_document(site, "whole?a=%C3%A9", XML, 0);
    workshop_put(workshop, "www/redirect",
                 "HTTP/1.1 301 Moved\r\nLocation: /raw/whole?a=%C3%A9"
                 "\r\n" CLOSE);
    static const char *const quiet[] = {"--quiet", NULL};
    struct outcome outcome = sync_url(workshop, url, NULL, quiet).outcome;
    assert_int_equal(outcome.exit_code, 0);
    assert_string_equal(
        outcome.err,
        arena_printf(&workshop->arena,
                     "%s: warning: answered from %s; until now the registry "
                     "came from https://www.iana.org/assignments/websocket/"
                     "websocket.xml\n",
                     url, answered));
    outcome = sync_url(workshop, url, NULL, quiet).outcome;
    assert_string_equal(outcome.err, "");
    assert_null(
        strstr(workshop_get(workshop, "data/close-codes.xml"), "localhost"));
    workshop_remove(workshop, "data/close-codes.xml");
    outcome = sync_url(workshop, url, NULL, quiet).outcome;
    assert_string_equal(outcome.err, "");
    assert_non_null(
        strstr(workshop_get(workshop, "data/close-codes.xml"),
               arena_printf(&workshop->arena, "ws:source=\"%s\"", answered)));
}

/* --cacert, CURL_CA_BUNDLE, then both SSL_CERT_FILE and SSL_CERT_DIR; each in
   place of the system's. */
static void test_authorities(void **state) {
    static const struct {
        const char *variables[3], *cacert;
        int exit_code;
    } cases[] = {
        {{NULL}, NULL, 4},
        {{"CURL_CA_BUNDLE=ca.pem", NULL}, NULL, 0},
        {{"SSL_CERT_FILE=ca.pem", NULL}, NULL, 0},
        {{"CURL_CA_BUNDLE=ca.pem", "SSL_CERT_FILE=other.pem", NULL}, NULL, 0},
        {{"CURL_CA_BUNDLE=other.pem", "SSL_CERT_FILE=ca.pem", NULL}, NULL, 4},
        {{"CURL_CA_BUNDLE=", "SSL_CERT_FILE=ca.pem", NULL}, NULL, 0},
        {{"SSL_CERT_DIR=authorities", NULL}, NULL, 0},
        {{"SSL_CERT_DIR=none", NULL}, NULL, 4},
        {{"SSL_CERT_DIR=", "SSL_CERT_FILE=ca.pem", NULL}, NULL, 0},
        {{"SSL_CERT_DIR=authorities", "SSL_CERT_FILE=other.pem", NULL},
         NULL,
         0},
        {{"SSL_CERT_DIR=none", "SSL_CERT_FILE=ca.pem", NULL}, NULL, 0},
        {{"SSL_CERT_DIR=authorities", "CURL_CA_BUNDLE=other.pem", NULL},
         NULL,
         4},
        {{"SSL_CERT_DIR=authorities", NULL}, "other.pem", 4},
        {{"CURL_CA_BUNDLE=other.pem", NULL}, "ca.pem", 0},
        {{"CURL_CA_BUNDLE=ca.pem", NULL}, "other.pem", 4},
    };
    struct site *site = *state;
    put_responses(site);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *argv[16] = {
            WSCLOSE_GEN,     "sync",
            "--url",         url_of(site, &site->good, "/raw/whole"),
            "--data",        "data",
            "--out",         "out",
            "--cache",       "cache",
            "--quiet",       cases[i].cacert ? "--cacert" : NULL,
            cases[i].cacert, NULL};
        struct outcome outcome =
            workshop_run(site->workshop, cases[i].variables, argv);
        if (outcome.exit_code != cases[i].exit_code)
            fail_msg("%zu: exit %d: %s", i, outcome.exit_code, outcome.err);
    }
}

static void test_proxy(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_responses(site);
    const char *argv[] = {PROXY, "proxy.txt", NULL};
    struct server proxy = server_start(workshop, argv, 0);
    const char *variables[] = {arena_printf(&workshop->arena,
                                            "https_proxy=http://127.0.0.1:%d",
                                            proxy.port),
                               "no_proxy=", NULL};
    static const char *const arguments[] = {"--max-time", "2", NULL};
    struct timed timed =
        sync_url(workshop, url_of(site, &site->good, "/raw/whole"), variables,
                 arguments);
    assert_int_equal(timed.outcome.exit_code, 0);
    assert_string_equal(workshop_get(workshop, "proxy.txt"),
                        arena_printf(&workshop->arena,
                                     "CONNECT localhost:%d HTTP/1.1\n",
                                     site->good.port));
    table_add("proxy", timed.outcome.exit_code, timed.seconds, "");
    server_stop(&proxy);
    timed = sync_url(workshop, url_of(site, &site->good, "/raw/whole"),
                     variables, arguments);
    assert_int_equal(timed.outcome.exit_code, 4);
    assert_true(timed.seconds < 3);
    table_add("proxy that is not there", timed.outcome.exit_code, timed.seconds,
              timed.outcome.err);
}

/* A proxy over TLS that does not let through: --cacert is for it too, what it
   answered is told, and whether it is tried again depends on that. */
static void test_refusing_proxy(void **state) {
    static const struct {
        const char *answer, *cacert, *about;
        size_t least, most; /* requests */
    } cases[] = {
        {"HTTP/1.1 403 Forbidden\r\n" CLOSE, "ca.pem",
         "the proxy refused the connection with HTTP status 403", 1, 1},
        {"HTTP/1.1 407 Who Are You\r\n" CLOSE, "ca.pem",
         "the proxy refused the connection with HTTP status 407", 1, 1},
        {"HTTP/1.1 502 Bad Gateway\r\n" CLOSE, "ca.pem",
         "the proxy refused the connection with HTTP status 502", 2, 3},
        {"HTTP/1.1 503 Busy\r\n" CLOSE, "ca.pem",
         "the proxy refused the connection with HTTP status 503", 2, 3},
        {"HTTP/1.1 403 Forbidden\r\n" CLOSE, "other.pem",
         "cannot be fetched: ", 0, 0},
    };
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    const char *variables[] = {arena_printf(&workshop->arena,
                                            "https_proxy=https://localhost:%d",
                                            site->good.port),
                               "no_proxy=", NULL};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        workshop_put(workshop, "www/connect", cases[i].answer);
        workshop_put(workshop, "requests.txt", "");
        const char *before = site_state(workshop);
        struct timed timed =
            sync_url(workshop, "https://nobody.invalid/", variables,
                     (const char *[]){"--max-time", "5", "--cacert",
                                      cases[i].cacert, NULL});
        table_add("proxy that refuses", timed.outcome.exit_code, timed.seconds,
                  timed.outcome.err);
        assert_outcome(timed.outcome, 4, cases[i].about);
        size_t requests = log_length(workshop, "requests.txt");
        if (requests < cases[i].least || requests > cases[i].most)
            fail_msg("%s: %zu requests", cases[i].answer, requests);
        assert_same_text("state", before, site_state(workshop));
    }
}

/* Before a machine has its network no name is known: that is waited for as long
   as --max-time says, and 120 s without it. Time runs faster here, and so does
   what the machine does meanwhile. libcurl 8.14 loses a copy of each name that
   it could not resolve. */
static void test_no_names_yet(void **state) {
    static const struct {
        const char *names_after, *time; /* seconds */
        int exit_code;
        double least, most; /* of its seconds */
    } cases[] = {
        {"80", NULL, 0, 80, 180},
        {"1000", NULL, 4, 95, 180},
        {"1000", "50", 4, 25, 110},
    };
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_responses(site);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *variables[] = {"LD_PRELOAD=" NO_NAMES_LIBRARY,
                                   "ASAN_OPTIONS=verify_asan_link_order=0:"
                                   "detect_leaks=0",
                                   arena_printf(&workshop->arena,
                                                "NAMES_AFTER=%s",
                                                cases[i].names_after),
                                   NULL};
        const char *arguments[] = {cases[i].time ? "--max-time" : NULL,
                                   cases[i].time, NULL};
        struct timed timed = sync_url(
            workshop,
            arena_printf(&workshop->arena, "https://wsclose.test:%d/raw/whole",
                         site->good.port),
            variables, arguments);
        double seconds = timed.seconds * NO_NAMES_SPEED;
        table_add("no names yet", timed.outcome.exit_code, seconds,
                  timed.outcome.err);
        assert_outcome(timed.outcome, cases[i].exit_code, "");
        if (seconds < cases[i].least || seconds > cases[i].most)
            fail_msg("it took %.0f s", seconds);
    }
}

/* While one sync waits for its server, another waits for that one. */
static void test_two_at_once(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    const char *command = arena_printf(
        &workshop->arena,
        "%s sync --url %s --cacert ca.pem --max-time 3 --data data --out out "
        "--cache cache 2>first.txt & sleep 0.5; "
        "%s sync --from in.xml --data data --out out --max-time 1; code=$?; "
        "wait; "
        "exit $code",
        WSCLOSE_GEN, url_of(site, &site->good, "/stall"), WSCLOSE_GEN);
    const char *argv[] = {"sh", "-c", command, NULL};
    const char *before = site_state(workshop);
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    assert_int_equal(outcome.exit_code, 6);
    assert_string_equal(outcome.err,
                        "data: error: another wsclose-gen is at work in this "
                        "folder, and this one has waited 1 s for it; run this "
                        "again when that one is done\n");
    assert_non_null(
        strstr(workshop_get(workshop, "first.txt"), "cannot be fetched: "));
    assert_same_text("state", before, site_state(workshop));
}

/* Ctrl-C ends it at once. */
static void test_interrupt(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    const char *argv[] = {"timeout",
                          "--signal=INT",
                          "0.5",
                          WSCLOSE_GEN,
                          "sync",
                          "--url",
                          url_of(site, &site->good, "/stall"),
                          "--cacert",
                          "ca.pem",
                          "--data",
                          "data",
                          "--out",
                          "out",
                          "--cache",
                          "cache",
                          NULL};
    const char *before = site_state(workshop);
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    assert_int_equal(outcome.exit_code, 124); /* of timeout: it had to */
    assert_string_equal(outcome.err, "");
    assert_same_text("state", before, site_state(workshop));
}

/* What it writes to a terminal of its own, in a session of its own. */
static const char *at_terminal(struct site *site, const char *path,
                               const char *options) {
    struct workshop *workshop = site->workshop;
    const char *command = arena_printf(
        &workshop->arena,
        "%s sync --url %s --cacert ca.pem --data data --out out --cache cache "
        "%s",
        WSCLOSE_GEN, url_of(site, &site->good, path), options);
    const char *argv[] = {"script", "-q",        "-e",         "-c",
                          command,  "--log-out", "typescript", NULL};
    return workshop_run(workshop, NULL, argv).out;
}

static void assert_in(const char *text, const char *part) {
    if (!strstr(text, part))
        fail_msg("\"%s\" is not in \"%s\"", part, text);
}

/* At a terminal the bytes and the seconds are counted, and the line is wiped
   before anything else is said. */
static void test_meter(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_responses(site);
    const char *out = at_terminal(site, "/trickle/whole", "--max-time 2");
    assert_in(out, " bytes, ");
    assert_in(out, " bytes/s\033[K");
    assert_in(out, "\r\033[Khttps://localhost:");
    assert_in(out, ": error: cannot be fetched: ");
    workshop_put(workshop, "www/r", STATUS("503 No", "Retry-After: 2\r\n"));
    out = at_terminal(site, "/raw/r", "--max-time 4");
    assert_in(
        out, "\rtrying again in 2 s: the server answered with HTTP status 503");
    assert_in(
        out, "\rtrying again in 1 s: the server answered with HTTP status 503");
    assert_in(out, "\r\033[Khttps://localhost:");
    out = at_terminal(site, "/raw/whole", "");
    assert_in(out, "unchanged: ");
    assert_null(strstr(out, "bytes"));
    out = at_terminal(site, "/raw/r", "--max-time 4 --quiet");
    assert_null(strchr(out, '\033'));
    assert_null(strstr(out, "trying"));
}

/* No place for a cache is no reason to have no registry. */
static void test_no_place_for_the_cache(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_responses(site);
    workshop_put(workshop, "file", "");
    const char *home =
        arena_printf(&workshop->arena, "HOME=%s/file", workshop->folder);
    const char *variables[] = {home,
                               "XDG_CACHE_HOME=", "CACHE_DIRECTORY=", NULL};
    const char *argv[16] = {
        WSCLOSE_GEN, "sync",
        "--url",     url_of(site, &site->good, "/raw/whole"),
        "--cacert",  "ca.pem",
        "--data",    "data",
        "--out",     "out",
        NULL};
    struct outcome outcome = workshop_run(workshop, variables, argv);
    assert_int_equal(outcome.exit_code, 0);
    assert_in(
        outcome.err,
        "/file/.cache/wsclose/websocket.json: warning: cannot be written, "
        "so the next sync fetches the whole document; name a folder with "
        "--cache DIR\n");
    /* one that was asked for by name is */
    argv[10] = "--cache";
    argv[11] = "file/cache";
    outcome = workshop_run(workshop, variables, argv);
    assert_int_equal(outcome.exit_code, 6);
    assert_in(outcome.err, "file/cache");
    /* where root may write, and still nothing can be made */
    argv[10] = NULL;
    variables[0] = "HOME=/proc";
    outcome = workshop_run(workshop, variables, argv);
    assert_int_equal(outcome.exit_code, 0);
    assert_in(outcome.err, "/proc/.cache/wsclose/websocket.json: warning: ");
}

/* A cache that is in place of what is read, or of what is written too. */
static void test_cache_in_place_of_another(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_responses(site);
    WORKSHOP_RUN(workshop, "sh", "-c",
                 "mkdir links && "
                 "ln -s ../data/semantics.xml links/websocket.json");
    const char *argv[16] = {
        WSCLOSE_GEN, "sync",
        "--url",     url_of(site, &site->good, "/raw/whole"),
        "--cacert",  "ca.pem",
        "--data",    "data",
        "--out",     "out",
        "--cache",   "links",
        NULL};
    const char *before = site_state(workshop);
    struct outcome outcome = workshop_run(workshop, NULL, argv);
    assert_int_equal(outcome.exit_code, 2);
    assert_in(outcome.err, "links/websocket.json: error: is read, or written");
    assert_same_text("state", before, site_state(workshop));
    argv[11] = "new";
    argv[12] = "--report";
    argv[13] = "new/websocket.json";
    outcome = workshop_run(workshop, NULL, argv);
    assert_int_equal(outcome.exit_code, 2);
    assert_in(workshop_get(workshop, "new/websocket.json"), "close codes: ");
}

/* Who asks, and for what. */
static void test_request(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    put_responses(site);
    sync_url(workshop, url_of(site, &site->good, "/raw/whole"), NULL,
             (const char *[]){NULL});
    const char *request = workshop_get(workshop, "requests.txt");
    assert_non_null(strstr(request, "|User-Agent: wsclose-gen/" TEST_VERSION));
    assert_non_null(strstr(request, "|Accept-Encoding: identity|"));
    assert_null(strstr(request, "If-"));
}

static int print_table(void **state) {
    (void)state;
    table_print();
    return 0;
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, open_site, close_site)

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        TEST(test_faults),
        TEST(test_fault_of_the_first),
        TEST(test_transport),
        TEST(test_other_protocols),
        TEST(test_odd_but_good),
        TEST(test_bad_validators),
        TEST(test_url_that_answered),
        TEST(test_authorities),
        TEST(test_proxy),
        TEST(test_refusing_proxy),
        TEST(test_no_names_yet),
        TEST(test_request),
        TEST(test_two_at_once),
        TEST(test_no_place_for_the_cache),
        TEST(test_cache_in_place_of_another),
        TEST(test_interrupt),
    };
    const struct CMUnitTest slow[] = {TEST(test_slow_faults)};
    const struct CMUnitTest terminal[] = {TEST(test_meter)};
    site_unset_variables();
    if (argc > 1 && strcmp(argv[1], "--slow") == 0)
        return cmocka_run_group_tests(slow, NULL, print_table) != 0;
    if (argc > 1 && strcmp(argv[1], "--terminal") == 0)
        return access("/dev/pts/ptmx", F_OK) != 0
                   ? 77
                   : cmocka_run_group_tests(terminal, NULL, NULL) != 0;
    return cmocka_run_group_tests(tests, NULL, print_table) != 0;
}
