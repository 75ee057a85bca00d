/* SPDX-License-Identifier: MIT */
#include "screen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Narrower lines than this are left to the terminal to cut; wider ones are hard
   to read. */
enum { MIN_WIDTH = 20, DEFAULT_WIDTH = 80, MAX_WIDTH = 100 };

static long terminal_width(int fd) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col)
        return size.ws_col;
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    return width > 0 ? width : DEFAULT_WIDTH;
}

static size_t clamp(long width) {
    return width < MIN_WIDTH   ? MIN_WIDTH
           : width > MAX_WIDTH ? MAX_WIDTH
                               : (size_t)width;
}

/* https://no-color.org */
static bool takes_colors(void) {
    const char *refused = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    return (!refused || !*refused) && terminal && *terminal &&
           strcmp(terminal, "dumb") != 0;
}

struct screen screen_of(FILE *out, bool no_color) {
    static const struct style plain = {"", ""};
    int fd = fileno(out);
    struct screen screen = {
        out, clamp(terminal_width(fd)), isatty(fd), plain, plain, plain};
    if (screen.is_terminal && !no_color && takes_colors()) {
        screen.strong = (struct style){"\033[1m", "\033[0m"};
        screen.faint = (struct style){"\033[2m", "\033[0m"};
    }
    return screen;
}
