/* SPDX-License-Identifier: MIT */
#include "command/help.h"

#include <string.h>

#include "base/memory.h"
#include "command/option_table.h"

enum { WIDTH = 79, USAGE_INDENT = 28, COMMAND_INDENT = 10, OPTION_INDENT = 22 };

/* A line that goes on below where it began. */
struct line {
    FILE *out;
    int at, indent;
};

static struct line begin(FILE *out, int indent, const char *with) {
    fprintf(out, "%-*s", indent, with);
    return (struct line){out, indent, indent};
}

static void put(struct line *line, const char *text, int len) {
    if (line->at > line->indent && line->at + 1 + len > WIDTH) {
        fprintf(line->out, "\n%*s", line->indent, "");
        line->at = line->indent;
    } else if (line->at > line->indent) {
        fputc(' ', line->out);
        line->at++;
    }
    fprintf(line->out, "%.*s", len, text);
    line->at += len;
}

static void put_words(struct line *line, const char *text) {
    while (*text) {
        int len = (int)strcspn(text, " ");
        put(line, text, len);
        text += len + (text[len] == ' ');
    }
    fputc('\n', line->out);
}

static const char *option_text(struct arena *arena,
                               const struct option_row *row) {
    return arena_printf(arena, "--%s%s%s", row->name, row->argument ? " " : "",
                        row->argument ? row->argument : "");
}

/* With what may be given instead of it; NULL: it stands behind another, or is
   no option of the command. */
static const char *usage_text(struct arena *arena, size_t at,
                              unsigned command) {
    const struct option_row *row = &option_rows[at];
    if (!(row->commands & command) || row->is_instead)
        return NULL;
    const char *text = option_text(arena, row);
    for (size_t i = at + 1; i < option_row_count && option_rows[i].is_instead;
         i++)
        if (option_rows[i].commands & command)
            text = arena_printf(arena, "%s | %s", text,
                                option_text(arena, &option_rows[i]));
    bool repeats = row->value == VALUE_CODE || row->value == VALUE_PRIVATE_FILE;
    return arena_printf(arena, "[%s]%s", text, repeats ? "..." : "");
}

static void print_usage(FILE *out, struct arena *arena) {
    for (size_t i = 0; i < command_row_count; i++) {
        const struct command_row *command = &command_rows[i];
        if (!command->options)
            continue;
        struct line line =
            begin(out, USAGE_INDENT,
                  arena_printf(arena, "%s wsclose-gen %s",
                               i ? "      " : "usage:", command->name));
        if (command->files)
            put(&line, command->files, (int)strlen(command->files));
        for (size_t j = 0; j < option_row_count; j++) {
            const char *text = usage_text(arena, j, command->options);
            if (text)
                put(&line, text, (int)strlen(text));
        }
        fputc('\n', out);
    }
    fputs("       wsclose-gen --help | --version\n\n", out);
}

static void print_commands(FILE *out) {
    for (size_t i = 0; i < command_row_count; i++) {
        if (!command_rows[i].options)
            continue;
        struct line line = begin(out, COMMAND_INDENT, command_rows[i].name);
        put_words(&line, command_rows[i].help);
    }
    fputc('\n', out);
}

static void print_options(FILE *out, struct arena *arena) {
    for (size_t i = 0; i < option_row_count; i++) {
        struct line line = begin(
            out, OPTION_INDENT,
            arena_printf(arena, "  %s", option_text(arena, &option_rows[i])));
        put_words(&line, option_rows[i].help);
    }
    fputc('\n', out);
}

void help_print(FILE *out) {
    struct arena arena = {0};
    print_usage(out, &arena);
    print_commands(out);
    print_options(out, &arena);
    fputs("Exit: 0 done, 1 not up to date or a change found, 2 usage, 3 bad\n"
          "document, 4 upstream, 5 refused, 6 a local file could not be read "
          "or\nwritten.\n",
          out);
    arena_free(&arena);
}
