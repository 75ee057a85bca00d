/* SPDX-License-Identifier: MIT */
#include "tool_locale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The first of these variables that is set, as POSIX looks them up. */
static const char *first_set(const char *const *variables) {
    for (; *variables; variables++) {
        const char *value = getenv(*variables);
        if (value && *value)
            return value;
    }
    return "C";
}

static bool ctype_is_utf8(void) {
    return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* A locale is taken at its word, installed or not: musl has any, as UTF-8. */
static bool is_utf8(const char *locale) {
    const char *dot = strchr(locale, '.');
    if (!dot)
        return ctype_is_utf8();
    size_t len = strcspn(dot + 1, "@");
    return (len == 5 && strncasecmp(dot + 1, "UTF-8", len) == 0) ||
           (len == 4 && strncasecmp(dot + 1, "UTF8", len) == 0);
}

static bool start_ctype(const char *locale) {
    setlocale(LC_CTYPE, locale);
    bool ret = is_utf8(locale);
    if (!ctype_is_utf8() && !setlocale(LC_CTYPE, "C.UTF-8"))
        setlocale(LC_CTYPE, "en_US.UTF-8");
    return ret;
}

const char *locale_start(void) {
    static const char *const for_texts[] = {"LC_ALL", "LC_MESSAGES", "LANG",
                                            NULL};
    /* POSIX does not ask LC_MESSAGES here; but where it stands alone, it is
       all that is known of the terminal. */
    static const char *const for_characters[] = {"LC_ALL", "LC_CTYPE", "LANG",
                                                 "LC_MESSAGES", NULL};
    return start_ctype(first_set(for_characters)) ? first_set(for_texts) : "en";
}
