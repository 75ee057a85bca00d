/* SPDX-License-Identifier: MIT */
/* Payloads of Close frames, by the rules of the registry that answers. */
#ifndef TOOL_PAYLOAD_H
#define TOOL_PAYLOAD_H

#include "registry.h"

/* As wsclose_parse(). */
enum wsclose_error payload_parse(const struct registry *registry,
                                 const unsigned char *bytes, size_t len,
                                 enum wsclose_rule rule,
                                 struct wsclose_frame *ret);

/* As wsclose_build(); reason is a string. */
int payload_build(const struct registry *registry,
                  unsigned char ret[WSCLOSE_PAYLOAD_MAX], unsigned code,
                  const char *reason);

/* Prints the line of wsclose_format(). */
void payload_print(const struct registry *registry,
                   const struct wsclose_frame *frame);

#endif
