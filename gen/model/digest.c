/* SPDX-License-Identifier: MIT */
#include "model/digest.h"

#include <string.h>

#include <sha2.h>

static void add(SHA2_CTX *context, const char *text) {
    SHA256Update(context, (const uint8_t *)text, strlen(text));
}

static void add_field(SHA2_CTX *context, const char *text) {
    add(context, "\t");
    if (text)
        add(context, text);
}

static void add_codes(SHA2_CTX *context, struct arena *arena, const char *type,
                      unsigned first, unsigned last) {
    add(context, arena_printf(arena, "%s\t%u\t%u", type, first, last));
}

static void add_row(SHA2_CTX *context, struct arena *arena,
                    const struct row *row) {
    add_codes(context, arena, "record", row->first, row->last);
    add_field(context, row->text);
    add_field(context, row->contact);
    add_field(context, row->registered);
    add_field(context, row->updated);
    add(context, "\n");
    for (size_t i = 0; i < row->reference_count; i++) {
        add(context, "xref");
        add_field(context, row->references[i].type);
        add_field(context, row->references[i].data);
        add_field(context, row->references[i].text);
        add(context, "\n");
    }
}

const char *digest_rows(struct model *model) {
    SHA2_CTX context;
    SHA256Init(&context);
    for (size_t i = 0; i < model->policy_count; i++) {
        const struct policy *policy = &model->policies[i];
        add_codes(&context, &model->arena, "range", policy->first,
                  policy->last);
        add_field(&context, policy->rule);
        add(&context, "\n");
    }
    for (size_t i = 0; i < model->row_count; i++)
        if (*model->rows[i].text)
            add_row(&context, &model->arena, &model->rows[i]);
    return SHA256End(&context,
                     arena_alloc(&model->arena, SHA256_DIGEST_STRING_LENGTH));
}
