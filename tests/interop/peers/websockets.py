# SPDX-License-Identifier: MIT
"""websockets, a library of Python: prints code, reason (hexadecimal) and what
else is known of how each connection of standard input ended. A line is URL, or
URL, code (may be empty) and reason in hexadecimal between tabs: then the
application closes with them. Start it with python3 -I: its name is the
library's."""

import asyncio
import sys

import websockets

TIMEOUT = 5


async def close(socket, code, reason):
    arguments = [int(code), bytes.fromhex(reason).decode()] if code else []
    try:
        await socket.close(*arguments)
    except Exception as error:
        socket.transport.abort()
        return "refused", "", repr(error)
    return socket.close_code, socket.close_reason.encode().hex(), "closed"


async def receive(socket):
    try:
        await asyncio.wait_for(socket.recv(), TIMEOUT)
    except asyncio.TimeoutError:
        return 1006, "", "timeout"
    except websockets.ConnectionClosed as closed:
        await socket.wait_closed()
        reason = socket.close_reason.encode().hex()
        return socket.close_code, reason, ascii(str(closed))


async def end(url, *arguments):
    socket = await websockets.connect(url, close_timeout=TIMEOUT)
    return await (close(socket, *arguments) if arguments else receive(socket))


async def main():
    for line in sys.stdin:
        print(*await end(*line.rstrip("\n").split("\t")), sep="\t")


asyncio.run(main())
