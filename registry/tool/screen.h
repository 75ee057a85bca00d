/* SPDX-License-Identifier: MIT */
/* Where something is printed: how wide, and whether it takes colours. */
#ifndef TOOL_SCREEN_H
#define TOOL_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct style {
    const char *on, *off; /* both "" where there are no colours */
};

struct screen {
    FILE *out;
    size_t width; /* in columns */
    bool is_terminal;
    struct style plain, strong, faint;
};

struct screen screen_of(FILE *out, bool no_color);

#endif
