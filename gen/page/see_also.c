/* SPDX-License-Identifier: MIT */
#include "page/facts.h"

static const struct source see_also[] = {
    {"RFC 6455: The WebSocket Protocol",
     "https://www.rfc-editor.org/rfc/rfc6455.html"},
    {"RFC 8441: WebSockets with HTTP/2",
     "https://www.rfc-editor.org/rfc/rfc8441.html"},
    {"RFC 9220: WebSockets with HTTP/3",
     "https://www.rfc-editor.org/rfc/rfc9220.html"},
    {"WHATWG: WebSockets Standard", "https://websockets.spec.whatwg.org/"},
    {"IANA: WebSocket Close Code Number Registry",
     "https://www.iana.org/assignments/websocket/"
     "websocket.xhtml#close-code-number"},
    {"MDN: CloseEvent",
     "https://developer.mozilla.org/en-US/docs/Web/API/CloseEvent"},
};

bool page_see_also(struct page *page, size_t item) {
    page->item = item;
    return item < sizeof see_also / sizeof *see_also;
}

const char *page_see_also_title(struct page *page) {
    return see_also[page->item].text;
}

const char *page_see_also_url(struct page *page) {
    return see_also[page->item].url;
}
