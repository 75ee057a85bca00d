/* SPDX-License-Identifier: MIT */
#include "model/application.h"

static bool has_code(const struct application *application, unsigned code) {
    for (size_t i = 0; i < application->row_count; i++)
        if (application->rows[i].first == code &&
            application->rows[i].last == code)
            return true;
    return false;
}

static bool uses(const struct application *application, const struct row *usage,
                 const struct row *row) {
    return usage->last >= row->first &&
           (row->first != row->last || usage->first == usage->last ||
            !has_code(application, row->first));
}

bool usage_next(const struct model *model, const struct row *row,
                struct usage *at) {
    const struct application *all = model->applications;
    size_t i = at->row ? (size_t)(at->application - all) : 0;
    size_t j = at->row ? (size_t)(at->row - at->application->rows) + 1 : 0;
    for (; i < model->application_count; i++, j = 0)
        for (; j < all[i].row_count && all[i].rows[j].first <= row->last; j++)
            if (uses(&all[i], &all[i].rows[j], row)) {
                *at = (struct usage){&all[i], &all[i].rows[j]};
                return true;
            }
    return false;
}
