/* SPDX-License-Identifier: MIT */
#include "row.h"

#include <string.h>

bool row_is_named(const struct row *row) {
    static const char *const labels[] = {"UNUSED", "UNASSIGNED", "PRIVATE_USE",
                                         "INVALID"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strcmp(row->symbol, labels[i]) == 0)
            return false;
    return true;
}

bool row_is_sent(const struct row *row) {
    return row->by_client || row->by_server;
}

unsigned row_reply(const struct row *row, unsigned code) {
    return row->reply == ROW_SAME ? code : row->reply;
}

unsigned row_relay(const struct row *row, unsigned code) {
    return row->relay == ROW_SAME ? code : row->relay;
}

static bool has_code(const struct row *row, const char *app, unsigned code) {
    for (const struct usage *at = row->applications; at->app; at++)
        if (at->app == app && at->first == code && at->last == code)
            return true;
    return false;
}

bool usage_is_of(const struct row *row, const struct usage *usage,
                 struct span span) {
    if (usage->last < span.first || usage->first > span.last)
        return false;
    return span.first != span.last || usage->first == usage->last ||
           !has_code(row, usage->app, span.first);
}
