# SPDX-License-Identifier: MIT
"""Each language of gen/data/languages is answered for, word for word: in the
JSON, in the pages, and by the command for every tag."""

import glob
import json
import os
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

import html5lib

from workshop import GENERATED, SOURCE, read

OWN = "{urn:wsclose:1}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def text(element):
    return " ".join("".join(element.itertext()).split())


class Language:
    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self.tag = root.get(XML + "lang")
        self.tags = [self.tag, *root.get("also", "").split()]
        self.codes = {
            int(code.get("value")): {
                "meaning": text(code.find(OWN + "meaning")),
                "description": text(code.find(OWN + "description")),
                "causes": [text(it) for it in code.iter(OWN + "cause")],
            } for code in root.iter(OWN + "code")}
        self.words = {word.get("id"): text(word) for kind in
                      ("label", "message") for word in root.iter(OWN + kind)}


LANGUAGES = [Language(path) for path in
             glob.glob(os.path.join(SOURCE, "gen/data/languages/*.xml"))]


# The registration that the entry of a code was written of: its texts are left
# out where IANA's row is another by now.
WRITTEN_OF = {
    int(code.get("value")): (code.get("registered"),
                             code.get("status", "assigned"))
    for code in ElementTree.parse(
        os.path.join(SOURCE, "gen/data/semantics.xml")).iter(OWN + "code")}
ROWS = {row["first"]: row
        for row in json.loads(read(GENERATED, "close-codes.json"))["rows"]}


def is_current(code):
    row = ROWS.get(code)
    return (code not in WRITTEN_OF or
            WRITTEN_OF[code] == (row["registered_text"], row["status"]))


def current(language):
    return [(code, texts) for code, texts in language.codes.items()
            if is_current(code)]


SEARCHES = {
    "idle": 1006, "nginx": 1006, "ping": 1006, "missed ping": 1006,
    "keepalive": 1011, "heartbeat": 1006, "reload": 1001, "refresh": 1001,
    "crash": 1006, "token": 1008, "expired": 1008, "deploy": 1012,
    "shutdown": 1001, "timeout": 1006, "rate limit": 1013, "payload": 1009,
    "certificate": 1015, "0x3ee": 1006, "discord 4004": 4004,
    "プロキシー": 1006, "再起動": 1012,
    "タイムアウト": 1006, "認証": 3000,
    "超时": 1006, "重启": 1012, "令牌": 1008,
}


def said(*arguments):
    """What the command says, without white space, which lines break at."""
    done = subprocess.run([os.environ["WSCLOSE_TOOL"], *arguments],
                          stdout=subprocess.PIPE, check=True)
    return "".join(done.stdout.decode().split())


class LanguagesTest(unittest.TestCase):
    def test_json(self):
        document = json.loads(read(GENERATED, "close-codes.json"))
        self.assertEqual(sorted(document["languages"]),
                         sorted(it.tag for it in LANGUAGES))
        for language in LANGUAGES:
            for code, texts in current(language):
                row = ROWS[code]
                for key in ("meaning", "description"):
                    self.assertEqual(row[key][language.tag], texts[key])
                self.assertLessEqual(set(texts["causes"]),
                                     {it["text"][language.tag]
                                      for it in row["causes"]})

    def test_page(self):
        tree = html5lib.parse(read(GENERATED, "close-codes.html"),
                              namespaceHTMLElements=False)
        editions = {it.get("lang"): it for it in tree.iter("div")
                    if it.get("class") == "edition"}
        for language in LANGUAGES:
            edition = editions[language.tag]
            self.assertEqual(text(edition.find(".//h1")),
                             language.words["page-title"])
            articles = {int(it.get("data-first")): text(it)
                        for it in edition.iter("article")}
            for code, texts in current(language):
                for part in (texts["meaning"], texts["description"],
                             *texts["causes"]):
                    self.assertIn(part, articles[code])

    def test_size(self):
        """The page grows with what it tells, not with how: for a byte of text
        there are fewer than 1.5 of markup, and some for each row, however many
        rows and languages."""
        page = read(GENERATED, "close-codes.html")
        told = text(html5lib.parse(page, namespaceHTMLElements=False))
        self.assertLess(len(page.encode()), 2.5 * len(told.encode()) +
                        256 * len(ROWS) * len(LANGUAGES))

    def test_command(self):
        for language in LANGUAGES:
            usage = language.words.get("usage", "usage")
            for tag in language.tags:
                self.assertTrue(said("--lang", tag, "--help")
                                .startswith(usage), tag)
                for code, texts in current(language):
                    meaning = "".join(texts["meaning"].split())
                    self.assertIn(meaning, said("--lang", tag, str(code)))

    def test_search(self):
        """What people look for, and the code that answers, first or below."""
        for words, code in SEARCHES.items():
            if not is_current(code):
                continue
            rows = json.loads(said("search", *words.split(), "--json"))
            self.assertIn(code, [row["code"] for row in rows], words)
        [first, *_] = json.loads(said("search", "1006", "--json"))
        self.assertEqual(first["code"], 1006)


if __name__ == "__main__":
    unittest.main()
