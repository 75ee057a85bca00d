# SPDX-License-Identifier: MIT
"""The echo server and the client, each with peers that are not its own."""

import asyncio
import re
import time
from signal import SIGINT, SIGTERM

import websockets

from peer import CLOSE, close, closed_port, connect, serve
from program import Program, check

# What a peer sends as its Close frame, how the server answers and logs it.
ANSWERS = [
    (close(1000), close(1000), "1000 NORMAL_CLOSURE, answered with 1000"),
    (
        close(1001, b"bye\n"),
        close(1001, b"bye\n"),
        r'1001 GOING_AWAY "bye\x0a", answered with 1001',
    ),
    (close(4001), close(4001), "4001 PRIVATE_USE, answered with 4001"),
    (b"", b"", "1005 NO_STATUS_RECEIVED, answered with 0"),
    (b"\3", close(1002), "0 UNUSED (truncated), answered with 1002"),
    (close(5000), close(1002), "5000 INVALID (bad-code), answered with 1002"),
    (
        close(1000, b"\xff"),
        close(1007),
        r'1000 NORMAL_CLOSURE "\xff" (bad-utf8), answered with 1007',
    ),
]

TEXTS = ["", "ok", "".join(f"{i} コード " for i in range(9000)), b"\0\xff"]


async def check_messages(what, port):
    async with websockets.connect(f"ws://127.0.0.1:{port}") as socket:
        for text in TEXTS:
            await socket.send(text)
            check(what, await socket.recv(), text)
        await socket.send(["frag", "men", "ted"])
        check(what, await socket.recv(), "fragmented")
        await socket.close(1000, "thanks")
    check(what, (socket.close_code, socket.close_reason), (1000, "thanks"))


async def check_server(signal):
    server = await Program.start("echo_server")
    port = await server.port()
    await check_messages("echo_server", port)
    thanks = 'closed: 1000 NORMAL_CLOSURE "thanks", answered with 1000'
    check("echo_server logs", await server.line(), thanks)
    for sent, answer, logged in ANSWERS:
        peer = await connect(port)
        peer.send(CLOSE, sent)
        what = f"echo_server, {sent!r}"
        check(f"{what}: answer", await peer.receive_close(), answer)
        check(f"{what}: log", await server.line(), f"closed: {logged}")
        peer.lose()
    (await connect(port)).lose()
    lost = "closed: 1006, the connection was lost"
    check("echo_server loses a peer", await server.line(), lost)

    socket = await websockets.connect(f"ws://127.0.0.1:{port}")
    check(f"echo_server ends by {signal}", await server.stop(signal), 0)
    await socket.wait_closed()
    seen = socket.close_code, socket.close_reason
    check("echo_server stops", seen, (1001, "the server stops"))


LOST = "1006: nothing received, nothing sent, transport lost"
REFUSED = "1006: not established"
STAYS = "not connecting again: "
DECIDES = STAYS + "no source says whether to, and this client does not"

# With what a server closes, of which no source says whether to come back.
ENDINGS = [
    (close(1000), "1000 NORMAL_CLOSURE"),
    (close(1002), "1002 PROTOCOL_ERROR"),
    (close(1008, b"no"), '1008 POLICY_VIOLATION "no"'),
    (close(1011), "1011 INTERNAL_ERROR"),
]


def both(frame):
    """libwebsockets sends back what it received."""
    return f"{frame[:4]}: received {frame}, sent {frame}"


async def check_ending(sent, logged):
    answers = []

    async def behave(peer):
        peer.send(CLOSE, sent)
        answers.append(await peer.receive_close())

    client = await Program.start("echo_client", await serve(behave), "text")
    expected = [both(logged), DECIDES]
    what = f"echo_client, {sent!r}"
    check(f"{what}: log", await client.rest(), expected)
    check(f"{what}: answers", answers, [sent])


async def check_broken():
    """A Close frame that is refused: the connection is failed."""
    answers = []

    async def behave(peer):
        peer.send(CLOSE, close(1000, b"\xff"))
        answers.append(await peer.receive_close())

    client = await Program.start("echo_client", await serve(behave), "text")
    line = (
        r'1006: received 1000 NORMAL_CLOSURE "\xff" (bad-utf8), '
        "sent 1007 INVALID_FRAME_PAYLOAD_DATA, failed"
    )
    check("echo_client, broken: log", await client.line(), line)
    check("echo_client, broken: answer", answers, [close(1007)])
    await client.stop()


def delay(line):
    found = re.fullmatch(r"connecting again in (\d+) ms, attempt (\d+)", line)
    return (int(found[1]), int(found[2])) if found else (-1, -1)


async def check_reconnect():
    """The first connection is lost, the second is closed."""
    times = []

    async def behave(peer):
        times.append(time.monotonic())
        if len(times) == 1:
            peer.lose()
        else:
            peer.close(1000)
            await peer.receive_close()

    client = await Program.start("echo_client", await serve(behave), "text")
    lost, again, *rest = await client.rest()
    check("echo_client, lost", lost, LOST)
    waits, attempt = delay(again)
    check("echo_client, lost, attempt", attempt, 0)
    check(f"echo_client waits {waits} ms", 0 <= waits <= 5000, True)
    waited = 1000 * (times[1] - times[0]) - waits
    check(f"echo_client waits {waited} ms more", -50 < waited < 3000, True)
    check("echo_client, closed at last", rest, [both(ENDINGS[0][1]), DECIDES])


async def check_unreachable():
    holder, port = closed_port()
    client = await Program.start("echo_client", port, "text")
    for attempt, most in enumerate([5000, 10000]):
        check("echo_client, refused", await client.line(), REFUSED)
        waits, counted = delay(await client.line())
        check("echo_client, refused, attempt", counted, attempt)
        check(f"echo_client waits {waits} ms", 0 <= waits <= most, True)
    await client.stop()
    holder.close()


async def close_client(code):
    """What the client logs of a code; None if libwebsockets hides the code."""

    async def behave(peer):
        peer.close(code)
        await peer.receive_close()

    client = await Program.start("echo_client", await serve(behave), "text")
    closed, then = await client.line(), await client.line()
    if not closed.startswith("1002: "):
        return closed, then
    check(f"echo_client, {code} hidden", then, DECIDES)
    return None


async def check_away():
    closed, then = await close_client(1001)
    check("1001", closed, both("1001 GOING_AWAY"))
    waits, attempt = delay(then)
    check(f"1001, waits {waits} ms", 0 <= waits <= 5000, True)
    check("1001, attempt", attempt, 0)


async def check_back_off():
    """It grows by connections that are merely opened, and begins anew after one
    that lasted for five seconds."""
    count = 0

    async def behave(peer):
        nonlocal count
        count += 1
        if count == 3:
            await asyncio.sleep(5.5)
        peer.lose()

    client = await Program.start("echo_client", await serve(behave), "text")
    for attempt in 0, 1, 0:
        line = await client.line()
        while not line.startswith("connecting"):
            line = await client.line()
        check("echo_client, attempts", delay(line)[1], attempt)
    await client.stop()


async def check_restart():
    if seen := await close_client(1012):
        check("1012", seen[0], both("1012 SERVICE_RESTART"))
        waits, _ = delay(seen[1])
        check(f"1012, waits {waits} ms", 5000 <= waits <= 30000, True)


async def check_overload():
    if seen := await close_client(1013):
        check("1013", seen[0], both("1013 TRY_AGAIN_LATER"))
        check("1013", seen[1], f"{STAYS}Temporarily overloaded")


# Arguments that are refused; the last text is too long by a byte.
USAGE = [
    ["echo_server", "abc"],
    ["echo_server", "99999"],
    ["echo_server", ""],
    ["echo_client", "0", "text"],
    ["echo_client", "80x", "text"],
    ["proxy", "-1"],
    ["proxy", "80", "65536"],
    ["echo_client", "80", "x" * 4097],
]


async def check_usage(arguments):
    program = await Program.start(*arguments)
    check(f"{arguments}: usage", await program.process.wait(), 2)


def checks():
    for signal in SIGINT, SIGTERM:
        yield check_server(signal)
    for arguments in USAGE:
        yield check_usage(arguments)
    yield check_reconnect()
    yield check_unreachable()
    yield check_broken()
    yield check_away()
    yield check_back_off()
    yield check_restart()
    yield check_overload()
    for ending in ENDINGS:
        yield check_ending(*ending)
