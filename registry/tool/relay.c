/* SPDX-License-Identifier: MIT */
#include "relay.h"

#include <stdio.h>

#include <jansson.h>

#include "json.h"
#include "query.h"

enum result relay_run(const struct registry *registry,
                      const struct options *options) {
    unsigned code;
    enum result result = query_one(registry, options->words[0], &code);
    if (result != RESULT_FOUND)
        return result;
    const struct row *row = registry_row(registry, code);
    unsigned relayed = row_relay(row, code);
    if (options->json)
        json_print_object(
            json_pack("{s:o}", "code", json_number_or_null(relayed)));
    else if (relayed)
        printf("%u\n", relayed);
    else
        puts("none");
    return row->status == WSCLOSE_STATUS_INVALID ? RESULT_NOT_FOUND
                                                 : RESULT_FOUND;
}
