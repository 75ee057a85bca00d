/* SPDX-License-Identifier: MIT */
#include "row.h"

bool row_is_named(const struct row *row) {
    return row->first == row->last && row->status != WSCLOSE_STATUS_UNASSIGNED;
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
