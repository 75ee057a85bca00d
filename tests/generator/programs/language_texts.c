/* SPDX-License-Identifier: MIT */
/* The texts of some codes in both languages. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    static const char *const tags[] = {"en", "ja"};
    static const unsigned codes[] = {0, 3000, 3001, 3002};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++)
            printf("%s %u %s | %s\n", tags[i], codes[j],
                   wsclose_meaning(codes[j], tags[i]),
                   wsclose_description(codes[j], tags[i]));
    return 0;
}
