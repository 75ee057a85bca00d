/* SPDX-License-Identifier: MIT */
/* May a change of the registry be accepted with nobody watching? */
#ifndef GEN_POLICY_H
#define GEN_POLICY_H

#include "base/report.h"
#include "io/file.h"
#include "judge/change.h"
#include "model/model.h"

struct policy_overrides {
    const unsigned *accepted; /* codes whose new description is accepted */
    size_t accepted_count;
    bool rollback; /* an older document and lost codes are accepted */
};

/* GEN_REFUSED with each row and both its readings, or GEN_OK; what an override
   lets pass is a warning. path is the document's, for messages. */
int policy_judge(const struct model *current, const struct model *model,
                 const struct changes *changes,
                 const struct policy_overrides *overrides, const char *path,
                 struct report *report);

#endif
