/* SPDX-License-Identifier: MIT */
/* sync from nginx, as it would serve IANA's document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include <cmocka.h>

#include "site.h"

struct site {
    struct workshop *workshop;
    struct server nginx;
};

/* One process, everything below the folder that it is started in. The log has
   a line for each request: path, status, If-None-Match, If-Modified-Since. */
static const char *configuration(struct workshop *workshop, int port) {
    return arena_printf(
        &workshop->arena,
        "daemon off; master_process off; pid nginx.pid;\n"
        "error_log error.log;\n"
        "events { worker_connections 16; }\n"
        "http {\n"
        "  client_body_temp_path temp; proxy_temp_path temp;\n"
        "  fastcgi_temp_path temp; uwsgi_temp_path temp;\n"
        "  scgi_temp_path temp;\n"
        "  types { application/xml xml; }\n"
        "  gzip on; gzip_types application/xml; gzip_min_length 1;\n"
        "  log_format requests escape=none '$uri $status $http_if_none_match|"
        "$http_if_modified_since|$sent_http_content_encoding';\n"
        "  access_log requests.txt requests;\n"
        "  server {\n"
        "    listen 127.0.0.1:%d ssl;\n"
        "    ssl_certificate good.pem; ssl_certificate_key good.pem;\n"
        "    root www;\n"
        "    location /dated/ { etag off; alias www/; }\n"
        "    location /moved/ { return 301 /websocket.xml; }\n"
        "    location /slow/ { alias www/; limit_rate 4k; }\n"
        "  }\n"
        "}\n",
        port);
}

static int open_site(void **state) {
    struct site *site = calloc(1, sizeof *site);
    if (!site || workshop_open((void **)&site->workshop) != 0)
        return -1;
    *state = site;
    struct workshop *workshop = site->workshop;
    int port = free_port();
    make_certificates(workshop);
    workshop_put(workshop, "nginx.conf", configuration(workshop, port));
    workshop_put(workshop, "www/websocket.xml",
                 workshop_get(workshop, TEST_DATA "/future/websocket.xml"));
    assert_int_equal(
        chmod(arena_printf(&workshop->arena, "%s", workshop->folder), 0755), 0);
    const char *prefix =
        arena_printf(&workshop->arena, "%s/", workshop->folder);
    const char *argv[] = {NGINX,        "-p", prefix,      "-c",
                          "nginx.conf", "-e", "error.log", NULL};
    site->nginx = server_start(workshop, argv, port);
    return 0;
}

static int close_site(void **state) {
    struct site *site = *state;
    server_stop(&site->nginx);
    workshop_close((void **)&site->workshop);
    free(site);
    return 0;
}

static struct outcome sync_path(struct site *site, const char *path) {
    const char *url =
        arena_printf(&site->workshop->arena, "https://localhost:%d%s",
                     site->nginx.port, path);
    return sync_url(site->workshop, url, NULL, (const char *[]){NULL}).outcome;
}

/* The requests since the last call, count of them: nginx writes its log once
   the answer is on its way. */
static const char *requests(struct site *site, size_t count) {
    for (int i = 0;
         i < 200 && log_length(site->workshop, "requests.txt") < count; i++)
        nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
    const char *text = workshop_get(site->workshop, "requests.txt");
    /* nginx holds it open, so it is emptied, not replaced */
    workshop_put(site->workshop, "requests.txt", "");
    return text;
}

static const char *field(struct workshop *workshop, const char *name) {
    const char *cache = workshop_get(workshop, "cache/websocket.json");
    const char *at =
        strstr(cache, arena_printf(&workshop->arena, "\"%s\": \"", name));
    if (!at)
        fail_msg("no %s in %s", name, cache);
    at += strlen(name) + 5;
    const char *end = at;
    while (*end != '"' || end[-1] == '\\')
        end++;
    char *ret = arena_copy(&workshop->arena, at, (size_t)(end - at));
    char *to = ret;
    for (const char *from = ret; *from; from++)
        if (*from != '\\')
            *to++ = *from;
    *to = '\0';
    return ret;
}

static void must(struct outcome outcome, const char *about) {
    if (outcome.exit_code != 0 || !strstr(outcome.out, about))
        fail_msg("exit %d: %s%s", outcome.exit_code, outcome.out, outcome.err);
}

/* From nothing to everything; then one conditional request, answered with 304,
   and nothing touched. */
static void test_etag(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    must(sync_path(site, "/websocket.xml"), "updated: nothing -> 2027-03-02");
    assert_string_equal(requests(site, 1), "/websocket.xml 200 ||\n");
    struct outcome outcome = WORKSHOP_GEN(workshop, "generate", "--check",
                                          "--data", "data", "--out", "out");
    assert_int_equal(outcome.exit_code, 0);
    const char *before = workshop_outputs(workshop);
    must(sync_path(site, "/websocket.xml"), "unchanged: ");
    assert_string_equal(requests(site, 1),
                        arena_printf(&workshop->arena,
                                     "/websocket.xml 304 %s|%s|\n",
                                     field(workshop, "etag"),
                                     field(workshop, "last_modified")));
    assert_same_text("state", before, workshop_outputs(workshop));
    outcome =
        WORKSHOP_GEN(workshop, "status", "--data", "data", "--cache", "cache");
    assert_non_null(strstr(outcome.out, "\nlast checked  20"));
    assert_non_null(
        strstr(outcome.out, arena_printf(&workshop->arena,
                                         "\nfrom          https://localhost:%d"
                                         "/websocket.xml\n",
                                         site->nginx.port)));
}

static void test_last_modified(void **state) {
    struct site *site = *state;
    must(sync_path(site, "/dated/websocket.xml"), "updated: ");
    requests(site, 1);
    const char *before = workshop_outputs(site->workshop);
    must(sync_path(site, "/dated/websocket.xml"), "unchanged: ");
    assert_string_equal(requests(site, 1),
                        arena_printf(&site->workshop->arena,
                                     "/dated/websocket.xml 304 |%s|\n",
                                     field(site->workshop, "last_modified")));
    assert_same_text("state", before, workshop_outputs(site->workshop));
}

/* A 304 says nothing of a snapshot that is not the one that was taken. */
static void test_altered_snapshot(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    must(sync_path(site, "/websocket.xml"), "updated: ");
    requests(site, 1);
    const char *current = workshop_get(workshop, "data/close-codes.xml");
    workshop_put(workshop, "data/close-codes.xml",
                 arena_printf(&workshop->arena, "%s\n", current));
    must(sync_path(site, "/websocket.xml"), "unchanged: ");
    assert_string_equal(requests(site, 1), "/websocket.xml 200 ||\n");
    workshop_remove(workshop, "data/close-codes.xml");
    must(sync_path(site, "/websocket.xml"), "updated: ");
    assert_string_equal(requests(site, 1), "/websocket.xml 200 ||\n");
    assert_same_text("snapshot", current,
                     workshop_get(workshop, "data/close-codes.xml"));
}

/* Validators of one URL say nothing of another. */
static void test_other_url(void **state) {
    struct site *site = *state;
    must(sync_path(site, "/websocket.xml"), "updated: ");
    requests(site, 1);
    struct outcome outcome = sync_path(site, "/moved/");
    must(outcome, "unchanged: ");
    assert_string_equal(requests(site, 2), "/moved/ 301 ||\n"
                                           "/websocket.xml 200 ||\n");
    must(sync_path(site, "/moved/"), "unchanged: ");
    assert_non_null(strstr(requests(site, 2), "/websocket.xml 304 "));
}

/* A code more. */
static void change_document(struct workshop *workshop) {
    const char *text = workshop_get(workshop, "www/websocket.xml");
    char *at = strstr(strstr(text, "<record>"), "-3999</value>");
    assert_non_null(at);
    memcpy(at, "-3998", 5);
    at = strstr(at, "</registry>");
    workshop_put(workshop, "www/websocket.xml",
                 arena_printf(&workshop->arena,
                              "%.*s<record><value>3999</value><description>"
                              "Omega</description></record>%s",
                              (int)(at - text), text, at));
}

static void test_changed_document(void **state) {
    struct site *site = *state;
    must(sync_path(site, "/websocket.xml"), "updated: ");
    requests(site, 1);
    change_document(site->workshop);
    must(sync_path(site, "/websocket.xml"),
         "  added       3999       \"Omega\"\n");
    assert_non_null(strstr(requests(site, 1), "/websocket.xml 200 \""));
    must(sync_path(site, "/websocket.xml"), "unchanged: ");
    assert_non_null(strstr(requests(site, 1), "/websocket.xml 304 \""));
}

static void copy_all(struct workshop *workshop, const char *from,
                     const char *to) {
    const char *argv[] = {
        "sh",
        "-c",
        "mkdir -p \"$1\" && cd \"$1\" && "
        "rm -rf data out cache && cp -a \"$0\"/. .",
        arena_printf(&workshop->arena, "%s/%s", workshop->folder, from),
        arena_printf(&workshop->arena, "%s/%s", workshop->folder, to),
        NULL};
    assert_string_equal(workshop_run(workshop, NULL, argv).err, "");
}

/* Killed at each of its calls: what the cache remembers is never of a registry
   that is not the current one, so the next sync has the change. */
static void test_killed(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    const char *url =
        arena_printf(&workshop->arena, "https://localhost:%d/websocket.xml",
                     site->nginx.port);
    must(sync_path(site, "/websocket.xml"), "updated: ");
    const char *save[] = {"sh", "-c", "mkdir base && cp -a data out cache base",
                          NULL};
    assert_int_equal(workshop_run(workshop, NULL, save).exit_code, 0);
    change_document(workshop);
    must(sync_path(site, "/websocket.xml"), "updated: ");
    const char *taken = arena_printf(&workshop->arena, "%s%s",
                                     workshop_content(workshop, "data"),
                                     workshop_content(workshop, "out"));
    unsigned killed = 0, with_new_cache = 0;
    for (unsigned at = 1;; at++) {
        copy_all(workshop, "base", ".");
        const char *variables[] = {
            "LD_PRELOAD=" FAULT_LIBRARY,
            "ASAN_OPTIONS=verify_asan_link_order=0", "FAULT_HOW=kill",
            arena_printf(&workshop->arena, "FAULT_AT=%u", at), NULL};
        const char *cache = workshop_get(workshop, "cache/websocket.json");
        struct outcome outcome =
            sync_url(workshop, url, variables, (const char *[]){NULL}).outcome;
        if (outcome.exit_code != -1)
            break;
        killed++;
        with_new_cache +=
            strcmp(cache, workshop_get(workshop, "cache/websocket.json")) != 0;
        outcome = sync_path(site, "/websocket.xml");
        if (outcome.exit_code != 0)
            fail_msg("killed at %u: %s", at, outcome.err);
        assert_same_text("killed", taken,
                         arena_printf(&workshop->arena, "%s%s",
                                      workshop_content(workshop, "data"),
                                      workshop_content(workshop, "out")));
    }
    assert_true(killed > 50);
    assert_true(with_new_cache > 0);
}

/* --dry-run asks, and writes nothing, the cache neither. */
static void test_dry_run(void **state) {
    struct site *site = *state;
    struct workshop *workshop = site->workshop;
    const char *url =
        arena_printf(&workshop->arena, "https://localhost:%d/websocket.xml",
                     site->nginx.port);
    static const char *const dry[] = {"--dry-run", "--quiet", NULL};
    const char *before = site_state(workshop);
    assert_int_equal(sync_url(workshop, url, NULL, dry).outcome.exit_code, 1);
    assert_same_text("new", before, site_state(workshop));
    must(sync_path(site, "/websocket.xml"), "updated: ");
    requests(site, 1);
    before = site_state(workshop);
    assert_int_equal(sync_url(workshop, url, NULL, dry).outcome.exit_code, 0);
    assert_same_text("same", before, site_state(workshop));
    assert_non_null(strstr(requests(site, 1), "/websocket.xml 304 "));
}

static void test_slow_but_good(void **state) {
    must(sync_path(*state, "/slow/websocket.xml"), "updated: ");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, open_site, close_site)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_etag),
        TEST(test_last_modified),
        TEST(test_altered_snapshot),
        TEST(test_other_url),
        TEST(test_changed_document),
        TEST(test_killed),
        TEST(test_dry_run),
        TEST(test_slow_but_good),
    };
    unsetenv("https_proxy");
    unsetenv("HTTPS_PROXY");
    unsetenv("all_proxy");
    unsetenv("ALL_PROXY");
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
