/* SPDX-License-Identifier: MIT */
/*
 * Every named row gets its symbol. One that was once given is kept; a new one
 * is semantics.xml's, or is made of the registered description.
 */
#ifndef GEN_NAMING_H
#define GEN_NAMING_H

#include "base/report.h"
#include "model/model.h"

/* Gives every named row its symbol and aliases, and refuses those of private
   codes that are no identifiers, the library's own names, or another code's.
   Rows may have recorded ones already; semantics must be joined. */
int symbols_assign(struct model *model, struct report *report);

#endif
