/* SPDX-License-Identifier: MIT */
/* The rows of a close-codes.json. */
#ifndef TOOL_FILE_ROWS_H
#define TOOL_FILE_ROWS_H

#include "members.h"
#include "registry.h"

/* Fills in the rows of a registry that has its languages. They are of use if
   nothing is wrong with the members. */
void file_rows_read(struct members *members, const struct place *document,
                    struct registry *registry);

#endif
