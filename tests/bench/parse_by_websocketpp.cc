/* SPDX-License-Identifier: MIT */
#include <string>

#include <websocketpp/close.hpp>
#include <websocketpp/utf8_validator.hpp>

#include "payloads.h"

static const std::string &as_string(const void *string) {
    return *static_cast<const std::string *>(string);
}

void payload_make_strings(struct payload *payload) {
    delete &as_string(payload->string);
    delete &as_string(payload->reason);
    auto *bytes = reinterpret_cast<const char *>(payload->bytes);
    auto *string = new std::string(bytes, payload->len);
    payload->string = string;
    payload->reason = new std::string(*string, payload->len ? 2 : 0);
}

unsigned parse_by_websocketpp(const struct payload *payload) {
    websocketpp::lib::error_code error;
    auto &string = as_string(payload->string);
    auto code = websocketpp::close::extract_code(string, error);
    if (error)
        return 0;
    auto reason = websocketpp::close::extract_reason(string, error);
    return error ? 0 : code;
}

unsigned utf8_by_table(const struct payload *payload) {
    return websocketpp::utf8_validator::validate(as_string(payload->reason));
}
