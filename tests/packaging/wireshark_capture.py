# SPDX-License-Identifier: MIT
"""wireshark_capture.py FILE CODE...: what a client and a server send each other that
open a WebSocket, once for each code, which the server closes with."""

import struct
import sys

CLIENT, SERVER = 50000, 8080
ACK = 0x10


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    return 0xFFFF - (total % 0xFFFF or 0xFFFF)


class Connection:
    def __init__(self, port):
        self.sent = {port: 0, SERVER: 0}
        self.port = port

    def packet(self, source, payload):
        target = SERVER if source == self.port else self.port
        tcp = struct.pack("!HHIIBBHHH", source, target, self.sent[source],
                          self.sent[target], 5 << 4, ACK, 65535, 0, 0)
        self.sent[source] += len(payload)
        address = bytes([127, 0, 0, 1])
        ip = struct.pack("!BBHHHBBH", 0x45, 0, 40 + len(payload), 0, 0, 64, 6,
                         0) + address * 2
        return ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:] + tcp + (
            payload)


def packets(port, code):
    connection = Connection(port)
    yield connection.packet(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n"
                            b"Upgrade: websocket\r\nConnection: Upgrade\r\n"
                            b"Sec-WebSocket-Version: 13\r\n"
                            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
                            b"\r\n\r\n")
    yield connection.packet(SERVER, b"HTTP/1.1 101 Switching Protocols\r\n"
                            b"Upgrade: websocket\r\nConnection: Upgrade\r\n"
                            b"Sec-WebSocket-Accept: "
                            b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
    yield connection.packet(SERVER, b"\x88\x02" + struct.pack("!H", code))


def main():
    with open(sys.argv[1], "wb") as out:
        # Raw IP packets.
        out.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 101))
        time = 0
        for i, code in enumerate(sys.argv[2:]):
            for packet in packets(CLIENT + i, int(code)):
                time += 1
                out.write(struct.pack("<IIII", time, 0, len(packet),
                                      len(packet)) + packet)


main()
