/* SPDX-License-Identifier: MIT */
#include "base/markup.h"

#include <string.h>

#include "base/memory.h"

void markup_must(int written) {
    if (written < 0)
        memory_exhausted();
}

static int on_write(void *out, const char *bytes, int len) {
    stream_write(out, bytes, (size_t)len);
    return len;
}

static int on_close(void *out) {
    (void)out; /* which is the caller's */
    return 0;
}

void markup_open(struct markup *markup, struct stream *out) {
    xmlOutputBuffer *buffer =
        xmlOutputBufferCreateIO(on_write, on_close, out, NULL);
    markup->writer = buffer ? xmlNewTextWriter(buffer) : NULL;
    if (!markup->writer)
        memory_exhausted();
}

void markup_close(struct markup *markup) {
    markup_must(xmlTextWriterFlush(markup->writer));
    xmlFreeTextWriter(markup->writer);
}

void markup_start(struct markup *markup, const char *name) {
    markup_must(xmlTextWriterStartElement(markup->writer, BAD_CAST name));
}

static void put_raw(struct markup *markup, const char *text) {
    markup_must(xmlTextWriterWriteRaw(markup->writer, BAD_CAST text));
}

const char *markup_escaped(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

void markup_put(struct stream *out, const char *text, size_t len) {
    const char *end = text + len;
    for (const char *at = text; at < end; at++) {
        const char *escaped = markup_escaped(*at);
        if (!escaped)
            continue;
        stream_write(out, text, (size_t)(at - text));
        stream_put(out, escaped);
        text = at + 1;
    }
    stream_write(out, text, (size_t)(end - text));
}

/* What the writer escapes beside these depends on the version of libxml2. */
void markup_text(struct markup *markup, const char *text) {
    for (;;) {
        size_t len = strcspn(text, "&<>\"");
        markup_must(
            xmlTextWriterWriteRawLen(markup->writer, BAD_CAST text, (int)len));
        text += len;
        if (!*text)
            break;
        put_raw(markup, markup_escaped(*text++));
    }
}

static void start_attribute(struct markup *markup, const char *name) {
    markup_must(xmlTextWriterStartAttribute(markup->writer, BAD_CAST name));
}

static void end_attribute(struct markup *markup) {
    markup_must(xmlTextWriterEndAttribute(markup->writer));
}

void markup_attribute(struct markup *markup, const char *name,
                      const char *text) {
    start_attribute(markup, name);
    markup_text(markup, text);
    end_attribute(markup);
}

void markup_end(struct markup *markup) {
    markup_must(xmlTextWriterEndElement(markup->writer));
}

static void end_tag(struct markup *markup) {
    markup_must(xmlTextWriterFullEndElement(markup->writer));
}

void markup_element(struct markup *markup, const char *name, const char *text) {
    markup_start(markup, name);
    markup_text(markup, text);
    end_tag(markup);
}
