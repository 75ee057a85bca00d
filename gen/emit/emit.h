/* SPDX-License-Identifier: MIT */
/*
 * The artefacts, one file each. An emitter reads the model and writes a whole
 * file to out; errors of out are its owner's to see.
 */
#ifndef GEN_EMIT_H
#define GEN_EMIT_H

#include <stdbool.h>

#include "base/stream.h"
#include "model/model.h"

typedef void emitter(const struct model *model, struct stream *out);

emitter emit_codes;      /* include/wsclose_codes.h: enum and X-macro */
emitter emit_index;      /* index.h: pages, sizes, types of offsets */
emitter emit_rows;       /* rows.inc: the rows in order */
emitter emit_names;      /* names.inc: symbols and names */
emitter emit_spellings;  /* spellings.inc: the hash table of names */
emitter emit_provenance; /* provenance.inc: what IANA records */
emitter emit_rules;      /* rules.inc: what may be done with a code */
emitter emit_texts;      /* texts.inc: meanings and descriptions */
emitter emit_causes;     /* causes.inc: why people meet a code */
emitter emit_words;      /* words.inc: what the tool says */
emitter emit_extras;     /* extras.inc: what the tool adds to the library */

emitter emit_json;        /* close-codes.json: for other languages */
emitter emit_json_schema; /* close-codes.schema.json: what it is like */

emitter emit_applications_table;  /* applications.inc: for the tool */
emitter emit_applications_json;   /* applications.json: for other languages */
emitter emit_applications_schema; /* applications.schema.json */

emitter emit_npm_package;      /* npm/package.json, with version 0.0.0 */
emitter emit_npm_readme;       /* npm/README.md */
emitter emit_npm_types;        /* npm/index.d.cts: codes as literal types */
emitter emit_npm_module_types; /* npm/index.d.mts: the same */

/* What has the whole of close-codes.json in it. */
typedef void module_emitter(const struct model *model, const char *json,
                            struct stream *out);

module_emitter emit_npm_module;   /* npm/index.mjs: rows and their look-ups */
module_emitter emit_npm_commonjs; /* npm/index.cjs: the same */

emitter emit_lua; /* wsclose.lua: for Wireshark */

/* close-codes.xml, the snapshot: IANA's schema, canonical formatting; symbols,
   source and digest in our namespace. */
emitter emit_snapshot;

/* The bytes of what these lists become. */
size_t emit_names_size(const struct model *model);
size_t emit_texts_size(const struct model *model);
size_t emit_provenance_size(const struct model *model);

/* How many rows of rules.inc are advice. */
size_t emit_advice_count(const struct model *model);

/* The id of a row in the lists: its code, or its kind. */
const char *emit_id(const struct row *row, char buffer[32]);

/* Is this the first row with its id? Rows are asked in their order; seen is 0
   before the first. */
bool emit_is_new_id(const struct row *row, unsigned *seen);

/* What stands around all that is of one language of the model, so that it is
   compiled in if it is chosen. */
void emit_language_begin(const struct language *language, size_t index,
                         struct stream *out);
void emit_language_end(size_t index, struct stream *out);

/* Is the registered text of a named row another than its name? */
bool emit_has_text(const struct row *row);

/* How many spellings of a named row semantics.xml has. */
size_t emit_spelling_count(const struct row *row);

#endif
