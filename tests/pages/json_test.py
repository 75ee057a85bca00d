# SPDX-License-Identifier: MIT
"""close-codes.json is what its schema says and what the library answers."""

import copy
import json
import os
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


def check_schema(folder):
    schema = json.loads(read(folder, "close-codes.schema.json"))
    document = json.loads(read(folder, "close-codes.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document)
    return schema, document


class JsonTest(unittest.TestCase):
    def test_schema(self):
        check_schema(GENERATED)

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
                    for cause in row["causes"]])
                for key in ("reply", "relay"):
                    if row[key] == "same":
                        in_language[key] = row["first"]
                for key in ("meaning", "description"):
                    self.assertEqual(list(row[key]), LANGUAGES)
                    in_language[key] = row[key][tag]
                self.assertEqual(in_language, lists[tag][i])


class ExampleTest(unittest.TestCase):
    """What a library in another language makes of it."""

    @classmethod
    def setUpClass(cls):
        cls.codes = CloseCodes(os.path.join(GENERATED, "close-codes.json"))

    def test_some(self):
        codes = self.codes
        self.assertEqual(codes.row(1006)["name"], "Abnormal Closure")
        self.assertEqual(codes.meaning(1013), "Server overloaded")
        self.assertEqual(codes.meaning(1013, "ja"), "\u904e\u8ca0\u8377")
        self.assertEqual(codes.meaning(1013, "tlh"), "Server overloaded")
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
