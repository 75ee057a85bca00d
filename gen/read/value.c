/* SPDX-License-Identifier: MIT */
#include "read/value.h"

#include <string.h>
#include <strings.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static int digit_value(char c) {
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
}

/* The end of the code that text begins with, or NULL. A code above the registry
   comes out as PROTOCOL_CODE_LIMIT. */
static const char *parse_code(const char *text, unsigned *ret) {
    bool hex = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    int base = hex ? 16 : 10;
    text += hex ? 2 : 0;
    if (digit_value(*text) >= base ||
        (!hex && text[0] == '0' && is_digit(text[1])))
        return NULL;
    unsigned code = 0;
    for (; digit_value(*text) < base; text++)
        if (code < PROTOCOL_CODE_LIMIT)
            code = code * (unsigned)base + (unsigned)digit_value(*text);
    *ret = code < PROTOCOL_CODE_LIMIT ? code : PROTOCOL_CODE_LIMIT;
    return text;
}

const char *value_parse_codes(const char *text, unsigned *first,
                              unsigned *last) {
    static const char *none = "is neither a code nor a range of codes";
    text = parse_code(text, first);
    if (!text)
        return none;
    *last = *first;
    if (*text) {
        text += strspn(text, " ");
        if (*text++ != '-')
            return none;
        text = parse_code(text + strspn(text, " "), last);
        if (!text || *text)
            return none;
    }
    if (*first >= PROTOCOL_CODE_LIMIT || *last >= PROTOCOL_CODE_LIMIT)
        return "is outside 0-4999";
    return *first > *last ? "is a range that runs backwards" : NULL;
}

static int two_digits(const char *text) {
    if (!is_digit(text[0]) || !is_digit(text[1]))
        return -1;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

static int days_of(int year, int month) {
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == 2)
        return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool value_is_date(const char *text, bool month_alone) {
    size_t len = strlen(text);
    if (!(len == 10 || (len == 7 && month_alone)) || text[4] != '-')
        return false;
    int century = two_digits(text), year = two_digits(text + 2);
    int month = two_digits(text + 5);
    if (century < 0 || year < 0 || month < 1 || month > 12)
        return false;
    if (len == 7)
        return true;
    int day = two_digits(text + 8);
    return text[7] == '-' && day >= 1 &&
           day <= days_of(century * 100 + year, month);
}

/* Does text begin with this word, alone or with a remark behind it? */
static bool is_word_or_remark(const char *text, const char *word) {
    size_t len = strlen(word);
    if (strncasecmp(text, word, len) != 0)
        return false;
    text += len;
    return !*text || strncmp(text, " (", 2) == 0 ||
           strncasecmp(text, " for ", 5) == 0 || *text == ';' || *text == ',';
}

enum kind value_kind(const char *description) {
    if (is_word_or_remark(description, "Reserved for Private Use") ||
        is_word_or_remark(description, "Private Use"))
        return KIND_PRIVATE_USE;
    if (is_word_or_remark(description, "Unassigned"))
        return KIND_UNASSIGNED_PROTOCOL;
    if (is_word_or_remark(description, "Reserved") ||
        is_word_or_remark(description, "Unused") ||
        is_word_or_remark(description, "(Unused)"))
        return KIND_RESERVED;
    return KIND_ASSIGNED;
}
