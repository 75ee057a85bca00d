/* SPDX-License-Identifier: MIT */
/**
 * libwsclose: every WebSocket close code, from IANA's registry.
 *
 * Every function is pure: it reads constant tables and its arguments and
 * nothing else. None allocates, locks, sets errno, asks the locale or keeps
 * state, so all may be called from any thread and from a signal handler.
 * Returned strings are UTF-8, NUL-terminated, constant, and live as long as
 * the library is loaded.
 *
 * The codes known are those of the registry that was compiled in; its date is
 * wsclose_registry_updated(). A code is an unsigned number that may have come
 * from anywhere: each unsigned value is answered. The rows of the registry
 * (single codes and ranges) partition 0-4999; 5000 and above is one row more.
 * No function returns NULL unless its comment says so.
 *
 * Sources: RFC 6455 section 7.4 and IANA's WebSocket Close Code Number
 * Registry, https://www.iana.org/assignments/websocket/
 */
#ifndef WSCLOSE_H
#define WSCLOSE_H

#include <stdbool.h>
#include <stddef.h>

#include <wsclose_codes.h>

#define WSCLOSE_VERSION_MAJOR 1
#define WSCLOSE_VERSION_MINOR 0
#define WSCLOSE_VERSION_PATCH 0
#define WSCLOSE_VERSION_STRING "1.0.0"

/** The version as one number, to compare: 0xMMmmpp. */
#define WSCLOSE_VERSION                                                        \
    (WSCLOSE_VERSION_MAJOR << 16 | WSCLOSE_VERSION_MINOR << 8 |                \
     WSCLOSE_VERSION_PATCH)

#if defined _WIN32 && defined WSCLOSE_BUILD_SHARED
#define WSCLOSE_API __declspec(dllexport)
#elif defined _WIN32 && defined WSCLOSE_SHARED
#define WSCLOSE_API __declspec(dllimport)
#elif defined __GNUC__ && !defined _WIN32 && !defined WSCLOSE_INSIDE
#define WSCLOSE_API __attribute__((visibility("default")))
#else
#define WSCLOSE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What the registry says of a code. */
enum wsclose_registration_status {
    /** 0-999: not used (RFC 6455 7.4.2). */
    WSCLOSE_STATUS_UNUSED = 0,
    /** Registered with a meaning; 1005, 1006 and 1015 too. */
    WSCLOSE_STATUS_ASSIGNED = 1,
    /** Registered as reserved, without a meaning: 1004. */
    WSCLOSE_STATUS_RESERVED = 2,
    /** In 1000-3999, and nobody has registered it yet. */
    WSCLOSE_STATUS_UNASSIGNED = 3,
    /** 4000-4999: each application's own (RFC 6455 7.4.2), named or not. */
    WSCLOSE_STATUS_PRIVATE_USE = 4,
    /** 5000 and above: outside the registry (RFC 6455 11.7). */
    WSCLOSE_STATUS_INVALID = 5
};

/**
 * Returns the short name of a code, as people write it: "Going Away". It is
 * the registered description where that is a name. A row without a name of
 * its own answers "Unused", "Unassigned", "Reserved for Private Use" or
 * "Invalid".
 */
WSCLOSE_API const char *wsclose_name(unsigned code);

/**
 * Returns the symbol of a code: its enumerator without WSCLOSE_, "GOING_AWAY".
 * A row without an enumerator answers "UNUSED", "UNASSIGNED", "PRIVATE_USE" or
 * "INVALID", so that this is a label of bounded number for metrics. The symbol
 * of a code never changes and is never given to another.
 */
WSCLOSE_API const char *wsclose_symbol(unsigned code);

/** Returns what the registry says of a code. */
WSCLOSE_API enum wsclose_registration_status wsclose_status(unsigned code);

/**
 * Returns a status as a word: "unused", "assigned", "reserved", "unassigned",
 * "private-use" or "invalid"; "unknown" for a value that is not listed.
 */
WSCLOSE_API const char *
wsclose_status_name(enum wsclose_registration_status status);

/** Returns the first code of the row that a code stands in. */
WSCLOSE_API unsigned wsclose_first(unsigned code);

/**
 * Returns the last code of the row that a code stands in; UINT_MAX in the row
 * of 5000 and above.
 */
WSCLOSE_API unsigned wsclose_last(unsigned code);

/**
 * Returns the first code of the row after the one that a code stands in, or 0
 * after the last row. `unsigned c = 0; do { ... } while ((c =
 * wsclose_next(c)))` visits each row once.
 */
WSCLOSE_API unsigned wsclose_next(unsigned code);

/**
 * Returns the code that a text names, or -1. ASCII letters have no case;
 * blanks, hyphens, underscores and periods do not count; WSCLOSE may stand
 * before: "Going Away", "GOING_AWAY", "GoingAway", "wsclose_going_away".
 * Symbols are tried first, then former symbols, names, the registered texts
 * and what other libraries call a code ("EndpointUnavailable"), and of codes
 * with one name the lowest is returned. A text that is empty or only digits is
 * no name, nor is that of a row that is not a single named code ("Unassigned").
 *
 * text: need not be NUL-terminated; may be NULL if len is 0.
 * len:  the length of text in bytes.
 */
WSCLOSE_API int wsclose_from_name(const char *text, size_t len);

/**
 * Returns the meaning of a code in a few words.
 *
 * lang: a BCP 47 or POSIX language tag ("ja", "ja-JP", "ja_JP.UTF-8"), or
 *       NULL; wsclose_language() tells which language answers.
 *
 * A registered code that nobody has written texts for yet answers its name.
 */
WSCLOSE_API const char *wsclose_meaning(unsigned code, const char *lang);

/**
 * Returns the description of a code in a sentence or two; lang and what stands
 * in for a missing text are those of wsclose_meaning(). Why people meet a code,
 * and what to look at then, is not in the library: the wsclose command, the
 * pages and close-codes.json have it.
 */
WSCLOSE_API const char *wsclose_description(unsigned code, const char *lang);

/**
 * Returns the tag of the language in which texts are answered for a tag: "ja"
 * for "ja-JP", "en" where lang is NULL or of a language that is not compiled
 * in. Case does not matter, and the longest tag that matches wins.
 *
 * lang: as wsclose_meaning() takes it.
 */
WSCLOSE_API const char *wsclose_language(const char *lang);

/**
 * Returns the description that the registry gives the code's row, as
 * registered, white space collapsed; "" where the registry has no row (0-999
 * and from 5000 on). That of a private code is its private file's.
 */
WSCLOSE_API const char *wsclose_registered_text(unsigned code);

/**
 * Returns a reference of the code's row: "RFC 6455", "RFC Errata 3227", a URL.
 *
 * i: from 0, in the registry's order. Past the last reference: NULL.
 */
WSCLOSE_API const char *wsclose_reference(unsigned code, size_t i);

/** Returns who registered the code, or NULL where the registry names nobody. */
WSCLOSE_API const char *wsclose_contact(unsigned code);

/**
 * Returns when the code was registered, "YYYY-MM-DD" or "YYYY-MM", or NULL
 * where the registry has no date.
 */
WSCLOSE_API const char *wsclose_date_registered(unsigned code);

/**
 * Returns when the registration was last updated, "YYYY-MM-DD" or "YYYY-MM",
 * or NULL where the registry has no date.
 */
WSCLOSE_API const char *wsclose_date_updated(unsigned code);

/**
 * Returns the date of the registry that was compiled in, "YYYY-MM-DD":
 * IANA's, of the document that last changed the close codes.
 */
WSCLOSE_API const char *wsclose_registry_updated(void);

/** Returns the URL that the registry was taken from. */
WSCLOSE_API const char *wsclose_registry_source(void);

/**
 * Returns the SHA-256 of the registry's rows in their canonical form, 64
 * lower-case hexadecimal digits: two libraries that return the same know the
 * same codes.
 */
WSCLOSE_API const char *wsclose_registry_digest(void);

/** Returns the version of the library at run time, "1.0.0". */
WSCLOSE_API const char *wsclose_version(void);

/** Which side of a connection an endpoint is. */
enum wsclose_role { WSCLOSE_ROLE_CLIENT = 0, WSCLOSE_ROLE_SERVER = 1 };

/** How much a receiver accepts. */
enum wsclose_rule {
    /** The codes that may be sent: those that careful peers accept. */
    WSCLOSE_RULE_STRICT = 0,
    /** Also 1004 and unassigned codes of 1000-2999, which no text bans. */
    WSCLOSE_RULE_LENIENT = 1
};

/**
 * Returns whether an endpoint may begin the closing handshake with a code: not
 * with one that is local (1005, 1006, 1015), reserved, unused, unassigned in
 * 1000-2999 or above 4999, and with 1010 only as a client. A server may echo
 * 1010 nevertheless: see wsclose_frame.answer. (RFC 6455 7.4, erratum 3227.)
 */
WSCLOSE_API bool wsclose_may_send(unsigned code, enum wsclose_role sender);

/**
 * Returns whether a code may stand in a Close frame that is received.
 * (RFC 6455 7.4.)
 */
WSCLOSE_API bool wsclose_may_receive(unsigned code, enum wsclose_rule rule);

/**
 * Returns whether a browser's WebSocket.close(code) accepts a code: 1000 and
 * 3000-4999, whatever the registry assigns. For any other it throws an
 * InvalidAccessError. (WHATWG WebSockets, close(code, reason).)
 */
WSCLOSE_API bool wsclose_browser_may_close(unsigned code);

/**
 * Returns the code that a proxy puts into the Close frame for the next hop, or
 * 0 for a Close frame without a code. 1005 becomes a frame without a code; a
 * code that not every endpoint may send (1006, 1010, 1015, 1004, unassigned
 * below 3000, below 1000, above 4999) becomes 1011; any other stays. What is
 * returned may be sent by either role. No text rules this: it follows from RFC
 * 6455 7.4.1. The reason goes along only where the code stays. Where the
 * connection before was never established, answer the handshake with HTTP 502
 * instead.
 *
 * code: that with which the hop before ended, as wsclose_derive_event() has it.
 */
WSCLOSE_API unsigned wsclose_relay(unsigned code);

/** What a client may do when a connection has ended. */
enum wsclose_advice {
    /** Nothing is known: no text says anything of the code, and it is not
        registered, or clients are not of one mind. */
    WSCLOSE_ADVICE_UNKNOWN = 0,
    /** Do not connect again. */
    WSCLOSE_ADVICE_NEVER = 1,
    /** Connect again at once. */
    WSCLOSE_ADVICE_AT_ONCE = 2,
    /** Connect again after a random delay between the bounds. */
    WSCLOSE_ADVICE_AFTER_DELAY = 3,
    /** Connect to another address, or to the same when the user asks for it. */
    WSCLOSE_ADVICE_ELSEWHERE = 4,
    /** Connect again; no source says when: with back-off. */
    WSCLOSE_ADVICE_AGAIN = 5
};

/**
 * Returns whether and when a client connects again after a code. For 1006 the
 * bounds are those of the first delay; further ones grow by truncated binary
 * exponential back-off (RFC 6455 7.2.3), as they do for any connection that
 * this side failed.
 *
 * min_ms, max_ms: are set to the bounds of the delay in milliseconds, 0 unless
 *                 AFTER_DELAY is returned; each may be NULL.
 */
WSCLOSE_API enum wsclose_advice
wsclose_reconnect(unsigned code, unsigned *min_ms, unsigned *max_ms);

/**
 * Returns an advice as a word: "unknown", "never", "at-once", "after-delay",
 * "elsewhere" or "again"; "unknown" for a value that is not listed.
 */
WSCLOSE_API const char *wsclose_advice_name(enum wsclose_advice advice);

/** What the answer of wsclose_reconnect() rests on. */
enum wsclose_basis {
    /** Nothing: the advice is UNKNOWN. */
    WSCLOSE_BASIS_NONE = 0,
    /** An RFC, or the document that the registry's row cites. */
    WSCLOSE_BASIS_STANDARD = 1,
    /** What widely used clients do: three at least, and all whose sources were
        read are of one mind. */
    WSCLOSE_BASIS_PRACTICE = 2,
    /** The private file that the code is from. */
    WSCLOSE_BASIS_PRIVATE = 3
};

/** Returns what wsclose_reconnect()'s answer for a code rests on. */
WSCLOSE_API enum wsclose_basis wsclose_reconnect_basis(unsigned code);

/**
 * Returns a basis as a word: "none", "standard", "practice" or "private";
 * "unknown" for a value that is not listed.
 */
WSCLOSE_API const char *wsclose_basis_name(enum wsclose_basis basis);

/**
 * Returns the source of wsclose_reconnect()'s answer, or NULL where it is
 * UNKNOWN: a section of an RFC or a URL; of PRACTICE the names of the clients,
 * with "; " between them.
 */
WSCLOSE_API const char *wsclose_reconnect_source(unsigned code);

/** What wsclose_delay() returns where it has no delay to give: UINT_MAX. */
#define WSCLOSE_DELAY_NONE (~0u)

/**
 * Returns how many milliseconds a client waits before it connects again after a
 * code, or WSCLOSE_DELAY_NONE where wsclose_reconnect() answers NEVER,
 * ELSEWHERE or UNKNOWN, so that the caller decides.
 *
 * AFTER_DELAY is answered at random between min and max. max doubles with each
 * attempt, up to five minutes or what it was at first, whichever is more
 * (truncated binary exponential back-off, RFC 6455 7.2.3). AGAIN is answered as
 * a delay of 0-5000 ms, and AT_ONCE with 0 at attempt 0 and as AGAIN after it.
 *
 * attempt: how many connections have ended since one lasted: 0 at first. One
 *          that was merely opened has not lasted.
 * random:  any number; whole from 0 to UINT_MAX at random, or clients that lost
 *          their server together come back together.
 */
WSCLOSE_API unsigned wsclose_delay(unsigned code, unsigned attempt,
                                   unsigned random);

/** The longest payload of a control frame, in bytes (RFC 6455 5.5). */
#define WSCLOSE_PAYLOAD_MAX 125

/** The longest reason: what a payload holds behind the code, in bytes. */
#define WSCLOSE_REASON_MAX 123

/** What is wrong with a Close frame's payload. */
enum wsclose_error {
    WSCLOSE_ERROR_NONE = 0,
    /** A payload of over 125 bytes, or a reason of over 123. */
    WSCLOSE_ERROR_TOO_LONG = -1,
    /** A payload of one byte. */
    WSCLOSE_ERROR_TRUNCATED = -2,
    /** A code that may not stand in a frame, or may not be sent. */
    WSCLOSE_ERROR_BAD_CODE = -3,
    /** A reason that is not UTF-8. */
    WSCLOSE_ERROR_BAD_UTF8 = -4,
    /** A reason without a code; never of a payload. */
    WSCLOSE_ERROR_NO_CODE = -5
};

/**
 * Returns an error as a word: "none", "too-long", "truncated", "bad-code",
 * "bad-utf8" or "no-code"; "unknown" for a value that is not listed.
 */
WSCLOSE_API const char *wsclose_error_name(enum wsclose_error error);

/** A Close frame's payload, taken apart. */
struct wsclose_frame {
    /** The code; 1005 if the payload is empty, 0 if it is truncated. */
    unsigned code;
    /** The reason, inside the payload; not NUL-terminated, may hold NULs. It is
        for logs: a client must not show it to its users (RFC 6455 5.5.1). */
    const char *reason;
    /** Its length in bytes, at most 123. */
    size_t reason_len;
    enum wsclose_error error;
    /** The code to answer with, 0: a Close frame without a code. It is the code
        received, or with an error 1002 or 1007; 0 for an empty frame and for a
        code that only LENIENT accepts. wsclose_build() accepts it always. It
        says what to answer, not whether: an endpoint that has sent a Close
        frame sends no other (RFC 6455 5.5.1). */
    unsigned answer;
};

/**
 * Takes the payload of a Close frame apart, unmasked. Returns the error, which
 * is that of ret too; with several the first of TOO_LONG, TRUNCATED, BAD_CODE,
 * BAD_UTF8. (RFC 6455 5.5.1, 7.4, 8.1.)
 *
 * payload: of len bytes; may be NULL if len is 0.
 * ret:     is always filled; with an error its code and reason are what stands
 *          there, to be logged. The reason points into payload.
 */
WSCLOSE_API enum wsclose_error wsclose_parse(const void *payload, size_t len,
                                             enum wsclose_rule rule,
                                             struct wsclose_frame *ret);

/**
 * Fills in a frame as if a Close frame with a code and a reason had been
 * parsed: for libraries that hand an application these and no payload. Returns
 * the error, which is that of ret too, of several the first of TOO_LONG,
 * NO_CODE, BAD_CODE, BAD_UTF8.
 *
 * code:   0 and 1005 are an empty frame, with a reason NO_CODE. 1006 and 1015
 *         mean that no frame came, and are BAD_CODE here: leave
 *         wsclose_ending.received NULL for them. Over 65535 is BAD_CODE.
 * reason: of len bytes; may be NULL if len is 0. Over 123 it is TOO_LONG.
 * rule:   LENIENT for what a library has accepted already.
 * ret:    is always filled, with the code as it is, 1005 for 0. Its reason
 *         points to the given one, and never is NULL; it is cut to 123 bytes.
 */
WSCLOSE_API enum wsclose_error wsclose_frame_of(unsigned code,
                                                const char *reason, size_t len,
                                                enum wsclose_rule rule,
                                                struct wsclose_frame *ret);

/**
 * Builds the payload of a Close frame, not masked. Returns its length, 0-125,
 * or an error, which is negative: of several the first of NO_CODE, BAD_CODE,
 * TOO_LONG, BAD_UTF8. With an error ret is not written to.
 *
 * code:   what either role may send, or 0 for an empty payload.
 * reason: of len bytes of UTF-8, at most 123; may be NULL if len is 0.
 */
WSCLOSE_API int wsclose_build(unsigned char ret[WSCLOSE_PAYLOAD_MAX],
                              unsigned code, const char *reason, size_t len);

/**
 * Returns the length of the longest prefix of a reason that fits into a Close
 * frame: whole UTF-8 characters, at most 123 bytes. A reason that is not UTF-8
 * ends before the first wrong byte.
 *
 * reason: of len bytes; may be NULL if len is 0.
 */
WSCLOSE_API size_t wsclose_fit(const char *reason, size_t len);

/** Room for every line of wsclose_format(), its NUL included, in bytes. */
#define WSCLOSE_FORMAT_MAX 640

/**
 * Writes a Close frame for a log, `1001 GOING_AWAY "reason"`; without a reason
 * `1001 GOING_AWAY`; with an error `1001 GOING_AWAY "\xff" (bad-utf8)`. The
 * line is UTF-8 and safe to print: quotes and backslashes are escaped, and so
 * are control characters, line separators, what Unicode calls format (Cf) or
 * default ignorable, the joiners and variation selectors among them, and bytes
 * that are not UTF-8, so that a reason cannot begin a line, colour a terminal,
 * turn the direction of text or hide in it. Letters that are written from right
 * to left stand as they are.
 *
 * Returns as snprintf does the length of the whole line, which was cut short if
 * that is size or more, then between characters. The line is NUL-terminated
 * unless size is 0, and then buf may be NULL. WSCLOSE_FORMAT_MAX is enough.
 */
WSCLOSE_API int wsclose_format(char *buf, size_t size,
                               const struct wsclose_frame *frame);

/** What an endpoint saw of a connection that has ended. */
struct wsclose_ending {
    /** The opening handshake was completed. False when the name was not found,
        TLS or the handshake failed, the subprotocol was not the wanted one, or
        the application closed while it was still connecting. */
    bool established;
    /** This side failed the connection (RFC 6455 7.1.7) before it had accepted
        a Close frame: it met a protocol error, bad UTF-8, a message too big.
        What is received after that is not processed. */
    bool failed;
    /** This side's Close frame, which went out whole; NULL if none did. One
        that is all zero went out, and its content is not known. */
    const struct wsclose_frame *sent;
    /** It went out before the peer's was accepted. wsclose_format_ending()
        alone reads this. */
    bool sent_first;
    /** The transport (TCP, TLS, a stream of HTTP/2 or HTTP/3) was lost: a
        reset, a timeout or the peer ended it before Close frames had gone both
        ways, and this side had not closed it. */
    bool transport_lost;
    /** The Close frame that was received, as wsclose_parse() took it apart with
        the receiver's rule, or wsclose_frame_of(); NULL if none came. */
    const struct wsclose_frame *received;
};

/** Room for every line of wsclose_format_ending(), its NUL included. */
#define WSCLOSE_FORMAT_ENDING_MAX (2 * WSCLOSE_FORMAT_MAX + 40)

/**
 * Writes for a log how a connection ended, both sides in one line: `not
 * established`; else what was received and what was sent, in order of time, and
 * then `, failed` and `, transport lost` where it was so:
 *
 *     received 1001 GOING_AWAY "bye", sent 1001 GOING_AWAY
 *     sent 4001 PRIVATE_USE, nothing received, transport lost
 *     received 1005 NO_STATUS_RECEIVED, sent empty
 *
 * A frame is written as by wsclose_format(), but `sent empty` for one without a
 * code and `sent unknown` for one that is all zero; without one it is `nothing
 * received` or `nothing sent`. What is sent stands first if how->sent_first.
 *
 * What is returned and what becomes of buf is as with wsclose_format().
 * WSCLOSE_FORMAT_ENDING_MAX is enough.
 */
WSCLOSE_API int wsclose_format_ending(char *buf, size_t size,
                                      const struct wsclose_ending *how);

/** What a browser's CloseEvent has. */
struct wsclose_event {
    /** CloseEvent.code */
    unsigned code;
    /** CloseEvent.reason; points into the received payload, or is "". */
    const char *reason;
    size_t reason_len;
    /** CloseEvent.wasClean */
    bool was_clean;
    /** An error event is fired before the close event. */
    bool error_first;
};

/**
 * Derives what a browser shows of a connection's end: the code, reason and
 * wasClean of its CloseEvent. (RFC 6455 7.1.4-7.1.7; WHATWG WebSockets, "When
 * the WebSocket connection is closed".)
 *
 * The code is the peer's, never this side's own; 1005 where the peer's Close
 * frame has none; 1006 where no valid one was received. The end was clean if
 * Close frames went both ways: how the transport ended makes no difference
 * after that. Its loss before is a failure of the connection (RFC 6455 7.2.1).
 * A browser may see it otherwise: Chromium fires no error event for a loss, and
 * does not call an end clean when the transport was reset after both frames.
 * Not covered: an error event because more was to be sent than the browser
 * could hold.
 */
WSCLOSE_API void wsclose_derive_event(const struct wsclose_ending *how,
                                      struct wsclose_event *ret);

#ifdef __cplusplus
}
#endif

#endif
