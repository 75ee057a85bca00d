/* SPDX-License-Identifier: MIT */
/* Bytes as the records of a document: for each a code, how many follow it, and
   lines of text: description, contact, reference. What text_refusal() lets pass
   has to be accepted. */
#include <stdlib.h>
#include <string.h>

#include "base/stream.h"
#include "base/text.h"
#include "fuzz.h"

static void put_escaped(const char *text, struct stream *out) {
    for (; *text; text++)
        if (strchr("&<>\"", *text))
            stream_printf(out, "&#%d;", *text);
        else
            stream_char(out, *text);
}

static void put_text(struct fuzz_input *input, const char *before,
                     const char *after, struct stream *out) {
    size_t len;
    char *text = fuzz_line(input, &len);
    text_collapse(text);
    if (!*text || text_refusal(text))
        strcpy(text, len ? "x" : "");
    stream_put(out, before);
    put_escaped(*text ? text : "y", out);
    stream_put(out, after);
    free(text);
}

/* The codes go up, so that no two are alike. */
static void put_records(struct fuzz_input *input, struct stream *out) {
    for (unsigned code = 1000; input->left && code < 3990;) {
        code += fuzz_number(input, 600);
        if (code >= 4000)
            break;
        stream_printf(out, "<record date=\"2026-01-01\"><value>%u</value>",
                      code++);
        put_text(input, "<description>", "</description>", out);
        put_text(input, "<contact>", "</contact>", out);
        put_text(input, "<xref type=\"uri\" data=\"", "\"/>", out);
        put_text(input, "<xref type=\"text\">", "</xref></record>\n", out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = {data, size};
    struct stream stream;
    if (!size)
        return 0;
    stream_begin(&stream);
    stream_put(&stream, "<registry xmlns=\"http://www.iana.org/assignments\" "
                        "id=\"websocket\"><updated>2026-01-02</updated>"
                        "<registry id=\"close-code-number\">");
    put_text(&input, "<title>", "</title>", &stream);
    put_text(&input, "<range><value>1000-3999</value><registration_rule>",
             "</registration_rule></range>", &stream);
    stream_put(
        &stream,
        "<record><value>4000-4999</value><description>Reserved for Private "
        "Use</description></record>");
    put_records(&input, &stream);
    stream_put(&stream, "</registry></registry>");
    fuzz_document(stream.bytes, stream.len);
    free(stream.bytes);
    return 0;
}
