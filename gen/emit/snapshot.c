/* SPDX-License-Identifier: MIT */
/* close-codes.xml: the snapshot of IANA's registry. */
#include "emit/emit.h"

#include <string.h>

#include "base/markup.h"
#include "read/xml.h"

static void put_attribute(struct markup *out, const char *name,
                          const char *text) {
    if (text && *text)
        markup_attribute(out, name, text);
}

static void put_codes(struct markup *out, unsigned first, unsigned last) {
    markup_must(first == last
                    ? xmlTextWriterWriteFormatElement(
                          out->writer, BAD_CAST "value", "%u", first)
                    : xmlTextWriterWriteFormatElement(
                          out->writer, BAD_CAST "value", "%u-%u", first, last));
}

static void put_references(struct markup *out,
                           const struct reference *references, size_t count) {
    for (size_t i = 0; i < count; i++) {
        markup_start(out, "xref");
        put_attribute(out, "type", references[i].type);
        put_attribute(out, "data", references[i].data);
        if (*references[i].text)
            markup_text(out, references[i].text);
        markup_end(out);
    }
}

static void put_aliases(struct markup *out, const struct row *row) {
    if (!row->alias_count)
        return;
    markup_must(
        xmlTextWriterStartAttribute(out->writer, BAD_CAST "ws:aliases"));
    for (size_t i = 0; i < row->alias_count; i++)
        markup_must(xmlTextWriterWriteFormatString(
            out->writer, "%s%s", i ? " " : "", row->aliases[i]));
    markup_must(xmlTextWriterEndAttribute(out->writer));
}

static void put_retired(struct markup *out, const struct model *model) {
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

static void put_formers(struct markup *out, const struct model *model) {
    for (size_t i = 0; i < model->former_count; i++) {
        markup_start(out, "ws:former");
        markup_must(xmlTextWriterWriteFormatAttribute(
            out->writer, BAD_CAST "code", "%u", model->formers[i].code));
        markup_text(out, model->formers[i].text);
        markup_end(out);
    }
}

static void put_row(struct markup *out, const struct row *row) {
    markup_start(out, "record");
    put_attribute(out, "date", row->registered);
    put_attribute(out, "updated", row->updated);
    put_attribute(out, "ws:symbol", row->symbol);
    put_aliases(out, row);
    put_codes(out, row->first, row->last);
    markup_element(out, "description", row->text);
    if (row->contact)
        markup_element(out, "contact", row->contact);
    put_references(out, row->references, row->reference_count);
    markup_end(out);
}

static void put_policy(struct markup *out, const struct policy *policy) {
    markup_start(out, "range");
    put_codes(out, policy->first, policy->last);
    markup_element(out, "registration_rule", policy->rule);
    markup_end(out);
}

static void put_registry(struct markup *out, const struct model *model) {
    markup_start(out, "registry");
    put_attribute(out, "id", IANA_CLOSE_CODES);
    markup_element(out, "title", model->title);
    put_references(out, model->references, model->reference_count);
    for (size_t i = 0; i < model->policy_count; i++)
        put_policy(out, &model->policies[i]);
    for (size_t i = 0; i < model->row_count; i++)
        if (*model->rows[i].text)
            put_row(out, &model->rows[i]);
    markup_end(out);
}

static void put_document(struct markup *out, const struct model *model) {
    markup_must(xmlTextWriterSetIndent(out->writer, 1));
    markup_must(xmlTextWriterSetIndentString(out->writer, BAD_CAST "  "));
    markup_must(xmlTextWriterStartDocument(out->writer, NULL, "UTF-8", NULL));
    markup_must(xmlTextWriterWriteComment(
        out->writer,
        BAD_CAST " What IANA says of the WebSocket close codes. Written by "
                 "wsclose-gen sync\n     alone, never by hand. IANA's data is "
                 "in the public domain (CC0 1.0). "));
    markup_start(out, "registry");
    put_attribute(out, "xmlns", IANA_NAMESPACE);
    put_attribute(out, "xmlns:ws", XML_OWN_NAMESPACE);
    put_attribute(out, "id", "websocket");
    put_attribute(out, "ws:source", model->source);
    put_attribute(out, "ws:sha256", model->digest);
    put_retired(out, model);
    markup_element(out, "title", "WebSocket Protocol Registries");
    markup_element(out, "updated", model->updated);
    put_formers(out, model);
    put_registry(out, model);
    markup_end(out);
    markup_must(xmlTextWriterEndDocument(out->writer));
}

void emit_snapshot(const struct model *model, struct stream *out) {
    struct markup markup;
    markup_open(&markup, out);
    put_document(&markup, model);
    markup_close(&markup);
}
