/* SPDX-License-Identifier: MIT */
/* The registry of a close-codes.json that wsclose-gen wrote. */
#ifndef TOOL_REGISTRY_FILE_H
#define TOOL_REGISTRY_FILE_H

#include "registry.h"
#include "result.h"

/* RESULT_FOUND, or RESULT_TROUBLE after a message; ret is to be freed in either
   case. lang: as wsclose_meaning() takes it. */
enum result registry_file_read(const char *path, const char *lang,
                               struct registry *ret);

#endif
