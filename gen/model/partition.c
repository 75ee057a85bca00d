/* SPDX-License-Identifier: MIT */
#include "model/partition.h"

#include <stdlib.h>
#include <string.h>

/* The kind of a code that nobody has been given, and the first code after it
   where another kind begins. */
static enum kind kind_of_region(unsigned code, unsigned *end) {
    static const struct {
        unsigned end;
        enum kind kind;
    } regions[] = {
        {PROTOCOL_FIRST, KIND_UNUSED},
        {PROTOCOL_REGISTERED_FIRST, KIND_UNASSIGNED_PROTOCOL},
        {PROTOCOL_PRIVATE_FIRST, KIND_UNASSIGNED_REGISTERED},
        {PROTOCOL_CODE_LIMIT, KIND_PRIVATE_USE},
    };
    size_t i = 0;
    while (code >= regions[i].end)
        i++;
    *end = regions[i].end;
    return regions[i].kind;
}

static int by_first(const void *a, const void *b) {
    unsigned left = ((const struct row *)a)->first;
    unsigned right = ((const struct row *)b)->first;
    return left < right ? -1 : left > right;
}

static int check_overlaps(const struct row *rows, size_t count,
                          struct report *report) {
    for (size_t i = 1; i < count; i++) {
        const struct row *before = &rows[i - 1], *row = &rows[i];
        if (row->first <= before->last) {
            bool later = row->line > before->line;
            return report_error(
                report, GEN_BAD_DOCUMENT, row->path,
                later ? row->line : before->line,
                "code %u is also in the record of line %ld; each code may "
                "stand in one record",
                row->first, later ? before->line : row->line);
        }
    }
    return GEN_OK;
}

static int check_region(const struct row *row, struct report *report) {
    if (row->kind == KIND_PRIVATE_USE && (row->first < PROTOCOL_PRIVATE_FIRST ||
                                          row->last >= PROTOCOL_CODE_LIMIT))
        return report_error(report, GEN_BAD_DOCUMENT, row->path, row->line,
                            "gives codes outside 4000-4999 to private use");
    if (!kind_is_named(row->kind) && row->kind != KIND_PRIVATE_USE &&
        row->last >= PROTOCOL_PRIVATE_FIRST)
        return report_error(
            report, GEN_BAD_DOCUMENT, row->path, row->line,
            "takes codes of 4000-4999 from private use, which they "
            "are kept for; look whether this is IANA's document");
    return GEN_OK;
}

/* Codes below 1000 that nobody has are one row: no record of theirs is kept, so
   its bounds are none. */
static bool joins_last(const struct model *model, const struct row *row) {
    return row->kind == KIND_UNUSED && model->row_count &&
           model->rows[model->row_count - 1].kind == KIND_UNUSED;
}

static void append(struct model *model, const struct row *row) {
    if (joins_last(model, row)) {
        model->rows[model->row_count - 1].last = row->last;
        return;
    }
    model->rows =
        memory_append(model->rows, model->row_count, sizeof *model->rows);
    model->rows[model->row_count++] = *row;
}

/* Codes from first to last that are nobody's, one row for each kind; the facts
   of record go with them. */
static void append_unnamed(struct model *model, unsigned first, unsigned last,
                           const struct row *record) {
    while (first <= last) {
        unsigned end;
        struct row row = record ? *record : (struct row){0};
        row.kind = kind_of_region(first, &end);
        if (!record || row.kind == KIND_UNUSED)
            row = (struct row){.kind = row.kind,
                               .text = kind_facts(row.kind)->registered_text};
        row.first = first;
        row.last = end - 1 < last ? end - 1 : last;
        row.name = kind_facts(row.kind)->name;
        append(model, &row);
        first = row.last + 1;
    }
}

static void append_named(struct model *model, const struct row *record) {
    struct row row = *record;
    for (unsigned code = record->first; code <= record->last; code++) {
        row.first = row.last = code;
        append(model, &row);
    }
}

/* Rows of the record, and of what is between next and it. */
static int append_record(struct model *model, struct row *record, unsigned next,
                         struct report *report) {
    if (record->kind == KIND_RESERVED && record->last < PROTOCOL_FIRST)
        record->kind = KIND_UNUSED;
    int result = check_region(record, report);
    if (result < 0)
        return result;
    if (next < record->first)
        append_unnamed(model, next, record->first - 1, NULL);
    if (kind_is_named(record->kind))
        append_named(model, record);
    else
        append_unnamed(model, record->first, record->last, record);
    return GEN_OK;
}

/* Of records in their order; and of what is above them. */
static int append_all(struct model *model, struct row *records, size_t count,
                      struct report *report) {
    int result = check_overlaps(records, count, report);
    unsigned next = 0;
    for (size_t i = 0; i < count && result == GEN_OK; i++) {
        result = append_record(model, &records[i], next, report);
        next = records[i].last + 1;
    }
    if (result < 0)
        return result;
    if (next < PROTOCOL_CODE_LIMIT)
        append_unnamed(model, next, PROTOCOL_CODE_LIMIT - 1, NULL);
    append(model, &(struct row){.first = PROTOCOL_CODE_LIMIT,
                                .last = (unsigned)-1,
                                .kind = KIND_INVALID,
                                .text = "",
                                .name = kind_facts(KIND_INVALID)->name});
    return GEN_OK;
}

int model_partition(struct model *model, struct report *report) {
    struct row *records = model->rows;
    size_t count = model->row_count;
    model->rows = NULL;
    model->row_count = 0;
    if (count)
        qsort(records, count, sizeof *records, by_first);
    int result = append_all(model, records, count, report);
    free(records);
    return result;
}

static void insert(struct model *model, size_t at, const struct row *row) {
    model->rows =
        memory_append(model->rows, model->row_count, sizeof *model->rows);
    memmove(&model->rows[at + 1], &model->rows[at],
            (model->row_count - at) * sizeof *model->rows);
    model->rows[at] = *row;
    model->row_count++;
}

void model_add_private(struct model *model, const struct row *row) {
    size_t at = (size_t)(model_row(model, row->first) - model->rows);
    struct row around = model->rows[at];
    model->rows[at] = *row;
    if (around.last > row->last) {
        struct row behind = around;
        behind.first = row->last + 1;
        insert(model, at + 1, &behind);
    }
    if (around.first < row->first) {
        around.last = row->first - 1;
        insert(model, at, &around);
    }
}
