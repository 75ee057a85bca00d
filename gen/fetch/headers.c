/* SPDX-License-Identifier: MIT */
#include "fetch/headers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/text.h"

enum { MAX_VALIDATOR = 256 };

bool headers_is_date(const char *value) {
    size_t len = strlen(value);
    for (size_t i = 0; i < len; i++)
        if (value[i] < ' ' || value[i] > '~')
            return false;
    return len && len <= MAX_VALIDATOR;
}

bool headers_is_etag(const char *value) {
    const char *quoted = strncmp(value, "W/", 2) == 0 ? value + 2 : value;
    const char *end = *quoted == '"' ? strchr(quoted + 1, '"') : NULL;
    return headers_is_date(value) && end && !end[1];
}

static void keep(const char *value, size_t len, bool (*is_good)(const char *),
                 char **ret) {
    free(*ret);
    *ret = memory_alloc(len + 1);
    memcpy(*ret, value, len);
    (*ret)[len] = '\0';
    text_collapse(*ret);
    if (is_good(*ret))
        return;
    free(*ret);
    *ret = NULL;
}

static bool begins(const char *line, size_t len, const char *with) {
    return len >= strlen(with) && strncasecmp(line, with, strlen(with)) == 0;
}

void headers_add(struct headers *headers, const char *line, size_t len) {
    static const char etag[] = "etag:", date[] = "last-modified:";
    if (begins(line, len, "HTTP/"))
        headers_free(headers);
    else if (begins(line, len, etag))
        keep(line + sizeof etag - 1, len - (sizeof etag - 1), headers_is_etag,
             &headers->etag);
    else if (begins(line, len, date))
        keep(line + sizeof date - 1, len - (sizeof date - 1), headers_is_date,
             &headers->last_modified);
}

void headers_free(struct headers *headers) {
    free(headers->etag);
    free(headers->last_modified);
    *headers = (struct headers){0};
}
