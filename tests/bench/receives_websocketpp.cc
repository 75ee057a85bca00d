/* SPDX-License-Identifier: MIT */
#include <websocketpp/close.hpp>

#include "predicates.h"

bool receives_websocketpp(unsigned code) {
    namespace status = websocketpp::close::status;
    auto value = static_cast<status::value>(code);
    return !status::invalid(value) && !status::reserved(value);
}
