/* Taking a document of IANA's as the new snapshot. */
#ifndef GEN_SYNC_H
#define GEN_SYNC_H

#include "generate.h"
#include "report.h"

#define SYNC_DEFAULT_URL                                                       \
    "https://www.iana.org/assignments/websocket/websocket.xml"

/* Compares the document with the snapshot that sources holds (its bytes may be
   NULL: there is none yet). Where a row differs, or there is none, the
   snapshot in sources becomes that of the document, symbols already given kept;
   else it stays as it is. */
int sync_snapshot(const struct file *document, struct sources *sources,
                  struct report *report);

#endif
