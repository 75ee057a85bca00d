# SPDX-License-Identifier: MIT
"""close-codes.html by the rules of the HTML standard: no parse error, every row
in both languages, registered texts character for character."""

import base64
import hashlib
import os
import re
import unittest

import html5lib

from labels import (LABELS, PRACTICE, causes, codes, practice, references,
                    rules)
from workshop import (GENERATED, REFERENCES, TEXTS, HostileTest, has_contact,
                      hostile_text, read, tool)


# Of RFC 6455's own codes.
COMMON_CONTACT = "IESG HYBI WG"


def parsed(folder):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(read(folder, "close-codes.html"))


def text(element):
    return "".join(element.itertext())


def of_class(element, tag, name):
    return [it for it in element.iter(tag) if it.get("class") == name]


def terms(element, name):
    """The values of a description list: their texts by their titles."""
    return {text(div.find("dt")): text(div.find("dd"))
            for dl in of_class(element, "dl", name) for div in dl}


class Entry:
    """A row of the page, in full."""

    def __init__(self, article):
        self.article = article
        self.id = article.get("id")
        self.bounds = [int(article.get(f"data-{end}"))
                       for end in ("first", "last")]
        title = article.find("h3")
        self.code = text(title.find("a"))
        self.name = text(title.find("span"))
        self.paragraphs = [text(it) for it in article.iter("p")]
        self.causes = [
            (text(it).removesuffix(text(it.find("small"))).strip(),
             [(text(link), link.get("href")) for link in it.iter("a")])
            for ul in of_class(article, "ul", "causes") for it in ul]
        self.usages = [text(it) for div in of_class(article, "div", "usages")
                       for it in div.iter("li")]
        self.rules = list(terms(article, "rules").values())
        self.record = terms(article, "record")


def editions(tree):
    return {it.get("lang"): it for it in of_class(tree, "div", "edition")}


def entries(edition):
    return [Entry(article) for article in edition.iter("article")]


class HtmlTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = read(GENERATED, "close-codes.html")
        cls.tree = parsed(GENERATED)
        cls.editions = editions(cls.tree)

    def test_every_row(self):
        self.assertEqual(list(self.editions), list(LABELS))
        for tag, labels in LABELS.items():
            listed = tool("--lang", tag, "list")
            shown = entries(self.editions[tag])
            table = of_class(self.editions[tag], "table", "glance")[0]
            lines = list(table.find("tbody"))
            self.assertEqual(len(shown), len(listed))
            self.assertEqual(len(lines), len(listed))
            for row, entry, line in zip(listed, shown, lines):
                self.check_entry(row, entry, labels)
                self.assertEqual(entry.causes, causes(row, tag))
                cells = [text(cell) for cell in line]
                self.assertEqual(cells, [codes(row, labels), row["name"],
                                         row["meaning"],
                                         *rules(row, labels)[:3]])

    def check_entry(self, row, entry, labels):
        self.assertEqual(entry.bounds, [row["first"], row["last"]])
        self.assertEqual(entry.code, codes(row, labels))
        self.assertEqual(entry.name, row["name"])
        self.assertEqual(entry.paragraphs,
                         [row["meaning"], row["description"]])
        [source] = [it["text"] for it in row["reconnect"]["sources"]
                    if row["reconnect"]["basis"] != "practice"] or [None]
        for said, expected in zip(entry.rules, rules(row, labels)):
            self.assertTrue(said == expected or
                            said.startswith(expected + " "), said)
        if source:
            links = [link.get("href") for link in entry.article.iter("a")]
            self.assertTrue(source in links or source in entry.rules[5])
        recorded = list(entry.record.values())
        shown, urls = references(row, labels)
        record = of_class(entry.article, "dl", "record")[0]
        self.assertLessEqual({(url, labels["mail"]) for url in urls},
                             {(link.get("href"), text(link))
                              for link in record.iter("a")})
        if 1012 <= row["first"] <= 1014:
            self.assertIn(labels["registration"], entry.rules[1])
            small = entry.article.find(".//small/a")
            self.assertEqual(small.get("href"), urls[0])
        common = row["contact"] == COMMON_CONTACT  # says nothing of a row
        facts = [None if common else row["contact"], row["registered"], row["updated"],
                 ", ".join(shown)]
        if row["first"] == row["last"]:
            facts.append(row["symbol"])
        if row["registered_text"] != row["name"]:
            facts.append(row["registered_text"])
        for fact in facts:
            if fact:
                self.assertIn(fact, recorded)
        self.assertEqual(len(recorded), len([f for f in facts if f]) + 1)

    def test_practice(self):
        """Who does what, where no document says and clients differ."""
        for tag, labels in LABELS.items():
            shown = {entry.bounds[0]: entry.rules[5:]
                     for entry in entries(self.editions[tag])}
            for code in PRACTICE:
                [line] = shown[code]
                self.assertTrue(line.startswith(practice(code, labels)), line)
            self.assertEqual(shown[4000], [])

    def test_applications(self):
        """By hand, of tests/data/applications."""
        usages = {entry.bounds[0]: entry.usages
                  for entry in entries(self.editions["en"]) if entry.usages}
        self.assertEqual(usages, {
            1000: ["Chat & Co. Signed out Reconnect: never"],
            3000: ["Chat & Co. No seat left"]})
        [section] = of_class(self.tree, "section", "applications")
        self.assertEqual((section.get("id"), section.get("lang")),
                         ("applications", "en"))
        self.assertEqual([[it.get("lang") for it in section.findall(tag)]
                          for tag in ("h2", "p")], [list(LABELS)] * 2)
        *_, thrown_out = section.find("details").iter("li")
        for tag, meaning in (("en", "Thrown out"), ("ja", "退出処分")):
            own = [it for it in thrown_out if it.get("lang") == tag]
            self.assertEqual([it.tag for it in own], ["span", "small"])
            self.assertEqual(text(own[0]), meaning)
        for element in section.findall(".//*[@lang='ja']/.."):
            for part in element.findall("./*[@lang='ja']"):
                element.remove(part)
        shown = [[text(it.find("summary"))] +
                 [" ".join(text(li).split()) for li in it.iter("li")]
                 for it in section.iter("details")]
        self.assertEqual(shown, [
            ["Chat & Co. chat",
             "1000 Signed out Reconnect: never",
             "3000 No seat left Room full",
             "4000\u20134099 The room is closed Reconnect: after delays that "
             "grow",
             "4001 Thrown out Kicked \"out\" Reconnect: after a random "
             "0.5-2.5 s"],
            ["Chat Voice chat-voice",
             "4200 Microphone off Muted Reconnect: never"]])
        source = section.find(".//details/div")
        self.assertEqual(text(source), "chat@1, codes.h, 2026-01-31")
        self.assertEqual(source.find(".//a").get("href"),
                         "https://chat.example/codes")
        [range_entry] = [it for it in entries(self.editions["ja"])
                         if it.bounds[0] == 4000]
        [link] = of_class(range_entry.article, "div", "usages")
        self.assertEqual(link.find("a").get("href"), "#applications")

    def test_clients(self):
        """The clients stand in one place, each with its link."""
        for tag, edition in self.editions.items():
            rows = tool("--lang", tag, "list")
            expected = next(row["reconnect"]["sources"] for row in rows
                            if row["reconnect"]["basis"] == "practice")
            prefix = "" if tag == "en" else f"{tag}-"
            [place] = [it for it in edition.iter("p")
                       if it.get("id") == f"{prefix}practice"]
            self.assertEqual([{"text": text(link), "url": link.get("href")}
                              for link in place.iter("a")], expected)
            for row, entry in zip(rows, entries(edition)):
                links = [link for link in entry.article.iter("a")
                         if link.get("href") == f"#{prefix}practice"]
                if row["first"] in (*PRACTICE, 1001, 4000, 1006):
                    self.assertEqual(len(links), row["first"] not in (4000, 1006))

    def test_sources(self):
        """What no row names its source for."""
        standards = {"https://www.rfc-editor.org/rfc/rfc6455.html"
                     "#section-5.5.1": "RFC 6455 5.5.1",
                     "https://websockets.spec.whatwg.org/"
                     "#dom-websocket-close": "WHATWG"}
        for edition in self.editions.values():
            notes = of_class(edition, "dl", "notes")[0]
            self.assertEqual({link.get("href"): text(link)
                              for link in notes.iter("a")}, standards)
            links = [link.get("href") for link in edition.iter("a")]
            for url in ("https://www.rfc-editor.org/rfc/rfc6455.html"
                        "#section-7.1.4",
                        "https://websockets.spec.whatwg.org/",
                        "https://www.iana.org/assignments/websocket/"
                        "websocket.xhtml#close-code-number"):
                self.assertIn(url, links)

    def test_anchors(self):
        ids = [it.get("id") for it in self.tree.iter() if it.get("id")]
        self.assertEqual(len(ids), len(set(ids)))
        for row in tool("list"):
            self.assertIn(str(row["first"]), ids)
            self.assertIn(f"ja-{row['first']}", ids)
        for link in self.tree.iter("a"):
            target = link.get("href")
            self.assertTrue(target.startswith("https://") or
                            target[1:] in ids or
                            target in os.listdir(GENERATED), target)

    def test_japanese_is_marked(self):
        japanese = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")

        def check(element, lang):
            lang = element.get("lang", lang)
            if element.tag not in ("script", "style"):
                for part in [element.text] + [it.tail for it in element]:
                    if japanese.search(part or ""):
                        self.assertEqual(lang, "ja", part)
            for child in element:
                check(child, lang)

        check(self.tree, None)

    def test_english_is_marked(self):
        """What is registered is English in the Japanese edition too."""
        for entry in entries(self.editions["ja"]):
            registered = [entry.article.find("h3/span"),
                          *of_class(entry.article, "dl", "record")[0]
                          .findall(".//dd/span")]
            for element in registered:
                self.assertEqual(element.get("lang"), "en", text(element))

    def test_no_japanese_is_missing(self):
        """Each edition has the same elements."""
        def shape(element):
            return [(it.tag, it.get("class")) for it in element.iter()
                    if it.tag != "code" and it.get("class") != "term"]

        self.assertEqual(shape(self.editions["en"]),
                         shape(self.editions["ja"]))

    def test_nothing_is_fetched(self):
        loads = {"src", "srcset", "poster", "data", "action", "formaction",
                 "background", "ping", "style"}
        for element in self.tree.iter():
            self.assertFalse(loads & set(element.attrib), element.tag)
            self.assertFalse([it for it in element.attrib if
                              it.startswith("on")])
        links = [it.get("href") for it in self.tree.iter("link")]
        self.assertEqual(links, ["data:,"])
        self.assertNotRegex(self.page, r"@import|url\(|fetch\(|import\(")

    def test_letters_stand_as_they_are(self):
        """Which are escaped depends on the version of a writer."""
        self.assertNotIn("&#", self.page)

    def test_policy_names_the_parts(self):
        policy = next(it.get("content") for it in self.tree.iter("meta")
                      if it.get("http-equiv") == "Content-Security-Policy")
        for tag in ("style", "script"):
            parts = list(self.tree.iter(tag))
            self.assertEqual(len(parts), 1)
            digest = hashlib.sha256(parts[0].text.encode()).digest()
            self.assertIn(f"{tag}-src 'sha256-"
                          f"{base64.b64encode(digest).decode()}'", policy)
        self.assertTrue(policy.startswith("default-src 'none'; "))

    def test_provenance(self):
        digest = tool_digest()
        for edition in self.editions.values():
            shown = text(edition)
            for fact in ("2026-06-10", digest,
                         "https://www.iana.org/assignments/websocket/"
                         "websocket.xml"):
                self.assertEqual(shown.count(fact), 1, fact)

    def test_no_line_breaks_in_a_term(self):
        """Wherever it stands, but for attributes."""
        for tag, term in (("en", "Close frame"), ("ja", "Close フレーム")):
            edition = self.editions[tag]
            self.assertEqual(text(edition).count(term),
                             len(of_class(edition, "span", "term")))

    def test_libraries(self):
        """What some make of 1005 and of 1006."""
        shown = [[text(cell) for cell in line] for line in
                 of_class(self.editions["en"], "table", "libraries")[0]
                 .find("tbody")]
        self.assertEqual(len(shown), 10)
        self.assertEqual(shown[6][:3], ["Qt WebSockets 5.15", "1000", "1000"])
        self.assertEqual(shown[7][:3], ["uWebSockets", "1005", "1006"])

    def test_ranges(self):
        shown = list(terms(self.editions["en"], "ranges"))
        self.assertEqual(shown, ["0–999", "1000–1015", "1016–2999",
                                 "3000–3999", "4000–4999", "5000 and above"])


def tool_digest():
    snapshot = read(os.environ["TEST_SOURCE"], "tests/data/registry/close-codes.xml")
    return re.search('ws:sha256="([0-9a-f]{64})"', snapshot).group(1)


class HostileHtmlTest(HostileTest):
    def test_texts(self):
        shown = editions(parsed(self.out))
        for tag in LABELS:
            rows = {entry.bounds[0]: entry for entry in entries(shown[tag])}
            for i, hostile in enumerate(TEXTS):
                entry, expected = rows[3000 + i], hostile_text(hostile)
                self.assertEqual(entry.name, expected)
                self.assertEqual(entry.paragraphs, [expected, expected])
                if has_contact(hostile):
                    self.assertIn(expected, entry.record.values())
                self.assertLessEqual(
                    {it.tag for it in entry.article.iter()},
                    {"article", "h3", "a", "span", "div", "p", "dl", "dt",
                     "dd", "code", "small"})

    def test_references(self):
        rows = {entry.bounds[0]: entry
                for entry in entries(editions(parsed(self.out))["en"])}
        for i, (_, data, url) in enumerate(REFERENCES):
            links = [link.get("href") for link in
                     of_class(rows[3500 + i].article, "dl", "record")[0]
                     .iter("a")]
            self.assertEqual(links, [url] if url else [], data)

    def test_scripts_are_ours(self):
        tree = parsed(self.out)
        self.assertEqual(len(list(tree.iter("script"))), 1)
        self.assertEqual(len(list(tree.iter("style"))), 1)
        self.assertEqual(len(list(tree.iter("img"))), 0)


if __name__ == "__main__":
    unittest.main()
