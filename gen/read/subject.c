/* SPDX-License-Identifier: MIT */
#include "read/subject.h"

#include <string.h>

#include "read/value.h"

int subject_read_code(struct parse *parse, const xmlNode *element) {
    unsigned first = 0, last = 0;
    const char *value = parse_required(parse, element, "value");
    const char *refusal = value_parse_codes(value, &first, &last);
    if (!refusal && first != last)
        refusal = "is a range; what ranges share goes into "
                  "<range kind=\"...\">";
    if (refusal)
        parse_error(parse, element, "the value \"%s\" %s", value, refusal);
    return (int)first;
}

static enum kind read_kind(struct parse *parse, const xmlNode *element) {
    const char *id = parse_required(parse, element, "kind");
    for (enum kind kind = KIND_UNUSED; kind <= KIND_INVALID; kind++)
        if (strcmp(id, kind_facts(kind)->id) == 0)
            return kind;
    parse_error(parse, element, "\"%s\" is no kind of range", id);
    return KIND_INVALID;
}

int subject_read(struct parse *parse, const xmlNode *element, enum kind *kind) {
    static const char *const of_code[] = {"value", NULL};
    static const char *const of_range[] = {"kind", NULL};
    bool is_code = xml_is_own(element, "code");
    parse_check_attributes(parse, element, is_code ? of_code : of_range);
    if (is_code)
        return subject_read_code(parse, element);
    *kind = read_kind(parse, element);
    return MODEL_NO_CODE;
}
