# SPDX-License-Identifier: MIT
"""builds.py WORK: what a build runs when nothing has changed, and when one
registration has. Prints a line for each."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

WORK = Path(sys.argv[1]).resolve()
ROOT = Path(__file__).parents[2]
TREE, BUILD = WORK / "tree", WORK / "tree/build"

TODAY = "1000-1015,3000,3003,3008"
PERSON = '<contact><xref type="person" data="Person_{}"/>'


def copy_tree():
    shutil.rmtree(TREE, ignore_errors=True)
    for name in ("gen", "registry", "generated"):
        shutil.copytree(ROOT / name, TREE / name)
    shutil.copy(ROOT / "CMakeLists.txt", TREE)
    subprocess.run(["cmake", "-G", "Ninja", "-S", TREE, "-B", BUILD,
                    "-DWSCLOSE_BUILD_TESTS=OFF", "-DWSCLOSE_GEN_FETCH=OFF"],
                   check=True, capture_output=True)


def build():
    """What was compiled and generated, by name."""
    log = subprocess.run(["cmake", "--build", BUILD, "--verbose"], check=True,
                         capture_output=True, text=True).stdout
    ran = sorted(set(re.findall(r"-c \S*/(\w+\.c)\b", log)))
    return ["generate"] * ("wsclose-gen generate" in log) + ran


def sync(codes, old="", new=""):
    """Takes a document with these codes, in which one text is another."""
    made = subprocess.run(
        [sys.executable, Path(__file__).parent / "document.py", codes],
        check=True, capture_output=True, text=True).stdout
    if old not in made:
        sys.exit(f"error: the document has no {old}")
    document = WORK / "changed.xml"
    document.write_text(made.replace(old, new))
    subprocess.run([BUILD / "gen/wsclose-gen", "sync", "--from", document],
                   cwd=TREE, check=True, capture_output=True)


def report(what):
    ran = build()
    if build():
        sys.exit("error: a second build has something left to do")
    print("build", what, f"{len(ran)}: {' '.join(ran)}" if ran else "nothing",
          sep="\t", flush=True)


def main():
    copy_tree()
    build()
    report("nothing changed")
    sync(TODAY)
    build()
    (TREE / "gen/data/semantics.xml").touch()
    report("a data file is only touched")
    sync(TODAY, PERSON.format(18), PERSON.format(20))
    report("a contact of one code is another")
    sync(TODAY + ",3500")
    report("one code more")


main()
