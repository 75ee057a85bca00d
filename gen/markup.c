#include "markup.h"

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

void markup_attribute(struct markup *markup, const char *name,
                      const char *text) {
    markup_must(xmlTextWriterWriteAttribute(markup->writer, BAD_CAST name,
                                            BAD_CAST text));
}

void markup_text(struct markup *markup, const char *text) {
    markup_must(xmlTextWriterWriteString(markup->writer, BAD_CAST text));
}

void markup_raw(struct markup *markup, const char *text) {
    markup_must(xmlTextWriterWriteRaw(markup->writer, BAD_CAST text));
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
