/* SPDX-License-Identifier: MIT */
/* That wsclose_format() shows none of the characters that Debian's unicode-data
   calls format (category Cf) or Default_Ignorable_Code_Point as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <wsclose.h>

#define FOLDER "/usr/share/unicode/"

enum { NOT_RUN = 77 };

static unsigned seen, shown;

static size_t encode(unsigned c, char ret[4]) {
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size; --i; c >>= 6)
        ret[i] = (char)(0x80 | (c & 0x3F));
    ret[0] = (char)(first[size] | c);
    return size;
}

static void check(unsigned c) {
    char reason[4], line[WSCLOSE_FORMAT_MAX], expected[64];
    struct wsclose_frame frame;
    wsclose_frame_of(1000, reason, encode(c, reason), WSCLOSE_RULE_STRICT,
                     &frame);
    wsclose_format(line, sizeof line, &frame);
    snprintf(expected, sizeof expected,
             c < 0x80      ? "1000 NORMAL_CLOSURE \"\\x%02x\""
             : c < 0x10000 ? "1000 NORMAL_CLOSURE \"\\u%04x\""
                           : "1000 NORMAL_CLOSURE \"\\U%08x\"",
             c);
    seen++;
    if (strcmp(line, expected) != 0) {
        printf("U+%04X is shown as it is\n", c);
        shown++;
    }
}

/* A line of either file: a code or a range of them, and a field behind it. */
static void check_line(const char *line, const char *field) {
    unsigned first, last;
    if (!strstr(line, field) || sscanf(line, "%x", &first) != 1)
        return;
    if (sscanf(line, "%x..%x", &first, &last) != 2)
        last = first;
    for (unsigned c = first; c <= last; c++)
        check(c);
}

static int check_file(const char *path, const char *field) {
    char line[1024];
    FILE *file = fopen(path, "r");
    if (!file)
        return NOT_RUN;
    while (fgets(line, sizeof line, file))
        check_line(line, field);
    fclose(file);
    return EXIT_SUCCESS;
}

int main(void) {
    if (check_file(FOLDER "UnicodeData.txt", ";Cf;") == NOT_RUN ||
        check_file(FOLDER "DerivedCoreProperties.txt",
                   "; Default_Ignorable_Code_Point") == NOT_RUN) {
        fputs("unicode_test: not run: there is no unicode-data\n", stderr);
        return NOT_RUN;
    }
    printf("%u characters, %u of them shown\n", seen, shown);
    return seen < 4000 || shown ? EXIT_FAILURE : EXIT_SUCCESS;
}
