/* SPDX-License-Identifier: MIT */
#include <websocketpp/close.hpp>

#include "names.h"

size_t name_by_websocketpp(unsigned code) {
    namespace status = websocketpp::close::status;
    return status::get_string(static_cast<status::value>(code)).size();
}
