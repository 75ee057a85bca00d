# SPDX-License-Identifier: MIT
"""report.py LINES MACHINE OUT: what a run has measured, as a table on stdout
and in OUT.txt, as JSON in OUT.json and as a picture in OUT.svg. LINES is what
the programs printed; MACHINE describes where."""
import json
import sys
from pathlib import Path

from goals import judge
from picture import draw
from results import Results


def time(ns):
    for unit, scale in (("ms", 1e6), ("us", 1e3), ("ns", 1)):
        if ns >= scale or unit == "ns":
            return f"{ns / scale:.3g} {unit}"


def counted(race):
    """The ratio of the instructions, which no other program disturbs."""
    ratio = race.get("instruction_ratio")
    return f"{ratio:.2f}" if ratio else ""


def race_lines(races):
    title = None
    for race in races:
        now = f"{race['subject']}: {race['given']} ({race['where']})"
        if now != title:
            title = now
            yield f"\n{title}"
        ns, ratio = race["ns"], race["ratio"]
        yield (f"  {race['contender']:26}{time(ns['median']):>9}"
               f"  {time(ns['low'])} - {time(ns['high'])}".ljust(62) +
               f"{ratio['median']:8.2f}  "
               f"{ratio['low']:.2f} - {ratio['high']:.2f}".ljust(16) +
               f"{race.get('instructions') or 0:>14,.4g}{counted(race):>8}")


def growth_lines(growth):
    yield "\nhow wsclose-gen grows"
    for row in growth:
        yield (f"  {row['what']:10}{row['document']:38}"
               f"{row['bytes'] / 1e3:8.0f} kB {time(row['ns']['median']):>9}"
               f"{row['peak_kib'] / 1024:7.1f} MiB, of at most "
               f"{12 + 2 * row['written'] / 2**20:.1f} MiB")


def count_lines(counts):
    what = None
    for count in counts:
        if count["what"] != what:
            what = count["what"]
            yield f"\n{what}"
        yield f"  {count['part']:58}{count['figure']}"


def goal_lines(races):
    yield "\ngoals: the hardest race of each, its ratio and the least asked for"
    yield (" " * 80 + "ratio, quartiles     asked  instructions")
    for goal, least, race, found in judge(races):
        ratio = race["ratio"]
        yield (f"  {found:18}{goal:58}"
               f"{ratio['median']:7.2f}  {ratio['low']:.2f} - {ratio['high']:.2f}"
               f"{least:9.2f}{counted(race):>14}"
               f"  {race['given']} ({race['where']})")


def table(results, machine):
    yield machine
    yield ("median, from the lower to the upper quartile; then the ratio to "
           "ours in the same round, over 1 we are faster; then the "
           "instructions of one, and their ratio")
    yield from race_lines(results.races)
    if results.growth:
        yield from growth_lines(results.growth)
    yield from count_lines(results.counts)
    yield from goal_lines(results.races)


def main():
    lines, machine, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    results = Results(lines.read_text().splitlines())
    text = "\n".join(table(results, machine)) + "\n"
    print(text, end="")
    out.with_suffix(".txt").write_text(text)
    out.with_suffix(".json").write_text(json.dumps({
        "machine": machine, "races": results.races, "growth": results.growth,
        "counts": results.counts,
        "goals": [{"goal": goal, "least": least, "ratio": race["ratio"],
                   "where": race["where"], "given": race["given"],
                   "instructions": race.get("instruction_ratio"),
                   "verdict": found}
                  for goal, least, race, found in judge(results.races)],
    }, indent=1) + "\n")
    out.with_suffix(".svg").write_text(draw(results, machine))


main()
