# SPDX-License-Identifier: MIT
"""What a run has measured: the lines that its programs print, taken apart."""
from statistics import median, quantiles


def spread(values):
    """Median, lower and upper quartile."""
    if len(values) == 1:
        return {"median": values[0], "low": values[0], "high": values[0]}
    low, _, high = quantiles(values, n=4, method="inclusive")
    return {"median": median(values), "low": low, "high": high}


class Results:
    def __init__(self, lines):
        self.races, self.growth, self.counts = [], [], []
        ours = {}
        for line in lines:
            kind, *rest = line.rstrip("\n").split("\t")
            if kind == "growth":
                self.add_growth(*rest)
            elif kind == "instructions":
                self.add_instructions(*rest)
            elif kind in ("size", "build", "sync, nothing new"):
                self.counts.append({"what": kind, "part": ", ".join(rest[:-1]),
                                    "figure": rest[-1]})
            else:
                self.add_race(ours, kind, *rest)

    def add_instructions(self, where, subject, given, contender, count):
        """After the race; ours first."""
        same = [race for race in self.races
                if (race["where"], race["subject"], race["given"])
                == (where, subject, given)]
        for race in same:
            if race["contender"] == contender:
                race["instructions"] = float(count)
                race["instruction_ratio"] = (float(count)
                                             / same[0]["instructions"])

    def add_growth(self, what, document, size, written, kib, *samples):
        self.growth.append({"what": what, "document": document,
                            "bytes": int(size), "written": int(written),
                            "peak_kib": int(kib),
                            "ns": spread(list(map(float, samples)))})

    def add_race(self, ours, where, subject, given, contender, *samples):
        """The first contender of a race is ours; a ratio is of two samples of
        one round."""
        samples = list(map(float, samples))
        base = ours.setdefault((where, subject, given), samples)
        ratios = [theirs / our for theirs, our in zip(samples, base)]
        self.races.append({"where": where, "subject": subject, "given": given,
                           "contender": contender, "ns": spread(samples),
                           "ratio": spread(ratios)})
