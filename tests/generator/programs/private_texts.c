/* SPDX-License-Identifier: MIT */
/* Every text of the codes 4000 to 4009. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    for (unsigned code = 4000; code < 4010; code++)
        printf("%s|%s|%s|%s|%s|%s|%s\n", wsclose_name(code),
               wsclose_registered_text(code), wsclose_contact(code),
               wsclose_reference(code, 0), wsclose_meaning(code, "ja"),
               wsclose_description(code, "en"), wsclose_reconnect_source(code));
    return 0;
}
