/* spellings.inc: the hash table from names to codes, filled. */
#include "emit/emit.h"

#include <stdlib.h>
#include <string.h>

#include "shared/spelling.h"
#include "emit/c_source.h"

enum member { MEMBER_NONE, MEMBER_SYMBOL, MEMBER_ALIAS, MEMBER_NAME };

struct slot {
    enum member member;
    const char *text;
    unsigned code;
};

struct table {
    struct slot *slots;
    size_t count; /* a power of two, at least twice what goes in */
};

static bool same_spelling(const char *a, const char *b) {
    for (; *a && *b; a++, b++)
        if (wsclose_fold((unsigned char)*a) != wsclose_fold((unsigned char)*b))
            return false;
    return *a == *b;
}

/* The first that comes with a spelling keeps it. */
static void insert(struct table *table, enum member member, const char *text,
                   unsigned code) {
    size_t mask = table->count - 1;
    size_t at = wsclose_spelling_hash(text, strlen(text)) & mask;
    for (; table->slots[at].member != MEMBER_NONE; at = (at + 1) & mask)
        if (same_spelling(table->slots[at].text, text))
            return;
    table->slots[at] = (struct slot){member, text, code};
}

static struct table fill(const struct model *model) {
    struct table table = {.count = 1};
    size_t keys = 0;
    for (size_t i = 0; i < model->row_count; i++)
        if (kind_is_named(model->rows[i].kind))
            keys += 2 + model->rows[i].alias_count;
    while (table.count < 2 * keys + 1)
        table.count *= 2;
    table.slots = calloc(table.count, sizeof *table.slots);
    if (!table.slots)
        memory_exhausted();
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (row->symbol)
            insert(&table, MEMBER_SYMBOL, row->symbol, row->first);
        for (size_t j = 0; j < row->alias_count; j++)
            insert(&table, MEMBER_ALIAS, row->aliases[j], row->first);
    }
    for (size_t i = 0; i < model->row_count; i++)
        if (kind_is_named(model->rows[i].kind))
            insert(&table, MEMBER_NAME, model->rows[i].name,
                   model->rows[i].first);
    return table;
}

void emit_spellings(const struct model *model, FILE *out) {
    static const char *const members[] = {[MEMBER_SYMBOL] = "symbol",
                                          [MEMBER_ALIAS] = "alias",
                                          [MEMBER_NAME] = "name"};
    struct table table = fill(model);
    c_banner(out, model,
             "The hash table of names: SLOTS(number), a power of two, and\n"
             " * SLOT(index, member of the pool, code); the others are empty.");
    fprintf(out,
            "#ifndef SLOTS\n"
            "#define SLOTS(count)\n"
            "#endif\n"
            "#ifndef SLOT\n"
            "#define SLOT(index, member, code)\n"
            "#endif\n"
            "SLOTS(%zu)\n",
            table.count);
    for (size_t i = 0; i < table.count; i++) {
        const struct slot *slot = &table.slots[i];
        if (slot->member == MEMBER_NONE)
            continue;
        fprintf(out, "SLOT(%zu, %s_", i, members[slot->member]);
        if (slot->member == MEMBER_ALIAS)
            fprintf(out, "%s, %u)\n", slot->text, slot->code);
        else
            fprintf(out, "%u, %u)\n", slot->code, slot->code);
    }
    fputs("#undef SLOTS\n"
          "#undef SLOT\n",
          out);
    free(table.slots);
}
