/* SPDX-License-Identifier: MIT */
#include <unordered_map>

#include <wsclose.h>

#include "names.h"

static const std::unordered_map<unsigned, const char *> names = {
#define NAME(code, symbol, name) {code, name},
    WSCLOSE_CODES(NAME)
#undef NAME
};

const char *name_by_unordered_map(unsigned code) {
    auto found = names.find(code);
    return found == names.end() ? "Unassigned" : found->second;
}
