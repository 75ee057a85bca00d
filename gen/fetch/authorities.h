/* SPDX-License-Identifier: MIT */
/* Whose certificates are trusted. */
#ifndef GEN_AUTHORITIES_H
#define GEN_AUTHORITIES_H

#include <curl/curl.h>

/* The authorities of the file cacert; if that is "", of CURL_CA_BUNDLE; else of
   SSL_CERT_FILE and SSL_CERT_DIR; else the system's. Those and no others, for
   the server and a proxy that is spoken with over TLS. */
void authorities_set(CURL *curl, const char *cacert);

/* The file of them that authorities_set() chose, or NULL. */
const char *authorities_file(const char *cacert);

#endif
