#include "read/schema.h"

#include <string.h>

#include "read/xml.h"

bool schema_is(const xmlNode *node, const char *name) {
    return xml_is(node, XML_OWN_NAMESPACE, name);
}

const char *schema_attribute(struct schema_reader *reader,
                             const xmlNode *element, const char *name) {
    return xml_attribute(&reader->model->arena, element, NULL, name);
}

bool schema_is_in(const char *name, const char *const *list) {
    for (; *list; list++)
        if (strcmp(name, *list) == 0)
            return true;
    return false;
}

/* The name that an attribute has in a list: xml:lang keeps its prefix, one in
   any other namespace has none. */
static const char *listed_name(const xmlAttr *attribute) {
    if (!attribute->ns)
        return (const char *)attribute->name;
    bool is_lang = xmlStrEqual(attribute->ns->href, XML_XML_NAMESPACE) &&
                   xmlStrEqual(attribute->name, BAD_CAST "lang");
    return is_lang ? "xml:lang" : "";
}

const char *schema_list(struct arena *arena, const char *const *names) {
    const char *list = *names ? *names : "none";
    for (names += *names != NULL; *names; names++)
        list = arena_printf(arena, names[1] ? "%s, %s" : "%s and %s", list,
                            *names);
    return list;
}

int schema_check_attributes(struct schema_reader *reader,
                            const xmlNode *element,
                            const char *const *allowed) {
    for (const xmlAttr *at = element->properties; at; at = at->next)
        if (!schema_is_in(listed_name(at), allowed))
            return xml_error(reader->report, reader->file, element,
                             "<%s> has no attribute \"%s\" here; it takes %s",
                             (const char *)element->name,
                             (const char *)at->name,
                             schema_list(&reader->model->arena, allowed));
    return GEN_OK;
}

/* A structural element has element children of our namespace alone, each with
   one of the allowed names. */
int schema_check_children(struct schema_reader *reader, const xmlNode *element,
                          const char *const *allowed) {
    for (const xmlNode *at = element->children; at; at = at->next) {
        if (at->type == XML_COMMENT_NODE || xmlIsBlankNode(at))
            continue;
        if (at->type != XML_ELEMENT_NODE)
            return xml_error(reader->report, reader->file, element,
                             "<%s> has no place for text of its own",
                             (const char *)element->name);
        if (!at->ns || !xmlStrEqual(at->ns->href, BAD_CAST XML_OWN_NAMESPACE) ||
            !schema_is_in((const char *)at->name, allowed))
            return xml_error(
                reader->report, reader->file, at, "<%s> cannot stand in <%s>",
                (const char *)at->name, (const char *)element->name);
    }
    return GEN_OK;
}

const char *const schema_nothing[] = {NULL};

int schema_required(struct schema_reader *reader, const xmlNode *element,
                    const char *name, const char **ret) {
    *ret = schema_attribute(reader, element, name);
    if (!*ret || !**ret)
        return xml_error(reader->report, reader->file, element,
                         "<%s> needs %s=\"...\"", (const char *)element->name,
                         name);
    return xml_check_text(reader->report, reader->file, element, name, *ret);
}
