/* SPDX-License-Identifier: MIT */
/* Records in IANA's schema, of documents and of private files. */
#ifndef TESTS_RECORDS_H
#define TESTS_RECORDS_H

#define RECORD(value, description)                                             \
    "<record><value>" value "</value><description>" description                \
    "</description></record>"

/* The same with attributes of the element, and with what stands in it behind
   the description. */
#define RECORD_WITH(attributes, value, description, more)                      \
    "<record" attributes "><value>" value "</value><description>" description  \
    "</description>" more "</record>"

#define TWO_RECORDS                                                            \
    RECORD("3000", "Alpha")                                                    \
    RECORD("3001", "Beta")

#endif
