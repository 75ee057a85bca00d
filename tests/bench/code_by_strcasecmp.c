/* SPDX-License-Identifier: MIT */
#include <strings.h>

#include <wsclose.h>

#include "spellings.h"

int code_by_strcasecmp(const char *text, size_t len) {
    static const struct {
        const char *symbol;
        int code;
    } symbols[] = {
#define SYMBOL(code, symbol, name) {#symbol, code},
        WSCLOSE_CODES(SYMBOL)
#undef SYMBOL
    };
    (void)len;
    for (size_t i = 0; i < WSCLOSE_CODES_COUNT; i++)
        if (strcasecmp(symbols[i].symbol, text) == 0)
            return symbols[i].code;
    return -1;
}
