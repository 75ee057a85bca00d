/* SPDX-License-Identifier: MIT */
/* Documents that are made to take time or memory: at the limits that hold
   unless somebody raises them, each ends within 2 seconds and 96 MB, accepted
   or refused with one line. The files of a run, up to 32 MiB of them, are made
   in memory before one is written, beside the names they are made of. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/records.h"
#include "support/workshop.h"

enum {
    MAX_SIZE = 256 * 1024,
    MAX_RSS = 96 * 1024 /* kB */
};
static const double max_seconds = 2;

/* A document: a beginning, a piece over and over, up to the limit or count
   times, and an end. A "%" in the piece is its number. */
struct bomb {
    const char *name;
    int exit_code;
    const char *before, *piece, *after;
    size_t count; /* 0: up to the limit */
    int later;    /* the exit code where its codes were there and vanished */
};

#define DOCUMENT                                                               \
    "<registry xmlns=\"http://www.iana.org/assignments\" id=\"websocket\">"    \
    "<updated>2026-01-02</updated>"
#define REGISTRY DOCUMENT "<registry id=\"close-code-number\">"
#define END "</registry></registry>"

/* A person whose name is as long as a text may be. */
#define NAME_100                                                               \
    "NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN"                       \
    "NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN"
#define NAME_1000                                                              \
    NAME_100 NAME_100 NAME_100 NAME_100 NAME_100 NAME_100 NAME_100 NAME_100    \
        NAME_100 NAME_100
#define PERSON(name)                                                           \
    "<people><person id=\"a\"><name>" name "</name></person></people>"
#define NAMED "<xref type=\"person\" data=\"a\"/>"

static const struct bomb bombs[] = {
    {"entities", 3,
     "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
     "\"&a;&a;&a;&a;\">]>" REGISTRY RECORD("3000", "Alpha"),
     "<!-- &b;&b;&b; -->", END, 0, 0},
    {"attributes", 3, REGISTRY "<record ", "a%='' ",
     "/>" RECORD("3000", "Alpha") END, 0, 0},
    {"attributes, over the limit", 3, REGISTRY "<record ", "a%='' ",
     "/>" RECORD("3000", "Alpha") END, 100000, 0},
    {"namespaces", 0, REGISTRY "<a ", "xmlns:a%='u' ",
     "/>" RECORD("3000", "Alpha") END, 0, 0},
    {"namespaces, used", 0, REGISTRY RECORD("3000", "Alpha"),
     "<a%:a xmlns:a%='u%' a%:b=''/>", END, 0, 0},
    {"depth", 3, REGISTRY RECORD("3000", "Alpha"), "<a>", END, 0, 0},
    {"depth, over the limit", 3, REGISTRY RECORD("3000", "Alpha"), "<a>", END,
     100000, 0},
    {"siblings", 0, REGISTRY RECORD("3000", "Alpha"), "<a/>", END, 0, 0},
    {"comments", 0, REGISTRY RECORD("3000", "Alpha"), "<!---->", END, 0, 0},
    {"a long description", 3,
     REGISTRY "<record><value>3000</value><description>", "&#65;",
     "</description></record>" END, 0, 0},
    {"empty sections", 0,
     REGISTRY "<record><value>3000</value><description>Alpha", "<![CDATA[]]>",
     "</description></record>" END, 0, 0},
    {"empty sections after a reference", 0,
     REGISTRY "<record><value>3000</value><description><xref data=\"Alpha\"/>",
     "<![CDATA[]]>", "</description></record>" END, 0, 0},
    {"a long date", 3, DOCUMENT "<updated>", "2", "</updated>" END, 0, 0},
    {"references", 0,
     REGISTRY "<record><value>3000</value><description>Alpha</description>",
     "<xref data=\"%\"/>", "</record>" END, 0, 0},
    {"references that are named", 3,
     REGISTRY "<record><value>3000</value><description>Alpha</description>",
     NAMED,
     "</record></registry>" PERSON(NAME_1000 NAME_1000 NAME_1000) "</registry>",
     0, 0},
    {"references with names of 150 bytes", 0,
     REGISTRY "<record><value>3000</value><description>Alpha</description>",
     NAMED, "</record></registry>" PERSON(NAME_100) "</registry>", 0, 0},
    {"references of the registry", 3, REGISTRY RECORD("3000", "Alpha"), NAMED,
     "</registry>" PERSON(NAME_1000 NAME_1000 NAME_1000) "</registry>", 0, 0},
    {"policies", 0, REGISTRY RECORD("3000", "Alpha"),
     "<range><value>3000</value><registration_rule>" NAMED
     "</registration_rule></range>",
     "</registry>" PERSON(NAME_1000 NAME_1000 NAME_1000) "</registry>", 0, 0},
    {"policies with names of 100 bytes", 0, REGISTRY RECORD("3000", "Alpha"),
     "<range><value>3000</value><registration_rule>" NAMED
     "</registration_rule></range>",
     "</registry>" PERSON(NAME_100) "</registry>", 0, 0},
    {"a range of assigned codes", 3,
     REGISTRY "<record><value>3000-3999</value><description>" NAME_1000, "x",
     "</description></record>" END, 2900, 0},
    {"codes that nobody has, one by one", 0, REGISTRY RECORD("3000", "Alpha"),
     "<record><value>1%</value><description>Unassigned</description></record>",
     END, 900, 0},
    {"codes with one name", 0, REGISTRY,
     "<record><value>3%</value><description>Alpha</description></record>", END,
     900, 5},
    {"people", 0, REGISTRY RECORD("3000", "Alpha") "</registry><people>",
     "<person id=\"a\"><name>b</name></person>", "</people></registry>", 0, 0},
};

/* A piece, "%" being its number: at least three digits, from 100 on. */
static void put_piece(const char *piece, size_t number, FILE *out) {
    for (; *piece; piece++)
        if (*piece == '%')
            fprintf(out, "%zu", 100 + number);
        else
            fputc(*piece, out);
}

static const char *document_of(struct workshop *workshop,
                               const struct bomb *bomb, const char *before) {
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    fputs(before, out);
    for (size_t i = 0; bomb->count ? i < bomb->count : true; i++) {
        fflush(out);
        if (!bomb->count &&
            len + 3 * strlen(bomb->piece) + strlen(bomb->after) > MAX_SIZE)
            break;
        put_piece(bomb->piece, i, out);
    }
    fputs(bomb->after, out);
    assert_int_equal(fclose(out), 0);
    const char *ret = arena_copy(&workshop->arena, text, len);
    free(text);
    return ret;
}

static double seconds(const struct timeval *time) {
    return (double)time->tv_sec + (double)time->tv_usec / 1e6;
}

/* Runs argv in the folder and measures it. */
static void run(struct workshop *workshop, const char *name, int exit_code,
                const char *const *argv) {
    struct rusage usage;
    int status;
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const int flags = O_WRONLY | O_CREAT | O_TRUNC;
        if (chdir(workshop->folder) != 0 ||
            dup2(open("stdout", flags, 0666), 1) != 1 ||
            dup2(open("stderr", flags, 0666), 2) != 2)
            _exit(127);
        execvp(argv[0], (char *const *)argv);
        _exit(127);
    }
    assert_int_equal(wait4(child, &status, 0, &usage), child);
    double spent = seconds(&usage.ru_utime) + seconds(&usage.ru_stime);
    const char *err = workshop_get(workshop, "stderr");
    printf("%-42s exit %d, %.2f s, %5.1f MB\n", name,
           WIFEXITED(status) ? WEXITSTATUS(status) : -1, spent,
           (double)usage.ru_maxrss / 1024);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != exit_code)
        fail_msg("%s: status %d, %.400s", name, status, err);
    if (exit_code == 3)
        assert_string_equal(strchr(err, '\n'), "\n");
    assert_true(spent < max_seconds);
    assert_true(usage.ru_maxrss < MAX_RSS);
}

static const char *const sync_argv[] = {WSCLOSE_GEN, "sync", "--from", "in.xml",
                                        "--data",    "data", "--out",  "out",
                                        "--report",  "r.md", NULL};

/* Taken as the first, and then where there is a registry that it changes. */
static void test_documents(void **state) {
    struct workshop *workshop = *state;
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        const struct bomb *bomb = &bombs[i];
        workshop_remove(workshop, "data/close-codes.xml");
        workshop_put(workshop, "in.xml",
                     document_of(workshop, bomb, bomb->before));
        run(workshop, bomb->name, bomb->exit_code, sync_argv);
        if (bomb->exit_code)
            continue;
        run(workshop, "  the same again", 0, sync_argv);
        workshop_put(workshop, "in.xml",
                     document_with(workshop, RECORD("3000", "Alpha")));
        const char *const back[] = {WSCLOSE_GEN,
                                    "sync",
                                    "--from",
                                    "in.xml",
                                    "--data",
                                    "data",
                                    "--out",
                                    "out",
                                    "--report",
                                    "r.md",
                                    "--allow-rollback",
                                    NULL};
        run(workshop, "  to a plain one", 0, back);
        workshop_put(workshop, "in.xml",
                     document_of(workshop, bomb, bomb->before));
        run(workshop, "  and from it", bomb->later, sync_argv);
    }
}

/* However long it is, no more of it is read than the limit. */
static void test_streams(void **state) {
    static const char *const script =
        "truncate -s 1G in.xml && \"$0\" sync --from in.xml --data data";
    static const char *const pipe =
        "yes '<a>' | \"$0\" sync --from /dev/stdin --data data";
    static const char *const zero = "\"$0\" sync --from /dev/zero --data data";
    const char *const scripts[] = {script, pipe, zero};
    for (size_t i = 0; i < 3; i++) {
        const char *argv[] = {"sh", "-c", scripts[i], WSCLOSE_GEN, NULL};
        run(*state, i == 0 ? "1 GB" : "without an end", 3, argv);
    }
}

/* The processor time of clang's look at the header of so many codes. */
static double header_seconds(struct workshop *workshop, unsigned codes) {
    struct arena *arena = &workshop->arena;
    const char *records = "";
    for (unsigned first = 1000; first < 1000 + codes; first += 100) {
        char hundred[16384], *end = hundred;
        for (unsigned code = first; code < first + 100; code++)
            end += sprintf(end, RECORD("%u", "Name of %u"), code, code);
        records = arena_printf(arena, "%s%s", records, hundred);
    }
    struct rusage before, after;
    workshop_remove(workshop, "data/close-codes.xml");
    workshop_must_sync(workshop, document_with(workshop, records));
    getrusage(RUSAGE_CHILDREN, &before);
    struct outcome outcome =
        WORKSHOP_RUN(workshop, "clang", "-std=c11", "-fsyntax-only", "-x", "c",
                     "out/include/wsclose_codes.h");
    getrusage(RUSAGE_CHILDREN, &after);
    assert_outcome(outcome, 0, "");
    return (double)(after.ru_utime.tv_sec - before.ru_utime.tv_sec) +
           1e-6 * (double)(after.ru_utime.tv_usec - before.ru_utime.tv_usec);
}

/* Ten times the codes are not a hundred times the work for a compiler. */
static void test_header_of_thousands(void **state) {
    struct workshop *workshop = *state;
    double few = header_seconds(workshop, 300);
    double many = header_seconds(workshop, 3000);
    if (many > 5 * few)
        fail_msg("300 codes take clang %.2f s, 3,000 take %.2f s", few, many);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, workshop_open, workshop_close)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(test_documents), TEST(test_streams),
                                       TEST(test_header_of_thousands)};
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
