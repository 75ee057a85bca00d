/* The words of the tool itself, in the languages it has. */
#ifndef TOOL_LABELS_H
#define TOOL_LABELS_H

#include <stddef.h>

struct labels {
    const char *language;
    const char *symbol, *status, *references, *contact;
    const char *registered, *updated, *text;
    const char *wire, *begin, *close, *relay, *reconnect;
    const char *wires[3];     /* never, lenient, strict */
    const char *beginners[4]; /* nobody, client, server, both */
    const char *closes[2];    /* throws, taken */
    const char *no_code;      /* a Close frame without one */
    const char *advices[6];   /* by enum wsclose_advice; "": not said */
    const char *delay;        /* format of two numbers, in seconds */
    const char *statuses[6];  /* by enum wsclose_registration_status */
};

/* English first. */
extern const struct labels labels_of_languages[];
extern const size_t labels_count;

/* The words that go with the texts the library gives for this tag. */
const struct labels *labels_for(const char *tag);

#endif
