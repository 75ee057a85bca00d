# SPDX-License-Identifier: MIT
"""The proxy, between a client and a server that are not its own."""

import asyncio

from check_echo import check_messages
from peer import CLOSE, close, closed_port, connect, serve
from program import Program, check

BYE = "さようなら".encode()

# How one side of the proxy ends, and the Close frame that the other side gets.
# None is a connection that is lost.
RELAYED = [
    (close(1000, b"done"), close(1000, b"done")),
    (close(1001), close(1001)),
    (close(1008, b"no"), close(1008, b"no")),
    (close(1011, b"oh"), close(1011, b"oh")),
    (close(3000), close(3000)),
    (close(4321, BYE), close(4321, BYE)),
    (close(1000, b"x" * 123), close(1000, b"x" * 123)),
    (close(1010, b"deflate"), close(1011)),
    (close(1000, b"\xff"), close(1011)),
    (close(5000, b"what"), close(1011)),
    (b"", close(1000)),
    (b"\3", close(1011)),
    (None, close(1011)),
]

# libwebsockets shows these as another code; which one is its own affair.
LOCAL = [close(1005), close(1006), close(1015)]


def end(peer, how):
    if how is None:
        peer.lose()
    else:
        peer.send(CLOSE, how)


async def relay(how, by_server):
    """What arrives at the other side of a proxy if one side ends so."""
    arrived = asyncio.get_running_loop().create_future()

    async def behave(peer):
        if by_server:
            end(peer, how)
        arrived.set_result(await peer.receive_close())

    proxy = await Program.start("proxy", await serve(behave))
    peer = await connect(await proxy.port())
    if not by_server:
        end(peer, how)
    seen = await (peer.receive_close() if by_server else arrived)
    peer.lose()
    check("proxy ends", await proxy.stop(), 0)
    return seen


async def check_relay(how, expected, by_server):
    side = "server" if by_server else "client"
    check(f"proxy, {side}, {how!r}", await relay(how, by_server), expected)


async def check_local(how, by_server):
    side = "server" if by_server else "client"
    seen = await relay(how, by_server)
    never = seen is None or seen[:2] in LOCAL
    check(f"proxy, {side}, {how!r}: {seen!r} is local", never, False)


async def check_proxy_messages():
    server = await Program.start("echo_server")
    proxy = await Program.start("proxy", await server.port())
    await check_messages("proxy", await proxy.port())
    logged = (
        'client: received 1000 NORMAL_CLOSURE "thanks", '
        'sent 1000 NORMAL_CLOSURE "thanks", relayed as 1000'
    )
    check("proxy logs", await proxy.line(), logged)
    check("proxy ends", await proxy.stop(), 0)
    await server.stop()


async def check_proxy_unreachable():
    holder, port = closed_port()
    proxy = await Program.start("proxy", port)
    peer = await connect(await proxy.port())
    check("proxy, no server", await peer.receive_close(), close(1011))
    logged = "server: not established, relayed as 1011"
    check("proxy, no server, logs", await proxy.line(), logged)
    check("proxy ends", await proxy.stop(), 0)
    holder.close()


def checks():
    yield check_proxy_messages()
    yield check_proxy_unreachable()
    for by_server in True, False:
        for how, expected in RELAYED:
            yield check_relay(how, expected, by_server)
        for how in LOCAL:
            yield check_local(how, by_server)
