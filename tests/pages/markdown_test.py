"""close-codes.md as GitHub's own converter shows it: every row, and registered
texts character for character."""

import json
import os
import subprocess
import unittest

import html5lib

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


def codes_of(row, above):
    if row["first"] == row["last"]:
        return str(row["first"])
    if row["status"] == "invalid":
        return above
    return f"{row['first']}\u2013{row['last']}"


# Tables of a language: ranges, meanings, rules, endings.
PER_LANGUAGE = 4
LABELS = {
    "en": {"above": "5000 and above", "closes": {True: "accepted",
                                                 False: "refused"},
           "senders": {(): "nobody", ("client",): "a client",
                       ("client", "server"): "either side"},
           "same": "the same code", "none": "a Close frame without a code"},
    "ja": {"above": "5000 \u4ee5\u4e0a",
           "closes": {True: "\u6307\u5b9a\u53ef",
                      False: "\u6307\u5b9a\u4e0d\u53ef"},
           "senders": {(): "\u306a\u3057",
                       ("client",): "\u30af\u30e9\u30a4\u30a2\u30f3\u30c8",
                       ("client", "server"):
                       "\u3069\u3061\u3089\u3067\u3082\u53ef"},
           "same": "\u540c\u3058\u30b3\u30fc\u30c9",
           "none": "\u30b3\u30fc\u30c9\u306a\u3057\u306e Close "
                   "\u30d5\u30ec\u30fc\u30e0"},
}


def answer(row, key, labels):
    if row[key] is None:
        return labels["none"]
    return labels["same"] if row[key] == row["first"] else str(row[key])


class MarkdownTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tree, cls.tables = converted(GENERATED)

    def test_every_row(self):
        self.assertEqual(len(self.tables), 2 * PER_LANGUAGE)
        for i, (tag, labels) in enumerate(LABELS.items()):
            rows = tool("--lang", tag, "list")
            tables = self.tables[PER_LANGUAGE * i:PER_LANGUAGE * (i + 1)]
            self.assertEqual(len(tables[1]), len(rows) + 1)
            self.assertEqual(len(tables[2]), len(rows) + 1)
            for row, meanings, rules in zip(rows, tables[1][1:],
                                            tables[2][1:]):
                self.check_meaning(row, meanings, labels)
                self.check_rules(row, rules, labels)

    def check_meaning(self, row, cells, labels):
        self.assertEqual(text(cells[0]), codes_of(row, labels["above"]))
        name = lines(cells[1])
        self.assertEqual(name[0], row["name"])
        if row["first"] == row["last"]:
            self.assertEqual(name[1], row["symbol"])
        shown = text(cells[1])
        for fact in (row["contact"], row["registered"], row["updated"],
                     row["registered_text"], *row["references"]):
            self.assertIn(fact or "", shown)
        self.assertEqual(lines(cells[2]), [row["meaning"], row["description"]])

    def check_rules(self, row, cells, labels):
        shown = [lines(cell)[0] for cell in cells]
        self.assertEqual(shown[0], codes_of(row, labels["above"]))
        self.assertEqual(shown[1], labels["senders"][tuple(row["senders"])])
        self.assertEqual(shown[3], labels["closes"][row["browser_close"]])
        self.assertEqual(shown[4], answer(row, "reply", labels))
        self.assertEqual(shown[5], answer(row, "relay", labels))
        advice = row["reconnect"]
        for bound in (advice["min_ms"], advice["max_ms"]):
            if bound is not None:
                self.assertIn(str(bound // 1000), shown[6])

    def test_frames(self):
        """Which codes may stand in a frame, from RFC 6455 7.4."""
        seen = {"yes": [], "never": [], "lenient receivers only": []}
        for cells in self.tables[2][1:]:
            seen[text(cells[2])].append(text(cells[0]))
        self.assertEqual(seen["never"], ["0\u2013999", "1005", "1006", "1015",
                                         "5000 and above"])
        self.assertEqual(seen["lenient receivers only"],
                         ["1004", "1016\u20132999"])

    def test_anchors(self):
        anchors = [a.get("id") for a in self.tree.iter("a") if a.get("id")]
        self.assertEqual(len(anchors), len(set(anchors)))
        for row in tool("list"):
            self.assertIn(str(row["first"]), anchors)
            self.assertIn(f"ja-{row['first']}", anchors)
        for link in self.tree.iter("a"):
            target = link.get("href", "#en")
            self.assertTrue(target.startswith("https://") or
                            target[1:] in anchors, target)

    def test_provenance(self):
        shown = text(self.tree)
        for fact in ("2026-06-10", DIGEST,
                     "https://www.iana.org/assignments/websocket/websocket.xml"):
            self.assertEqual(shown.count(fact), len(LABELS), fact)


class HostileMarkdownTest(HostileTest):
    def test_texts(self):
        tree, tables = converted(self.out)
        self.assertEqual(len(tables), 2 * PER_LANGUAGE)
        for table in (tables[1], tables[PER_LANGUAGE + 1]):
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
        rows = {text(cells[0]): cells for cells in tables[1]}
        for i, (_, data, url) in enumerate(REFERENCES):
            links = list(rows[str(3500 + i)][1].iter("a"))
            self.assertEqual([link.get("href") for link in links],
                             [url] if url else [], data)


if __name__ == "__main__":
    unittest.main()
