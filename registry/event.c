/* SPDX-License-Identifier: MIT */
/* What a browser shows of a connection's end. */
#include <wsclose.h>

#include "shared/protocol.h"

void wsclose_derive_event(const struct wsclose_ending *how,
                          struct wsclose_event *ret) {
    const struct wsclose_frame *peer = how->received;
    bool broken = peer && peer->error != WSCLOSE_ERROR_NONE;
    bool failed = !how->established || how->failed || broken;
    bool accepted = peer && !failed;

    ret->code = accepted ? peer->code : PROTOCOL_ABNORMAL_CLOSURE;
    ret->reason = accepted ? peer->reason : "";
    ret->reason_len = accepted ? peer->reason_len : 0;
    ret->was_clean = accepted && how->sent != NULL;
    ret->error_first = failed || (how->transport_lost && !ret->was_clean);
}
