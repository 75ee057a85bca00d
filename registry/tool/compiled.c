/* SPDX-License-Identifier: MIT */
#include "compiled.h"

#include "words.h"

/* What the library does not know of a row. A list ends with a NULL. */
struct extra {
    unsigned first;
    const char *registration_rule; /* NULL: none */
    const struct link *references, *sources;
    const char *const *spellings, *const *former_symbols;
};

#define LINKS(...)                                                             \
    (const struct link[]) {                                                    \
        __VA_ARGS__                                                            \
    }
#define TEXTS(...)                                                             \
    (const char *const[]) {                                                    \
        __VA_ARGS__                                                            \
    }

static const struct extra extras[] = {
#include "extras.inc"
};

static const struct known_cause {
    unsigned first;
    const char *const *texts;
    const struct link *sources;
} known_causes[] = {
#include "causes.inc"
    {0, NULL, NULL},
};

enum { KNOWN_CAUSES = sizeof known_causes / sizeof *known_causes - 1 };

static const struct cause *causes_of(struct registry *registry, unsigned code) {
    struct cause *ret = registry_alloc(registry, KNOWN_CAUSES + 1, sizeof *ret);
    size_t count = 0;
    for (size_t i = 0; i < KNOWN_CAUSES; i++)
        if (known_causes[i].first == code)
            ret[count++] =
                (struct cause){known_causes[i].texts, known_causes[i].sources};
    return ret;
}

/* Of a row of a library that is newer. */
static const struct extra no_extra = {
    0,           NULL,       LINKS({NULL, NULL}), LINKS({NULL, NULL}),
    TEXTS(NULL), TEXTS(NULL)};

static const struct extra *extra_of(unsigned first) {
    for (size_t i = 0; i < sizeof extras / sizeof *extras; i++)
        if (extras[i].first == first)
            return &extras[i];
    return &no_extra;
}

static const struct texts *texts_of(struct registry *registry, unsigned code) {
    size_t count = 0;
    while (registry->languages[count])
        count++;
    struct texts *ret = registry_alloc(registry, count, sizeof *ret);
    for (size_t i = 0; i < count; i++) {
        const char *tag = registry->languages[i];
        ret[i] = (struct texts){wsclose_meaning(code, tag),
                                wsclose_description(code, tag)};
    }
    return ret;
}

static unsigned same_or(unsigned code, unsigned answer) {
    return answer && answer == code ? ROW_SAME : answer;
}

/* The answer to a received frame with this code. 0 in a frame is a code like
   the others of its row, and not for want of one. */
static unsigned reply_to(unsigned code) {
    struct wsclose_frame frame;
    wsclose_frame_of(code ? code : wsclose_last(code), NULL, 0,
                     WSCLOSE_RULE_STRICT, &frame);
    return same_or(code, frame.answer);
}

static struct reconnect reconnect_of(unsigned code,
                                     const struct link *sources) {
    struct reconnect ret = {.basis = wsclose_reconnect_basis(code),
                            .sources = sources};
    ret.advice = wsclose_reconnect(code, &ret.min_ms, &ret.max_ms);
    return ret;
}

static const char *null_if_empty(const char *text) {
    return *text ? text : NULL;
}

static struct row row_of(struct registry *registry, unsigned code) {
    const struct extra *extra = extra_of(code);
    struct row row = {
        .first = code,
        .last = wsclose_last(code),
        .status = wsclose_status(code),
        .symbol = wsclose_symbol(code),
        .name = wsclose_name(code),
        .texts = texts_of(registry, code),
        .registered_text = null_if_empty(wsclose_registered_text(code)),
        .contact = wsclose_contact(code),
        .registered = wsclose_date_registered(code),
        .updated = wsclose_date_updated(code),
        .registration_rule = extra->registration_rule,
        .references = extra->references,
        .is_strict = wsclose_may_receive(code, WSCLOSE_RULE_STRICT),
        .is_lenient = wsclose_may_receive(code, WSCLOSE_RULE_LENIENT),
        .is_browsers = wsclose_browser_may_close(code),
        .by_client = wsclose_may_send(code, WSCLOSE_ROLE_CLIENT),
        .by_server = wsclose_may_send(code, WSCLOSE_ROLE_SERVER),
        .reply = reply_to(code),
        .relay = same_or(code, wsclose_relay(code)),
        .reconnect = reconnect_of(code, extra->sources),
        .spellings = extra->spellings,
        .former_symbols = extra->former_symbols,
        .causes = causes_of(registry, code),
    };
    row.is_local_only =
        row.status == WSCLOSE_STATUS_ASSIGNED && !row.is_lenient;
    return row;
}

struct registry compiled_registry(const char *lang) {
    struct registry registry = {.languages = words_tags(),
                                .updated = wsclose_registry_updated(),
                                .source = wsclose_registry_source()};
    size_t count = 0;
    unsigned code = 0;
    do
        count++;
    while ((code = wsclose_next(code)));
    registry.rows = registry_alloc(&registry, count, sizeof *registry.rows);
    do
        registry.rows[registry.row_count++] = row_of(&registry, code);
    while ((code = wsclose_next(code)));
    registry_choose_language(&registry, lang);
    return registry;
}
