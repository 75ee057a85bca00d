/* SPDX-License-Identifier: MIT */
/* Boost.Beast: prints code, reason (hexadecimal) and what else is known of how
   each connection of standard input ended. A line is URL, or URL, code (may be
   empty) and reason in hexadecimal between tabs: then the application closes
   with them. */
#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

#include <boost/algorithm/hex.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;

namespace {

constexpr auto timeout = std::chrono::seconds(5);

class Connection {
  public:
    /* url: ws://127.0.0.1:PORT/PATH */
    explicit Connection(const std::string &url) : socket(context) {
        auto colon = url.rfind(':'), slash = url.find('/', colon);
        auto port = std::stoi(url.substr(colon + 1, slash - colon - 1));
        beast::get_lowest_layer(socket).connect(
            {asio::ip::address_v4::loopback(),
             static_cast<unsigned short>(port)});
        socket.handshake("127.0.0.1", url.substr(slash));
    }

    error_code close(websocket::close_reason reason) {
        error_code result = asio::error::timed_out;
        socket.async_close(reason, [&](error_code ec) { result = ec; });
        context.run_for(timeout);
        return result;
    }

    error_code read() {
        error_code result = asio::error::timed_out;
        beast::flat_buffer buffer;
        socket.async_read(buffer,
                          [&](error_code ec, std::size_t) { result = ec; });
        context.run_for(timeout);
        return result;
    }

    websocket::close_reason reason() const {
        return socket.reason();
    }

  private:
    asio::io_context context;
    websocket::stream<beast::tcp_stream> socket;
};

std::string hex(const std::string &bytes) {
    return boost::algorithm::hex_lower(bytes);
}

websocket::close_reason reason_of(const std::string &code,
                                  const std::string &digits) {
    if (code.empty())
        return websocket::close_code::none;
    return {static_cast<websocket::close_code>(std::stoul(code)),
            boost::algorithm::unhex(digits)};
}

void print_end(const Connection &connection, error_code ec) {
    auto reason = connection.reason();
    if (ec != websocket::error::closed)
        std::cout << "1006\t\t" << ec.message() << '\n';
    else if (reason.code == websocket::close_code::none)
        std::cout << "1005\t\tclean\n";
    else
        std::cout << reason.code << '\t'
                  << hex(std::string(reason.reason.begin(),
                                     reason.reason.end()))
                  << "\tclean\n";
}

void serve(const std::string &line) {
    auto tab = line.find('\t'), second = line.find('\t', tab + 1);
    Connection connection(line.substr(0, tab));
    if (tab == std::string::npos) {
        print_end(connection, connection.read());
        return;
    }
    try {
        auto ec = connection.close(reason_of(
            line.substr(tab + 1, second - tab - 1), line.substr(second + 1)));
        std::cout << connection.reason().code << "\t\t" << ec.message() << '\n';
    } catch (const std::exception &refusal) {
        std::cout << "refused\t\t" << refusal.what() << '\n';
    }
}

} // namespace

int main() {
    std::string line;
    while (std::getline(std::cin, line))
        serve(line);
}
