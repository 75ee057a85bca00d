# SPDX-License-Identifier: MIT
"""The goals, and whether they are met: each is the least ratio to ours that a
contender may have, in every race of its kind."""

CALLED, INLINED, PROCESS = "called", "inlined", "whole process"
GOALS = [
    ("name", CALLED, "table of 65,536", 1 / 1.4,
     "within 1.4 of a table of 65,536 pointers"),
    ("name", INLINED, "table of 65,536", 1 / 1.4, "the same, inlined"),
    ("name: registered", CALLED, "switch", 5,
     "5 times faster than a switch on random codes"),
    ("may receive", CALLED, "ws", 1, "not slower than ws's comparisons"),
    ("may receive", CALLED, "websocketpp", 1, "than websocketpp's"),
    ("may receive", CALLED, "Beast", 1, "than Beast's"),
    ("may receive", INLINED, "ws", 2, "inlined, 2 times faster than ws"),
    ("may receive", INLINED, "websocketpp", 2, "than websocketpp"),
    ("may receive", INLINED, "Beast", 2, "than Beast"),
    ("name to code", CALLED, "gperf", 1 / 1.5, "within 1.5 of gperf"),
    ("name to code", INLINED, "gperf", 1 / 1.5, "the same, inlined"),
    ("parse", CALLED, "websocketpp", 1, "faster than websocketpp"),
    ("parse", CALLED, "Beast", 1, "than Beast"),
    ("parse", CALLED, "libwebsockets", 1, "than libwebsockets"),
    ("UTF-8: ASCII", CALLED, "table DFA", 2,
     "2 times faster than a table DFA on ASCII"),
    ("UTF-8: Japanese", CALLED, "table DFA", 1, "not slower on Japanese"),
    ("format: ASCII", CALLED, "snprintf", 1,
     "not slower than snprintf() by hand on ASCII"),
    ("generate", PROCESS, "xmllint", 1 / 1.5, "within 1.5 of xmllint"),
    ("generate", PROCESS, "python3", 4, "4 times faster than Python"),
    ("generate, and pages", PROCESS, "xmllint", 1 / 2.5,
     "within 2.5 of xmllint"),
    ("sync, nothing new", PROCESS, "xmllint", 1 / 2.5, "within 2.5 of xmllint"),
    ("sync, nothing new", PROCESS, "python3", 4, "4 times faster than Python"),
    ("look-up", PROCESS, "without applications", 1 / 2,
     "within 2 of the command without applications"),
]


def worst(races, kind, where, contender):
    """The race of this kind that is hardest for us."""
    subject, _, given = kind.partition(": ")
    mine = [race for race in races
            if race["subject"] == subject and race["given"].startswith(given)
            and race["where"].endswith(where)
            and race["contender"] == contender]
    return min(mine, key=lambda race: race["ratio"]["median"], default=None)


def verdict(ratio, least):
    """A goal is met or missed where both quartiles say so."""
    if ratio["low"] >= least:
        return "met"
    return "MISSED" if ratio["high"] < least else "too close to call"


def judge(races):
    """(goal, least ratio asked for, the hardest race, the verdict)"""
    for kind, where, contender, least, text in GOALS:
        race = worst(races, kind, where, contender)
        if race:
            yield (f"{kind.partition(':')[0]}: {text}", least, race,
                   verdict(race["ratio"], least))
