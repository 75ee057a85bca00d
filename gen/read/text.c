#include "read/text.h"

#include <string.h>

#include "base/text.h"
#include "read/xml.h"

int text_read_content(struct schema_reader *reader, const xmlNode *element,
                      const char **ret) {
    const char *name = (const char *)element->name;
    if (xml_first_element(element))
        return xml_error(reader->report, reader->file, element,
                         "<%s> takes text alone", name);
    xmlChar *content = xmlNodeGetContent(element);
    if (!content)
        memory_exhausted();
    text_collapse((char *)content);
    *ret = arena_copy(&reader->model->arena, (char *)content,
                      strlen((char *)content));
    xmlFree(content);
    if (!**ret)
        return xml_error(reader->report, reader->file, element, "<%s> is empty",
                         name);
    return xml_check_text(reader->report, reader->file, element, name, *ret);
}

static int read_part(struct schema_reader *reader, const xmlNode *element,
                     const char **ret) {
    if (*ret)
        return xml_error(reader->report, reader->file, element,
                         "a second <%s> in one <%s>; give it one",
                         (const char *)element->name,
                         (const char *)element->parent->name);
    int result = schema_check_attributes(reader, element, schema_nothing);
    return result < 0 ? result : text_read_content(reader, element, ret);
}

int text_read(struct schema_reader *reader, const xmlNode *element,
              struct text *ret) {
    static const char *const children[] = {"meaning", "description", NULL};
    *ret = (struct text){0};
    int result = schema_check_children(reader, element, children);
    for (const xmlNode *child = xml_first_element(element);
         child && result == GEN_OK; child = xml_next_element(child))
        result = read_part(reader, child,
                           schema_is(child, "meaning") ? &ret->meaning
                                                       : &ret->description);
    return result;
}

/* The place of a language among the model's; their number if it is not there.
 */
static size_t find_language(const struct model *model, const char *tag) {
    size_t i = 0;
    while (i < model->language_count &&
           strcmp(tag, model->languages[i].tag) != 0)
        i++;
    return i;
}

int text_read_of_language(struct schema_reader *reader, const xmlNode *element,
                          struct text *texts) {
    static const char *const attributes[] = {"xml:lang", NULL};
    struct text text;
    int result = schema_check_attributes(reader, element, attributes);
    if (result == GEN_OK)
        result = text_read(reader, element, &text);
    if (result < 0)
        return result;
    const char *tag = xml_attribute(&reader->model->arena, element,
                                    (const char *)XML_XML_NAMESPACE, "lang");
    if (!tag)
        return xml_error(reader->report, reader->file, element,
                         "<text> needs xml:lang=\"...\"");
    if (!text.meaning && !text.description)
        return xml_error(reader->report, reader->file, element,
                         "<text> is empty; give it a <meaning> and a "
                         "<description>");
    size_t language = find_language(reader->model, tag);
    if (language == reader->model->language_count) {
        report_warning(reader->report, reader->file->path,
                       xmlGetLineNo(element),
                       "there is no languages/%s.xml, so this text is not "
                       "used",
                       tag);
        return GEN_OK;
    }
    if (texts[language].meaning || texts[language].description)
        return xml_error(reader->report, reader->file, element,
                         "a second <text> in \"%s\" for one entry", tag);
    texts[language] = text;
    return GEN_OK;
}
