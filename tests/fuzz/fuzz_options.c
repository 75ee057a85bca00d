/* SPDX-License-Identifier: MIT */
/* Bytes as wsclose-gen's arguments, one a line. They are read, and nothing is
   done: no file is written. */
#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "base/report.h"
#include "command/options.h"
#include "command_line.h"
#include "fuzz.h"

static bool is_named(const char *path) {
    return !path || *path;
}

/* What the commands may rely on. */
static void check(const struct options *options) {
    fuzz_require((options->command == COMMAND_DIFF) == !!options->old_file &&
                     !options->old_file == !options->new_file,
                 "diff alone has two documents");
    fuzz_require(options->out && *options->out && is_named(options->data) &&
                     is_named(options->snapshot) &&
                     is_named(options->depfile) && is_named(options->url) &&
                     is_named(options->from) && is_named(options->report) &&
                     is_named(options->cacert) && is_named(options->cache),
                 "what is named has a name");
    for (size_t i = 0; i < options->private_count; i++)
        fuzz_require(*options->private_files[i], "a private file has a name");
    for (size_t i = 0; i < options->accepted_count; i++)
        fuzz_require(options->accepted[i] < 5000, "an accepted code is one");
    fuzz_require(!(options->url && options->from) &&
                     !(options->json && options->markdown) &&
                     !(options->check && options->depfile),
                 "what excludes each other");
    fuzz_require(options->max_size > 0 && options->max_size <= INT_MAX &&
                     options->max_seconds > 0 &&
                     options->max_seconds <= 24 * 60 * 60,
                 "the limits are limits");
}

static int parse(int argc, char **argv) {
    struct options options;
    int result = options_parse(argc, argv, &options);
    if (result == GEN_OK && options.command < COMMAND_HELP)
        check(&options);
    options_free(&options);
    return -result;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char error[] = "wsclose-gen: error: ";
    struct command_line line;
    command_line_run("wsclose-gen", data, size, parse, &line);
    fuzz_require(!line.out_len, "what reads the arguments prints nothing");
    fuzz_require(line.result == 0
                     ? !line.err_len
                     : line.result == -GEN_USAGE &&
                           strncmp(line.err, error, strlen(error)) == 0,
                 "accepted in silence, or refused with a reason");
    command_line_free(&line);
    return 0;
}
