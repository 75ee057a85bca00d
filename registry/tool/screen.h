/* SPDX-License-Identifier: MIT */
/* What standard output is: how wide, and whether it takes colours. */
#ifndef TOOL_SCREEN_H
#define TOOL_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

struct style {
    const char *on, *off; /* both "" where there are no colours */
};

struct screen {
    size_t width; /* in columns */
    bool is_terminal;
    struct style plain, strong, faint;
};

struct screen screen_of_stdout(bool no_color);

#endif
