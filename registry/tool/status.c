/* SPDX-License-Identifier: MIT */
#include "status.h"

#include <string.h>

const char *status_names(void) {
    static char list[128];
    *list = '\0';
    for (unsigned i = WSCLOSE_STATUS_UNUSED; i <= WSCLOSE_STATUS_INVALID; i++) {
        strcat(list, i == WSCLOSE_STATUS_UNUSED ? "" : ", ");
        strcat(list, wsclose_status_name((enum wsclose_registration_status)i));
    }
    return list;
}

bool status_from_name(const char *name, enum wsclose_registration_status *ret) {
    for (unsigned i = WSCLOSE_STATUS_UNUSED; i <= WSCLOSE_STATUS_INVALID; i++) {
        enum wsclose_registration_status status =
            (enum wsclose_registration_status)i;
        if (strcmp(wsclose_status_name(status), name) == 0) {
            *ret = status;
            return true;
        }
    }
    return false;
}
