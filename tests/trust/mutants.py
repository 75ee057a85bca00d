# SPDX-License-Identifier: MIT
"""The mutants of a C source: its text with one operator, constant or condition
changed. Comments, strings, preprocessor lines and static assertions stay: the
last two are the compiler's to check.
"""

import re
from dataclasses import dataclass

REPLACEMENTS = {
    "<": ["<=", ">"],
    "<=": ["<", ">"],
    ">": [">=", "<"],
    ">=": [">", "<"],
    "==": ["!="],
    "!=": ["=="],
    "&&": ["||"],
    "||": ["&&"],
    "+": ["-"],
    "-": ["+"],
    "*": ["/"],
    "/": ["*"],
    "%": ["*"],
    "<<": [">>"],
    ">>": ["<<"],
    "&": ["|"],
    "|": ["&"],
    "^": ["|"],
    "+=": ["-="],
    "-=": ["+="],
    "true": ["false"],
    "false": ["true"],
}

HIDDEN = re.compile(
    r"""/\*.*?\*/ | "(?:\\.|[^"\\])*" | ^[ ]*\#(?:\\\n|.)*?$
        | _Static_assert\b.*?;""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
CHARACTER = re.compile(r"'(\\.|[^'\\])'")
# clang-format puts blanks around binary operators and none behind unary ones.
BINARY = re.compile(r"(?<= )(?:[<>=!&|+\-*/%^]|<<|>>|[<>=!+\-]=|&&|\|\|)(?=\s)")
STEP = re.compile(r"\+\+|--")
NOT = re.compile(r"!(?=[\w(*&])|~")
WORD = re.compile(r"\b(?:true|false)\b")
NUMBER = re.compile(r"\b(0[xX][0-9a-fA-F]+|\d+)(?=[uUlL]*\b)")
CONDITION = re.compile(r"\b(?:if|while) \(")


@dataclass(frozen=True)
class Mutant:
    path: str
    start: int
    end: int
    new: str
    before: str  # the line, and the line as it is changed
    after: str

    def applied(self, text):
        return text[: self.start] + self.new + text[self.end :]


def blanked(text):
    """The text with nothing to find in what is left alone; line breaks stay."""

    def blank(hit):
        filler = '"' if hit.group().startswith('"') else " "
        return re.sub(r"[^\n]", filler, hit.group())

    return HIDDEN.sub(blank, text)


def neighbours(number):
    base = 16 if number[:2].lower() == "0x" else 10
    value = int(number, base)
    show = hex if base == 16 else str
    return [show(value + 1)] + ([show(value - 1)] if value else [])


def behind(code, opening):
    """Where the parenthesis that opens here is closed."""
    depth = 0
    for at in range(opening, len(code)):
        depth += {"(": 1, ")": -1}.get(code[at], 0)
        if depth == 0:
            return at
    raise ValueError("a parenthesis is not closed")


def changes(code, text):
    """Yields (start, end, new text); code is the blanked text."""
    for hit in BINARY.finditer(code):
        for new in REPLACEMENTS.get(hit.group(), []):
            yield hit.start(), hit.end(), new
    for hit in WORD.finditer(code):
        yield hit.start(), hit.end(), REPLACEMENTS[hit.group()][0]
    for hit in STEP.finditer(code):
        yield hit.start(), hit.end(), {"++": "--", "--": "++"}[hit.group()]
    for hit in NOT.finditer(code):
        yield hit.start(), hit.end(), ""
    for hit in NUMBER.finditer(code):
        for new in neighbours(hit.group(1)):
            yield hit.start(1), hit.end(1), new
    for hit in CHARACTER.finditer(code):
        yield hit.start(), hit.end(), hit.group() + " + 1"
    plain = CHARACTER.sub(lambda hit: " " * len(hit.group()), code)
    for hit in CONDITION.finditer(code):
        start, end = hit.end(), behind(plain, hit.end() - 1)
        for new in ("1 || (", "0 && ("):
            yield start, end, new + text[start:end] + ")"


def line_around(text, start, end):
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return " ".join(text[first:last].split())


def mutants(path, text):
    code = blanked(text)
    characters = [hit.span() for hit in CHARACTER.finditer(code)]
    ret = []
    for start, end, new in changes(code, text):
        if any(a < start and end < b for a, b in characters):
            continue
        whole = text[:start] + new + text[end:]
        before = line_around(text, start, end)
        after = line_around(whole, start, start + len(new))
        ret.append(Mutant(path, start, end, new, before, after))
    return ret
