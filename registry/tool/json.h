/* The codes as a JSON array, for programs. */
#ifndef TOOL_JSON_H
#define TOOL_JSON_H

#include "codes.h"
#include "result.h"

/* lang as wsclose_meaning() takes it. */
enum result json_print(const struct codes *codes, const char *lang);

#endif
