#include "read/entry.h"

#include <string.h>

#include "model/symbol.h"
#include "read/subject.h"
#include "read/xml.h"

/* Bounds of a delay: a day, in milliseconds. */
enum { MAX_DELAY_MS = 24 * 60 * 60 * 1000 };

static int read_source(struct schema_reader *reader, const xmlNode *element,
                       const char **ret) {
    if (reader->source && !xmlHasProp(element, BAD_CAST "source")) {
        *ret = reader->source;
        return GEN_OK;
    }
    return schema_required(reader, element, "source", ret);
}

/* An element with one attribute of a fixed vocabulary, and its source. */
static int read_rule(struct schema_reader *reader, const xmlNode *element,
                     const char *name, const char *const *vocabulary,
                     struct rule *ret) {
    if (ret->value)
        return xml_error(reader->report, reader->file, element,
                         "a second <%s> for one entry; give it one",
                         (const char *)element->name);
    int result = schema_check_children(reader, element, schema_nothing);
    if (result == GEN_OK)
        result = schema_required(reader, element, name, &ret->value);
    if (result == GEN_OK)
        result = read_source(reader, element, &ret->source);
    if (result == GEN_OK && !schema_is_in(ret->value, vocabulary))
        result =
            xml_error(reader->report, reader->file, element,
                      "%s=\"%s\" is not one of its values", name, ret->value);
    return result;
}

static int read_wire(struct schema_reader *reader, const xmlNode *element,
                     struct semantics_entry *entry) {
    static const char *const attributes[] = {"accept", "source", NULL};
    static const char *const values[] = {"strict", "lenient", "never", NULL};
    int result = schema_check_attributes(reader, element, attributes);
    if (result < 0)
        return result;
    return read_rule(reader, element, "accept", values, &entry->wire);
}

static int read_begin(struct schema_reader *reader, const xmlNode *element,
                      struct semantics_entry *entry) {
    static const char *const attributes[] = {"by", "source", NULL};
    static const char *const values[] = {"both", "client", "server", "nobody",
                                         NULL};
    int result = schema_check_attributes(reader, element, attributes);
    if (result < 0)
        return result;
    return read_rule(reader, element, "by", values, &entry->senders);
}

static int read_delay(struct schema_reader *reader, const xmlNode *element,
                      const char *name, unsigned *ret) {
    const char *text;
    int result = schema_required(reader, element, name, &text);
    if (result < 0)
        return result;
    unsigned long delay = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9' && delay <= MAX_DELAY_MS; at++)
        delay = 10 * delay + (unsigned long)(*at - '0');
    if (*at || delay > MAX_DELAY_MS)
        return xml_error(reader->report, reader->file, element,
                         "%s=\"%s\" is no number of milliseconds up to a day",
                         name, text);
    *ret = (unsigned)delay;
    return GEN_OK;
}

int entry_read_reconnect(struct schema_reader *reader, const xmlNode *element,
                         struct semantics_entry *entry) {
    static const char *const plain[] = {"advice", "source", NULL};
    static const char *const delayed[] = {"advice", "min-ms", "max-ms",
                                          "source", NULL};
    static const char *const values[] = {"never",     "at-once", "after-delay",
                                         "elsewhere", "again",   NULL};
    int result =
        read_rule(reader, element, "advice", values, &entry->reconnect);
    if (result < 0)
        return result;
    entry->basis = BASIS_STANDARD;
    bool has_delay = strcmp(entry->reconnect.value, "after-delay") == 0;
    result =
        schema_check_attributes(reader, element, has_delay ? delayed : plain);
    if (result < 0 || !has_delay)
        return result;
    result = read_delay(reader, element, "min-ms", &entry->min_ms);
    if (result == GEN_OK)
        result = read_delay(reader, element, "max-ms", &entry->max_ms);
    if (result == GEN_OK && entry->min_ms > entry->max_ms)
        result = xml_error(reader->report, reader->file, element,
                           "min-ms is more than max-ms; swap them");
    return result;
}

/* The parts of an entry that codes and kinds of ranges have alike. */
static int read_parts(struct schema_reader *reader, const xmlNode *element,
                      struct semantics_entry *entry) {
    static const char *const children[] = {"wire", "begin", "reconnect", NULL};
    int result = schema_check_children(reader, element, children);
    for (const xmlNode *child = xml_first_element(element);
         child && result == GEN_OK; child = xml_next_element(child)) {
        if (schema_is(child, "wire"))
            result = read_wire(reader, child, entry);
        else if (schema_is(child, "begin"))
            result = read_begin(reader, child, entry);
        else
            result = entry_read_reconnect(reader, child, entry);
    }
    if (result == GEN_OK && (!entry->wire.value || !entry->senders.value))
        result = xml_error(reader->report, reader->file, element,
                           "an entry needs <wire> and <begin>, each with its "
                           "source");
    if (result == GEN_OK && strcmp(entry->senders.value, "nobody") != 0 &&
        strcmp(entry->wire.value, "strict") != 0)
        result = xml_error(reader->report, reader->file, element,
                           "a code that somebody may begin with needs "
                           "<wire accept=\"strict\">, or it could be sent and "
                           "not received");
    return result;
}

static int read_symbol(struct schema_reader *reader, const xmlNode *element,
                       struct semantics_entry *entry) {
    entry->symbol = schema_attribute(reader, element, "symbol");
    entry->name = schema_attribute(reader, element, "name");
    const char *reason = schema_attribute(reader, element, "reason");
    if ((entry->symbol || entry->name) && (!reason || !*reason))
        return xml_error(reader->report, reader->file, element,
                         "a symbol or name of our own needs its "
                         "reason=\"...\"");
    if (entry->symbol && !symbol_is_legal(entry->symbol))
        return xml_error(reader->report, reader->file, element,
                         "the symbol \"%s\" is no identifier; write up to 55 "
                         "upper-case letters, digits and single underscores",
                         entry->symbol);
    if (!entry->name)
        return GEN_OK;
    if (!*entry->name)
        return xml_error(reader->report, reader->file, element,
                         "the name is empty");
    return xml_check_text(reader->report, reader->file, element, "the name",
                          entry->name);
}

static int read_code(struct schema_reader *reader, const xmlNode *element,
                     struct semantics_entry *entry) {
    static const char *const attributes[] = {"value", "symbol", "name",
                                             "reason", NULL};
    int result = schema_check_attributes(reader, element, attributes);
    if (result == GEN_OK)
        result = subject_read_code(reader, element, &entry->code);
    return result < 0 ? result : read_symbol(reader, element, entry);
}

int entry_read(struct schema_reader *reader, const xmlNode *element,
               struct semantics_entry *ret) {
    *ret = (struct semantics_entry){.line = xmlGetLineNo(element)};
    int result = schema_is(element, "code")
                     ? read_code(reader, element, ret)
                     : subject_read(reader, element, &ret->code, &ret->kind);
    return result < 0 ? result : read_parts(reader, element, ret);
}
