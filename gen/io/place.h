/* SPDX-License-Identifier: MIT */
/* Where a file that has to be written is, and whether it can be. */
#ifndef GEN_PLACE_H
#define GEN_PLACE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/report.h"

/* The path behind symbolic links, the caller's to free. What is there and is
   no regular file is an error, and so is where standard output or error go:
   neither may be replaced. So is a link of another user in a folder that
   everybody may write to. */
int place_find(const char *path, struct report *report, char **ret);

/* The same, to know early. */
int place_check(const char *path, struct report *report);

/* A mount point cannot be replaced. */
int place_mount_error(const char *path, struct report *report);
int place_check_mount(const char *path, struct report *report);

/* Which file it is, whatever it is called. */
struct place {
    dev_t device;
    ino_t inode;
};

/* False: there is no such file, or errno says why it is not known. */
bool place_identify(const char *path, struct place *ret);
bool place_identify_open(int fd, struct place *ret);
bool place_is_same(const struct place *place, const struct place *other);

#endif
