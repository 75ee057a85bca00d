/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "range.h"
#include "width.h"
#include "wrap.h"

/* In columns. Where the meaning had less room than this, symbols are left out:
   a narrow terminal shows a table still. */
enum { GAP = 2, MIN_ROOM = 16 };

struct columns {
    size_t symbol, meaning; /* where they begin; 0: no symbols */
};

static struct columns layout(const struct registry *registry,
                             const struct codes *codes, size_t width) {
    size_t range_width = 0, symbol_width = 0;
    for (size_t i = 0; i < codes->count; i++) {
        const struct row *row = registry_row(registry, codes->list[i].first);
        char range[RANGE_SIZE];
        size_t len = strlen(range_of_row(row, range));
        if (len > range_width)
            range_width = len;
        len = strlen(row->symbol);
        if (len > symbol_width)
            symbol_width = len;
    }
    size_t second = range_width + GAP, third = second + symbol_width + GAP;
    return third + MIN_ROOM <= width ? (struct columns){second, third}
                                     : (struct columns){0, second};
}

static void print_row(const struct screen *screen, struct columns columns,
                      const struct row *row, const char *meaning) {
    char range[RANGE_SIZE];
    struct style first = screen->strong, rest = screen->plain;
    if (!row_is_named(row))
        first = rest = screen->faint;
    range_of_row(row, range);
    printf("%s%s%s", first.on, range, first.off);
    size_t used = strlen(range);
    if (columns.symbol) {
        printf("%*s%s%s%s", (int)(columns.symbol - used), "", rest.on,
               row->symbol, rest.off);
        used = columns.symbol + strlen(row->symbol);
    }
    printf("%*s", (int)(columns.meaning - used), "");
    wrap_print(screen, columns.meaning, rest, meaning);
}

/* Into a file or a pipe each row is one line, however long: for grep. */
void table_print(const struct registry *registry, const struct codes *codes,
                 const struct screen *screen) {
    struct screen page = *screen;
    if (!page.is_terminal)
        page.width = SIZE_MAX;
    struct columns columns = layout(registry, codes, page.width);
    for (size_t i = 0; i < codes->count; i++) {
        const struct row *row = registry_row(registry, codes->list[i].first);
        print_row(&page, columns, row, registry_texts(registry, row)->meaning);
    }
}
