/* SPDX-License-Identifier: MIT */
/* Members of a JSON document that anybody may have written. The first that is
   not as it has to be is kept, and the reader reads straight on. */
#ifndef TOOL_MEMBERS_H
#define TOOL_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

struct members {
    char wrong[100]; /* where: "/rows/3/symbol"; "": all is well */
};

/* An object of the document, and where it is; key, below, is one of its
   members. */
struct place {
    const json_t *object;
    char path[80]; /* "/rows/3"; "" of the document */
};

void members_refuse(struct members *members, const struct place *place,
                    const char *key);

/* Texts have no characters that act at a terminal, and at least one. */
const char *member_text(struct members *members, const struct place *place,
                        const char *key);
const char *member_text_or_null(struct members *members,
                                const struct place *place, const char *key);

/* From 0 to UINT_MAX. */
unsigned member_number(struct members *members, const struct place *place,
                       const char *key);
bool member_bool(struct members *members, const struct place *place,
                 const char *key);

/* How many elements the array has. */
size_t member_count(struct members *members, const struct place *place,
                    const char *key);

/* An object in an array, or a text. */
struct place member_element(struct members *members, const struct place *place,
                            const char *key, size_t i);
const char *member_element_text(struct members *members,
                                const struct place *place, const char *key,
                                size_t i);

struct place member_object(struct members *members, const struct place *place,
                           const char *key);

#endif
