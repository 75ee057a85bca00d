/* SPDX-License-Identifier: MIT */
#include "apps.h"

#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "applications.h"
#include "json.h"

static enum result print_json(void) {
    json_t *array = json_array();
    for (const struct application *at = applications; at->name; at++)
        json_array_append_new(array,
                              json_pack("{s:s, s:s, s:{s:s, s:s}, s:s}", "app",
                                        at->name, "title", at->title, "source",
                                        "text", at->source.text, "url",
                                        at->source.url, "as_of", at->as_of));
    return json_print_object(array);
}

enum result apps_print(const struct options *options) {
    size_t widest = 0;
    if (options->json)
        return print_json();
    for (const struct application *at = applications; at->name; at++)
        if (strlen(at->name) > widest)
            widest = strlen(at->name);
    for (const struct application *at = applications; at->name; at++)
        printf("%-*s  %s  %s\n", (int)widest, at->name, at->as_of, at->title);
    return RESULT_FOUND;
}
