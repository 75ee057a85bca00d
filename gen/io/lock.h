/* One writer at a time for a folder. */
#ifndef GEN_LOCK_H
#define GEN_LOCK_H

#include "base/report.h"

/* Locks the folder, or where it is not there yet the one that it will be made
   in, until lock_release() or the end of the program. *ret is the lock, or -1.
 */
int lock_take(const char *folder, struct report *report, int *ret);
void lock_release(int lock);

#endif
