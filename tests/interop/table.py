# SPDX-License-Identifier: MIT
"""Compares what peers did with what this library says, and writes the page.

table.py [--refresh] RESULTS PAGE: RESULTS has versions.tsv (peer, version, what
it is) and PEER.tsv (as drive.py prints it); PAGE is written. differences.tsv,
beside this file, has the differences that are known and their reasons;
--refresh writes it anew, and new ones wait for a reason.
"""

import re
import sys
from pathlib import Path

KNOWN = Path(__file__).parent / "differences.tsv"
COLUMNS = ["peer", "case", "expected", "seen", "reason"]

GROUPS = [
    ("as built", lambda name: not name.startswith(("broken-", "send-"))),
    ("broken", lambda name: name.startswith("broken-")),
    ("sent", lambda name: name.startswith("send-")),
]

INTRODUCTION = """\
# Interoperability

What other implementations of WebSocket do with Close frames, beside what this
library says. Made by `sh tests/interop/run.sh --refresh`; without `--refresh`
the run fails where a peer does otherwise than this page says. The versions are
those of the last refresh. [Chromium](chromium.md) has a page of its own.

A server that has this library closes connections to each peer; what the peer's
application sees and what it answers is compared with what `wsclose_parse()`
says of it. Then the peer's application closes, and what arrives is compared
with `wsclose_may_send()` and `wsclose_build()`.

- as built: Close frames of `wsclose_build()`: the first and the last code of
  each row of the registry with seven reasons (none, ASCII, Japanese, emoji, a
  NUL, 123 bytes of ASCII and of Japanese), every other code that may be sent,
  without a reason, three reasons that a decoder might trim, and the empty
  frame
- broken: payloads that `wsclose_parse()` refuses (STRICT)
- sent: the peer's application closes with the first and the last code of each
  row, with reasons, with one of 124 bytes, and without a code

Each figure is how many of the cases the peer does as this library does. 1006
stands for an end without a valid Close frame, in whatever way the peer reports
it. Of an answer the code counts, not the reason.
"""


def rows_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


def load_known():
    rows = rows_of(KNOWN)[1:] if KNOWN.exists() else []
    return {(peer, case): rest for peer, case, *rest in rows}


def found(results):
    """(peer, case): expected and seen, of the cases where they differ."""
    return {
        (peer, case): [expected, seen]
        for peer, cases in results.items()
        for case, expected, seen in cases
        if expected != seen
    }


def judge(differences, known):
    """What is wrong: (peer, case), a line."""
    for key in sorted({*differences, *known}):
        expected, seen = differences.get(key, ["", ""])
        *listed, reason = known.get(key, ["", "", ""])
        if key not in differences:
            yield key, f"is listed ({listed[1]}), but differs no more"
        elif key not in known:
            yield key, f"{seen}; expected: {expected}"
        elif listed != [expected, seen]:
            yield key, f"{seen}; expected: {expected}; listed: {listed[1]}"
        elif not reason:
            yield key, f"{seen}: differences.tsv has no reason"


def refresh(differences, known):
    def line(key):
        *listed, reason = known.get(key, [""])
        kept = reason if listed == differences[key] else ""
        return "\t".join([*key, *differences[key], kept])

    lines = ["\t".join(COLUMNS), *map(line, differences)]
    KNOWN.write_text("\n".join(lines) + "\n", encoding="utf-8")


def summary(peer, version, what, cases):
    cells = []
    for _, belongs in GROUPS:
        group = [case for case in cases if belongs(case[0])]
        same = [case for case in group if case[1] == case[2]]
        cells.append(f"{len(same)} of {len(group)}")
    return f"| {peer} | {version} | {what} | {' | '.join(cells)} |"


def without_reason(text):
    return re.sub(r' ".*"', "", text)


def generalise(case, expected, seen):
    """The same for every code and reason, so that cases share a row."""
    if without_reason(expected) != without_reason(seen):
        expected, seen = without_reason(expected), without_reason(seen)
    code = re.match(r"(send-|broken-)?(\d+)", case)
    if code:
        seen = re.sub(rf"\b{code[2]}\b", "the code", seen)
        if code[1] != "broken-":
            expected = re.sub(rf"\b{code[2]}\b", "the code", expected)
    return expected, seen


def join_names(names, every):
    """1014-none, 1014-ascii, ...: 1014-* where all of that stem are there."""
    short = {}
    for name in names:
        stem = re.match(r"\d+-|broken-utf8-|", name)[0]
        family = {each for each in every if each.startswith(stem)}
        short[stem + "\\*" if stem and family <= set(names) else name] = None
    return ", ".join(short)


def difference_rows(differences, known, results):
    rows = {}
    for (peer, case), sides in differences.items():
        reason = known.get((peer, case), [""])[-1]
        row = (peer, *generalise(case, *sides), reason)
        rows.setdefault(row, []).append(case)
    for (peer, expected, seen, reason), names in rows.items():
        every = [case[0] for case in results[peer]]
        cases = join_names(names, every)
        yield f"| {peer} | {cases} | {expected} | {seen} | {reason} |"


def page(versions, results, differences, known):
    names = [name for name, _ in GROUPS]
    yield INTRODUCTION
    yield f"| Peer | Version | | {' | '.join(names)} |"
    yield "|---|---|---|" + "---|" * len(names)
    for peer, version, what in versions:
        yield summary(peer, version, what, results[peer])
    yield "\nThe cases in which they differ:\n"
    yield "| Peer | Cases | This library | The peer | Why |"
    yield "|---|---|---|---|---|"
    yield from difference_rows(differences, known, results)


def main(*arguments):
    refreshing = arguments[0] == "--refresh"
    folder, target = map(Path, arguments[refreshing:])
    versions = rows_of(folder / "versions.tsv")
    results = {peer: rows_of(folder / f"{peer}.tsv") for peer, *_ in versions}
    differences = found(results)
    if refreshing:
        refresh(differences, load_known())
    known = load_known()
    wrong = list(judge(differences, known))
    for peer, version, _ in versions:
        bad = sum(key[0] == peer for key, _ in wrong)
        differs = sum(key[0] == peer for key in differences)
        print(
            f"{'FAILED' if bad else 'ok':6} {peer} {version}: "
            f"{len(results[peer])} cases, {differs} differ"
        )
    for (peer, case), text in wrong:
        print(f"FAILED {peer}, {case}: {text}")
    lines = page(versions, results, differences, known)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    cases = sum(map(len, results.values()))
    print(f"{cases - len(wrong)} passed, {len(wrong)} failed")
    sys.exit(bool(wrong))


main(*sys.argv[1:])
