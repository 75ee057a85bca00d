# SPDX-License-Identifier: MIT
"""What the tests of the pages share: the programs, given in the environment,
and a registry of hostile texts."""

import json
import os
import re
import subprocess
import tempfile
import unittest
from xml.sax.saxutils import escape, quoteattr

SOURCE = os.environ["TEST_SOURCE"]
GENERATED = os.environ["GENERATED"]

# What HTML, Markdown and JSON could take amiss.
TEXTS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</td></tr></table></article></main></style>",
    "<img src=x onerror=alert(1)>",
    "<!-- --> --> ]]> <![CDATA[ <?php ?>",
    "&amp; &lt; &#60; &copy; &",
    "\" onmouseover=\"alert(1)\" '",
    "a | b || c \\| d \\\\| e",
    "`code` ``more`` ` ```",
    "*a* **b** _c_ __d__ ~e~ ~~f~~",
    "[text](http://example.com) ![image](x.png) [x][y] [^1]",
    "[text]: http://example.com",
    "http://example.com https://example.com/a?b=c&d ftp://example.com",
    "www.example.com WWW.example.com a@example.com mailto:a@example.com",
    "<http://example.com> <a@example.com>",
    "javascript:alert(1)",
    "$x$ $$y$$ :smile: :+1: a: b",
    "# heading", "- item", "1. item", "> quote", "---", "| a | b |", "    code",
    "\\ \\\\ \\* \\", "%s %n %d %%", "{n} of {all}", "${x} {{x}}",
    "\u65e5\u672c\u8a9e \U0001f6aa e\u0301 \xa0x\u200by \ufeff",
    "x" * 4000, "<" * 1000, "|`*" * 1000,
]

# Where a reference may lead: text, URL or None.
REFERENCES = [
    ("uri", "https://example.com/a_b*c~d?e=f&g=h#i",
     "https://example.com/a_b*c~d?e=f&g=h#i"),
    ("uri", "http://example.com/<script>\"'`|\\>) x",
     "http://example.com/%3Cscript%3E%22'%60%7C%5C%3E)%20x"),
    ("uri", "HTTPS://EXAMPLE.COM/\u65e5", "HTTPS://EXAMPLE.COM/%E6%97%A5"),
    ("uri", "http://example.com/&amp;[x](y)",
     "http://example.com/&amp;%5Bx%5D(y)"),
    ("uri", "javascript:alert(1)", None),
    ("uri", "JaVaScRiPt:alert(1)//http://", None),
    ("uri", "data:text/html,<script>alert(1)</script>", None),
    ("uri", "//example.com/", None),
    ("uri", "file:///etc/passwd", None),
    ("rfc", "rfc6455", "https://www.rfc-editor.org/rfc/rfc6455.html"),
    ("rfc", "rfc1\"><script>", None),
    ("rfc", "rfc", None),
    ("rfc-errata", "3227", "https://www.rfc-editor.org/errata/eid3227"),
    ("rfc-errata", "1/../x", None),
    ("draft", "draft-x", None),
    ("person", "x", None),
]


def hostile_text(text):
    """As it is registered: white space collapsed."""
    return re.sub("[ \t\r\n]+", " ", text).strip(" ")


def has_contact(text):
    """An address in a contact is not kept."""
    return "@" not in text


def hostile_document():
    records = []
    for i, text in enumerate(TEXTS):
        contact = f"<contact>{escape(text)}</contact>"
        records.append(
            f"<record><value>{3000 + i}</value>"
            f"<description>{escape(text)}</description>"
            f"{contact if has_contact(text) else ''}</record>")
    for i, (kind, data, _) in enumerate(REFERENCES):
        records.append(
            f"<record><value>{3500 + i}</value>"
            f"<description>Reference {i}</description>"
            f"<xref type={quoteattr(kind)} data={quoteattr(data)}/></record>")
    return (
        '<registry xmlns="http://www.iana.org/assignments" id="websocket">'
        "<updated>2026-01-02</updated>"
        '<registry id="close-code-number"><title>T</title>'
        f"{''.join(records)}</registry></registry>")


def tool(*arguments):
    done = subprocess.run(
        [os.environ["WSCLOSE_TOOL"], "--json", *arguments],
        stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8",
              newline="") as file:
        return file.read()


def put_data(folder):
    """Rules and texts of tests/data, words of gen/data."""
    os.makedirs(os.path.join(folder, "languages"))
    os.makedirs(os.path.join(folder, "applications"))  # none: not the real ones
    files = {"semantics.xml": read(SOURCE, "tests/data/semantics.xml")}
    for tag in ("en", "ja"):
        name = f"languages/{tag}.xml"
        texts = read(SOURCE, f"tests/data/{name}").split("</language>")[0]
        words = read(SOURCE, f"gen/data/{name}").partition("\n\n  <label")
        files[name] = texts + "".join(words[1:])
    for name, content in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)


class HostileTest(unittest.TestCase):
    """A test of what is generated from the hostile registry."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        base = cls.folder.name
        document = os.path.join(base, "in.xml")
        cls.out = os.path.join(base, "out")
        with open(document, "w", encoding="utf-8") as file:
            file.write(hostile_document())
        put_data(os.path.join(base, "data"))
        subprocess.run(
            [os.environ["WSCLOSE_GEN"], "sync", "--quiet", "--from", document,
             "--data", os.path.join(base, "data"), "--out", cls.out],
            check=True, stderr=subprocess.DEVNULL)
