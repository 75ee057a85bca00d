/* SPDX-License-Identifier: MIT */
/* Where a reference leads: URLs of http and https, of ASCII alone. */
#ifndef GEN_LINK_H
#define GEN_LINK_H

#include "model/model.h"

/* In the arena; NULL where the reference leads nowhere that is known. */
const char *link_of_reference(struct arena *arena,
                              const struct reference *reference);

/* Of a rule's source in semantics.xml: a URL, or an RFC with its first section,
   "RFC 6455 7.4.1, 5.5.1". */
const char *link_of_source(struct arena *arena, const char *source);

/* Is it where the registrations of 1012 to 1014 are explained? */
bool link_is_mailing_list(const char *url);

#endif
