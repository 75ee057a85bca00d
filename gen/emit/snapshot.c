/* SPDX-License-Identifier: MIT */
#include "emit/emit.h"

#include <string.h>

#include "base/markup.h"
#include "read/xml.h"

static void attribute(struct markup *out, const char *name, const char *text) {
    if (text && *text)
        markup_attribute(out, name, text);
}

static void write_codes(struct markup *out, unsigned first, unsigned last) {
    markup_must(first == last
                    ? xmlTextWriterWriteFormatElement(
                          out->writer, BAD_CAST "value", "%u", first)
                    : xmlTextWriterWriteFormatElement(
                          out->writer, BAD_CAST "value", "%u-%u", first, last));
}

static void write_references(struct markup *out,
                             const struct reference *references, size_t count) {
    for (size_t i = 0; i < count; i++) {
        markup_start(out, "xref");
        attribute(out, "type", references[i].type);
        attribute(out, "data", references[i].data);
        if (*references[i].text)
            markup_text(out, references[i].text);
        markup_end(out);
    }
}

static void write_aliases(struct markup *out, const struct row *row) {
    if (!row->alias_count)
        return;
    markup_must(
        xmlTextWriterStartAttribute(out->writer, BAD_CAST "ws:aliases"));
    for (size_t i = 0; i < row->alias_count; i++)
        markup_must(xmlTextWriterWriteFormatString(
            out->writer, "%s%s", i ? " " : "", row->aliases[i]));
    markup_must(xmlTextWriterEndAttribute(out->writer));
}

static void write_retired(struct markup *out, const struct model *model) {
    if (!model->retired_count)
        return;
    markup_must(
        xmlTextWriterStartAttribute(out->writer, BAD_CAST "ws:retired"));
    for (size_t i = 0; i < model->retired_count; i++)
        markup_must(xmlTextWriterWriteFormatString(
            out->writer, "%s%u:%s", i ? " " : "", model->retired[i].code,
            model->retired[i].symbol));
    markup_must(xmlTextWriterEndAttribute(out->writer));
}

static void write_formers(struct markup *out, const struct model *model) {
    for (size_t i = 0; i < model->former_count; i++) {
        markup_start(out, "ws:former");
        markup_must(xmlTextWriterWriteFormatAttribute(
            out->writer, BAD_CAST "code", "%u", model->formers[i].code));
        markup_text(out, model->formers[i].text);
        markup_end(out);
    }
}

static void write_row(struct markup *out, const struct row *row) {
    markup_start(out, "record");
    attribute(out, "date", row->registered);
    attribute(out, "updated", row->updated);
    attribute(out, "ws:symbol", row->symbol);
    write_aliases(out, row);
    write_codes(out, row->first, row->last);
    markup_element(out, "description", row->text);
    if (row->contact)
        markup_element(out, "contact", row->contact);
    write_references(out, row->references, row->reference_count);
    markup_end(out);
}

static void write_policy(struct markup *out, const struct policy *policy) {
    markup_start(out, "range");
    write_codes(out, policy->first, policy->last);
    markup_element(out, "registration_rule", policy->rule);
    markup_end(out);
}

static void write_registry(struct markup *out, const struct model *model) {
    markup_start(out, "registry");
    attribute(out, "id", IANA_CLOSE_CODES);
    markup_element(out, "title", model->title);
    write_references(out, model->references, model->reference_count);
    for (size_t i = 0; i < model->policy_count; i++)
        write_policy(out, &model->policies[i]);
    for (size_t i = 0; i < model->row_count; i++)
        if (*model->rows[i].text)
            write_row(out, &model->rows[i]);
    markup_end(out);
}

static void write_document(struct markup *out, const struct model *model) {
    markup_must(xmlTextWriterSetIndent(out->writer, 1));
    markup_must(xmlTextWriterSetIndentString(out->writer, BAD_CAST "  "));
    markup_must(xmlTextWriterStartDocument(out->writer, NULL, "UTF-8", NULL));
    markup_must(xmlTextWriterWriteComment(
        out->writer,
        BAD_CAST " What IANA says of the WebSocket close codes. Written by "
                 "wsclose-gen sync\n     alone, never by hand. IANA's data is "
                 "in the public domain (CC0 1.0). "));
    markup_start(out, "registry");
    attribute(out, "xmlns", IANA_NAMESPACE);
    attribute(out, "xmlns:ws", XML_OWN_NAMESPACE);
    attribute(out, "id", "websocket");
    attribute(out, "ws:source", model->source);
    attribute(out, "ws:sha256", model->digest);
    write_retired(out, model);
    markup_element(out, "title", "WebSocket Protocol Registries");
    markup_element(out, "updated", model->updated);
    write_formers(out, model);
    write_registry(out, model);
    markup_end(out);
    markup_must(xmlTextWriterEndDocument(out->writer));
}

void emit_snapshot(const struct model *model, struct stream *out) {
    struct markup markup;
    markup_open(&markup, out);
    write_document(&markup, model);
    markup_close(&markup);
}
