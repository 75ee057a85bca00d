/* SPDX-License-Identifier: MIT */
/* How a run ends: its exit code. Of two results the higher counts. */
#ifndef TOOL_RESULT_H
#define TOOL_RESULT_H

enum result {
    RESULT_FOUND = 0,
    RESULT_NOT_FOUND = 1,
    RESULT_TROUBLE = 2 /* a usage error, or nothing could be written */
};

#endif
