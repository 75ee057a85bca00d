# SPDX-License-Identifier: MIT
"""Changes the sources one operator, constant or condition at a time and runs
the unit tests: each change must make one of them fail.

mutate.py [--all | --count N] [--seed N] [--jobs N] [FILE...]: N mutants chosen
by the seed, 200 if nothing is said, or all, of these files or of those below.
survivors.tsv, beside this file, has those that nothing can catch and why: file,
line, changed line, reason. Of the others 95 % must be caught.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue

from mutants import mutants

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "mutation"
SURVIVORS = Path(__file__).with_name("survivors.tsv")
LEAST = 95  # per cent

# The tests of a file: those of the longest beginning of its path, the quick ones
# first.
TESTS = {
    "registry/": [
        "lookup_test", "rules_test", "provenance_test", "text_test",
        "small_registry_test", "payload_test",
    ],
    "registry/event.c": ["event_test"],
    "registry/format.c": ["format_test", "ending_test"],
    "registry/language.c": ["text_test", "small_registry_test"],
    "registry/payload.c": ["payload_test", "small_registry_test"],
    "registry/reconnect.c": ["rules_test", "small_registry_test"],
    "registry/shared/utf8.c": ["utf8_test", "format_test", "payload_test"],
    "registry/shared/spelling.h": ["spelling_test", "small_registry_test"],
    "registry/spelling.c": ["spelling_test", "small_registry_test"],
    "registry/tool/": [
        "tool_test", "tool_frame_test", "tool_applications_test",
        "tool_registry_test", "tool_terminal_test",
    ],
    "gen/emit/": ["golden_test", "spelling_table_test", "private_test"],
    "gen/io/": [
        "data_folder_test", "writing_test", "generate_test",
        "generate_failure_test", "sync_test", "race_test", "crash_test",
    ],
    "gen/judge/": ["change_test", "policy_test", "summary_test", "sync_test"],
    "gen/model/": [
        "symbol_test", "semantics_test", "document_test",
        "bad_document_test", "golden_test",
        "private_test", "application_test", "policy_test",
        "generate_failure_test", "sync_test",
    ],
    "gen/read/": [
        "document_test", "bad_document_test", "semantics_test",
        "language_test", "mark_test", "application_test", "private_test",
        "golden_test", "escape_test",
    ],
}  # fmt: skip

# Of the generator, what is looked at where no file is named.
GENERATOR = [
    "gen/judge/policy.c", "gen/model/naming.c", "gen/model/symbol.c",
    "gen/io/output.c",
]  # fmt: skip

FLAGS = "-O1 -g0 -fsanitize=address,undefined -fno-sanitize-recover=all"


def sources():
    library = sorted(ROOT.glob("registry/*.c"))
    library += sorted(ROOT.glob("registry/shared/*.c"))
    library += [ROOT / "registry" / name
                for name in ("row.h", "rules.h", "shared/spelling.h")]
    return [str(path.relative_to(ROOT)) for path in library] + GENERATOR


def tests_of(path):
    """Its own, which is the likeliest to catch it, comes first."""
    own = Path(path).stem + "_test"
    key = max(filter(path.startswith, TESTS), key=len)
    return sorted(TESTS[key], key=lambda test: test != own)


def run(argv, folder, limit):
    """The exit code, or None where the time was over; all of it is ended. The
    limit is of processor time, and five times that while it waits for others.
    """
    temporary = tempfile.mkdtemp()
    environment = os.environ | {
        "TMPDIR": temporary,
        "CMOCKA_TEST_ABORT": "1",
        "ASAN_OPTIONS": "hard_rss_limit_mb=2000",
    }
    process = subprocess.Popen(
        argv,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        with suppress(ProcessLookupError):
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (limit, limit))
        return process.wait(5 * limit)
    except subprocess.TimeoutExpired:
        return None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        shutil.rmtree(temporary, ignore_errors=True)


class Tree:
    """A copy of the sources with a build of its own."""

    def __init__(self, number, tests):
        self.folder = BUILD / str(number)
        self.build = self.folder / "build"
        self.copy()
        self.must("cmake", "-G", "Ninja", "-S", ".", "-B", "build",
                  "-DCMAKE_BUILD_TYPE=None", f"-DCMAKE_C_FLAGS={FLAGS}",
                  "-DBUILD_SHARED_LIBS=ON", "-DWSCLOSE_REGENERATE=OFF",
                  "-DCMAKE_LINK_DEPENDS_NO_SHARED=ON")  # fmt: skip
        self.must("ninja", "-C", "build", *tests)

    def copy(self):
        """Files that are there already keep their times, and their objects."""
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z"],
            cwd=ROOT, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        for path in listed.rstrip("\0").split("\0"):
            here, there = ROOT / path, self.folder / path
            if there.exists() and there.read_bytes() == here.read_bytes():
                continue
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(here, there)

    def must(self, *argv):
        done = subprocess.run(
            argv, cwd=self.folder, capture_output=True, text=True
        )
        if done.returncode:
            sys.exit(f"{' '.join(argv)} fails:\n{done.stdout}{done.stderr}")

    def test(self, test, limit):
        [program] = self.build.glob(f"tests/*/{test}")
        return run([program], self.folder, limit)

    def limit_of(self, test):
        """How long it may take, of a test that passes as yet."""
        started = time.monotonic()
        if self.test(test, 120) != 0:
            sys.exit(f"{test} fails before anything is changed")
        return 2 + 2 * round(time.monotonic() - started)

    def fate(self, mutant, limits):
        """The test that catches it, "survives", or "no C": it does not compile."""
        text = (ROOT / mutant.path).read_text()
        place = self.folder / mutant.path
        place.write_text(mutant.applied(text))
        try:
            for test in tests_of(mutant.path):
                if run(["ninja", "-C", "build", test], self.folder, 120):
                    return "no C"
                if self.test(test, limits[test]) != 0:
                    return test
            return "survives"
        finally:
            place.write_text(text)


def chosen(arguments):
    files = arguments.files or sources()
    found = [
        mutant
        for path in files
        for mutant in mutants(path, (ROOT / path).read_text())
    ]
    if arguments.all or arguments.count >= len(found):
        return found, found
    return found, random.Random(arguments.seed).sample(found, arguments.count)


@contextmanager
def one_of(trees):
    tree = trees.get()
    try:
        yield tree
    finally:
        trees.put(tree)


def fates_of(chosen_mutants, jobs):
    """The mutants with their fates, each job in a tree of its own."""
    BUILD.mkdir(parents=True, exist_ok=True)
    trees = SimpleQueue()
    tests = sorted({t for m in chosen_mutants for t in tests_of(m.path)})
    with ThreadPoolExecutor(jobs) as pool, open(
        BUILD / "log", "w", buffering=1, encoding="utf-8"
    ) as log:
        for tree in pool.map(lambda number: Tree(number, tests), range(jobs)):
            trees.put(tree)

        def limit_of(test):
            with one_of(trees) as tree:
                return test, tree.limit_of(test)

        limits = dict(pool.map(limit_of, tests))

        def fate(mutant):
            with one_of(trees) as tree:
                ret = mutant, tree.fate(mutant, limits)
            print(f"{ret[1]:20} {mutant.path}: {mutant.after}", file=log)
            return ret

        return list(pool.map(fate, chosen_mutants))


def known_survivors():
    lines = SURVIVORS.read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return {tuple(row[:3]): row[3] for row in rows}


def key(mutant):
    return mutant.path, mutant.before, mutant.after


def print_table(fates):
    """Prints what became of each file's, and returns that of all."""
    line = "{:32}{:>8}{:>8}{:>8}".format
    print(line("", "caught", "survive", "no C"))
    total = Counter()
    for path in sorted({mutant.path for mutant, _ in fates}):
        counts = Counter(
            fate if fate in ("survives", "no C") else "caught"
            for mutant, fate in fates
            if mutant.path == path
        )
        total += counts
        print(line(path, counts["caught"], counts["survives"], counts["no C"]))
    print(line("all", total["caught"], total["survives"], total["no C"]))
    return total


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=6455)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*", metavar="FILE")
    arguments = parser.parse_args()

    found, sample = chosen(arguments)
    known = known_survivors()
    files = arguments.files or sources()
    stale = set(known) - {key(mutant) for mutant in found}
    stale = sorted(entry for entry in stale if entry[0] in files)
    for path, _, after in stale:
        print(f"survivors.tsv has what is no mutant: {path}: {after}")
    if stale:
        return 1

    fates = fates_of(sample, arguments.jobs)
    survivors = [mutant for mutant, fate in fates if fate == "survives"]
    unlisted = [mutant for mutant in survivors if key(mutant) not in known]
    total = print_table(fates)
    score = 100 * total["caught"] / (total["caught"] + len(unlisted))
    print(
        f"{score:.1f} % are caught of those that can be; {len(survivors)} "
        f"survive, {len(unlisted)} of them not in survivors.tsv; "
        f"{len(found)} mutants there are"
    )
    for mutant in survivors:
        reason = known.get(key(mutant), "NOT LISTED in survivors.tsv")
        print(f"survives: {mutant.path}: {mutant.after}")
        print(f"     for: {mutant.before}")
        print(f"  reason: {reason}")
    return 1 if score < LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
