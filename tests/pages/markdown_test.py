# SPDX-License-Identifier: MIT
"""close-codes.md as GitHub's own converter shows it: every row, and registered
texts character for character."""

import json
import os
import subprocess
import unittest

import html5lib

from labels import (LABELS, PRACTICE, causes, codes, practice, references,
                    rules)
from workshop import (GENERATED, REFERENCES, TEXTS, HostileTest, has_contact,
                      hostile_text, read, tool)


def converted(folder):
    """The tables of the page: for each its rows, a list of cells each."""
    html = subprocess.run(
        ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e",
         "strikethrough", "-e", "tasklist", "-e", "footnotes",
         os.path.join(folder, "close-codes.md")],
        stdout=subprocess.PIPE, check=True).stdout
    tree = html5lib.parse(html, transport_encoding="utf-8",
                          namespaceHTMLElements=False)
    return tree, [[list(row) for row in table.iter("tr")]
                  for table in tree.iter("table")]


def lines(cell):
    """The texts between the <br>s of a cell."""
    ret = [cell.text or ""]
    for child in cell:
        if child.tag == "br":
            ret.append("")
        else:
            ret[-1] += "".join(child.itertext())
        ret[-1] += child.tail or ""
    return ret


DIGEST = json.loads(read(GENERATED, "close-codes.json"))["digest"]


def text(cell):
    return "".join(cell.itertext())


# Tables of a language: meanings, ranges, rules, endings, libraries.
PER_LANGUAGE = 5


class MarkdownTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tree, cls.tables = converted(GENERATED)

    def test_applications(self):
        """By hand, of tests/data/applications."""
        shown = [[lines(cell) for cell in row]
                 for row in self.tables[PER_LANGUAGE][1:]]
        self.assertEqual(shown, [
            [["Chat & Co.", "chat", "chat@1, codes.h, 2026-01-31"],
             ["1000 Signed out (Reconnect: never)", "3000 No seat left",
              "4000\u20134099 The room is closed (Reconnect: after delays "
              "that grow)",
              "4001 Thrown out (Reconnect: after a random 0.5-2.5 s)"]],
            [["Chat Voice", "chat-voice", "chat-voice@1, 2026-02-28"],
             ["4200 Microphone off (Reconnect: never)"]]])

    def test_every_row(self):
        per_language = PER_LANGUAGE + 1  # and applications
        self.assertEqual(len(self.tables), 2 * per_language)
        for place, (tag, labels) in enumerate(LABELS.items()):
            listed = tool("--lang", tag, "list")
            tables = self.tables[per_language * place:]
            self.assertEqual(len(tables[0]), len(listed) + 1)
            self.assertEqual(len(tables[2]), len(listed) + 1)
            for i, row in enumerate(listed, 1):
                self.check_meaning(row, tables[0][i], labels)
                self.check_texts(row, tables[0][i][2], tag)
                self.check_rules(row, tables[2][i], labels)

    def check_meaning(self, row, cells, labels):
        self.assertEqual(text(cells[0]), codes(row, labels))
        name = lines(cells[1])
        self.assertEqual(name[0], row["name"])
        if row["first"] == row["last"]:
            self.assertEqual(name[1], row["symbol"])
        shown = text(cells[1])
        texts, urls = references(row, labels)
        for fact in (row["contact"], row["registered"], row["updated"],
                     row["registered_text"], *texts):
            self.assertIn(fact or "", shown)
        links = [link.get("href") for link in cells[1].iter("a")]
        self.assertLessEqual(set(urls), set(links))

    def check_texts(self, row, cell, tag):
        expected = [row["meaning"], row["description"]]
        for cause, sources in causes(row, tag):
            names = ", ".join(name for name, _ in sources)
            expected.append(f"• {cause} ({names})")
            for _, url in sources:
                self.assertIn(url, [link.get("href")
                                    for link in cell.iter("a")])
        self.assertEqual(lines(cell), expected)

    def check_rules(self, row, cells, labels):
        shown = [lines(cell)[0] for cell in cells]
        self.assertEqual(shown[0], codes(row, labels))
        self.assertEqual(shown[1:6], rules(row, labels))
        advice = row["reconnect"]
        for bound in (advice["min_ms"], advice["max_ms"]):
            if bound is not None:
                self.assertIn(str(bound // 1000), shown[6])
        if row["first"] in PRACTICE:
            self.assertEqual(shown[6], practice(row["first"], labels))
        sources = [source["text"] for source in advice["sources"]]
        if advice["basis"] == "practice":  # where the clients stand
            self.assertEqual([link.get("href") for link in cells[6].iter("a")],
                             ["#practice" if labels is LABELS["en"]
                              else "#ja-practice"])
            links = {link.get("href") for link in self.tree.iter("a")}
            self.assertLessEqual({it["url"] for it in advice["sources"]}, links)
        elif sources:
            links = [link.get("href") for link in cells[6].iter("a")]
            self.assertEqual(links, [advice["sources"][0]["url"]])
            self.assertIn(sources[0], (links[0], text(cells[6][-1])))

    def test_anchors(self):
        anchors = [a.get("id") for a in self.tree.iter("a") if a.get("id")]
        self.assertEqual(len(anchors), len(set(anchors)))
        for row in tool("list"):
            self.assertIn(str(row["first"]), anchors)
            self.assertIn(f"ja-{row['first']}", anchors)
        for link in self.tree.iter("a"):
            target = link.get("href", "#en")
            self.assertTrue(target.startswith("https://") or
                            target[1:] in anchors or
                            target in os.listdir(GENERATED), target)

    def test_provenance(self):
        shown = text(self.tree)
        for fact in ("2026-06-10", DIGEST,
                     "https://www.iana.org/assignments/websocket/websocket.xml"):
            self.assertEqual(shown.count(fact), len(LABELS), fact)


class HostileMarkdownTest(HostileTest):
    def test_texts(self):
        tree, tables = converted(self.out)
        self.assertEqual(len(tables), 2 * PER_LANGUAGE)
        for table in (tables[0], tables[PER_LANGUAGE]):
            rows = {text(cells[0]): cells for cells in table}
            for i, hostile in enumerate(TEXTS):
                cells, expected = rows[str(3000 + i)], hostile_text(hostile)
                self.assertEqual(len(cells), 3)
                name = lines(cells[1])
                self.assertEqual(name[0], expected)
                self.assertEqual(lines(cells[2]), [expected, expected])
                if has_contact(hostile):
                    self.assertTrue(name[-1].endswith(": " + expected))
                for cell in cells:
                    self.assertLessEqual(
                        {element.tag for element in cell.iter()},
                        {"td", "br", "strong", "span", "code", "a"})
                    for link in cell.iter("a"):
                        self.assertIsNotNone(link.get("id"))

    def test_references(self):
        _, tables = converted(self.out)
        rows = {text(cells[0]): cells for cells in tables[0]}
        for i, (_, data, url) in enumerate(REFERENCES):
            links = list(rows[str(3500 + i)][1].iter("a"))
            self.assertEqual([link.get("href") for link in links],
                             [url] if url else [], data)


if __name__ == "__main__":
    unittest.main()
