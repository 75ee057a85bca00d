/* SPDX-License-Identifier: MIT */
#include <boost/beast/websocket.hpp>

#include "predicates.h"

bool receives_beast(unsigned code) {
    return boost::beast::websocket::detail::is_valid_close_code(
        static_cast<std::uint16_t>(code));
}
