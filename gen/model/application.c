/* SPDX-License-Identifier: MIT */
#include "model/application.h"

static bool has_code(const struct application *application, unsigned code) {
    for (size_t i = 0; i < application->row_count; i++)
        if (application->rows[i].first == code &&
            application->rows[i].last == code)
            return true;
    return false;
}

bool application_uses(const struct application *application,
                      const struct row *usage, const struct row *row) {
    return usage->first <= row->last && usage->last >= row->first &&
           (row->first != row->last || usage->first == usage->last ||
            !has_code(application, row->first));
}
