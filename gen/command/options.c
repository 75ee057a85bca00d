#include "command/options.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/report.h"
#include "base/text.h"
#include "read/value.h"

enum {
    DEFAULT_MAX_SIZE = 256 * 1024,
    DEFAULT_MAX_SECONDS = 120,
    MAX_SECONDS = 24 * 60 * 60
};

#define USAGE                                                                  \
    "usage: wsclose-gen generate [--data DIR] [--snapshot FILE] [--out DIR]\n" \
    "                            [--private FILE]... [--no-pages]\n"           \
    "                            [--check] [--depfile FILE]\n"                 \
    "                            [--max-size BYTES]\n"                         \
    "       wsclose-gen sync     [--url URL | --from FILE] [--data DIR]\n"     \
    "                            [--out DIR] [--dry-run] [--accept CODE]...\n" \
    "                            [--allow-rollback] [--report FILE.md]\n"      \
    "                            [--json] [--cacert FILE] [--cache DIR]\n"     \
    "                            [--max-time SECONDS] [--max-size BYTES]\n"    \
    "                            [--quiet]\n"                                  \
    "       wsclose-gen diff     OLD.xml NEW.xml [--json | --markdown]\n"      \
    "                            [--max-size BYTES]\n"                         \
    "       wsclose-gen status   [--data DIR] [--cache DIR] [--json]\n"        \
    "       wsclose-gen --help | --version\n"

const char options_help[] = USAGE
    "\n"
    "generate  writes the artefacts that DIR/close-codes.xml and\n"
    "          DIR/semantics.xml make\n"
    "sync      takes IANA's document as the new DIR/close-codes.xml if it may\n"
    "          be accepted, and generates\n"
    "diff      compares the close codes of two documents or snapshots\n"
    "status    says what is held, from when, from where, and when it was last\n"
    "          checked\n"
    "\n"
    "  --data DIR          the data (default: gen/data if there, else the\n"
    "                      installed data)\n"
    "  --snapshot FILE     the snapshot, in place of DIR/close-codes.xml\n"
    "  --out DIR           where to write (default: generated)\n"
    "  --private FILE      add an application's own codes of 4000-4999\n"
    "  --no-pages          write what is compiled, and no close-codes.*\n"
    "  --check             write nothing; exit 1 if a file is not up to date\n"
    "  --depfile FILE      write what was read as a make rule for FILE "
    "without\n"
    "                      its .d\n"
    "  --url URL           what to fetch (default: IANA's websocket.xml)\n"
    "  --from FILE         IANA's websocket.xml, as a file\n"
    "  --dry-run           change nothing; exit 1 if there is something to "
    "take\n"
    "  --accept CODE       take the new description of this assigned code\n"
    "  --allow-rollback    take an older document, and codes being lost\n"
    "  --report FILE.md    write the report, as Markdown\n"
    "  --json, --markdown  print the report so\n"
    "  --cacert FILE       trust these certificate authorities\n"
    "  --cache DIR         where validators are kept between fetches\n"
    "  --max-time SECONDS  for a fetch with its retries (default: 120)\n"
    "  --max-size BYTES    refuse documents over this size (default: 262144)\n"
    "  --quiet             print no text and no progress\n"
    "\n"
    "Exit: 0 done, 1 not up to date or a change found, 2 usage, 3 bad "
    "document,\n"
    "4 upstream, 5 refused, 6 a local file could not be read or written.\n";

enum option_id {
    OPTION_DATA,
    OPTION_SNAPSHOT,
    OPTION_OUT,
    OPTION_PRIVATE,
    OPTION_NO_PAGES,
    OPTION_CHECK,
    OPTION_DEPFILE,
    OPTION_URL,
    OPTION_FROM,
    OPTION_DRY_RUN,
    OPTION_ACCEPT,
    OPTION_ALLOW_ROLLBACK,
    OPTION_REPORT,
    OPTION_JSON,
    OPTION_MARKDOWN,
    OPTION_CACERT,
    OPTION_CACHE,
    OPTION_MAX_TIME,
    OPTION_MAX_SIZE,
    OPTION_QUIET,
    OPTION_HELP
};

static const struct option generate_options[] = {
    {"data", required_argument, NULL, OPTION_DATA},
    {"snapshot", required_argument, NULL, OPTION_SNAPSHOT},
    {"out", required_argument, NULL, OPTION_OUT},
    {"private", required_argument, NULL, OPTION_PRIVATE},
    {"no-pages", no_argument, NULL, OPTION_NO_PAGES},
    {"check", no_argument, NULL, OPTION_CHECK},
    {"depfile", required_argument, NULL, OPTION_DEPFILE},
    {"max-size", required_argument, NULL, OPTION_MAX_SIZE},
    {"help", no_argument, NULL, OPTION_HELP},
    {0}};

static const struct option sync_options[] = {
    {"url", required_argument, NULL, OPTION_URL},
    {"from", required_argument, NULL, OPTION_FROM},
    {"data", required_argument, NULL, OPTION_DATA},
    {"out", required_argument, NULL, OPTION_OUT},
    {"dry-run", no_argument, NULL, OPTION_DRY_RUN},
    {"accept", required_argument, NULL, OPTION_ACCEPT},
    {"allow-rollback", no_argument, NULL, OPTION_ALLOW_ROLLBACK},
    {"report", required_argument, NULL, OPTION_REPORT},
    {"json", no_argument, NULL, OPTION_JSON},
    {"cacert", required_argument, NULL, OPTION_CACERT},
    {"cache", required_argument, NULL, OPTION_CACHE},
    {"max-time", required_argument, NULL, OPTION_MAX_TIME},
    {"max-size", required_argument, NULL, OPTION_MAX_SIZE},
    {"quiet", no_argument, NULL, OPTION_QUIET},
    {"help", no_argument, NULL, OPTION_HELP},
    {0}};

static const struct option diff_options[] = {
    {"json", no_argument, NULL, OPTION_JSON},
    {"markdown", no_argument, NULL, OPTION_MARKDOWN},
    {"max-size", required_argument, NULL, OPTION_MAX_SIZE},
    {"help", no_argument, NULL, OPTION_HELP},
    {0}};

static const struct option status_options[] = {
    {"data", required_argument, NULL, OPTION_DATA},
    {"cache", required_argument, NULL, OPTION_CACHE},
    {"json", no_argument, NULL, OPTION_JSON},
    {"help", no_argument, NULL, OPTION_HELP},
    {0}};

static const struct {
    const char *name;
    enum command command;
    const struct option *options; /* NULL: none */
} commands[] = {
    {"generate", COMMAND_GENERATE, generate_options},
    {"sync", COMMAND_SYNC, sync_options},
    {"diff", COMMAND_DIFF, diff_options},
    {"status", COMMAND_STATUS, status_options},
    {"--help", COMMAND_HELP, NULL},
    {"--version", COMMAND_VERSION, NULL},
};

/* What was typed may hold anything: it is shown as it can be printed. */
static int usage_error(const char *text, const char *what) {
    struct arena arena = {0};
    char *shown = arena_copy(&arena, what, strlen(what));
    text_make_printable(shown);
    fprintf(stderr, "wsclose-gen: error: %s%s; see wsclose-gen --help\n", text,
            shown);
    arena_free(&arena);
    return GEN_USAGE;
}

/* A whole decimal number from 1 to max. */
static int parse_number(const char *option, const char *text, long max,
                        long *ret) {
    char *end;
    errno = 0;
    *ret = strtol(text, &end, 10);
    if (errno || *end || text[0] < '1' || text[0] > '9' || *ret > max) {
        fprintf(stderr,
                "wsclose-gen: error: %s takes a whole number from 1 to %ld\n",
                option, max);
        return GEN_USAGE;
    }
    return GEN_OK;
}

static int parse_accept(const char *text, struct options *ret) {
    unsigned first, last;
    if (value_parse_codes(text, &first, &last) || first != last)
        return usage_error("--accept takes one code, not ", text);
    ret->accepted = memory_append(ret->accepted, ret->accepted_count,
                                  sizeof *ret->accepted);
    ret->accepted[ret->accepted_count++] = first;
    return GEN_OK;
}

static int refuse_nothing(void) {
    return usage_error("an option that names a file, folder or URL was given "
                       "nothing",
                       "");
}

static int parse_private(const char *path, struct options *ret) {
    if (!*path)
        return refuse_nothing();
    for (size_t i = 0; i < ret->private_count; i++)
        if (strcmp(path, ret->private_files[i]) == 0)
            return usage_error("--private names one file twice: ", path);
    ret->private_files = memory_append(ret->private_files, ret->private_count,
                                       sizeof *ret->private_files);
    ret->private_files[ret->private_count++] = path;
    return GEN_OK;
}

static int parse_option(enum option_id option, struct options *ret) {
    long number;
    switch (option) {
    case OPTION_DATA:
        ret->data = optarg;
        break;
    case OPTION_SNAPSHOT:
        ret->snapshot = optarg;
        break;
    case OPTION_OUT:
        ret->out = optarg;
        break;
    case OPTION_PRIVATE:
        return parse_private(optarg, ret);
    case OPTION_NO_PAGES:
        ret->no_pages = true;
        break;
    case OPTION_CHECK:
        ret->check = true;
        break;
    case OPTION_DEPFILE:
        ret->depfile = optarg;
        break;
    case OPTION_URL:
        ret->url = optarg;
        break;
    case OPTION_FROM:
        ret->from = optarg;
        break;
    case OPTION_DRY_RUN:
        ret->dry_run = true;
        break;
    case OPTION_ACCEPT:
        return parse_accept(optarg, ret);
    case OPTION_ALLOW_ROLLBACK:
        ret->rollback = true;
        break;
    case OPTION_REPORT:
        ret->report = optarg;
        break;
    case OPTION_JSON:
        ret->json = true;
        break;
    case OPTION_MARKDOWN:
        ret->markdown = true;
        break;
    case OPTION_CACERT:
        ret->cacert = optarg;
        break;
    case OPTION_CACHE:
        ret->cache = optarg;
        break;
    case OPTION_MAX_TIME:
        return parse_number("--max-time", optarg, MAX_SECONDS,
                            &ret->max_seconds);
    case OPTION_MAX_SIZE:
        if (parse_number("--max-size", optarg, INT_MAX, &number) < 0)
            return GEN_USAGE;
        ret->max_size = (size_t)number;
        break;
    case OPTION_QUIET:
        ret->quiet = true;
        break;
    case OPTION_HELP:
        ret->command = COMMAND_HELP;
        break;
    }
    return GEN_OK;
}

/* answer is getopt's; it leaves in optopt which known option has a value and
   takes none. */
static int refuse_option(int answer, const char *typed) {
    if (answer == ':')
        return usage_error("a value is missing behind ", typed);
    if (optopt > 0 && optopt <= OPTION_HELP)
        return usage_error("this option takes no value: ", typed);
    return usage_error("there is no such option: ", typed);
}

/* Does a URL name a user, https://user:password@host/? */
static bool has_credentials(const char *url) {
    const char *host = strstr(url, "://");
    if (!host)
        return false;
    host += strlen("://");
    return memchr(host, '@', strcspn(host, "/?#")) != NULL;
}

/* What no single option can tell. */
static int check(int left, char **arguments, struct options *ret) {
    int wanted = ret->command == COMMAND_DIFF ? 2 : 0;
    if (left > wanted)
        return usage_error("what is this: ", arguments[wanted]);
    if (left < wanted)
        return usage_error("diff needs two documents", "");
    if (wanted) {
        ret->old_file = arguments[0];
        ret->new_file = arguments[1];
    }
    const char *const values[] = {ret->data,    ret->snapshot, ret->out,
                                  ret->depfile, ret->url,      ret->from,
                                  ret->report,  ret->cacert,   ret->cache};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (values[i] && !*values[i])
            return refuse_nothing();
    if (ret->check && ret->depfile)
        return usage_error("--check writes nothing, so it takes no ",
                           "--depfile");
    if (ret->url && has_credentials(ret->url))
        return usage_error("--url takes no user name or password: it is "
                           "recorded for everybody to read",
                           "");
    if (ret->url &&
        text_invalid_at(ret->url, strlen(ret->url)) != strlen(ret->url))
        return usage_error("--url takes UTF-8, not ", ret->url);
    if (ret->url && ret->from)
        return usage_error("--url and --from exclude each other", "");
    if (ret->json && ret->markdown)
        return usage_error("--json and --markdown exclude each other", "");
    return GEN_OK;
}

int options_parse(int argc, char **argv, struct options *ret) {
    *ret = (struct options){.out = "generated",
                            .max_size = DEFAULT_MAX_SIZE,
                            .max_seconds = DEFAULT_MAX_SECONDS};
    if (argc < 2)
        return usage_error("name a command", "");
    const struct option *known = NULL;
    size_t i = 0, count = sizeof commands / sizeof *commands;
    while (i < count && strcmp(argv[1], commands[i].name) != 0)
        i++;
    if (i == count)
        return usage_error("there is no command ", argv[1]);
    ret->command = commands[i].command;
    known = commands[i].options;
    if (!known)
        return GEN_OK;
    argc--;
    argv++;
    opterr = 0;
    for (int option;
         (option = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        if (option == '?' || option == ':')
            return refuse_option(option, argv[optind - 1]);
        if (parse_option((enum option_id)option, ret) < 0)
            return GEN_USAGE;
        if (ret->command == COMMAND_HELP)
            return GEN_OK;
    }
    return check(argc - optind, argv + optind, ret);
}

void options_free(struct options *options) {
    free(options->accepted);
    free(options->private_files);
    options->accepted = NULL;
    options->private_files = NULL;
}
