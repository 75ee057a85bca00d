# SPDX-License-Identifier: MIT
"""The results as a picture: a panel for each race that stands for its kind, a
bar for each contender, ours first."""
from xml.sax.saxutils import escape

PANELS = [
    ("The name of a code", "called", "name", "registered"),
    ("The same, of 1,016 registered codes", "1,016 codes, called", "name",
     "registered"),
    ("May this code be received?", "called", "may receive", "real-life mix"),
    ("The code of a name", "called", "name to code", "in lower case"),
    ("A Close payload, 123 bytes of ASCII", "called", "parse",
     "ASCII, 123 bytes"),
    ("A Close payload, 123 bytes of Japanese", "called", "parse",
     "Japanese, 123 bytes"),
    ("Generating all tables, whole process", "whole process", "generate",
     "its snapshot"),
    ("A document with nothing new, whole process", "whole process",
     "sync, nothing new", "IANA's document"),
]
WIDTH, PANEL, BAR, LABEL, VALUE, MARGIN = 860, 430, 18, 150, 96, 16
LONGEST = 20  # times ours; a bar that would be longer is cut
CHART = 120
STYLE = """
    text { font: 12px sans-serif; fill: #333 }
    .title { font-weight: bold }
    .note { fill: #666; font-size: 11px }
    .ours { fill: #1a7f5a }
    .other { fill: #b5bcc4 }
    .cut { stroke: #fff; stroke-width: 3 }
    .line { stroke: #1a7f5a; stroke-width: 2; fill: none }
    .axis { stroke: #b5bcc4 }
"""


def bars(races, where, subject, given):
    found = [race for race in races if race["subject"] == subject
             and race["given"] == given and race["where"].endswith(where)]
    first = found[0]["where"] if found else None
    return [race for race in found if race["where"] == first
            and race["contender"] not in ("the loop alone",)]


def time(ns):
    return f"{ns / 1e6:.2f} ms" if ns >= 1e6 else f"{ns:.3g} ns"


def panel(title, races, x, y):
    yield f'<text class="title" x="{x}" y="{y + 14}">{escape(title)}</text>'
    longest = min(max(race["ns"]["median"] for race in races),
                  LONGEST * races[0]["ns"]["median"])
    room = PANEL - 2 * MARGIN - LABEL - VALUE
    for i, race in enumerate(races):
        top = y + 24 + i * BAR
        ns, ratio = race["ns"]["median"], race["ratio"]["median"]
        value = time(ns) + (f" ×{ratio:.3g}" if i else "")
        whose = ("ours" if race["contender"].startswith("wsclose")
                 else "other")
        width = max(1, room * min(1, ns / longest))
        yield (f'<text x="{x + LABEL - 6}" y="{top + 12}" '
               f'text-anchor="end">{escape(race["contender"])}</text>')
        yield (f'<rect class="{whose}" x="{x + LABEL}" '
               f'y="{top + 2}" width="{width:.1f}" height="{BAR - 5}"/>')
        if ns > longest:
            end = x + LABEL + width - 12
            yield (f'<path class="cut" d="M{end - 3} {top + BAR} '
                   f'L{end + 3} {top - 2}"/>')
        yield (f'<text x="{x + LABEL + width + 4:.1f}" y="{top + 12}">'
               f"{value}</text>")


def growth(rows, what, x, y):
    """A line of the time over the number of codes."""
    points = [(int(row["document"].split()[0]), row["ns"]["median"] / 1e6,
               row["peak_kib"] / 1024) for row in rows
              if row["what"] == what and row["document"].endswith(" codes")]
    most, longest = points[-1][:2]
    left, room, bottom = x + 40, PANEL - 2 * MARGIN - 150, y + 24 + CHART
    yield (f'<text class="title" x="{x}" y="{y + 14}">How wsclose-gen '
           f"{what} grows with the codes</text>")
    yield (f'<path class="axis" d="M{left} {y + 24} V{bottom} '
           f'H{left + room}" fill="none"/>')
    places = [(left + room * codes / most, bottom - CHART * ms / longest)
              for codes, ms, _ in points]
    line = " ".join(f"{across:.1f},{up:.1f}" for across, up in places)
    yield f'<polyline class="line" points="{line}"/>'
    for (codes, ms, mib), (across, up) in zip(points[-2:], places[-2:]):
        yield (f'<text x="{across + 6:.1f}" y="{up + 14:.1f}">{ms:.0f} ms, '
               f"{mib:.0f} MiB</text>")
        yield (f'<text x="{across:.1f}" y="{bottom + 14}" '
               f'text-anchor="middle">{codes}</text>')


def draw(results, machine):
    body, heights = [], [MARGIN, MARGIN]
    for title, *race in PANELS:
        races = bars(results.races, *race)
        if races:
            column = heights.index(min(heights))
            body += panel(title, races, MARGIN + column * PANEL,
                          heights[column])
            heights[column] += 24 + BAR * len(races) + MARGIN
    if results.growth:
        top = max(heights)
        body += growth(results.growth, "generate", MARGIN, top)
        body += growth(results.growth, "sync", MARGIN + PANEL, top)
        heights = [top + 24 + CHART + 2 * MARGIN]
    height = max(heights) + 2 * MARGIN
    note = f"Medians; × is the ratio to ours. {machine}"
    body.append(f'<text class="note" x="{MARGIN}" y="{height - MARGIN}">'
                f"{escape(note)}</text>")
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" '
            f'height="{height}" viewBox="0 0 {WIDTH} {height}" role="img">\n'
            f"<title>wsclose against other ways</title>\n"
            f"<style>{STYLE}</style>\n"
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n' +
            "\n".join(body) + "\n</svg>\n")
