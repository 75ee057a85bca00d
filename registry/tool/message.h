/* SPDX-License-Identifier: MIT */
/* Messages on standard error: what is wrong, and what to do. */
#ifndef TOOL_MESSAGE_H
#define TOOL_MESSAGE_H

#include "words.h"

void message(enum word word);

/* The same with its values. */
void message_with(enum word word, const struct value *values);

/* The same about a {word} that the user gave. */
void message_about(enum word word, const char *about);

/* What is no error, about a {word}. */
void message_remark(enum word word, const char *about);

#endif
