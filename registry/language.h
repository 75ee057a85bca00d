/* SPDX-License-Identifier: MIT */
/* The languages that are compiled in, English first. */
#ifndef WSCLOSE_LANGUAGE_H
#define WSCLOSE_LANGUAGE_H

#include "shared/hidden.h"

enum wsclose_language_id {
#define LANGUAGE(language, tags) WSCLOSE_LANGUAGES_##language,
#include "texts.inc"
    WSCLOSE_LANGUAGES_COUNT
};

/* The language that answers for a tag: English if there is none. */
WSCLOSE_HIDDEN unsigned wsclose_language_of(const char *lang);

#endif
