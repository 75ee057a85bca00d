/* Which language answers for a tag, and what. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    static const char *const tags[] = {"zu-Latn",
                                       "ZU_latn_ZA.UTF-8",
                                       "zu",
                                       "zu@x",
                                       "zu_BW.UTF-8",
                                       "zu-ZA",
                                       "zul",
                                       "ja",
                                       "",
                                       NULL,
                                       "en-GB"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        printf("%s %s\n", wsclose_language(tags[i]),
               wsclose_meaning(1006, tags[i]));
    return 0;
}
