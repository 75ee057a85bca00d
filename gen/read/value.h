/* SPDX-License-Identifier: MIT */
/* The values of IANA's schema that are more than text. */
#ifndef GEN_VALUE_H
#define GEN_VALUE_H

#include <stdbool.h>

#include "model/model.h"

/* "1000", "0x3E8", "3001-3002", "3001 - 3002": why it is none, as the
   predicate of a sentence, or NULL. */
const char *value_parse_codes(const char *text, unsigned *first,
                              unsigned *last);

/* A date of the calendar: "YYYY-MM-DD", or "YYYY-MM" if month_alone. */
bool value_is_date(const char *text, bool month_alone);

/* What a registered description makes of its row. The kinds of unassigned rows
   are told apart by their codes later: KIND_UNASSIGNED_PROTOCOL stands for
   both. */
enum kind value_kind(const char *description);

#endif
