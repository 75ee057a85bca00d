/* SPDX-License-Identifier: MIT */
/* URLs as libcurl reads them. */
#ifndef GEN_URL_H
#define GEN_URL_H

#include <stdbool.h>

/* Does it name a user, https://user:password@host/, or might a person who reads
   it think so? */
bool url_has_credentials(const char *url);

/* The URL that answered without a user, to be freed; what is no visible ASCII
   is %XX. */
char *url_for_everybody(const char *url);

#endif
