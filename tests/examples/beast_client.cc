/* SPDX-License-Identifier: MIT */
/*
 * beast_client PORT TEXT: sends a text, shows what comes back until the
 * connection ends, and says how it ended and when to come back. Boost.Beast
 * hands over a code and a reason, never a payload: wsclose_frame_of() makes a
 * frame of them. Beast answers by itself, with the same code and no reason; an
 * empty Close frame with 1000.
 *
 * c++ beast_client.cc $(pkg-config --cflags --libs wsclose) -pthread
 */
#include <cstdio>
#include <exception>
#include <string>

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <wsclose.h>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;

static void report(const wsclose_ending &how) {
    wsclose_event event;
    char line[WSCLOSE_FORMAT_ENDING_MAX];
    wsclose_derive_event(&how, &event);
    wsclose_format_ending(line, sizeof line, &how);
    std::printf("%u: %s\n", event.code, line);
    unsigned delay = wsclose_delay(event.code, 0, 0);
    if (delay == WSCLOSE_DELAY_NONE)
        std::printf("not connecting again\n");
    else
        std::printf("connecting again after %u ms at least\n", delay);
}

static void report_closed(const websocket::close_reason &reason) {
    wsclose_frame frame, answer;
    wsclose_frame_of(reason.code, reason.reason.data(), reason.reason.size(),
                     WSCLOSE_RULE_LENIENT, &frame);
    unsigned code = WSCLOSE_NORMAL_CLOSURE;
    if (frame.answer)
        code = frame.answer;
    wsclose_frame_of(code, nullptr, 0, WSCLOSE_RULE_LENIENT, &answer);
    wsclose_ending how = {};
    how.established = true;
    how.received = &frame;
    how.sent = &answer;
    report(how);
}

static void report_lost(bool established) {
    wsclose_ending how = {};
    how.established = established;
    how.transport_lost = established;
    report(how);
}

static void talk(websocket::stream<tcp::socket> &socket, const char *text) {
    beast::error_code error;
    beast::flat_buffer buffer;
    socket.write(asio::buffer(std::string(text)), error);
    while (socket.read(buffer, error), !error) {
        std::printf("echo: %s\n",
                    beast::buffers_to_string(buffer.data()).c_str());
        buffer.clear();
    }
    if (error == websocket::error::closed)
        report_closed(socket.reason());
    else
        report_lost(true);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: beast_client PORT TEXT\n");
        return 2;
    }
    asio::io_context context;
    websocket::stream<tcp::socket> socket(context);
    try {
        asio::connect(socket.next_layer(),
                      tcp::resolver(context).resolve("127.0.0.1", argv[1]));
        socket.handshake("127.0.0.1", "/");
    } catch (const std::exception &) {
        report_lost(false);
        return 1;
    }
    talk(socket, argv[2]);
    return 0;
}
