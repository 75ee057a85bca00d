/* SPDX-License-Identifier: MIT */
/* What the library answers of a row (registry/rules.c, text.c), for artefacts
   that are not compiled with it. Of a range it is the answer for its first
   code. */
#ifndef GEN_ANSWER_H
#define GEN_ANSWER_H

#include <stdbool.h>

#include "model/model.h"

/* The symbol, or the label that stands in for it. */
const char *answer_symbol(const struct row *row);

/* "private-use": a status as the wsclose tool writes it. */
const char *answer_status(struct arena *arena, const struct row *row);

enum wire answer_wire(const struct row *row);
enum senders answer_senders(const struct row *row);

/* Is it what this side reports, and never in a frame (RFC 6455 7.4.1)? */
bool answer_local_only(const struct row *row);

enum advice answer_advice(const struct row *row);

/* Does a browser's WebSocket.close() accept the code? */
bool answer_browser_close(const struct row *row);

/* The code to answer a Close frame with, and the one a proxy puts into the next
   hop's; 0: a Close frame without a code. */
unsigned answer_reply(const struct model *model, const struct row *row);
unsigned answer_relay(const struct row *row);

/* By which rule IANA registers the row's codes; NULL: it says none. */
const char *answer_registration_rule(const struct model *model,
                                     const struct row *row);

/* In one of the model's languages; where it has none in English, and where
   there is no text at all the name. */
const char *answer_meaning(const struct row *row, size_t language);
const char *answer_description(const struct row *row, size_t language);

/* The note of an application's row, likewise; NULL where there is none. */
const char *answer_note(const struct row *row, size_t language);

/* By what else the row's code is found: symbols that it had, and what libraries
   call it. NULL past the last. */
typedef const char *answer_list(const struct row *row, size_t i);
answer_list answer_former_symbol;
answer_list answer_spelling;

/* How many causes a row has; the text of one. */
size_t answer_cause_count(const struct row *row);
const char *answer_cause(const struct row *row, size_t cause, size_t language);

#endif
