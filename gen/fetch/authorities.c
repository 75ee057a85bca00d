/* SPDX-License-Identifier: MIT */
#include "fetch/authorities.h"

#include <stdlib.h>

static const char *variable(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

/* A file that leaves no other choice, or NULL. */
static const char *named_file(const char *cacert) {
    return *cacert ? cacert : variable("CURL_CA_BUNDLE");
}

const char *authorities_file(const char *cacert) {
    const char *file = named_file(cacert);
    return file ? file : variable("SSL_CERT_FILE");
}

void authorities_set(CURL *curl, const char *cacert) {
    const char *file = authorities_file(cacert);
    const char *folder = named_file(cacert) ? NULL : variable("SSL_CERT_DIR");
    if (!file && !folder)
        return;
    curl_easy_setopt(curl, CURLOPT_CAINFO, file);
    curl_easy_setopt(curl, CURLOPT_CAPATH, folder);
    curl_easy_setopt(curl, CURLOPT_PROXY_CAINFO, file);
    curl_easy_setopt(curl, CURLOPT_PROXY_CAPATH, folder);
}
