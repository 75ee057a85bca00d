#include "read/private.h"

#include <string.h>

#include "read/private_record.h"
#include "base/text.h"
#include "read/xml.h"

static int read_registry(struct private_reader *reader,
                         const xmlNode *registry) {
    static const char *const skipped[] = {
        "title", "description",       "note",     "xref",   "expert",
        "range", "registration_rule", "footnote", "hide",   "category",
        "file",  "controller",        "created",  "people", "updated",
        NULL};
    int result = GEN_OK;
    bool is_empty = true;
    for (const xmlNode *child = xml_first_element(registry);
         child && result == GEN_OK; child = xml_next_element(child)) {
        const char *name = (const char *)child->name;
        if (reading_is(child, "record")) {
            is_empty = false;
            result = private_record(reader, child);
        } else if (!reading_is(child, name) || !schema_is_in(name, skipped))
            result =
                xml_error(reader->reading.report, reader->reading.file, child,
                          "<%s> cannot stand here in <registry>; its "
                          "codes are each a <record> in %s",
                          name, IANA_NAMESPACE);
    }
    if (result == GEN_OK && is_empty)
        result =
            xml_error(reader->reading.report, reader->reading.file, registry,
                      "the registry has no <record>; give it one for "
                      "each code");
    return result;
}

static bool is_close_codes(struct reading *reading, const xmlNode *element) {
    const char *id = reading_attribute(reading, element, "id");
    return reading_is(element, "registry") && id &&
           strcmp(id, "close-code-number") == 0;
}

/* The registry of close codes is the root or one of its children. */
static int read_root(struct private_reader *reader, const xmlNode *root) {
    struct reading *reading = &reader->reading;
    reading_index_people(reading, root);
    if (is_close_codes(reading, root))
        return read_registry(reader, root);
    bool is_there = false;
    int result = GEN_OK;
    for (const xmlNode *child = xml_first_element(root);
         child && result == GEN_OK; child = xml_next_element(child))
        if (is_close_codes(reading, child)) {
            is_there = true;
            result = read_registry(reader, child);
        }
    if (!is_there)
        return xml_error(reading->report, reading->file, root,
                         "has no <registry id=\"close-code-number\"> in %s; "
                         "put the records into one",
                         IANA_NAMESPACE);
    return result;
}

/* The file's name without its folders, which differ from machine to machine.
 */
static const char *name_of(struct arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    path = slash ? slash + 1 : path;
    char *name = arena_copy(arena, path, strlen(path));
    text_make_printable(name);
    return name;
}

static void note_file(struct model *model, const char *name) {
    const char **names = arena_alloc(
        &model->arena, (model->private_file_count + 1) * sizeof *names);
    for (size_t i = 0; i < model->private_file_count; i++)
        names[i] = model->private_files[i];
    names[model->private_file_count++] = name;
    model->private_files = names;
}

int private_read(const struct file *file, const struct file *snapshot,
                 struct report *report, struct model *model) {
    xmlDoc *doc;
    int result = xml_parse(file, report, &doc);
    if (result < 0)
        return result;
    const char *name = name_of(&model->arena, file->path);
    struct private_reader reader = {
        .reading = {.file = file,
                    .report = report,
                    .model = model,
                    .people = xmlHashCreate(64),
                    .codes = "; an application's own are 4000-4999"},
        .schema = {.file = file,
                   .report = report,
                   .model = model,
                   .source = name},
        .snapshot = snapshot,
        .path = arena_copy(&model->arena, file->path, strlen(file->path))};
    if (!reader.reading.people)
        memory_exhausted();
    note_file(model, name);
    result = read_root(&reader, xmlDocGetRootElement(doc));
    xmlHashFree(reader.reading.people, NULL);
    xmlFreeDoc(doc);
    return result;
}
