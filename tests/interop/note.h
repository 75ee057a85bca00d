/* SPDX-License-Identifier: MIT */
/* What clients' Close frames carried, kept under the names the paths gave. */
#ifndef INTEROP_NOTE_H
#define INTEROP_NOTE_H

#include <stdbool.h>

enum { NOTE_MAX = 252 };

/* Keeps a text under a name; both are cut to NOTE_MAX bytes. */
void note_put(const char *name, const char *text);

/* Copies the text under a name; false if there is none yet. */
bool note_get(const char *name, char text[NOTE_MAX + 1]);

#endif
