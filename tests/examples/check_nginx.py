# SPDX-License-Identifier: MIT
"""nginx with njs as a proxy, between peers by hand: what its log says."""

import asyncio
import contextlib
import pathlib
import socket
import subprocess
import tempfile

from peer import CLOSE, close, connect, serve
from program import check

MODULES = pathlib.Path("/usr/lib/nginx/modules")
HERE = pathlib.Path(__file__).parent
REGISTRY = HERE.parent.parent / "generated"

TEXT, BINARY = 1, 2
# What comes before the Close frame, the frame, and what the log has of it.
CASES = [
    ([], close(1013, b"later"), "1013 TRY_AGAIN_LATER"),
    ([(TEXT, b"a" * 125)], close(1000), "1000 NORMAL_CLOSURE"),
    ([(BINARY, b"\x88\x02\x03\xf3")], close(4001), "4001 PRIVATE_USE"),
    ([], b"", "1005 NO_STATUS_RECEIVED"),
    ([], close(64000), "64000 INVALID"),
    ([(TEXT, b"bye")], None, "1006 ABNORMAL_CLOSURE"),
]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def write_configuration(folder, port, upstream):
    """The example with paths and ports of its own."""
    script = (HERE / "nginx/ending.js").read_text()
    script = script.replace("/usr/share/wsclose", str(REGISTRY))
    (folder / "ending.js").write_text(script)
    text = (HERE / "nginx/nginx.conf").read_text()
    for old, new in [
        ("modules/", f"{MODULES}/"),
        ("127.0.0.1:8080", f"127.0.0.1:{port}"),
        ("127.0.0.1:8081", f"127.0.0.1:{upstream}"),
        ("access.log", f"{folder}/access.log"),
        ("from ending.js", f"from {folder}/ending.js"),
    ]:
        assert old in text, old
        text = text.replace(old, new)
    head = f"daemon off; master_process off; pid {folder}/pid;\n"
    (folder / "nginx.conf").write_text(f"{head}error_log stderr;\n{text}")


async def connect_patiently(port):
    for _ in range(100):
        with contextlib.suppress(OSError):
            return await connect(port)
        await asyncio.sleep(0.05)
    return await connect(port)


async def play(peer, before, frame):
    for opcode, payload in before:
        peer.send(opcode, payload)
    if frame is None:
        await peer.writer.drain()
        peer.writer.close()
    else:
        peer.send(CLOSE, frame)


async def line_of(log, number):
    for _ in range(100):
        lines = log.read_text().splitlines() if log.exists() else []
        if len(lines) > number:
            return lines[number].split("closed=")[1]
        await asyncio.sleep(0.05)
    return "no line"


async def check_nginx():
    cases = iter([])

    async def behave(peer):
        """The server sends every second case; it answers none."""
        turn, before, frame = next(cases)
        if turn == "server":
            await play(peer, before, frame)
        await peer.reader.read()

    upstream = await serve(behave)
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_configuration(folder, port, upstream)
        nginx = subprocess.Popen(
            ["/usr/sbin/nginx", "-p", name, "-c", f"{name}/nginx.conf"]
        )
        number = 0
        try:
            for turn in "client", "server":
                for before, frame, expected in CASES:
                    cases = iter([(turn, before, frame)])
                    peer = await connect_patiently(port)
                    if turn == "client":
                        await play(peer, before, frame)
                    elif frame is not None:
                        await peer.receive_close()
                    else:
                        await asyncio.sleep(0.1)
                    peer.writer.close()
                    seen = await line_of(folder / "access.log", number)
                    check(f"nginx, {turn}, {frame!r}", seen, f'"{expected}"')
                    number += 1
        finally:
            nginx.terminate()
            nginx.wait()


def checks():
    if (MODULES / "ngx_stream_js_module.so").exists():
        yield check_nginx()
