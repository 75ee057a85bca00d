# SPDX-License-Identifier: MIT
"""sync.py WORK: a sync over HTTPS with nothing new, seen from the server and
from the kernel. Prints a line for each count."""
import re
import shutil
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

WORK = Path(sys.argv[1])
ROOT = Path(__file__).parents[2]
TAG = '"bench-1"'


class Registry(BaseHTTPRequestHandler):
    """IANA's document of today, with a validator, as their server has it."""
    protocol_version = "HTTP/1.1"
    document = (WORK / "today.xml").read_bytes()
    seen = []

    def do_GET(self):
        request = len(self.raw_requestline) + len(bytes(self.headers))
        new = self.headers["If-None-Match"] != TAG
        self.send_response(200 if new else 304)
        self.send_header("ETag", TAG)
        self.send_header("Content-Length", len(self.document) if new else 0)
        headers = sum(map(len, self._headers_buffer)) + 2
        self.end_headers()
        if new:
            self.wfile.write(self.document)
        self.seen.append((self.path, 200 if new else 304, request,
                          headers + (len(self.document) if new else 0)))

    def log_message(self, *_):
        pass


def certificate():
    files = WORK / "server.key", WORK / "server.crt"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
         "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-keyout",
         files[0], "-out", files[1], "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    return files


def serve(key, crt):
    server = HTTPServer(("127.0.0.1", 0), Registry)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(crt, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def system_calls(command):
    """How many, and how many of them wrote to a file or changed a folder."""
    trace = WORK / "strace"
    subprocess.run(["strace", "-f", "-o", trace, *command], check=True,
                   stdout=subprocess.DEVNULL)
    calls = re.findall(r"^\d+ +(\w+)\((.*)", trace.read_text(), re.M)
    files = sum(name in ("rename", "renameat2", "unlink", "mkdir", "fsync")
                or (name == "openat" and "O_CREAT" in rest)
                for name, rest in calls)
    return len(calls), files


def main():
    key, crt = certificate()
    port = serve(key, crt)
    data = WORK / "data" / "sync"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    for name in ("semantics.xml", "languages"):
        (data / name).symlink_to(ROOT / "gen/data" / name)
    command = [WORK / "installed/bin/wsclose-gen", "sync", "--url",
               f"https://localhost:{port}/websocket.xml", "--cacert", crt,
               "--data", data, "--out", data / "out", "--cache", data / "cache"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    Registry.seen.clear()
    calls, files = system_calls(command)
    _, status, sent, received = Registry.seen[0]
    for what, count in {
        "requests": len(Registry.seen), "HTTP status": status,
        "bytes of the request": sent, "bytes of the response": received,
        "system calls": calls, "of these, files written or removed": files,
    }.items():
        print("sync, nothing new", what, count, sep="\t")


main()
