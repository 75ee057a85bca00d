#include "snapshot.h"

#include <string.h>

#include <libxml/xmlwriter.h>

#include "xml.h"

/* The writer's calls fail for want of memory alone. */
static void must(int written) {
    if (written < 0)
        memory_exhausted();
}

static void start(xmlTextWriter *writer, const char *name) {
    must(xmlTextWriterStartElement(writer, BAD_CAST name));
}

static void end(xmlTextWriter *writer) {
    must(xmlTextWriterEndElement(writer));
}

static void attribute(xmlTextWriter *writer, const char *name,
                      const char *text) {
    if (text && *text)
        must(xmlTextWriterWriteAttribute(writer, BAD_CAST name, BAD_CAST text));
}

static void element(xmlTextWriter *writer, const char *name, const char *text) {
    must(xmlTextWriterWriteElement(writer, BAD_CAST name, BAD_CAST text));
}

static void write_codes(xmlTextWriter *writer, unsigned first, unsigned last) {
    must(first == last ? xmlTextWriterWriteFormatElement(
                             writer, BAD_CAST "value", "%u", first)
                       : xmlTextWriterWriteFormatElement(
                             writer, BAD_CAST "value", "%u-%u", first, last));
}

static void write_references(xmlTextWriter *writer,
                             const struct reference *references, size_t count) {
    for (size_t i = 0; i < count; i++) {
        start(writer, "xref");
        attribute(writer, "type", references[i].type);
        attribute(writer, "data", references[i].data);
        if (*references[i].text)
            must(xmlTextWriterWriteString(writer, BAD_CAST references[i].text));
        end(writer);
    }
}

static void write_aliases(xmlTextWriter *writer, const struct row *row) {
    if (!row->alias_count)
        return;
    must(xmlTextWriterStartAttribute(writer, BAD_CAST "ws:aliases"));
    for (size_t i = 0; i < row->alias_count; i++)
        must(xmlTextWriterWriteFormatString(writer, "%s%s", i ? " " : "",
                                            row->aliases[i]));
    must(xmlTextWriterEndAttribute(writer));
}

static void write_retired(xmlTextWriter *writer, const struct model *model) {
    if (!model->retired_count)
        return;
    must(xmlTextWriterStartAttribute(writer, BAD_CAST "ws:retired"));
    for (size_t i = 0; i < model->retired_count; i++)
        must(xmlTextWriterWriteFormatString(writer, "%s%u:%s", i ? " " : "",
                                            model->retired[i].code,
                                            model->retired[i].symbol));
    must(xmlTextWriterEndAttribute(writer));
}

static void write_row(xmlTextWriter *writer, const struct row *row) {
    start(writer, "record");
    attribute(writer, "date", row->registered);
    attribute(writer, "updated", row->updated);
    attribute(writer, "ws:symbol", row->symbol);
    write_aliases(writer, row);
    write_codes(writer, row->first, row->last);
    element(writer, "description", row->text);
    if (row->contact)
        element(writer, "contact", row->contact);
    write_references(writer, row->references, row->reference_count);
    end(writer);
}

static void write_policy(xmlTextWriter *writer, const struct policy *policy) {
    start(writer, "range");
    write_codes(writer, policy->first, policy->last);
    element(writer, "registration_rule", policy->rule);
    end(writer);
}

static void write_registry(xmlTextWriter *writer, const struct model *model) {
    start(writer, "registry");
    attribute(writer, "id", "close-code-number");
    element(writer, "title", model->title);
    write_references(writer, model->references, model->reference_count);
    for (size_t i = 0; i < model->policy_count; i++)
        write_policy(writer, &model->policies[i]);
    for (size_t i = 0; i < model->row_count; i++)
        if (*model->rows[i].text)
            write_row(writer, &model->rows[i]);
    end(writer);
}

static void write_document(xmlTextWriter *writer, const struct model *model) {
    must(xmlTextWriterSetIndent(writer, 1));
    must(xmlTextWriterSetIndentString(writer, BAD_CAST "  "));
    must(xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL));
    must(xmlTextWriterWriteComment(
        writer,
        BAD_CAST " What IANA says of the WebSocket close codes. Written by "
                 "wsclose-gen sync\n     alone, never by hand. IANA's data is "
                 "in the public domain (CC0 1.0). "));
    start(writer, "registry");
    attribute(writer, "xmlns", IANA_NAMESPACE);
    attribute(writer, "xmlns:ws", XML_OWN_NAMESPACE);
    attribute(writer, "id", "websocket");
    attribute(writer, "ws:source", model->source);
    attribute(writer, "ws:sha256", model->digest);
    write_retired(writer, model);
    element(writer, "title", "WebSocket Protocol Registries");
    element(writer, "updated", model->updated);
    write_registry(writer, model);
    end(writer);
    must(xmlTextWriterEndDocument(writer));
}

void snapshot_write(const struct model *model, char **bytes, size_t *len) {
    xmlBuffer *buffer = xmlBufferCreate();
    xmlTextWriter *writer = buffer ? xmlNewTextWriterMemory(buffer, 0) : NULL;
    if (!writer)
        memory_exhausted();
    write_document(writer, model);
    xmlFreeTextWriter(writer);
    *len = (size_t)xmlBufferLength(buffer);
    *bytes = memory_resize(NULL, *len + 1);
    memcpy(*bytes, xmlBufferContent(buffer), *len);
    (*bytes)[*len] = '\0';
    xmlBufferFree(buffer);
}
