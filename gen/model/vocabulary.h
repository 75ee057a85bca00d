/* SPDX-License-Identifier: MIT */
/* The values that rules of semantics.xml have, and how they are written. */
#ifndef GEN_VOCABULARY_H
#define GEN_VOCABULARY_H

/* Who accepts the code in a Close frame. */
enum wire { WIRE_UNKNOWN, WIRE_STRICT, WIRE_LENIENT, WIRE_NEVER };

/* Who may begin closing with the code. */
enum senders {
    SENDERS_UNKNOWN,
    SENDERS_BOTH,
    SENDERS_CLIENT,
    SENDERS_SERVER,
    SENDERS_NOBODY
};

/* When to connect again. */
enum advice {
    ADVICE_UNKNOWN,
    ADVICE_NEVER,
    ADVICE_AT_ONCE,
    ADVICE_AFTER_DELAY,
    ADVICE_ELSEWHERE,
    ADVICE_AGAIN
};

/* What an advice rests on: WSCLOSE_BASIS_ of the header. */
enum basis { BASIS_NONE, BASIS_STANDARD, BASIS_PRACTICE, BASIS_PRIVATE };

/* What a client does after a code; DEPENDS: on more than the code. */
enum practice {
    PRACTICE_UNKNOWN,
    PRACTICE_AGAIN,
    PRACTICE_NEVER,
    PRACTICE_DEPENDS
};

/* By value; NULL is last. */
extern const char *const wire_texts[],
    *const senders_texts[], *const advice_texts[], *const basis_texts[],
                                                       *const practice_texts[];

/* The value that is written so; 0, unknown, if none is. */
unsigned vocabulary_value(const char *const *texts, const char *text);

#endif
