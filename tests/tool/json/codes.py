# SPDX-License-Identifier: MIT
"""codes.py FILE CODE...: reads close-codes.json, or what wsclose --json wrote
of these codes, and prints what a program asks of them."""

import json
import sys


def row_of(document, index, code):
    if isinstance(document, list):
        return document[index]
    return next(row for row in document["rows"]
                if row["first"] <= code <= row["last"])


def own(answer, code):
    return {"same": code, None: "none"}.get(answer, answer)


def line(row, code):
    reconnect = row["reconnect"]
    place = "local" if row["local_only"] else "wire" if row["wire"] else "-"
    parts = [code, row["symbol"], place, "reply", own(row["reply"], code),
             "relay", own(row["relay"], code), reconnect["advice"]]
    if reconnect["min_ms"] is not None:
        parts.append(f"{reconnect['min_ms']}-{reconnect['max_ms']}")
    parts += [source["url"] for source in reconnect["sources"][:1]]
    return " ".join(map(str, parts))


with open(sys.argv[1], encoding="utf-8") as file:
    DOCUMENT = json.load(file)
for i, argument in enumerate(sys.argv[2:]):
    print(line(row_of(DOCUMENT, i, int(argument)), int(argument)))
