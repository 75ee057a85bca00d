/* SPDX-License-Identifier: MIT */
/* Bytes as the tool's arguments, one a line. Its main() is tool_main() here. */
#include <stdbool.h>
#include <string.h>

#include <jansson.h>

#include "command_line.h"
#include "fuzz.h"

int tool_main(int argc, char **argv);

/* Is --json one of the arguments, and no option that could be another? */
static bool asks_for_json(char **argv) {
    bool found = false;
    for (argv++; *argv; argv++) {
        found = found || strcmp(*argv, "--json") == 0;
        if (**argv == '-' && strcmp(*argv, "--json") != 0 &&
            strcmp(*argv, "--lenient") != 0 && strcmp(*argv, "--no-color") != 0)
            return false;
    }
    return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct command_line line;
    command_line_run("wsclose", data, size, tool_main, &line);
    fuzz_require(line.result >= 0 && line.result <= 2,
                 "an exit code of the contract");
    fuzz_require(line.result != 2 || !line.out_len,
                 "wrong usage prints nothing");
    if (line.out_len && asks_for_json(line.argv)) {
        json_t *json =
            json_loadb(line.out, line.out_len, JSON_DECODE_ANY, NULL);
        fuzz_require(json != NULL, "--json prints JSON");
        json_decref(json);
    }
    command_line_free(&line);
    return 0;
}
