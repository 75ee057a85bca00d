/* SPDX-License-Identifier: MIT */
/* What is of one language is compiled in if that is chosen. */
#include "emit/emit.h"

#include "base/text.h"

/* English, the first, is always compiled in. */
void emit_language_begin(const struct language *language, size_t index,
                         struct stream *out) {
    char id[TEXT_TAG_MAX + 1];
    if (index)
        stream_printf(out,
                      "#if !defined WSCLOSE_LANGUAGES_CHOSEN || "
                      "defined WSCLOSE_LANGUAGE_%s\n",
                      text_identifier(language->tag, id));
}

void emit_language_end(size_t index, struct stream *out) {
    if (index)
        stream_put(out, "#endif\n");
}
