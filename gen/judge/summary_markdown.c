/* SPDX-License-Identifier: MIT */
#include "judge/summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/stream.h"
#include "base/text.h"

/* Items are left out once the page has MAX_PAGE bytes, and counted. */
enum { MAX_PAGE = 50000, MAX_SPAN = 4000 };

struct page {
    struct stream *out;
    const char *heading; /* of the next item; NULL: written */
    size_t len, left_out;
};

/* The longest run of backticks in a text. */
static size_t longest_run(const char *text, size_t len) {
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < len; i++) {
        run = text[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* A longer text is cut. */
static void put_span(struct stream *out, const char *text) {
    size_t len = strlen(text);
    if (len > MAX_SPAN)
        len = text_invalid_at(text, MAX_SPAN);
    size_t fence = longest_run(text, len) + 1;
    for (size_t i = 0; i < fence; i++)
        stream_char(out, '`');
    stream_printf(out, " %.*s%s ", (int)len, text, text[len] ? "…" : "");
    for (size_t i = 0; i < fence; i++)
        stream_char(out, '`');
}

static void put_diagnostic(struct stream *out, const struct diagnostic *it) {
    struct arena arena = {0};
    const char *place = "";
    if (it->file && it->line)
        place = arena_printf(&arena, "%s:%ld: ", it->file, it->line);
    else if (it->file)
        place = arena_printf(&arena, "%s: ", it->file);
    put_span(out, arena_printf(&arena, "%s%s", place, it->text));
    arena_free(&arena);
}

static void begin_item(struct stream *item) {
    stream_begin(item);
    stream_put(item, "- ");
}

static void end_item(struct page *page, struct stream *item) {
    if (page->len + item->len > MAX_PAGE)
        page->left_out++;
    else {
        if (page->heading)
            stream_printf(page->out, "\n### %s\n\n", page->heading);
        page->heading = NULL;
        stream_printf(page->out, "%s\n", item->bytes);
        page->len += item->len;
    }
    free(item->bytes);
}

static void put_reported(struct page *page, const struct report *reported,
                         enum severity severity, const char *heading) {
    page->heading = heading;
    for (size_t i = 0; reported && i < reported->count; i++) {
        struct stream item;
        if (reported->list[i].severity != severity)
            continue;
        begin_item(&item);
        put_diagnostic(&item, &reported->list[i]);
        end_item(page, &item);
    }
}

static void put_changes(struct page *page, const struct changes *changes,
                        enum change_kind kind) {
    page->heading = change_kind_name(kind);
    for (size_t i = 0, end; i < changes->count; i = end) {
        struct change run = change_run(changes, i, &end);
        struct stream item;
        char codes[32];
        if (run.kind != kind)
            continue;
        change_codes(&run, codes);
        begin_item(&item);
        stream_printf(&item, "%s: ", codes);
        if (run.before) {
            put_span(&item, run.before);
            stream_put(&item, " → ");
        }
        if (run.after)
            put_span(&item, run.after);
        else
            stream_put(&item, "nothing");
        end_item(page, &item);
    }
}

static void put_wanting(struct page *page, const struct summary *summary) {
    page->heading = "Wanting in gen/data/semantics.xml";
    for (size_t i = 0, end; i < summary->wanting_count; i = end) {
        struct change run = summary_wanting_run(summary, i, &end);
        struct stream item;
        char codes[32];
        change_codes(&run, codes);
        begin_item(&item);
        stream_printf(&item, "%s: %s", codes, summary_wanting_text(run.first));
        end_item(page, &item);
    }
}

void summary_markdown(const struct summary *summary, struct stream *out) {
    struct page page = {.out = out};
    stream_printf(out,
                  "## WebSocket close codes: %s\n"
                  "\n"
                  "IANA's registry of %s; before: %s. Version: %s.\n",
                  summary->result, summary->to,
                  summary->from ? summary->from : "nothing",
                  changes_bump(summary->changes));
    put_reported(&page, summary->reported, SEVERITY_ERROR, "Refused because");
    put_reported(&page, summary->reported, SEVERITY_WARNING, "To be looked at");
    for (enum change_kind kind = CHANGE_ADDED; kind <= CHANGE_DATES; kind++)
        put_changes(&page, summary->changes, kind);
    put_wanting(&page, summary);
    if (page.left_out)
        stream_printf(
            out,
            "\nAnd %zu lines more, for which there is no room here: see "
            "`wsclose-gen diff`.\n",
            page.left_out);
}
