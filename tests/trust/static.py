# SPDX-License-Identifier: MIT
"""Compares what the analyzers say with what is known to be no fault.

static.py OUTPUT...: each is what one analyzer wrote, in the form of gcc's
warnings. static.tsv, beside this file, has what is known, and why it is no
fault: file, line of the source, check, reason.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KNOWN = Path(__file__).with_name("static.tsv")
FINDING = re.compile(
    r"^([^ :]+):(\d+):\d+: (?:warning|error|style|performance|portability): "
    r"(.*?) \[([^\]]+)\]$"
)


def findings(text):
    """Yields (file, line of the source, check), message."""
    for line in text.splitlines():
        hit = FINDING.match(line)
        if not hit:
            continue
        path, number, message, check = hit.groups()
        file = ROOT / path
        source = file.read_text(encoding="utf-8").splitlines()
        name = str(file.relative_to(ROOT))
        check = check.removeprefix("clang-analyzer-").split(",")[0]
        place = " ".join(source[int(number) - 1].split())
        yield (name, place, check), f"{path}:{number}: {message}"


def main():
    lines = KNOWN.read_text(encoding="utf-8").splitlines()[1:]
    known = {tuple(line.split("\t")[:3]) for line in lines}
    seen = set()
    failed = False
    for output in sys.argv[1:]:
        count = 0
        for key, message in findings(Path(output).read_text()):
            seen.add(key)
            count += 1
            if key not in known:
                failed = True
                print(message, *key[1:], sep="\t")
        print(f"{Path(output).stem}: {count} findings")
    for key in sorted(known - seen):
        failed = True
        print("static.tsv has what nobody says any more:", *key, sep="\t")
    return failed


if __name__ == "__main__":
    sys.exit(main())
