/* SPDX-License-Identifier: MIT */
#include "read/text.h"

#include <string.h>

#include "base/text.h"

const char *text_read_content(struct parse *parse, const xmlNode *element) {
    const char *name = (const char *)element->name;
    if (xml_first_element(element))
        parse_error(parse, element, "<%s> takes text alone", name);
    const char *ret = xml_content(&parse->model->arena, element);
    if (!*ret)
        parse_error(parse, element, "<%s> is empty; write it, or leave it out",
                    name);
    parse_check_text(parse, element, name, ret);
    return ret;
}

static struct text read_parts(struct parse *parse, const xmlNode *element,
                              const char *const *children) {
    struct text ret = {0};
    parse_check_children(parse, element, children);
    for (const xmlNode *child = xml_first_element(element); child;
         child = xml_next_element(child)) {
        const char **part = xml_is_own(child, "meaning") ? &ret.meaning
                            : xml_is_own(child, "note")  ? &ret.note
                                                         : &ret.description;
        if (xml_is_own(child, "cause"))
            continue;
        if (*part)
            parse_error(parse, child, "a second <%s> in one <%s>; give it one",
                        (const char *)child->name, (const char *)element->name);
        parse_check_attributes(parse, child, parse_nothing);
        *part = text_read_content(parse, child);
    }
    return ret;
}

struct text text_read(struct parse *parse, const xmlNode *element) {
    static const char *const children[] = {"meaning", "description", "cause",
                                           NULL};
    return read_parts(parse, element, children);
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

static void warn_of_language(struct parse *parse, const xmlNode *element,
                             const char *tag) {
    struct arena *arena = &parse->model->arena;
    const char *known = parse->foreign ? parse->foreign : " ";
    if (strstr(known, arena_printf(arena, " %s ", tag)))
        return;
    parse->foreign = arena_printf(arena, "%s%s ", known, tag);
    report_warning(parse->report, parse->path, xmlGetLineNo(element),
                   "there is no languages/%s.xml, so no text in it is used",
                   tag);
}

void text_read_of_language(struct parse *parse, const xmlNode *element,
                           struct text *texts) {
    static const char *const attributes[] = {"xml:lang", NULL};
    static const char *const children[] = {"meaning", "description", "note",
                                           NULL};
    parse_check_attributes(parse, element, attributes);
    struct text text = read_parts(parse, element, children);
    const char *tag = parse_language(parse, element);
    if (!text.meaning && !text.description)
        parse_error(parse, element,
                    "<text> is empty; give it a <meaning> and a "
                    "<description>");
    if (parse->result < 0)
        return;
    size_t language = find_language(parse->model, tag);
    if (language == parse->model->language_count)
        warn_of_language(parse, element, tag);
    else if (texts[language].meaning || texts[language].description)
        parse_error(parse, element, "a second <text> in \"%s\" for one entry",
                    tag);
    else
        texts[language] = text;
}
