/* SPDX-License-Identifier: MIT */
/* index.h: from codes to rows, and how wide the tables' offsets are. */
#include "emit/emit.h"

#include <string.h>

#include "emit/c_source.h"
#include "shared/tables.h"

enum {
    PAGE_BITS = 4,
    PAGE_SIZE = 1 << PAGE_BITS,
    PAGE_OF_COUNT = (PROTOCOL_CODE_LIMIT + PAGE_SIZE - 1) / PAGE_SIZE,
    PER_LINE = 16
};

struct page {
    size_t row[PAGE_SIZE];
};

struct index {
    struct page pages[PAGE_OF_COUNT]; /* the different ones */
    size_t page_count;
    size_t page_of[PAGE_OF_COUNT];
};

static void fill(const struct model *model, struct index *index) {
    size_t row = 0;
    for (size_t i = 0; i < PAGE_OF_COUNT; i++) {
        struct page *page = &index->pages[index->page_count];
        for (size_t j = 0; j < PAGE_SIZE; j++) {
            if (model->rows[row].last < i * PAGE_SIZE + j)
                row++;
            page->row[j] = row;
        }
        size_t same = 0;
        while (memcmp(&index->pages[same], page, sizeof *page) != 0)
            same++;
        index->page_of[i] = same;
        if (same == index->page_count)
            index->page_count++;
    }
}

static void put_numbers(struct stream *out, const size_t *numbers,
                        size_t count) {
    for (size_t i = 0; i < count; i++)
        stream_printf(out, "%s%zu%s", i % PER_LINE ? " " : " \\\n    ",
                      numbers[i], i + 1 < count ? "," : "");
}

static void put_type(struct stream *out, const char *name, size_t max) {
    stream_printf(out, "typedef %s wsclose_%s;\n", c_unsigned_type(max), name);
}

static size_t reference_count(const struct model *model) {
    size_t count = 0;
    for (size_t i = 0; i < model->row_count; i++)
        count += model->rows[i].reference_count;
    return count;
}

static void put_types(const struct model *model, const struct index *index,
                      struct stream *out) {
    put_type(out, "page_index", index->page_count - 1);
    put_type(out, "row_index", model->row_count - 1);
    put_type(out, "name_offset", emit_names_size(model));
    put_type(out, "provenance_offset", emit_provenance_size(model));
    put_type(out, "reference_index", reference_count(model));
    put_type(out, "advice_index", emit_advice_count(model));
    put_type(out, "text_offset", emit_texts_size(model));
}

static void put_fact(struct stream *out, const char *name, const char *text) {
    stream_printf(out, "#define WSCLOSE_REGISTRY_%s ", name);
    c_string(out, text);
    stream_char(out, '\n');
}

static void put_pages(struct stream *out, const struct index *index) {
    stream_put(out, "\n\n#define WSCLOSE_PAGES");
    for (size_t i = 0; i < index->page_count; i++) {
        stream_put(out, i ? ", \\\n    {" : " \\\n    {");
        for (size_t j = 0; j < PAGE_SIZE; j++)
            stream_printf(out, "%s%zu", j ? ", " : "", index->pages[i].row[j]);
        stream_char(out, '}');
    }
}

void emit_index(const struct model *model, struct stream *out) {
    static struct index index;
    memset(&index, 0, sizeof index);
    fill(model, &index);
    c_banner(out, model, "From codes to rows, and the widths of the tables.");
    stream_printf(out,
                  "#ifndef WSCLOSE_INDEX_H\n"
                  "#define WSCLOSE_INDEX_H\n"
                  "\n"
                  "#include <stdint.h>\n"
                  "\n"
                  "#define WSCLOSE_INDEX_FORMAT %d\n"
                  "#define WSCLOSE_ROW_COUNT %zu\n"
                  "#define WSCLOSE_PAGE_BITS %d\n"
                  "#define WSCLOSE_PAGE_OF_COUNT %d\n"
                  "\n",
                  WSCLOSE_TABLES_FORMAT, model->row_count, PAGE_BITS,
                  PAGE_OF_COUNT);
    put_types(model, &index, out);
    stream_char(out, '\n');
    put_fact(out, "SOURCE", model->source);
    put_fact(out, "DIGEST", model->digest);
    stream_put(out, "\n#define WSCLOSE_PAGE_OF");
    put_numbers(out, index.page_of, PAGE_OF_COUNT);
    put_pages(out, &index);
    stream_put(out, "\n\n#endif\n");
}
