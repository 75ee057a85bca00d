/* SPDX-License-Identifier: MIT */
// The public header as a C++ program uses it: the enum, the list, the calls.
#include <wsclose.h>

#include <climits>
#include <cstdio>
#include <cstring>
#include <type_traits>

namespace {

template <wsclose_code code> struct constant {
    static constexpr unsigned value = code;
};

static_assert(WSCLOSE_GOING_AWAY == 1001, "an enumerator is a constant");
static_assert(constant<WSCLOSE_TIMEOUT>::value == 3008, "and an argument");
static_assert(WSCLOSE_STATUS_INVALID == 5, "a status too");
static_assert(WSCLOSE_VERSION >= 0x010000, "versions can be compared");
static_assert(
    std::is_same<decltype(&wsclose_name), const char *(*)(unsigned)>::value,
    "a code is an unsigned");
static_assert(std::is_same<decltype(wsclose_status(0u)),
                           wsclose_registration_status>::value,
              "a status is an enum");
static_assert(std::is_standard_layout<wsclose_frame>::value &&
                  std::is_trivial<wsclose_ending>::value &&
                  std::is_trivial<wsclose_event>::value,
              "a struct is C's");

#define COUNT(code, symbol, name) +1
static_assert(0 WSCLOSE_CODES(COUNT) == WSCLOSE_CODES_COUNT,
              "the list has every code");
#undef COUNT

// Without a default, so that a compiler warns of a code that is missing.
const char *list_name(wsclose_code code) {
    switch (code) {
#define CASE(number, symbol, name)                                             \
    case WSCLOSE_##symbol:                                                     \
        return name;
        WSCLOSE_CODES(CASE)
#undef CASE
    }
    return "";
}

int failed = 0;

void check(bool holds, const char *what) {
    if (!holds) {
        std::printf("does not hold: %s\n", what);
        failed = 1;
    }
}

#define CHECK(what) check(what, #what)

bool is(const char *left, const char *right) {
    return std::strcmp(left, right) == 0;
}

void check_list() {
#define SAME(code, symbol, name)                                               \
    CHECK(is(wsclose_name(WSCLOSE_##symbol), name));                           \
    CHECK(is(list_name(WSCLOSE_##symbol), name));                              \
    CHECK(wsclose_status(code) == WSCLOSE_STATUS_ASSIGNED || code == 1004);
    WSCLOSE_CODES(SAME)
#undef SAME
}

void check_calls() {
    CHECK(is(wsclose_symbol(66536), "INVALID"));
    CHECK(wsclose_first(4321) == 4000);
    CHECK(wsclose_last(5000) == UINT_MAX);
    CHECK(wsclose_next(3999) == 4000);
    CHECK(wsclose_from_name("going-away", 10) == WSCLOSE_GOING_AWAY);
    CHECK(wsclose_from_name(nullptr, 0) == -1);
    CHECK(is(wsclose_meaning(1006, nullptr), "Ended without a Close frame"));
    CHECK(*wsclose_description(1006, "en") != '\0');
    CHECK(is(wsclose_registered_text(1005), "No Status Rcvd"));
    CHECK(is(wsclose_reference(1000, 0), "RFC 6455"));
    CHECK(wsclose_contact(4000) == nullptr);
    CHECK(wsclose_date_registered(1000) == nullptr);
    CHECK(is(wsclose_date_updated(1014), "2025-07-30"));
    CHECK(is(wsclose_registry_updated(), WSCLOSE_REGISTRY_UPDATED));
    CHECK(std::strlen(wsclose_registry_source()) > 0);
    CHECK(std::strlen(wsclose_registry_digest()) == 64);
    CHECK(is(wsclose_version(), WSCLOSE_VERSION_STRING));
}

void check_rules() {
    unsigned least = 1, most = 1;
    CHECK(wsclose_may_send(1010, WSCLOSE_ROLE_CLIENT));
    CHECK(!wsclose_may_send(1010, WSCLOSE_ROLE_SERVER));
    CHECK(wsclose_may_receive(1004, WSCLOSE_RULE_LENIENT));
    CHECK(!wsclose_browser_may_close(1001));
    CHECK(wsclose_relay(1006) == 1011);
    CHECK(wsclose_reconnect(1012, &least, &most) == WSCLOSE_ADVICE_AFTER_DELAY);
    CHECK(least == 5000 && most == 30000);
    CHECK(wsclose_reconnect_source(4000) == nullptr);
    CHECK(wsclose_reconnect_basis(1012) == WSCLOSE_BASIS_STANDARD);
    CHECK(wsclose_delay(1012, 0, 0) == 5000);
    CHECK(wsclose_delay(4000, 0, 0) == WSCLOSE_DELAY_NONE);
    CHECK(is(wsclose_advice_name(WSCLOSE_ADVICE_AGAIN), "again"));
    CHECK(is(wsclose_basis_name(WSCLOSE_BASIS_PRACTICE), "practice"));
    CHECK(is(wsclose_status_name(wsclose_status(4000)), "private-use"));
}

void check_frame() {
    unsigned char payload[WSCLOSE_PAYLOAD_MAX];
    const int len = wsclose_build(payload, 1001, "bye", 3);
    CHECK(len == 5);
    CHECK(wsclose_fit("bye", 3) == 3);

    wsclose_frame frame;
    CHECK(wsclose_parse(payload, 5, WSCLOSE_RULE_STRICT, &frame) ==
          WSCLOSE_ERROR_NONE);
    char line[64];
    CHECK(wsclose_format(line, sizeof line, &frame) == 21);
    CHECK(is(line, "1001 GOING_AWAY \"bye\""));

    wsclose_frame sent;
    CHECK(wsclose_frame_of(frame.answer, nullptr, 0, WSCLOSE_RULE_STRICT,
                           &sent) == WSCLOSE_ERROR_NONE);
    CHECK(is(wsclose_error_name(sent.error), "none"));
    const wsclose_ending ending = {true, false, &sent, false, false, &frame};
    char ended[WSCLOSE_FORMAT_ENDING_MAX];
    wsclose_format_ending(ended, sizeof ended, &ending);
    CHECK(is(ended, "received 1001 GOING_AWAY \"bye\", sent 1001 GOING_AWAY"));
    wsclose_event event;
    wsclose_derive_event(&ending, &event);
    CHECK(event.code == 1001 && event.reason_len == 3 && event.was_clean);
}

} // namespace

int main() {
    check_list();
    check_calls();
    check_rules();
    check_frame();
    return failed;
}
