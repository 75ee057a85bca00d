/* SPDX-License-Identifier: MIT */
#include "model/answer.h"

#include <string.h>

const char *answer_symbol(const struct row *row) {
    return row->symbol ? row->symbol : kind_facts(row->kind)->label;
}

const char *answer_status(struct arena *arena, const struct row *row) {
    const char *status = row_status(row);
    char *ret = arena_copy(arena, status, strlen(status));
    for (char *at = ret; *at; at++)
        *at = *at == '_' ? '-' : (char)(*at - 'A' + 'a');
    return ret;
}

/* A code that semantics.xml does not know yet may be sent and received if it is
   assigned; if it is reserved it is as 1004. */
enum wire answer_wire(const struct row *row) {
    if (row->semantics)
        return row->semantics->wire.value;
    return row->kind == KIND_ASSIGNED ? WIRE_STRICT : WIRE_LENIENT;
}

enum senders answer_senders(const struct row *row) {
    if (row->semantics)
        return row->semantics->senders.value;
    return row->kind == KIND_ASSIGNED ? SENDERS_BOTH : SENDERS_NOBODY;
}

bool answer_local_only(const struct row *row) {
    return row->kind == KIND_ASSIGNED && answer_wire(row) == WIRE_NEVER;
}

bool answer_browser_close(const struct row *row) {
    return protocol_browser_may_close(row->first);
}

unsigned answer_reply(const struct model *model, const struct row *row) {
    unsigned code =
        answer_wire(row) == WIRE_STRICT ? row->first : PROTOCOL_ERROR;
    if (row->first == PROTOCOL_NO_STATUS_RECEIVED ||
        answer_senders(model_row(model, code)) == SENDERS_NOBODY)
        return 0;
    return code;
}

unsigned answer_relay(const struct row *row) {
    return protocol_relay(row->first, answer_senders(row) == SENDERS_BOTH);
}

enum advice answer_advice(const struct row *row) {
    return row->semantics ? row->semantics->reconnect.value : ADVICE_UNKNOWN;
}

const char *answer_registration_rule(const struct model *model,
                                     const struct row *row) {
    for (size_t i = 0; i < model->policy_count; i++)
        if (row->first >= model->policies[i].first &&
            row->last <= model->policies[i].last)
            return model->policies[i].rule;
    return NULL;
}

const char *answer_former_symbol(const struct row *row, size_t i) {
    return i < row->alias_count ? row->aliases[i] : NULL;
}

const char *answer_spelling(const struct row *row, size_t i) {
    return row->semantics && i < row->semantics->spelling_count
               ? row->semantics->spellings[i].text
               : NULL;
}

/* The first that is there: in the language, in English, the name. */
static const char *or_else(const char *text, const char *english,
                           const struct row *row) {
    if (text && *text)
        return text;
    return english && *english ? english : row->name;
}

const char *answer_meaning(const struct row *row, size_t language) {
    const struct text *texts = row->texts;
    return texts ? or_else(texts[language].meaning, texts->meaning, row)
                 : row->name;
}

const char *answer_description(const struct row *row, size_t language) {
    const struct text *texts = row->texts;
    return texts ? or_else(texts[language].description, texts->description, row)
                 : row->name;
}

size_t answer_cause_count(const struct row *row) {
    return row->semantics ? row->semantics->cause_count : 0;
}

const char *answer_cause(const struct row *row, size_t cause, size_t language) {
    const char **own = row->texts[language].causes;
    return own && own[cause] ? own[cause] : row->texts->causes[cause];
}

const char *answer_note(const struct row *row, size_t language) {
    const char *note = row->texts[language].note;
    return *note ? note : *row->texts->note ? row->texts->note : NULL;
}
