/* SPDX-License-Identifier: MIT */
/* The enumerators as words, the same as in JSON and in the tool. */
#include <wsclose.h>

/* Arrays of arrays, so that a shared library has no relocation. */
#define WORD(words, i)                                                         \
    ((i) < sizeof(words) / sizeof *(words) ? (words)[i] : "unknown")

const char *wsclose_status_name(enum wsclose_registration_status status) {
    static const char words[][12] = {"unused",     "assigned",    "reserved",
                                     "unassigned", "private-use", "invalid"};
    return WORD(words, (unsigned)status);
}

const char *wsclose_advice_name(enum wsclose_advice advice) {
    static const char words[][12] = {"unknown",     "never",     "at-once",
                                     "after-delay", "elsewhere", "again"};
    return WORD(words, (unsigned)advice);
}

const char *wsclose_basis_name(enum wsclose_basis basis) {
    static const char words[][9] = {"none", "standard", "practice", "private"};
    return WORD(words, (unsigned)basis);
}

/* Errors count down from 0. */
const char *wsclose_error_name(enum wsclose_error error) {
    static const char words[][10] = {"none",     "too-long", "truncated",
                                     "bad-code", "bad-utf8", "no-code"};
    const unsigned i = 0u - (unsigned)error;
    return WORD(words, i);
}
