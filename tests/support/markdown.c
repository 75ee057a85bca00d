/* SPDX-License-Identifier: MIT */
#include "support/markdown.h"

#include <string.h>

const char *markdown_span(struct arena *arena, const char *line,
                          const char **ret) {
    size_t fence = strspn(line, "`");
    const char *begin = line + fence, *at = begin;
    size_t run = 0;
    if (!fence)
        return NULL;
    while (*at && *at != '\n' && (run = strspn(at, "`")) != fence)
        at += run ? run : 1;
    if (*at != '`')
        return NULL;
    size_t len = (size_t)(at - begin);
    if (len > 2 && begin[0] == ' ' && begin[len - 1] == ' ') {
        begin++;
        len -= 2;
    }
    *ret = arena_copy(arena, begin, len);
    return at + fence;
}
