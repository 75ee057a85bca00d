/* SPDX-License-Identifier: MIT */
#include "apps.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

#include "applications.h"
#include "json.h"
#include "memory.h"
#include "pairs.h"

static void print_json(void) {
    json_t *array = json_array();
    for (const struct application *at = applications; at->name; at++)
        json_array_append_new(array,
                              json_pack("{s:s, s:s, s:{s:s, s:s}, s:s}", "app",
                                        at->name, "title", at->title, "source",
                                        "text", at->source.text, "url",
                                        at->source.url, "as_of", at->as_of));
    json_print_object(array);
}

void apps_print(const struct options *options) {
    if (options->json) {
        print_json();
        return;
    }
    struct screen screen = screen_of(stdout, options->no_color);
    if (!screen.is_terminal)
        screen.width = SIZE_MAX;
    struct pairs lines = pairs_begin(&screen, screen.strong, 0);
    for (const struct application *at = applications; at->name; at++)
        pairs_widen(&lines, at->name);
    for (const struct application *at = applications; at->name; at++) {
        struct text_stream stream;
        text_begin(&stream);
        fprintf(stream.out, "%s  %s", at->as_of, at->title);
        char *text = text_end(&stream);
        pairs_put(&lines, at->name, text);
        free(text);
    }
}
