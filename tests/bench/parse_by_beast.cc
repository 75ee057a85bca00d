/* SPDX-License-Identifier: MIT */
#include <boost/beast/websocket.hpp>

#include "payloads.h"

unsigned parse_by_beast(const struct payload *payload) {
    namespace beast = boost::beast;
    beast::net::const_buffer buffer(payload->bytes, payload->len);
    beast::websocket::close_reason reason;
    beast::error_code error;
    beast::websocket::detail::read_close(reason, buffer, error);
    /* What is empty has none for it. */
    return error ? 0 : payload->len ? reason.code : 1005;
}
