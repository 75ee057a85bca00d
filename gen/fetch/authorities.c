#include "fetch/authorities.h"

#include <stdlib.h>

static const char *variable(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

void authorities_set(CURL *curl, const char *cacert) {
    const char *file = *cacert ? cacert : variable("CURL_CA_BUNDLE");
    const char *folder = file ? NULL : variable("SSL_CERT_DIR");
    if (!file)
        file = variable("SSL_CERT_FILE");
    if (!file && !folder)
        return;
    curl_easy_setopt(curl, CURLOPT_CAINFO, file);
    curl_easy_setopt(curl, CURLOPT_CAPATH, folder);
    curl_easy_setopt(curl, CURLOPT_PROXY_CAINFO, file);
    curl_easy_setopt(curl, CURLOPT_PROXY_CAPATH, folder);
}
