/* SPDX-License-Identifier: MIT */
#include "model/link.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "model/answer.h"

/* What may not stand in a URL as it is becomes %XX. */
static const char *encoded(struct arena *arena, const char *url) {
    static const char digits[] = "0123456789ABCDEF";
    if (!url[strspn(url, TEXT_URL)])
        return url;
    char *ret = arena_alloc(arena, 3 * strlen(url) + 1), *end = ret;
    for (const char *at = url; *at; at++) {
        if (strchr(TEXT_URL, *at)) {
            *end++ = *at;
            continue;
        }
        *end++ = '%';
        *end++ = digits[(unsigned char)*at >> 4];
        *end++ = digits[*at & 15];
    }
    return ret;
}

static const char *link_of_url(struct arena *arena, const char *url) {
    bool is_web = strncasecmp(url, "http://", strlen("http://")) == 0 ||
                  strncasecmp(url, "https://", strlen("https://")) == 0;
    return is_web ? encoded(arena, url) : NULL;
}

static bool is_number(const char *text) {
    return *text && !text[strspn(text, TEXT_DIGITS)];
}

/* <xref type="rfc" data="rfc6455"/> */
static bool is_rfc(const struct reference *reference) {
    return strcmp(reference->type, "rfc") == 0 &&
           strncmp(reference->data, "rfc", 3) == 0 &&
           is_number(reference->data + 3);
}

const char *reference_display(struct arena *arena,
                              const struct reference *reference) {
    const char *type = reference->type, *data = reference->data;
    if (*reference->text)
        return reference->text;
    if (is_rfc(reference))
        return arena_join(arena, "RFC ", data + 3);
    if (strcmp(type, "rfc-errata") == 0)
        return arena_join(arena, "RFC Errata ", data);
    if (strcmp(type, "registry") == 0)
        return arena_join(arena, "IANA registry ", data);
    return data;
}

const char *link_of_reference(struct arena *arena,
                              const struct reference *reference) {
    const char *type = reference->type, *data = reference->data;
    if (strcmp(type, "uri") == 0)
        return link_of_url(arena, data);
    if (is_rfc(reference))
        return arena_printf(arena, "https://www.rfc-editor.org/rfc/%s.html",
                            data);
    if (strcmp(type, "rfc-errata") == 0 && is_number(data))
        return arena_printf(arena, "https://www.rfc-editor.org/errata/eid%s",
                            data);
    return NULL;
}

const char *link_of_source(struct arena *arena, const char *source) {
    static const char rfc[] = "RFC ", errata[] = "RFC Errata ";
    if (strncmp(source, errata, strlen(errata)) == 0 &&
        is_number(source + strlen(errata)))
        return arena_printf(arena, "https://www.rfc-editor.org/errata/eid%s",
                            source + strlen(errata));
    if (strncmp(source, rfc, strlen(rfc)) != 0)
        return link_of_url(arena, source);
    const char *number = source + strlen(rfc);
    size_t digits = strspn(number, TEXT_DIGITS);
    if (!digits || number[digits] != ' ')
        return NULL;
    const char *section = number + digits + 1;
    return arena_printf(
        arena, "https://www.rfc-editor.org/rfc/rfc%.*s.html#section-%.*s",
        (int)digits, number, (int)strspn(section, TEXT_DIGITS "."), section);
}

bool link_is_mailing_list(const char *url) {
    static const char archive[] = "https://mailarchive.ietf.org/arch/msg/hybi/";
    return strncmp(url, archive, strlen(archive)) == 0;
}

bool link_is_registration(const char *source) {
    return strcmp(source, "IANA registration") == 0;
}

const char *link_of_rule(struct arena *arena, const struct row *row,
                         const char *source) {
    if (link_is_registration(source) && row->reference_count)
        return link_of_reference(arena, row->references);
    return link_of_source(arena, source);
}

struct links links_of_references(struct arena *arena, const struct row *row) {
    struct source *list =
        arena_alloc(arena, row->reference_count * sizeof *list);
    for (size_t i = 0; i < row->reference_count; i++) {
        const struct reference *reference = &row->references[i];
        list[i] = (struct source){reference_display(arena, reference),
                                  link_of_reference(arena, reference)};
    }
    return (struct links){list, row->reference_count};
}

const char *link_of_client(struct arena *arena, const struct client *client) {
    return link_of_url(arena, arena_printf(arena, "https://github.com/%s",
                                           client->repository));
}

static struct links links_of_clients(struct arena *arena,
                                     const struct model *model) {
    struct source *list =
        arena_alloc(arena, model->client_count * sizeof *list);
    for (size_t i = 0; i < model->client_count; i++) {
        const struct client *client = &model->clients[i];
        list[i] = (struct source){client->name, link_of_client(arena, client)};
    }
    return (struct links){list, model->client_count};
}

struct links links_of_advice(struct arena *arena, const struct model *model,
                             const struct row *row) {
    if (!answer_advice(row))
        return (struct links){NULL, 0};
    if (row->semantics->basis == BASIS_PRACTICE)
        return links_of_clients(arena, model);
    struct source *source = arena_alloc(arena, sizeof *source);
    source->text = row->semantics->reconnect.source;
    source->url = link_of_rule(arena, row, source->text);
    return (struct links){source, 1};
}

const char *link_of_usage(struct arena *arena,
                          const struct application *application,
                          const struct row *usage) {
    const char *url = usage->reference_count
                          ? link_of_reference(arena, usage->references)
                          : NULL;
    return url ? url : application->home;
}
