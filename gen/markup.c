#include "markup.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

void markup_must(int written) {
    if (written < 0)
        memory_exhausted();
}

void markup_open(struct markup *markup) {
    markup->buffer = xmlBufferCreate();
    markup->writer =
        markup->buffer ? xmlNewTextWriterMemory(markup->buffer, 0) : NULL;
    if (!markup->writer)
        memory_exhausted();
}

void markup_close(struct markup *markup, char **bytes, size_t *len) {
    xmlFreeTextWriter(markup->writer);
    *len = (size_t)xmlBufferLength(markup->buffer);
    *bytes = memory_resize(NULL, *len + 1);
    memcpy(*bytes, xmlBufferContent(markup->buffer), *len);
    (*bytes)[*len] = '\0';
    xmlBufferFree(markup->buffer);
}

void markup_start(struct markup *markup, const char *name) {
    markup_must(xmlTextWriterStartElement(markup->writer, BAD_CAST name));
}

void markup_raw(struct markup *markup, const char *text) {
    markup_must(xmlTextWriterWriteRaw(markup->writer, BAD_CAST text));
}

/* What the writer escapes beside these depends on the version of libxml2. */
void markup_text(struct markup *markup, const char *text) {
    char *escaped = memory_resize(NULL, strlen("&quot;") * strlen(text) + 1);
    char *end = escaped;
    for (const char *at = text; *at; at++) {
        switch (*at) {
        case '&':
            end = stpcpy(end, "&amp;");
            break;
        case '<':
            end = stpcpy(end, "&lt;");
            break;
        case '>':
            end = stpcpy(end, "&gt;");
            break;
        case '"':
            end = stpcpy(end, "&quot;");
            break;
        default:
            *end++ = *at;
        }
    }
    *end = '\0';
    markup_raw(markup, escaped);
    free(escaped);
}

void markup_attribute(struct markup *markup, const char *name,
                      const char *text) {
    markup_must(xmlTextWriterStartAttribute(markup->writer, BAD_CAST name));
    markup_text(markup, text);
    markup_must(xmlTextWriterEndAttribute(markup->writer));
}

void markup_end(struct markup *markup) {
    markup_must(xmlTextWriterEndElement(markup->writer));
}

void markup_end_tag(struct markup *markup) {
    markup_must(xmlTextWriterFullEndElement(markup->writer));
}

void markup_element(struct markup *markup, const char *name, const char *text) {
    markup_start(markup, name);
    markup_text(markup, text);
    markup_end_tag(markup);
}
