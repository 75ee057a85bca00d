# SPDX-License-Identifier: MIT
"""Takes a peer through every case: drive.py FOLDER COMMAND...

FOLDER has interop-server, interop-cases and interop-read; COMMAND starts the
peer, which gets a connection a line and prints a line on how each ended
(peers/). Prints a line a case: its name, what this library expects and what was
seen, between tabs.
"""

import functools
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request

PEER_SECONDS = 120  # for all its connections; it gives each one 5
NOTE_SECONDS = 15  # the server gives a silent connection up after 10


class Server:
    """interop-server, from its start to the end of its standard input."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [f"{folder}/interop-server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.address = f"127.0.0.1:{int(self.process.stdout.readline())}"

    def note(self, name, until):
        """The payload of the client's Close frame, or "none"."""
        url = f"http://{self.address}/note/{name}"
        while True:
            try:
                with urllib.request.urlopen(url, timeout=5) as answer:
                    return answer.read().decode()
            except urllib.error.HTTPError:
                if time.monotonic() > until:
                    sys.exit(f"{name}: the server has no note of its end")
                time.sleep(0.02)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(10)


class Reader:
    """What this library reads in payloads."""

    def __init__(self, folder):
        self.program = f"{folder}/interop-read"

    @functools.lru_cache(maxsize=None)
    def read(self, payload):
        line = subprocess.run(
            [self.program],
            input=payload + "\n",
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
        return line.rstrip("\n").split("\t")

    def describe(self, payload, with_reason=True):
        if payload == "none":
            return "nothing"
        if not payload:
            return "an empty Close"
        code, reason, error = self.read(payload)
        return code_and_reason(code, reason if with_reason else "") + (
            f" ({error})" if error else ""
        )

    def answer(self, payload):
        """The reason of an answer is anybody's choice: the code counts."""
        return "answers " + self.describe(payload, with_reason=False)


def code_and_reason(code, reason):
    if not reason:
        return code
    text = bytes.fromhex(reason).decode(errors="surrogateescape")
    quoted = json.dumps(text, ensure_ascii=False).replace("\ufeff", "\\ufeff")
    shown = quoted.encode(errors="surrogateescape")
    return f"{code} {shown.decode(errors='backslashreplace')}"


class End:
    """The server closes: what do the application and the server see?"""

    def __init__(self, name, steps, code, reason, answer):
        self.name = name
        self.steps = steps + ",await"
        self.expected = code, reason, answer

    def line(self, url):
        return url

    def expectation(self, reader):
        code, reason, answer = self.expected
        return f"{code_and_reason(code, reason)}, {reader.answer(answer)}"

    def outcome(self, reader, code, reason, what, note):
        end = "no end" if what == "timeout" else code_and_reason(code, reason)
        return f"{end}, {reader.answer(note)}"


class Send:
    """The application closes: what arrives?"""

    steps = "await,reply"

    def __init__(self, name, code, reason, payload):
        self.name = name
        self.arguments = code, reason
        self.payload = payload

    def line(self, url):
        return "\t".join([url, *self.arguments])

    def expectation(self, reader):
        if self.payload == "refused":
            return "refuses"
        return "sends " + reader.describe(self.payload)

    def outcome(self, reader, code, reason, what, note):
        if code == "refused":
            return "refuses"
        return "sends " + reader.describe(note)


def cases(folder):
    lines = subprocess.run(
        [f"{folder}/interop-cases"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.splitlines()
    for line in lines:
        kind, *fields = line.split("\t")
        yield (End if kind == "end" else Send)(*fields)


def run_peer(command, lines):
    """What the peer says of each line: code, reason, a text."""
    peer = subprocess.run(
        command,
        input="".join(line + "\n" for line in lines),
        stdout=subprocess.PIPE,
        text=True,
        timeout=PEER_SECONDS,
    )
    answers = [line.split("\t", 2) for line in peer.stdout.split("\n")[:-1]]
    if peer.returncode or len(answers) != len(lines):
        sys.exit(
            f"{command[-1]}: exit code {peer.returncode}, "
            f"{len(answers)} lines for {len(lines)} connections"
        )
    return answers


def main(folder, *command):
    reader = Reader(folder)
    every = list(cases(folder))
    with Server(folder) as server:
        lines = [
            case.line(
                f"ws://{server.address}/do/{case.steps},note-{case.name}"
            )
            for case in every
        ]
        answers = run_peer(command, lines)
        until = time.monotonic() + NOTE_SECONDS
        for case, answer in zip(every, answers):
            note = server.note(case.name, until)
            seen = case.outcome(reader, *answer, note)
            print(case.name, case.expectation(reader), seen, sep="\t")


main(*sys.argv[1:])
