#include "status.h"

#include <string.h>

static const char *const names[] = {
    [WSCLOSE_STATUS_UNUSED] = "unused",
    [WSCLOSE_STATUS_ASSIGNED] = "assigned",
    [WSCLOSE_STATUS_RESERVED] = "reserved",
    [WSCLOSE_STATUS_UNASSIGNED] = "unassigned",
    [WSCLOSE_STATUS_PRIVATE_USE] = "private-use",
    [WSCLOSE_STATUS_INVALID] = "invalid",
};

const char *status_name(enum wsclose_registration_status status) {
    return names[status];
}

bool status_from_name(const char *name, enum wsclose_registration_status *ret) {
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) {
            *ret = (enum wsclose_registration_status)i;
            return true;
        }
    return false;
}
