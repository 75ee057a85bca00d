#include "read/subject.h"

#include <string.h>

#include "read/value.h"
#include "read/xml.h"

int subject_read_code(struct schema_reader *reader, const xmlNode *element,
                      int *ret) {
    const char *value;
    unsigned first, last;
    int result = schema_required(reader, element, "value", &value);
    if (result < 0)
        return result;
    const char *refusal = value_parse_codes(value, &first, &last);
    if (!refusal && first != last)
        refusal = "is a range; what ranges share goes into "
                  "<range kind=\"...\">";
    if (refusal)
        return xml_error(reader->report, reader->file, element,
                         "the value \"%s\" %s", value, refusal);
    *ret = (int)first;
    return GEN_OK;
}

static int read_kind(struct schema_reader *reader, const xmlNode *element,
                     enum kind *ret) {
    const char *id;
    int result = schema_required(reader, element, "kind", &id);
    if (result < 0)
        return result;
    for (*ret = KIND_UNUSED; *ret <= KIND_INVALID; ++*ret)
        if (strcmp(id, kind_facts(*ret)->id) == 0)
            return GEN_OK;
    return xml_error(reader->report, reader->file, element,
                     "\"%s\" is no kind of range", id);
}

int subject_read(struct schema_reader *reader, const xmlNode *element,
                 int *code, enum kind *kind) {
    static const char *const of_code[] = {"value", NULL};
    static const char *const of_range[] = {"kind", NULL};
    bool is_code = schema_is(element, "code");
    int result =
        schema_check_attributes(reader, element, is_code ? of_code : of_range);
    if (result < 0)
        return result;
    *code = MODEL_NO_CODE;
    return is_code ? subject_read_code(reader, element, code)
                   : read_kind(reader, element, kind);
}
