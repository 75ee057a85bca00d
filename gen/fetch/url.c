/* SPDX-License-Identifier: MIT */
#include "fetch/url.h"

#include <stdio.h>
#include <string.h>

#include <curl/curl.h>

#include "base/memory.h"

static const CURLUPart credentials[] = {CURLUPART_USER, CURLUPART_PASSWORD,
                                        CURLUPART_OPTIONS};
enum { CREDENTIALS = sizeof credentials / sizeof *credentials };

static CURLU *new_url(void) {
    CURLU *ret = curl_url();
    if (!ret)
        memory_exhausted();
    return ret;
}

static bool has_part(CURLU *url, CURLUPart part) {
    char *value = NULL;
    bool ret = curl_url_get(url, part, &value, 0) == CURLUE_OK;
    curl_free(value);
    return ret;
}

bool url_has_credentials(const char *url) {
    CURLU *parts = new_url();
    /* as curl_easy_perform() reads one */
    bool ret = curl_url_set(parts, CURLUPART_URL, url,
                            CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME) !=
                   CURLUE_OK &&
               strchr(url, '@');
    for (size_t i = 0; i < CREDENTIALS; i++)
        ret |= has_part(parts, credentials[i]);
    curl_url_cleanup(parts);
    return ret;
}

static char *in_ascii(const char *url) {
    char *ret = memory_alloc(3 * strlen(url) + 1), *end = ret;
    for (const char *at = url; *at; at++)
        end += sprintf(end, *at > ' ' && *at <= '~' ? "%c" : "%%%02X",
                       (unsigned char)*at);
    *end = '\0';
    return ret;
}

char *url_for_everybody(const char *url) {
    CURLU *parts = new_url();
    char *bare = NULL;
    curl_url_set(parts, CURLUPART_URL, url, 0);
    for (size_t i = 0; i < CREDENTIALS; i++)
        curl_url_set(parts, credentials[i], NULL, 0);
    if (curl_url_get(parts, CURLUPART_URL, &bare, 0) != CURLUE_OK)
        memory_exhausted();
    char *ret = in_ascii(bare);
    curl_free(bare);
    curl_url_cleanup(parts);
    return ret;
}
