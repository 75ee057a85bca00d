/* SPDX-License-Identifier: MIT */
#include "read/client.h"

#include "read/value.h"

/* An attribute with what a client does. */
static enum practice read_practice(struct parse *parse, const xmlNode *element,
                                   const char *name) {
    return (enum practice)parse_value(parse, element, name, practice_texts);
}

/* Each code stands in one of a client's ranges. */
static void check_habit(struct parse *parse, const xmlNode *element,
                        const struct client *client,
                        const struct habit *habit) {
    for (size_t i = 0; i < client->habit_count; i++)
        if (habit->first <= client->habits[i].last &&
            habit->last >= client->habits[i].first)
            parse_error(parse, element,
                        "%s is said to do something after %u already; give "
                        "each code once",
                        client->name, habit->first);
}

static void read_after(struct parse *parse, const xmlNode *element,
                       struct client *client) {
    static const char *const attributes[] = {"codes", "does", NULL};
    struct habit habit = {0};
    parse_check_attributes(parse, element, attributes);
    parse_check_children(parse, element, parse_nothing);
    const char *codes = parse_required(parse, element, "codes");
    habit.does = read_practice(parse, element, "does");
    const char *refusal = value_parse_codes(codes, &habit.first, &habit.last);
    if (refusal)
        parse_error(parse, element, "codes=\"%s\" %s", codes, refusal);
    else
        check_habit(parse, element, client, &habit);
    client->habits[client->habit_count++] = habit;
}

struct client client_read(struct parse *parse, const xmlNode *element) {
    static const char *const attributes[] = {"name", "repository", "file",
                                             "otherwise", NULL};
    static const char *const children[] = {"after", NULL};
    struct client client = {0};
    parse_check_attributes(parse, element, attributes);
    parse_check_children(parse, element, children);
    client.name = parse_required(parse, element, "name");
    client.repository = parse_required(parse, element, "repository");
    client.file = parse_required(parse, element, "file");
    client.otherwise = read_practice(parse, element, "otherwise");
    client.habits = arena_alloc(&parse->model->arena,
                                xmlChildElementCount((xmlNode *)element) *
                                    sizeof *client.habits);
    for (const xmlNode *child = xml_first_element(element); child;
         child = xml_next_element(child))
        read_after(parse, child, &client);
    return client;
}
