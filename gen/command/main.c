/* SPDX-License-Identifier: MIT */
/* wsclose-gen: parses the arguments, calls, prints what was reported. */
#include <stdio.h>

#include <libxml/parser.h>

#include "base/allocators.h"
#include "base/report.h"
#include "command/command.h"
#include "command/help.h"
#include "command/options.h"
#include "shared/tables.h"

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

static int print_help(const struct options *options, FILE *out,
                      struct report *report) {
    (void)options, (void)report;
    help_print(out);
    return GEN_OK;
}

static int print_version(const struct options *options, FILE *out,
                         struct report *report) {
    (void)options, (void)report;
    fprintf(out, "wsclose-gen %s\ntables of format %d\n", WSCLOSE_GEN_VERSION,
            WSCLOSE_TABLES_FORMAT);
    return GEN_OK;
}

static int run(const struct options *options) {
    static command *const commands[] = {[COMMAND_GENERATE] = command_generate,
                                        [COMMAND_SYNC] = command_sync,
                                        [COMMAND_DIFF] = command_diff,
                                        [COMMAND_STATUS] = command_status,
                                        [COMMAND_HELP] = print_help,
                                        [COMMAND_VERSION] = print_version};
    struct report report = {0};
    int result = commands[options->command](options, stdout, &report);
    if (fflush(stdout) != 0 || ferror(stdout))
        result = report_error(&report, GEN_FILE, NULL, 0,
                              "standard output cannot be written");
    print_report(&report);
    report_free(&report);
    return result;
}

int main(int argc, char **argv) {
    struct options options;
    allocators_install();
    xmlInitParser();
    int result = options_parse(argc, argv, &options);
    if (result == GEN_OK)
        result = run(&options);
    options_free(&options);
    xmlCleanupParser();
    return -result;
}
