/* SPDX-License-Identifier: MIT */
/*
 * Characters that act on a line instead of standing in it: no text of the
 * registry has them, wherever it comes from.
 */
#ifndef SHARED_ACTIVE_H
#define SHARED_ACTIVE_H

#include <stdbool.h>

/* Cc, and the line and paragraph separators, which some readers of source
   code take for a line's end. */
static inline bool wsclose_is_control(unsigned c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

/* Unicode's Bidi_Control property. */
static inline bool wsclose_is_bidirectional_control(unsigned c) {
    return c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

#endif
