/* SPDX-License-Identifier: MIT */
#include "model/practice.h"

enum { LEAST_CLIENTS = 3 };

enum practice practice_of(const struct client *client, unsigned code) {
    for (size_t i = 0; i < client->habit_count; i++)
        if (code >= client->habits[i].first && code <= client->habits[i].last)
            return client->habits[i].does;
    return client->otherwise;
}

bool practice_differs(const struct model *model, unsigned code) {
    for (size_t i = 1; i < model->client_count; i++)
        if (practice_of(&model->clients[i], code) !=
            practice_of(&model->clients[0], code))
            return true;
    return false;
}

/* What all clients advise after a code; ADVICE_UNKNOWN where they are too few
   or differ. */
static enum advice common_advice(const struct model *model, unsigned code) {
    if (model->client_count < LEAST_CLIENTS || practice_differs(model, code))
        return ADVICE_UNKNOWN;
    enum practice does = practice_of(&model->clients[0], code);
    return does == PRACTICE_AGAIN   ? ADVICE_AGAIN
           : does == PRACTICE_NEVER ? ADVICE_NEVER
                                    : ADVICE_UNKNOWN;
}

static const char *names_of_clients(struct model *model) {
    const char *names = model->clients[0].name;
    for (size_t i = 1; i < model->client_count; i++)
        names = arena_printf(&model->arena, "%s; %s", names,
                             model->clients[i].name);
    return names;
}

void practice_fill(struct model *model) {
    for (size_t i = 0; i < model->semantics_count; i++) {
        struct semantics_entry *entry = &model->semantics[i];
        if (entry->code == MODEL_NO_CODE || entry->reconnect.value)
            continue;
        enum advice advice = common_advice(model, (unsigned)entry->code);
        if (advice) {
            entry->reconnect = (struct rule){advice, names_of_clients(model)};
            entry->basis = BASIS_PRACTICE;
        }
    }
}
