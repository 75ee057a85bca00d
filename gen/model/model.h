/* SPDX-License-Identifier: MIT */
/*
 * The one model in memory: what the registry says, row by row, with what
 * semantics.xml adds to it. Readers fill it, emitters read it.
 */
#ifndef GEN_MODEL_H
#define GEN_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/report.h"
#include "model/language.h"
#include "model/vocabulary.h"
#include "shared/protocol.h"

enum { MODEL_NO_CODE = -1 };

/* What kind of row a code stands in. */
enum kind {
    KIND_ASSIGNED,
    KIND_RESERVED,
    KIND_PRIVATE, /* nobody's registration, named by its application */
    KIND_UNUSED,
    KIND_UNASSIGNED_PROTOCOL,   /* 1000-2999 */
    KIND_UNASSIGNED_REGISTERED, /* 3000-3999 */
    KIND_PRIVATE_USE,
    KIND_INVALID
};

struct kind_facts {
    const char *id;     /* as semantics.xml has it */
    const char *status; /* behind WSCLOSE_STATUS_ */
    const char *label;  /* in place of a symbol; NULL: each row has its own */
    const char *name;
    const char *registered_text; /* where the registry left the row out */
};

const struct kind_facts *kind_facts(enum kind kind);

/* A row with a symbol of its own: of one code, or of a private range. */
bool kind_is_named(enum kind kind);

struct reference {
    const char *type, *data, *text; /* as in <xref>; "" where absent */
};

struct text {
    const char *meaning, *description; /* NULL: none in this language */
    const char *note;                  /* of an application's code alone */
    const char **causes; /* one for each of the entry, in its order, or NULL */
};

struct rule {
    unsigned value; /* of its vocabulary; 0: not said */
    const char *source;
};

struct source {
    const char *text, *url;
};

/* What a library calls a code. */
struct spelling {
    const char *text, *source;
};

/* Why people meet a code, and what they look at then; its words are texts. */
struct cause {
    const char *id;
    struct source *sources;
    size_t source_count;
};

/* What semantics.xml says of one code or one kind of range. */
struct semantics_entry {
    int code; /* MODEL_NO_CODE: of a kind */
    enum kind kind;
    const char
        *registered; /* of a code: its description when this was written */
    enum kind registered_kind; /* and the kind of its row then */
    const char *symbol, *name; /* NULL: the registry's description serves */
    struct rule wire, senders, reconnect;
    unsigned min_ms, max_ms; /* of reconnect */
    enum basis basis;        /* of reconnect */
    struct spelling *spellings;
    size_t spelling_count;
    struct cause *causes; /* in the order in which one checks them */
    size_t cause_count;
    const char *path; /* of the file */
    long line;
};

/* What a client does after some codes. */
struct habit {
    unsigned first, last;
    enum practice does;
};

/* A widely used client, as its source was read. */
struct client {
    const char *name, *repository, *file;
    enum practice otherwise; /* what it does after any other code */
    struct habit *habits;
    size_t habit_count;
};

/* A range of private codes is one row for each part that codes of their own
   leave of it, and has one symbol. */
struct private_range {
    unsigned first, last; /* of the whole; 0: the row is none of a range's */
    unsigned id;          /* the first code of its first row */
};

struct row {
    unsigned first, last;
    enum kind kind;
    struct private_range range;
    const char *text; /* as registered; "" where the registry has no row */
    const char *contact, *registered, *updated; /* NULL: none */
    struct reference *references;
    size_t reference_count;

    const char *symbol; /* NULL until symbols_assign(), or without one */
    const char **aliases;
    size_t alias_count;
    const char *name;
    const struct semantics_entry *semantics; /* NULL: nothing is said */
    bool is_reworded;   /* what was written of the code is of another meaning */
    struct text *texts; /* one for each language of the model; NULL: none */
    const char *path;   /* of the file that has it; NULL: none has */
    long line;
};

/* A symbol whose code lost its registration: it is given to no other. */
struct retired {
    unsigned code;
    const char *symbol;
};

/* What a code was registered as, last, that is not registered now. */
struct former {
    unsigned code;
    const char *text;
};

struct policy {
    unsigned first, last;
    const char *rule;
};

struct application;

struct model {
    struct arena arena;
    const char *path; /* of the registry's document */
    const char *title;
    const char *updated; /* YYYY-MM-DD */
    const char *source;  /* URL; NULL where the document does not say */
    const char *digest;  /* of the rows, 64 hexadecimal digits */
    struct reference *references;
    size_t reference_count;
    struct policy *policies;
    size_t policy_count;
    struct retired *retired;
    size_t retired_count;
    struct former *formers;
    size_t former_count;
    struct row *rows; /* partition 0-4999, then one row of what is above */
    size_t row_count;
    struct language *languages; /* English first, then by tag */
    size_t language_count;
    struct semantics_entry *semantics;
    size_t semantics_count;
    struct client *clients; /* in the order of semantics.xml */
    size_t client_count;
    const char **private_files; /* names without folders */
    size_t private_file_count;
    struct application *applications; /* by their ids */
    size_t application_count;
};

/* May an application give the codes of the row a meaning of its own? */
bool row_is_free(const struct row *row);

void model_free(struct model *model);

/* Can IANA register the code? */
bool model_can_register(unsigned code);

/* The row that a code below PROTOCOL_CODE_LIMIT stands in. */
struct row *model_row(const struct model *model, unsigned code);

void model_retire(struct model *model, unsigned code, const char *symbol);

void model_add_former(struct model *model, unsigned code, const char *text);

/* What a code is registered as, or was last; NULL if it never was. */
const char *model_registered_as(const struct model *model, unsigned code);

void row_add_alias(struct arena *arena, struct row *row, const char *alias);

void row_drop_alias(struct arena *arena, struct row *row, const char *alias);

/* Has it an enumerator of its own? A private range has one for each end. */
bool row_is_code(const struct row *row);

/* Is it the first row, or the only one, with its symbol? */
bool row_is_first(const struct row *row);

/* The status of its codes, as it stands behind WSCLOSE_STATUS_. */
const char *row_status(const struct row *row);

/* The codes that have an enumerator, those of them that are private, and the
   private ranges. */
size_t model_code_count(const struct model *model);
size_t model_private_count(const struct model *model);
size_t model_range_count(const struct model *model);

#endif
