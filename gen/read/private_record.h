/* One <record> of a private file. */
#ifndef GEN_PRIVATE_RECORD_H
#define GEN_PRIVATE_RECORD_H

#include "read/reading.h"
#include "read/schema.h"

struct private_reader {
    struct reading reading;
    struct schema_reader schema;
    const struct file *snapshot;
    const char *path; /* the file's, as long as the model lives */
};

/* Gives the codes of the record rows of their own. */
int private_record(struct private_reader *reader, const xmlNode *record);

#endif
