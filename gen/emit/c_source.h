/* SPDX-License-Identifier: MIT */
/* Writing C: banners, string literals and comments of any text. */
#ifndef GEN_C_SOURCE_H
#define GEN_C_SOURCE_H

#include "base/stream.h"
#include "model/model.h"

/* The comment that every generated file begins with; what tells what the file
   is. */
void c_banner(struct stream *out, const struct model *model, const char *what);

/* The unsigned type for values up to max. */
const char *c_unsigned_type(size_t max);

/* A string literal that compiles to text byte for byte, trigraphs on or off. */
void c_string(struct stream *out, const char *text);

/* The same, or NULL where there is no text, or none in it. */
void c_string_or_null(struct stream *out, const char *text);

/* As c_string(), in pieces on lines of their own that begin with indent, to fit
   80 columns. */
void c_long_string(struct stream *out, const char *indent, const char *text);

/* In a doc comment, a blank at which no line is broken. */
#define C_UNBREAKABLE '\x1F'

/* A doc comment in a block of 80 columns; text, which is cut up, has nothing in
   it that acts in a comment. */
void c_doc_comment(struct stream *out, const char *indent, char *text);

#endif
