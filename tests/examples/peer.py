# SPDX-License-Identifier: MIT
"""WebSocket by hand, so that a peer can send what no library would: both sides
of the handshake, and frames."""

import asyncio
import base64
import hashlib
import os
import socket

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
CLOSE = 8


class Peer:
    def __init__(self, reader, writer, is_client):
        self.reader, self.writer, self.is_client = reader, writer, is_client

    def send(self, opcode, payload):
        """Masks with zeros, as a client."""
        mask = self.is_client
        header = bytes([0x80 | opcode, mask << 7 | len(payload)])
        self.writer.write(header + bytes(4 * mask) + payload)

    def close(self, code=None, reason=b""):
        code = b"" if code is None else code.to_bytes(2, "big")
        self.send(CLOSE, code + reason)

    def lose(self):
        """The connection is reset, without a Close frame."""
        self.writer.transport.abort()

    async def receive_close(self):
        """The payload of the next Close frame, or None if the connection ends
        without one."""
        try:
            while True:
                first, second = await self.reader.readexactly(2)
                mask = await self.reader.readexactly(4 * (second >> 7))
                payload = await self.reader.readexactly(second & 127)
                if first & 15 == CLOSE:
                    return bytes(
                        byte ^ mask[i % 4] if mask else byte
                        for i, byte in enumerate(payload)
                    )
        except (asyncio.IncompleteReadError, ConnectionError):
            return None


async def connect(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: " + base64.b64encode(os.urandom(16)) + b"\r\n\r\n"
    )
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 101 "), head
    return Peer(reader, writer, True)


async def accept(reader, writer):
    head = await reader.readuntil(b"\r\n\r\n")
    lines = [line.split(b": ", 1) for line in head.split(b"\r\n")[1:-2]]
    fields = {name.lower(): value for name, value in lines}
    key = hashlib.sha1(fields[b"sec-websocket-key"] + GUID).digest()
    protocol = fields.get(b"sec-websocket-protocol")
    writer.write(
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\nSec-WebSocket-Accept: "
        + base64.b64encode(key)
        + (b"\r\nSec-WebSocket-Protocol: " + protocol if protocol else b"")
        + b"\r\n\r\n"
    )
    return Peer(reader, writer, False)


async def serve(behave):
    """A server of which each connection behaves so; its port."""

    async def handle(reader, writer):
        try:
            await behave(await accept(reader, writer))
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    return server.sockets[0].getsockname()[1]


def closed_port():
    """A port that refuses connections as long as the socket lives."""
    holder = socket.socket()
    holder.bind(("127.0.0.1", 0))
    return holder, holder.getsockname()[1]


def close(code, reason=b""):
    return code.to_bytes(2, "big") + reason
