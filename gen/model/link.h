/* SPDX-License-Identifier: MIT */
/* References and sources, and where they lead: URLs of http and https, of ASCII
   alone. */
#ifndef GEN_LINK_H
#define GEN_LINK_H

#include "model/application.h"

struct links {
    const struct source *list;
    size_t count;
};

/* How people write a reference: "RFC 6455", "RFC Errata 3227", a URL. */
const char *reference_display(struct arena *arena,
                              const struct reference *reference);

/* Where the source of a client is. */
const char *link_of_client(struct arena *arena, const struct client *client);

/* What IANA's row refers to. */
struct links links_of_references(struct arena *arena, const struct row *row);

/* What the row's advice rests on; the clients, if that is practice. */
struct links links_of_advice(struct arena *arena, const struct model *model,
                             const struct row *row);

/* In the arena; NULL where the reference leads nowhere that is known. */
const char *link_of_reference(struct arena *arena,
                              const struct reference *reference);

/* Of a rule's source in semantics.xml: a URL, or an RFC with its first section,
   "RFC 6455 7.4.1, 5.5.1". */
const char *link_of_source(struct arena *arena, const char *source);

/* The page where the meaning of an application's row was read, or else that of
   the application. */
const char *link_of_usage(struct arena *arena,
                          const struct application *application,
                          const struct row *usage);

/* Is the source the row's registration, which is in IANA's words? */
bool link_is_registration(const char *source);

/* As link_of_source(); where the source is the row's registration, what that
   refers to. */
const char *link_of_rule(struct arena *arena, const struct row *row,
                         const char *source);

/* Is it where the registrations of 1012 to 1014 are explained? */
bool link_is_mailing_list(const char *url);

#endif
