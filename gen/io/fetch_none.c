/* What stands in for fetch.c in a build without libcurl. */
#include "io/fetch.h"

int fetch(const struct fetch_request *request, struct report *report,
          struct fetch_response *ret) {
    *ret = (struct fetch_response){0};
    return report_error(report, GEN_UPSTREAM, request->url, 0,
                        "cannot be fetched: this wsclose-gen was built without "
                        "libcurl; fetch it otherwise and give it with --from");
}

void fetch_response_free(struct fetch_response *response) {
    (void)response;
}
