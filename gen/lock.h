/* One writer at a time for a folder. */
#ifndef GEN_LOCK_H
#define GEN_LOCK_H

#include "memory.h"
#include "report.h"

struct lock {
    struct arena arena;
    int fd;
    const char *below; /* the folder's path with a slash behind */
    size_t missing;    /* of it, before the lock was taken */
};

/* Makes the folder if it is not there, and locks it until lock_release() or the
   end of the program. */
int lock_take(const char *folder, struct report *report, struct lock *ret);

/* A folder that was made and is still empty goes. */
void lock_release(struct lock *lock);

#endif
