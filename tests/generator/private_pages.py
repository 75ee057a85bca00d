# SPDX-License-Identifier: MIT
"""private_pages.py WSCLOSE CLOSE-CODES.JSON: the pages of a build say what its
command says."""

import json
import subprocess
import sys

tool, document = sys.argv[1:]
rows = json.load(open(document, encoding="utf-8"))["rows"]
for tag in "en", "ja":
    said = json.loads(subprocess.check_output(
        [tool, "--json", "--lang", tag, "list"]))
    for row in rows:
        for key in "meaning", "description":
            row[key + tag] = row[key][tag]
    assert [row["code"] for row in rows] == [row["code"] for row in said]
    for row, other in zip(rows, said):
        for key in "meaning", "description":
            assert row[key + tag] == other[key], (tag, key, row, other)
            assert row[key + tag], row
