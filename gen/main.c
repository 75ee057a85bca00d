/* wsclose-gen: the command line. */
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <libxml/parser.h>

#include "generate.h"
#include "memory.h"
#include "output.h"
#include "report.h"
#include "sync.h"

enum { DEFAULT_MAX_SIZE = 256 * 1024 };

struct options {
    const char *data, *out, *depfile, *from;
    bool check;
    size_t max_size;
};

static const char usage[] =
    "usage: wsclose-gen generate [--data DIR] [--out DIR] [--check]\n"
    "                            [--depfile FILE] [--max-size BYTES]\n"
    "       wsclose-gen sync --from FILE [--data DIR] [--out DIR]\n"
    "                            [--max-size BYTES]\n"
    "       wsclose-gen --help | --version\n";

static const char help[] =
    "\n"
    "generate  writes the artefacts that DIR/close-codes.xml and\n"
    "          DIR/semantics.xml make\n"
    "sync      takes IANA's document as the new DIR/close-codes.xml, and\n"
    "          generates\n"
    "\n"
    "  --data DIR        the data (default: gen/data if there, else the\n"
    "                    installed data)\n"
    "  --out DIR         where to write (default: generated)\n"
    "  --check           write nothing; exit 1 if a file is not up to date\n"
    "  --depfile FILE    write what was read as a make rule for FILE without\n"
    "                    its .d\n"
    "  --from FILE       IANA's websocket.xml\n"
    "  --max-size BYTES  refuse documents over this size (default: 262144)\n"
    "\n"
    "Exit: 0 done, 1 not up to date, 2 usage, 3 bad document, 5 refused,\n"
    "6 a local file could not be read or written.\n";

static int usage_error(const char *text, const char *what) {
    fprintf(stderr, "wsclose-gen: error: %s%s\n%s", text, what, usage);
    return GEN_USAGE;
}

static void print_report(const struct report *report) {
    for (size_t i = 0; i < report->count; i++) {
        const struct diagnostic *diagnostic = &report->list[i];
        if (diagnostic->severity == SEVERITY_NOTE) {
            fprintf(stderr, "%s\n", diagnostic->text);
            continue;
        }
        fprintf(stderr,
                "%s:", diagnostic->file ? diagnostic->file : "wsclose-gen");
        if (diagnostic->line)
            fprintf(stderr, "%ld:", diagnostic->line);
        fprintf(stderr, " %s: %s\n",
                diagnostic->severity == SEVERITY_WARNING ? "warning" : "error",
                diagnostic->text);
    }
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* The data folder's files; semantics.xml may be the installed one. */
static int read_sources(const struct options *options, struct arena *arena,
                        struct report *report, struct sources *ret) {
    const char *data = options->data           ? options->data
                       : is_folder("gen/data") ? "gen/data"
                                               : WSCLOSE_GEN_DATADIR;
    const char *snapshot = arena_printf(arena, "%s/close-codes.xml", data);
    const char *semantics = arena_printf(arena, "%s/semantics.xml", data);
    if (!file_exists(semantics))
        semantics = WSCLOSE_GEN_DATADIR "/semantics.xml";
    int result = options->from ? file_read_if_there(snapshot, options->max_size,
                                                    report, &ret->snapshot)
                               : file_read(snapshot, options->max_size, report,
                                           &ret->snapshot);
    if (result == GEN_OK)
        result =
            file_read(semantics, options->max_size, report, &ret->semantics);
    return result;
}

static int take_document(const struct options *options, struct sources *sources,
                         struct report *report) {
    struct file document;
    int result = file_read(options->from, options->max_size, report, &document);
    if (result < 0)
        return result;
    result = sync_snapshot(&document, sources, report);
    file_free(&document);
    return result;
}

static int write_artefacts(const struct options *options,
                           struct sources *sources, struct report *report) {
    struct model model = {0};
    struct outputs outputs = {0};
    int result = generate_model(sources, report, &model);
    if (result < 0)
        goto out;
    generate_artefacts(&model, options->out, &outputs);
    if (options->check) {
        result = outputs_check(&outputs, report);
        goto out;
    }
    if (options->depfile)
        generate_depfile(sources, options->depfile, &outputs);
    if (options->from) {
        outputs_add(&outputs, sources->snapshot.path, sources->snapshot.bytes,
                    sources->snapshot.len);
        sources->snapshot.bytes = NULL;
    }
    result = outputs_commit(&outputs, report);
    if (result == GEN_OK)
        printf("%zu codes, registry of %s: %zu of %zu files changed\n",
               model_named_count(&model), model.updated,
               outputs_changed(&outputs), outputs.count);
out:
    outputs_free(&outputs);
    model_free(&model);
    return result;
}

static int run(const struct options *options) {
    struct arena arena = {0};
    struct report report = {0};
    struct sources sources = {0};
    int result = read_sources(options, &arena, &report, &sources);
    if (result == GEN_OK && options->from)
        result = take_document(options, &sources, &report);
    if (result == GEN_OK)
        result = write_artefacts(options, &sources, &report);
    print_report(&report);
    report_free(&report);
    file_free(&sources.snapshot);
    file_free(&sources.semantics);
    arena_free(&arena);
    return result;
}

static int parse_size(const char *text, size_t *ret) {
    char *end;
    errno = 0;
    unsigned long size = strtoul(text, &end, 10);
    if (errno || *end || text[0] < '1' || text[0] > '9' || size > INT_MAX)
        return usage_error("--max-size takes a number of bytes, not ", text);
    *ret = size;
    return GEN_OK;
}

enum {
    OPTION_DATA,
    OPTION_OUT,
    OPTION_MAX_SIZE,
    OPTION_CHECK,
    OPTION_DEPFILE,
    OPTION_FROM
};

static const struct option generate_options[] = {
    {"data", required_argument, NULL, OPTION_DATA},
    {"out", required_argument, NULL, OPTION_OUT},
    {"max-size", required_argument, NULL, OPTION_MAX_SIZE},
    {"check", no_argument, NULL, OPTION_CHECK},
    {"depfile", required_argument, NULL, OPTION_DEPFILE},
    {0}};

static const struct option sync_options[] = {
    {"data", required_argument, NULL, OPTION_DATA},
    {"out", required_argument, NULL, OPTION_OUT},
    {"max-size", required_argument, NULL, OPTION_MAX_SIZE},
    {"from", required_argument, NULL, OPTION_FROM},
    {0}};

/* The options behind the command's name in argv[0]. */
static int parse_options(int argc, char **argv, const struct option *known,
                         struct options *ret) {
    *ret = (struct options){.out = "generated", .max_size = DEFAULT_MAX_SIZE};
    for (int option; (option = getopt_long(argc, argv, "", known, NULL)) != -1;)
        switch (option) {
        case OPTION_DATA:
            ret->data = optarg;
            break;
        case OPTION_OUT:
            ret->out = optarg;
            break;
        case OPTION_MAX_SIZE:
            if (parse_size(optarg, &ret->max_size) < 0)
                return GEN_USAGE;
            break;
        case OPTION_CHECK:
            ret->check = true;
            break;
        case OPTION_DEPFILE:
            ret->depfile = optarg;
            break;
        case OPTION_FROM:
            ret->from = optarg;
            break;
        default:
            fputs(usage, stderr);
            return GEN_USAGE;
        }
    if (optind < argc)
        return usage_error("what is this: ", argv[optind]);
    if (ret->check && ret->depfile)
        return usage_error("--check writes nothing, so it takes no ",
                           "--depfile");
    return GEN_OK;
}

static int run_command(int argc, char **argv) {
    struct options options;
    bool sync = strcmp(argv[0], "sync") == 0;
    if (!sync && strcmp(argv[0], "generate") != 0)
        return usage_error("there is no command ", argv[0]);
    int result = parse_options(
        argc, argv, sync ? sync_options : generate_options, &options);
    if (result < 0)
        return result;
    if (sync && !options.from)
        return usage_error("sync needs IANA's document: ", "--from FILE");
    return run(&options);
}

int main(int argc, char **argv) {
    if (argc < 2)
        return -usage_error("name a command", "");
    if (strcmp(argv[1], "--help") == 0) {
        printf("%s%s", usage, help);
        return 0;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("wsclose-gen %s\n", WSCLOSE_GEN_VERSION);
        return 0;
    }
    xmlInitParser();
    int result = run_command(argc - 1, argv + 1);
    xmlCleanupParser();
    return -result;
}
