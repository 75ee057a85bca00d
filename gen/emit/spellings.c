/* SPDX-License-Identifier: MIT */
/* spellings.inc: the hash table from names to codes, filled. */
#include "emit/emit.h"

#include <stdlib.h>
#include <string.h>

#include "emit/c_source.h"
#include "shared/letters.h"

enum member {
    MEMBER_SYMBOL,
    MEMBER_ALIAS,
    MEMBER_NAME,
    MEMBER_TEXT,
    MEMBER_SPELLING
};

struct key {
    enum member member;
    size_t index; /* of a spelling */
    const char *text;
    unsigned code;
};

/* Slots point to keys; NULL is an empty one. */
struct table {
    struct key *keys;
    const struct key **slots;
    size_t key_count, slot_count; /* slots: a power of two */
    uint32_t seed;
};

static void add(struct table *table, enum member member, size_t index,
                const char *text, unsigned code) {
    if (letters_are_name(text))
        table->keys[table->key_count++] =
            (struct key){member, index, text, code};
}

/* Of one kind after the other, each in the order of the codes. */
static void add_keys(struct table *table, const struct model *model,
                     enum member member) {
    for (size_t i = 0; i < model->row_count; i++) {
        const struct row *row = &model->rows[i];
        if (!kind_is_named(row->kind) || !row_is_first(row))
            continue;
        if (member == MEMBER_SYMBOL)
            add(table, member, 0, row->symbol, row->first);
        else if (member == MEMBER_NAME)
            add(table, member, 0, row->name, row->first);
        else if (member == MEMBER_TEXT && emit_has_text(row))
            add(table, member, 0, row->text, row->first);
        for (size_t j = 0; member == MEMBER_ALIAS && j < row->alias_count; j++)
            add(table, member, j, row->aliases[j], row->first);
        if (member == MEMBER_SPELLING)
            for (size_t j = 0; j < emit_spelling_count(row); j++)
                add(table, member, j, row->semantics->spellings[j].text,
                    row->first);
    }
}

/* The first that comes with a spelling keeps it. Returns false if a look-up
   would have to compare more slots than it may. */
static bool insert(struct table *table, const struct key *key) {
    size_t mask = table->slot_count - 1;
    size_t at =
        wsclose_spelling_hash(key->text, strlen(key->text), table->seed) & mask;
    for (int i = 0; i < WSCLOSE_SPELLING_PROBES; i++, at = (at + 1) & mask) {
        if (table->slots[at] &&
            letters_are_same(table->slots[at]->text, key->text))
            return true;
        if (!table->slots[at]) {
            table->slots[at] = key;
            return true;
        }
    }
    return false;
}

/* A look-up of a text that is no name ends at an empty slot, so that no run of
   filled ones may be longer than a look-up. */
static bool runs_are_short(const struct table *table) {
    int run = 0;
    for (size_t i = 0; i < table->slot_count + WSCLOSE_SPELLING_PROBES; i++) {
        run = table->slots[i & (table->slot_count - 1)] ? run + 1 : 0;
        if (run > WSCLOSE_SPELLING_PROBES)
            return false;
    }
    return true;
}

static bool insert_all(struct table *table) {
    memset(table->slots, 0, table->slot_count * sizeof *table->slots);
    for (size_t i = 0; i < table->key_count; i++)
        if (!insert(table, &table->keys[i]))
            return false;
    return runs_are_short(table);
}

/* The smallest table that all keys go into, and for it the first seed. There
   are several seeds because names could be chosen to collide under one. */
static void fill(struct table *table) {
    enum { SEEDS = 64 };
    for (table->slot_count = 1; table->slot_count < 2 * table->key_count + 1;)
        table->slot_count *= 2;
    for (;; table->slot_count *= 2) {
        free(table->slots);
        table->slots = memory_zeroed(table->slot_count, sizeof *table->slots);
        for (table->seed = 0; table->seed < SEEDS; table->seed++)
            if (insert_all(table))
                return;
    }
}

static struct table make_table(const struct model *model) {
    struct table table = {0};
    size_t most = 1;
    for (size_t i = 0; i < model->row_count; i++)
        most += 3 + model->rows[i].alias_count +
                emit_spelling_count(&model->rows[i]);
    table.keys = memory_zeroed(most, sizeof *table.keys);
    for (enum member i = MEMBER_SYMBOL; i <= MEMBER_SPELLING; i++)
        add_keys(&table, model, i);
    fill(&table);
    return table;
}

static void put_slot(struct stream *out, size_t index, const struct key *key) {
    static const char *const members[] = {[MEMBER_SYMBOL] = "symbol",
                                          [MEMBER_ALIAS] = "alias",
                                          [MEMBER_NAME] = "name",
                                          [MEMBER_TEXT] = "text",
                                          [MEMBER_SPELLING] = "spelling"};
    stream_printf(out, "SLOT(%zu, %s_", index, members[key->member]);
    if (key->member == MEMBER_ALIAS)
        stream_put(out, key->text);
    else if (key->member == MEMBER_SPELLING)
        stream_printf(out, "%u_%zu", key->code, key->index);
    else
        stream_printf(out, "%u", key->code);
    stream_printf(out, ", %u)\n", key->code);
}

void emit_spellings(const struct model *model, struct stream *out) {
    struct table table = make_table(model);
    c_banner(
        out, model,
        "The hash table of names: SLOTS(number, seed), the number a power\n"
        " * of two, and SLOT(index, member of the pool, code); the others "
        "are empty.");
    stream_printf(out,
                  "#ifndef SLOTS\n"
                  "#define SLOTS(count, seed)\n"
                  "#endif\n"
                  "#ifndef SLOT\n"
                  "#define SLOT(index, member, code)\n"
                  "#endif\n"
                  "SLOTS(%zu, %u)\n",
                  table.slot_count, (unsigned)table.seed);
    for (size_t i = 0; i < table.slot_count; i++)
        if (table.slots[i])
            put_slot(out, i, table.slots[i]);
    stream_put(out, "#undef SLOTS\n"
                    "#undef SLOT\n");
    free(table.slots);
    free(table.keys);
}
