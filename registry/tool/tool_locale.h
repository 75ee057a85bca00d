/* SPDX-License-Identifier: MIT */
/* The locale that the environment names. */
#ifndef TOOL_LOCALE_H
#define TOOL_LOCALE_H

/* Returns the language of the locale, a tag for the library: English where the
   locale is not UTF-8. Leaves LC_CTYPE a UTF-8 locale in any case, since all
   texts are UTF-8 and a language may be asked for in any locale. */
const char *locale_start(void);

#endif
