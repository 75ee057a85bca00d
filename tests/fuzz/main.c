/* Runs files, or standard input: afl-fuzz calls it so. */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

static void run(FILE *file) {
    size_t len = 0, room = 1 << 16;
    uint8_t *bytes = malloc(room);
    while (bytes && (len += fread(bytes + len, 1, room - len, file)) == room)
        bytes = realloc(bytes, room *= 2);
    if (!bytes)
        abort();
    LLVMFuzzerTestOneInput(bytes, len);
    free(bytes);
}

int main(int argc, char **argv) {
    if (argc < 2)
        run(stdin);
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (!file) {
            perror(argv[i]);
            return 1;
        }
        run(file);
        fclose(file);
    }
    return 0;
}
