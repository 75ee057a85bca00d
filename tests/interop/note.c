/* SPDX-License-Identifier: MIT */
#include "note.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct note {
    struct note *next;
    char name[NOTE_MAX + 1], text[NOTE_MAX + 1];
};

static struct note *notes;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

void note_put(const char *name, const char *text) {
    struct note *note = malloc(sizeof *note);
    if (!note)
        abort();
    snprintf(note->name, sizeof note->name, "%s", name);
    snprintf(note->text, sizeof note->text, "%s", text);
    pthread_mutex_lock(&mutex);
    note->next = notes;
    notes = note;
    pthread_mutex_unlock(&mutex);
}

bool note_get(const char *name, char text[NOTE_MAX + 1]) {
    pthread_mutex_lock(&mutex);
    struct note *note = notes;
    while (note && strcmp(note->name, name) != 0)
        note = note->next;
    if (note)
        strcpy(text, note->text);
    pthread_mutex_unlock(&mutex);
    return note;
}
