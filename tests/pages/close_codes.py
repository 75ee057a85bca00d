# SPDX-License-Identifier: MIT
"""All that a library in Python needs to know every WebSocket close code:
generated/close-codes.json, copied into it, and this."""

import bisect
import json


class CloseCodes:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.rows = json.load(file)["rows"]
        self.firsts = [row["first"] for row in self.rows]

    def row(self, code):
        return self.rows[bisect.bisect_right(self.firsts, code) - 1]

    def meaning(self, code, language="en"):
        texts = self.row(code)["meaning"]
        return texts.get(language, texts["en"])

    def reply(self, code):
        return self._of_row(code, "reply")

    def relay(self, code):
        return self._of_row(code, "relay")

    def _of_row(self, code, key):
        row = self.row(code)
        return code if row[key] == "same" else row[key]
