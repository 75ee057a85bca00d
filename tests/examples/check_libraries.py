# SPDX-License-Identifier: MIT
"""The examples on civetweb, Boost.Beast and libcurl, each with a peer by
hand."""

from peer import CLOSE, close, closed_port, connect, serve
from program import Program, check, is_built

TEXT = 1
LOST = "nothing received, nothing sent, transport lost"

# What a peer sends as its Close frame, the answer, and both in one line.
CLOSED = [
    (close(1000), close(1000), "1000 NORMAL_CLOSURE", "1000 NORMAL_CLOSURE"),
    (
        close(1013, b"full\n"),
        close(1013),
        r'1013 TRY_AGAIN_LATER "full\x0a"',
        "1013 TRY_AGAIN_LATER",
    ),
    (b"", b"", "1005 NO_STATUS_RECEIVED", "empty"),
]
# What libraries that check nothing hand over.
BROKEN = [
    (close(1006), "1006 ABNORMAL_CLOSURE (bad-code)", 1002),
    (b"\3", "0 UNUSED (truncated)", 1002),
    (close(1000, b"\xff"), r'1000 NORMAL_CLOSURE "\xff" (bad-utf8)', 1007),
]
NAMES = {1002: "1002 PROTOCOL_ERROR", 1007: "1007 INVALID_FRAME_PAYLOAD_DATA"}


def lines():
    for sent, answer, received, sent_line in CLOSED:
        yield sent, answer, f"received {received}, sent {sent_line}"
    for sent, received, code in BROKEN:
        line = f"received {received}, sent {NAMES[code]}, failed"
        yield sent, close(code), line


async def check_civetweb():
    server = await Program.start("civetweb_server")
    port = await server.port()
    for sent, answer, line in lines():
        peer = await connect(port)
        peer.send(CLOSE, sent)
        what = f"civetweb_server, {sent!r}"
        check(f"{what}: answer", await peer.receive_close(), answer)
        check(f"{what}: log", await server.line(), f"closed: {line}")
        peer.lose()
    peer = await connect(port)
    peer.send(TEXT, b"ok")
    echo = await peer.reader.readexactly(4)
    check("civetweb_server echoes", echo, b"\x81\2ok")
    peer.lose()
    check("civetweb_server loses", await server.line(), f"closed: {LOST}")
    server.process.stdin.close()
    check("civetweb_server ends", await server.process.wait(), 0)


async def run_client(behave, name, address="{}"):
    """What a client logs, with a server of which a connection behaves so."""
    port = await serve(behave)
    client = await Program.start(name, address.format(port), "text")
    return await client.rest()


def server_that_sends(payload, answers):
    async def behave(peer):
        peer.send(TEXT, b"hello")
        peer.send(CLOSE, payload)
        answers.append(await peer.receive_close())

    return behave


async def lose(peer):
    peer.lose()


# The event, both frames in one line, whether to come back, and the answer.
BEAST = [
    (close(1000), "1000 NORMAL_CLOSURE", "1000 NORMAL_CLOSURE", False),
    (close(1001, b"bye"), '1001 GOING_AWAY "bye"', "1001 GOING_AWAY", True),
    (b"", "1005 NO_STATUS_RECEIVED", "1000 NORMAL_CLOSURE", True),
]


async def check_beast():
    for payload, received, sent, again in BEAST:
        answers = []
        behave = server_that_sends(payload, answers)
        seen = await run_client(behave, "beast_client")
        what = f"beast_client, {payload!r}"
        line = f"{received[:4]}: received {received}, sent {sent}"
        check(what, seen[:-1], ["echo: hello", line])
        check(f"{what}: again", seen[-1].startswith("connecting again"), again)
        check(f"{what}: answers", answers, [close(int(sent[:4]))])
    seen = await run_client(lose, "beast_client")
    check("beast_client, lost", seen[0], f"1006: {LOST}")
    holder, port = closed_port()
    client = await Program.start("beast_client", port, "text")
    refused = (await client.rest())[0]
    check("beast_client, refused", refused, "1006: not established")
    holder.close()


async def check_curl():
    address = "ws://127.0.0.1:{}/"
    for payload, answer, line in lines():
        answers = []
        behave = server_that_sends(payload, answers)
        seen = await run_client(behave, "curl_client", address)
        what = f"curl_client, {payload!r}"
        check(f"{what}: echo", seen[0], "echo: hello")
        check(f"{what}: line", seen[1].split(": ", 1)[1], line)
        check(f"{what}: answers", answers, [answer])
    seen = await run_client(lose, "curl_client", address)
    check("curl_client, lost", seen, [f"1006: {LOST}"])


def checks():
    if is_built("civetweb_server"):
        yield check_civetweb()
    if is_built("beast_client"):
        yield check_beast()
    if is_built("curl_client"):
        yield check_curl()
