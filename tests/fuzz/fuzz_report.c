/* SPDX-License-Identifier: MIT */
/* Bytes as what a report tells: a kind of change, codes, and two texts, of
   which an empty one is nothing. */
#include <stdlib.h>
#include <string.h>

#include "base/stream.h"
#include "base/text.h"
#include "fuzz.h"
#include "judge/summary.h"
#include "support/markdown.h"

enum { MAX_CHANGES = 200 };

/* What a model may have: other texts were refused before. */
static const char *next_text(struct fuzz_input *input, struct arena *arena) {
    size_t len;
    char *line = fuzz_line(input, &len);
    text_make_printable(line);
    text_collapse(line);
    const char *text = *line ? arena_copy(arena, line, strlen(line)) : NULL;
    free(line);
    return text && text_refusal(text) ? "too long" : text;
}

static const char *require_span(struct arena *arena, const char *at,
                                const char *expected) {
    const char *span;
    at = markdown_span(arena, at, &span);
    fuzz_require(at && strcmp(span, expected) == 0,
                 "a text comes out of its span as it went in");
    return at;
}

/* The first item, which is never left out. */
static void check_first(const char *page, const struct change *change) {
    struct arena arena = {0};
    const char *at = strstr(page, "\n- ");
    fuzz_require(at && (at = strstr(at, ": ")), "there is an item");
    at += 2;
    if (change->before) {
        at = require_span(&arena, at, change->before);
        fuzz_require(strncmp(at, " → ", 5) == 0, "an arrow");
        at += 5;
    }
    at = change->after ? require_span(&arena, at, change->after)
                       : at + strlen("nothing");
    fuzz_require(*at == '\n', "nothing is behind the spans");
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = {data, size};
    struct change list[MAX_CHANGES] = {0};
    struct changes changes = {.list = list};
    struct stream page;
    while (input.left && changes.count < MAX_CHANGES) {
        struct change *change = &list[changes.count++];
        change->kind = CHANGE_RENAMED;
        change->first = change->last = fuzz_number(&input, 5000);
        change->before = next_text(&input, &changes.arena);
        change->after = next_text(&input, &changes.arena);
    }
    struct summary summary = {
        .result = "updated", .to = "2026-01-02", .changes = &changes};
    stream_begin(&page);
    summary_markdown(&summary, &page);
    fuzz_require(page.len <= 60000, "a report fits a pull request");
    fuzz_require_clean(page.bytes, page.len, "a report is clean");
    if (changes.count)
        check_first(page.bytes, &list[0]);
    free(page.bytes);
    arena_free(&changes.arena);
    return 0;
}
