# SPDX-License-Identifier: MIT
"""close-codes.json is what its schema says and what the library answers."""

import copy
import json
import os
import re
import subprocess
import unittest

import jsonschema

from close_codes import CloseCodes
from labels import causes
from workshop import (GENERATED, REFERENCES, TEXTS, HostileTest, has_contact,
                      hostile_text, read, tool)

LANGUAGES = ["en", "ja"]
VERSION = subprocess.check_output(
    [os.environ["WSCLOSE_GEN"], "--version"], text=True).split()[1]


def check_schema(folder, name="close-codes"):
    schema = json.loads(read(folder, f"{name}.schema.json"))
    document = json.loads(read(folder, f"{name}.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document)
    return schema, document


def usage_in(usage, tag):
    """What wsclose --json has of it."""
    def text(texts):
        return texts and texts.get(tag, texts["en"])
    return dict(usage, meaning=text(usage["meaning"]),
                note=text(usage["note"]))


class JsonTest(unittest.TestCase):
    def test_schema(self):
        check_schema(GENERATED)

    def test_types(self):
        """Each key that the schema knows is typed for TypeScript."""
        schema, _ = check_schema(GENERATED)
        types = read(GENERATED, "npm/index.d.cts")
        for interface, name in (("Row", "row"), ("Usage", "usage"),
                                ("Reconnect", "reconnect"),
                                ("Source", "link")):
            body = types.split(f"export interface {interface} {{\n")[1]
            typed = re.findall(r"^  readonly (\w+):", body.split("\n}")[0],
                               re.MULTILINE)
            self.assertEqual(typed, list(schema["$defs"][name]["properties"]))

    def test_schema_refuses(self):
        schema, document = check_schema(GENERATED)
        validator = jsonschema.Draft202012Validator(schema)

        def refused(change):
            changed = copy.deepcopy(document)
            change(changed)
            self.assertFalse(validator.is_valid(changed))

        for key in ("format", "generator", "updated", "source", "digest",
                    "languages", "rows"):
            refused(lambda it, key=key: it.pop(key))
        for key in list(document["rows"][0]):
            refused(lambda it, key=key: it["rows"][-1].pop(key))
        refused(lambda it: it.update(format=2))
        refused(lambda it: it["rows"][3].update(reply=0))
        refused(lambda it: it["rows"][3].update(relay="other"))
        refused(lambda it: it["rows"][3].update(local_only=None))
        refused(lambda it: it["rows"][3].update(registration_rule=1))
        refused(lambda it: it["rows"][3].update(spellings=[""]))
        refused(lambda it: it["rows"][3]["references"][0].update(
            url="javascript:alert(1)"))
        refused(lambda it: it["rows"][3]["references"].append("RFC 6455"))
        refused(lambda it: it["rows"][3].update(first=-1))
        refused(lambda it: it["rows"][3].update(status="new"))
        refused(lambda it: it["rows"][3].update(senders=["proxy"]))
        refused(lambda it: it["rows"][3]["meaning"].pop("en"))
        refused(lambda it: it["rows"][3]["reconnect"].pop("sources"))
        refused(lambda it: it["rows"][7]["causes"][0].pop("text"))
        refused(lambda it: it["rows"][7]["causes"][0].update(sources=[]))
        refused(lambda it: it["rows"][7]["causes"][0]["sources"][0].update(
            url="ftp://example.com"))
        refused(lambda it: it.update(languages=["ja", "en"]))

    def test_schema_allows_keys_more(self):
        schema, document = check_schema(GENERATED)
        row = document["rows"][3]
        for more in (document, row, row["references"][0], row["reconnect"]):
            more["more"] = 1
        jsonschema.Draft202012Validator(schema).validate(document)

    def test_facts(self):
        document = json.loads(read(GENERATED, "close-codes.json"))
        self.assertEqual(document["format"], 1)
        self.assertEqual(document["generator"], VERSION)
        self.assertEqual(document["updated"], "2026-06-10")
        self.assertEqual(
            document["source"],
            "https://www.iana.org/assignments/websocket/websocket.xml")
        self.assertEqual(document["languages"], LANGUAGES)

    def test_causes(self):
        for row in json.loads(read(GENERATED, "close-codes.json"))["rows"]:
            for tag in LANGUAGES:
                shown = [(cause["text"][tag],
                          [(it["text"], it["url"]) for it in cause["sources"]])
                         for cause in row["causes"]]
                self.assertEqual(shown, causes(row, tag))

    def test_rows_are_the_librarys(self):
        rows = json.loads(read(GENERATED, "close-codes.json"))["rows"]
        lists = {tag: tool("--lang", tag, "list") for tag in LANGUAGES}
        for tag in LANGUAGES:
            self.assertEqual(len(rows), len(lists[tag]))
        for i, row in enumerate(rows):
            self.assertEqual(list(row), list(lists["en"][i]))
            for tag in LANGUAGES:
                in_language = dict(row, causes=[
                    dict(cause, text=cause["text"][tag])
                    for cause in row["causes"]], applications=[
                    usage_in(usage, tag) for usage in row["applications"]])
                for key in ("reply", "relay"):
                    if row[key] == "same":
                        in_language[key] = row["first"]
                for key in ("meaning", "description"):
                    self.assertEqual(list(row[key]), LANGUAGES)
                    in_language[key] = row[key][tag]
                self.assertEqual(in_language, lists[tag][i])


class ApplicationsTest(unittest.TestCase):
    SOURCE = "chat@1, codes.h"

    def test_schema(self):
        schema, document = check_schema(GENERATED, "applications")
        validator = jsonschema.Draft202012Validator(schema)

        def refused(change):
            changed = copy.deepcopy(document)
            change(changed)
            self.assertFalse(validator.is_valid(changed))

        chat = document["applications"][0]
        for key in ("format", "generator", "applications"):
            refused(lambda it, key=key: it.pop(key))
        for key in list(chat):
            refused(lambda it, key=key: it["applications"][0].pop(key))
        for key in list(chat["codes"][0]):
            refused(
                lambda it, key=key: it["applications"][0]["codes"][0].pop(key))
        refused(lambda it: it["applications"][0].update(app="Chat"))
        refused(lambda it: it["applications"][0].update(codes=[]))
        refused(lambda it: it["applications"][0]["codes"][0].update(first=999))
        refused(
            lambda it: it["applications"][0]["codes"][0].update(sender="all"))
        for more in (document, chat, chat["codes"][0]):
            more["more"] = 1
        validator.validate(document)

    def test_what_it_says(self):
        document = json.loads(read(GENERATED, "applications.json"))
        self.assertEqual(document["format"], 1)
        self.assertEqual(document["generator"], VERSION)
        chat = document["applications"][0]
        codes = chat.pop("codes")
        self.assertEqual(chat, {
            "app": "chat", "title": "Chat & Co.", "as_of": "2026-01-31",
            "source": {"text": self.SOURCE,
                       "url": "https://chat.example/codes"}})
        self.assertEqual([(it["first"], it["last"], it["name"])
                          for it in codes],
                         [(1000, 1000, None), (3000, 3000, "Room full"),
                          (4000, 4099, None), (4001, 4001, 'Kicked "out"')])
        self.assertEqual(codes[3], {
            "first": 4001, "last": 4001, "name": 'Kicked "out"',
            "meaning": {"en": "Thrown out",
                        "ja": "\u9000\u51fa\u51e6\u5206"},
            "description": {
                "en": "A moderator threw the user out.",
                "ja": "\u30e2\u30c7\u30ec\u30fc\u30bf\u30fc\u304c"
                      "\u30e6\u30fc\u30b6\u30fc\u3092"
                      "\u9000\u51fa\u3055\u305b\u307e\u3057\u305f\u3002"},
            "note": {"en": "The reason names the moderator.",
                     "ja": "\u7406\u7531\u306b"
                           "\u30e2\u30c7\u30ec\u30fc\u30bf\u30fc\u306e"
                           "\u540d\u524d\u304c\u5165\u308a\u307e\u3059"
                           "\u3002"},
            "sender": "server",
            "reconnect": {"advice": "after-delay", "min_ms": 500,
                          "max_ms": 2500, "basis": "private",
                          "sources": [{"text": "chat, codes.h", "url": None}]},
            "source": {"text": self.SOURCE,
                       "url": "https://chat.example/codes#4001"}})
        self.assertEqual(codes[2]["meaning"], {"en": "The room is closed"})
        self.assertEqual(codes[2]["source"]["url"],
                         "https://chat.example/codes")
        self.assertIsNone(codes[2]["note"])
        self.assertIsNone(codes[2]["sender"])

    def test_rows_name_them(self):
        named = {row["first"]: [(it["app"], it["first"])
                                for it in row["applications"]]
                 for row in json.loads(read(GENERATED, "close-codes.json"))
                 ["rows"] if row["applications"]}
        self.assertEqual(named, {1000: [("chat", 1000)],
                                 3000: [("chat", 3000)],
                                 4000: [("chat", 4000), ("chat", 4001),
                                        ("chat-voice", 4200)]})

    def test_a_code_goes_before_its_range(self):
        for code, first in ((4000, 4000), (4001, 4001), (4099, 4000)):
            [row] = tool(str(code))
            self.assertEqual([it["first"] for it in row["applications"]],
                             [first])
        self.assertEqual(tool("4100")[0]["applications"], [])


class ExampleTest(unittest.TestCase):
    """What a library in another language makes of it."""

    @classmethod
    def setUpClass(cls):
        cls.codes = CloseCodes(os.path.join(GENERATED, "close-codes.json"))

    def test_some(self):
        codes = self.codes
        self.assertEqual(codes.row(1006)["name"], "Abnormal Closure")
        self.assertEqual(codes.meaning(1013), "Temporarily overloaded")
        self.assertEqual(codes.meaning(1013, "ja"),
                         "一時的な過負荷")
        self.assertEqual(codes.meaning(1013, "tlh"), "Temporarily overloaded")
        self.assertEqual(codes.row(3002)["status"], "unassigned")
        self.assertEqual(codes.reply(3002), 3002)
        self.assertEqual(codes.reply(1006), 1002)
        self.assertIsNone(codes.reply(1005))
        self.assertEqual(codes.relay(4711), 4711)
        self.assertEqual(codes.relay(1010), 1011)
        self.assertEqual(codes.row(65535)["status"], "invalid")

    def test_every_code(self):
        numbers = [*range(5001), 65535]
        for row in tool(*map(str, numbers)):
            code = row["code"]
            for key in ("first", "last", "name", "wire", "browser_close"):
                self.assertEqual(self.codes.row(code)[key], row[key])
            self.assertEqual(self.codes.reply(code), row["reply"])
            self.assertEqual(self.codes.relay(code), row["relay"])
            numbers.remove(code)
        self.assertEqual(numbers, [])


class HostileJsonTest(HostileTest):
    def test_texts(self):
        _, document = check_schema(self.out)
        rows = {row["first"]: row for row in document["rows"]}
        for i, text in enumerate(TEXTS):
            row, expected = rows[3000 + i], hostile_text(text)
            for shown in (row["registered_text"], row["name"],
                          row["meaning"]["en"], row["description"]["ja"]):
                self.assertEqual(shown, expected)
            self.assertEqual(row["contact"],
                             expected if has_contact(text) else None)
        for i, (kind, _, _) in enumerate(REFERENCES):
            self.assertEqual(len(rows[3500 + i]["references"]), 1, kind)


if __name__ == "__main__":
    unittest.main()
