/* The symbols of private codes: none of them is another code's too. */
#ifndef GEN_PRIVATE_SYMBOL_H
#define GEN_PRIVATE_SYMBOL_H

#include "base/report.h"
#include "io/file.h"
#include "model/model.h"

/* Refuses symbols of private codes that are no identifiers, the library's own
   names, or another code's. Called once all private files are read. */
int private_check_symbols(const struct model *model,
                          const struct file *snapshot, struct report *report);

#endif
