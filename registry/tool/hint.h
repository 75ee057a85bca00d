/* SPDX-License-Identifier: MIT */
/* What people often did when bytes are no valid Close frame. */
#ifndef TOOL_HINT_H
#define TOOL_HINT_H

#include <stddef.h>

#include <wsclose.h>

#include "header.h"
#include "registry.h"

/* A sentence about a payload with this error, to be freed, or NULL. text is how
   it was written: digits that are also a code have a hint though they are
   valid. */
char *hint_payload(const struct registry *registry, const char *text,
                   const unsigned char *bytes, size_t len,
                   enum wsclose_error error);

/* The same about the header of a frame. */
char *hint_header(const struct header *header);

#endif
