/* The meaning of a code as a language, and what looks like it, gives it. */
#include <stdio.h>

#include <wsclose.h>

int main(void) {
    puts(wsclose_meaning(1006, "zu"));
    puts(wsclose_meaning(1006, "ZU_ZA.UTF-8"));
    puts(wsclose_meaning(1006, "zul"));
    puts(wsclose_meaning(1006, "ja"));
    return 0;
}
