/* SPDX-License-Identifier: MIT */
#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>

#include <wsclose.h>

#include "spellings.h"

static const std::unordered_map<std::string, int> codes = {
#define CODE(code, symbol, name) {#symbol, code},
    WSCLOSE_CODES(CODE)
#undef CODE
};

int code_by_unordered_map(const char *text, size_t len) {
    std::string symbol(text, len);
    std::transform(symbol.begin(), symbol.end(), symbol.begin(),
                   [](unsigned char c) { return std::toupper(c); });
    auto found = codes.find(symbol);
    return found == codes.end() ? -1 : found->second;
}
