# SPDX-License-Identifier: MIT
"""check.py FOLDER: runs the examples that are in a folder and looks at them
from outside: what they log, and what a peer sees that is not theirs."""

import asyncio
import sys

import check_echo
import check_libraries
import check_nginx
import check_proxy
from program import check, failed, started

TIMEOUT = 20


async def main():
    checks = [
        *check_echo.checks(),
        *check_proxy.checks(),
        *check_libraries.checks(),
        *check_nginx.checks(),
    ]
    ends = await asyncio.gather(
        *(asyncio.wait_for(one, TIMEOUT) for one in checks),
        return_exceptions=True,
    )
    for end in ends:
        check("a check ends", end, None)
    for process in started:
        if process.returncode is None:
            process.kill()
    print(f"{len(checks)} checks, {len(failed)} failures")


asyncio.run(main())
sys.exit(bool(failed))
