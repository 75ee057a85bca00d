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
#elif defined __GNUC__ && !defined _WIN32
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
    WSCLOSE_STATUS_UNUSED,
    /** Registered with a meaning; 1005, 1006 and 1015 too. */
    WSCLOSE_STATUS_ASSIGNED,
    /** Registered as reserved, without a meaning: 1004. */
    WSCLOSE_STATUS_RESERVED,
    /** In 1000-3999, and nobody has registered it yet. */
    WSCLOSE_STATUS_UNASSIGNED,
    /** 4000-4999: each application's own (RFC 6455 7.4.2). */
    WSCLOSE_STATUS_PRIVATE_USE,
    /** 5000 and above: outside the registry (RFC 6455 11.7). */
    WSCLOSE_STATUS_INVALID
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
 * Returns the code that a text names, or -1. Symbols are tried before names,
 * and of two codes with one name the lower is taken. Case does not matter;
 * blanks, hyphens and underscores are alike; a leading WSCLOSE_ is allowed:
 * "Going Away", "GOING_AWAY", "going-away", "wsclose_going_away". Rows that are
 * not a single named code ("Unassigned") are not found.
 *
 * text: need not be NUL-terminated; may be NULL if len is 0.
 * len:  the length of text in bytes.
 */
WSCLOSE_API int wsclose_from_name(const char *text, size_t len);

/**
 * Returns the meaning of a code in a few words.
 *
 * lang: a BCP 47 or POSIX language tag ("ja", "ja-JP", "ja_JP.UTF-8"), of which
 *       the first subtag counts. NULL, or a language that is not compiled in,
 *       is answered in English.
 *
 * A registered code that nobody has written texts for yet answers its name.
 */
WSCLOSE_API const char *wsclose_meaning(unsigned code, const char *lang);

/**
 * Returns the description of a code in a sentence or two; lang and what stands
 * in for a missing text are those of wsclose_meaning().
 */
WSCLOSE_API const char *wsclose_description(unsigned code, const char *lang);

/**
 * Returns the description that the registry gives the code's row, as
 * registered, white space collapsed; "" where the registry has no row (0-999
 * and from 5000 on).
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

#ifdef __cplusplus
}
#endif

#endif
