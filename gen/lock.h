/* One writer at a time for a folder. */
#ifndef GEN_LOCK_H
#define GEN_LOCK_H

#include "report.h"

/* Makes the folder if it is not there, and locks it until lock_release() or the
   end of the program. *ret is the lock. */
int lock_take(const char *folder, struct report *report, int *ret);
void lock_release(int lock);

#endif
