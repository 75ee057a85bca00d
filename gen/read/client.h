/* SPDX-License-Identifier: MIT */
/* One client of semantics.xml: what it was read to do after each code. */
#ifndef GEN_CLIENT_H
#define GEN_CLIENT_H

#include "read/parse.h"

/* Reads a <client>. */
struct client client_read(struct parse *parse, const xmlNode *element);

#endif
