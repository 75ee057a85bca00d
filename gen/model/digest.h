/* SPDX-License-Identifier: MIT */
/*
 * The SHA-256 of a registry's rows. It is taken over their canonical form, so
 * that it changes when, and only when, what IANA says of a code changes: UTF-8
 * lines, fields set apart by one TAB,
 *
 *     range   FIRST LAST RULE
 *     record  FIRST LAST DESCRIPTION CONTACT REGISTERED UPDATED
 *     xref    TYPE DATA TEXT          (of the record before it)
 *
 * policy ranges first and in the document's order, then records by code; a
 * field that is absent is empty. Codes 0-999 and those above 4999 have none.
 */
#ifndef GEN_DIGEST_H
#define GEN_DIGEST_H

#include "model/model.h"

/* 64 lower-case hexadecimal digits, in the model's arena. */
const char *digest_rows(struct model *model);

#endif
