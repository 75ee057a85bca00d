/* Bytes as the tool's arguments, one a line. Its main() is tool_main() here. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "fuzz.h"

enum { MAX_ARGUMENTS = 32 };

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

static void check(int result, char **argv, const char *out, size_t len) {
    fuzz_require(result >= 0 && result <= 2, "an exit code of the contract");
    fuzz_require_clean(out, len, "what is printed is clean");
    fuzz_require(result != 2 || !len, "wrong usage prints nothing");
    if (!len || !asks_for_json(argv))
        return;
    json_t *json = json_loadb(out, len, JSON_DECODE_ANY, NULL);
    fuzz_require(json != NULL, "--json prints JSON");
    json_decref(json);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = {data, size};
    char *argv[MAX_ARGUMENTS + 1] = {strdup("wsclose")};
    char *given[MAX_ARGUMENTS + 1] = {0}; /* getopt_long() sorts argv */
    FILE *real_out = stdout, *real_err = stderr;
    char *out = NULL, *err = NULL;
    size_t out_len = 0, err_len = 0, len;
    int argc = 1;
    while (input.left && argc < MAX_ARGUMENTS)
        argv[argc++] = fuzz_line(&input, &len);
    memcpy(given, argv, sizeof argv);
    stdout = open_memstream(&out, &out_len);
    stderr = open_memstream(&err, &err_len);
    if (!stdout || !stderr)
        abort();
    optind = 0;
    int result = tool_main(argc, argv);
    fclose(stdout);
    fclose(stderr);
    stdout = real_out;
    stderr = real_err;
    check(result, given, out, out_len);
    fuzz_require_clean(err, err_len, "a message is clean");
    free(out);
    free(err);
    for (int i = 0; i < argc; i++)
        free(given[i]);
    return 0;
}
