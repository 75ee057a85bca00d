# SPDX-License-Identifier: MIT
"""An example that runs, and what is checked of it."""

import asyncio
import contextlib
import os
import re
import signal
import sys

started = []
failed = []


def check(what, seen, expected):
    if seen != expected:
        failed.append(what)
        print(f"FAILED {what}: {seen!r} instead of {expected!r}")


def is_built(name):
    """Its library may not be there."""
    return os.path.exists(f"{sys.argv[1]}/{name}")


class Program:
    """An example that runs; what is left at the end is killed."""

    @classmethod
    async def start(cls, name, *arguments):
        self = cls()
        self.process = await asyncio.create_subprocess_exec(
            f"{sys.argv[1]}/{name}",
            *map(str, arguments),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        started.append(self.process)
        return self

    async def line(self):
        return (await self.process.stdout.readline()).decode().rstrip("\n")

    async def port(self):
        line = await self.line()
        return int(re.fullmatch(r"listening on port (\d+)", line)[1])

    async def stop(self, by=signal.SIGTERM):
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(by)
        return await self.process.wait()

    async def rest(self):
        """The lines that are left when it has ended by itself."""
        rest = (await self.process.stdout.read()).decode().splitlines()
        await self.process.wait()
        return rest
