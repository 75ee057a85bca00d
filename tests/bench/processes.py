# SPDX-License-Identifier: MIT
"""processes.py ROUNDS WORK: whole processes against each other, and how the
generator grows. WORK has the programs that run.sh built and the documents.
Prints lines as bench does: the nanoseconds of processor time in every round."""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parent
ROUNDS, WORK = int(sys.argv[1]), Path(sys.argv[2])
GENERATOR = WORK / "installed/bin/wsclose-gen"
TOOL, ALONE = WORK / "wsclose", WORK / "wsclose-without-applications"
PYTHON = "/usr/bin/python3"


def run(command):
    """The processor time of a command."""
    files = [(os.POSIX_SPAWN_OPEN, output, "/dev/null", os.O_WRONLY, 0)
             for output in (1, 2)]
    child = os.posix_spawnp(str(command[0]), [str(word) for word in command],
                            os.environ, file_actions=files)
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"error: {' '.join(map(str, command))} ends with {status}")
    return (usage.ru_utime + usage.ru_stime) * 1e9


def instructions(command):
    """As callgrind counts them."""
    seen = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
         *command], text=True, capture_output=True, check=True)
    return int(re.search(r"Collected : (\d+)", seen.stderr)[1])


def race(subject, document, contenders):
    samples = {name: [] for name in contenders}
    for i in range(ROUNDS + 1):
        for name, command in contenders.items():
            time = run(command)
            if i:  # the first time files may not be in memory yet
                samples[name].append(time)
    for name, times in samples.items():
        print("whole process", subject, document, name,
              *(f"{time:.4g}" for time in times), sep="\t", flush=True)
    for name, command in contenders.items():
        print("instructions", "whole process", subject, document, name,
              instructions(command), sep="\t", flush=True)


def data(name, document):
    """A data folder whose snapshot a sync made of a document, and its output;
    what is generated already stands there."""
    folder = WORK / "data" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(BENCH.parents[1] / "gen/data/semantics.xml", folder)
    arguments = ["--data", folder, "--out", folder / "out",
                 "--max-size", "100000000"]
    subprocess.run([GENERATOR, "sync", "--from", document, *arguments],
                   check=True, capture_output=True)
    return folder / "close-codes.xml", arguments


def installed(part):
    """The files of a part of the data that a folder has not of its own."""
    return sorted((WORK / "installed/share/wsclose" / part).glob("*.xml"))


def others(document, *read_too):
    """xmllint parses the very files that wsclose-gen reads, into trees as it
    does; the others take what they need from the one document."""
    return {
        "xmllint": ["xmllint", "--noout", document, *read_too],
        "xsltproc": ["xsltproc", BENCH / "make_enum.xsl", document],
        "python3": [PYTHON, "-I", BENCH / "make_enum.py", document],
    }


def against_others():
    document = WORK / "today.xml"
    snapshot, arguments = data("today", document)
    tables = [snapshot.with_name("semantics.xml"), *installed("languages")]
    pages = [*tables, *installed("applications")]
    race("generate", "its snapshot", {
        "wsclose-gen": [GENERATOR, "generate", "--no-pages", *arguments],
        **others(snapshot, *tables),
    })
    race("generate, and pages", "its snapshot", {
        "wsclose-gen": [GENERATOR, "generate", *arguments],
        "xmllint": others(snapshot, *pages)["xmllint"],
    })
    race("sync, nothing new", "IANA's document", {
        "wsclose-gen": [GENERATOR, "sync", "--from", document, *arguments],
        **others(document, snapshot, *pages),
    })
    race("start alone", "--version", {
        "wsclose-gen": [GENERATOR, "--version"],
        "xmllint": ["xmllint", "--version"],
    })
    race("look-up", "one code", {
        "wsclose": [TOOL, "1006"],
        "without applications": [ALONE, "1006"],
        "errno": ["errno", "2"],
        "printf": ["/usr/bin/printf", "1006"],
    })


def memory(command):
    """KiB at the peak; the child of a small process begins with little."""
    result = subprocess.run(["/usr/bin/time", "-f", "%M", *command], text=True,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return int(result.stderr.split()[-1])


def written(arguments):
    """The bytes of all files of the last run."""
    folder = Path(arguments[arguments.index("--out") + 1])
    return sum(file.stat().st_size for file in folder.rglob("*")
               if file.is_file())


def growth(label, document, *private):
    """sync takes no private files."""
    _, arguments = data("growth", document)
    commands = {"generate": [GENERATOR, "generate", *arguments, *private]}
    if not private:
        commands["sync"] = [GENERATOR, "sync", "--from", document, *arguments]
    for name, command in commands.items():
        run(command)
        times = [run(command) for _ in range(max(1, ROUNDS // 3))]
        print("growth", name, label, document.stat().st_size,
              written(arguments), memory(command),
              *(f"{time:.4g}" for time in times), sep="\t", flush=True)


def main():
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    against_others()
    for codes in (10, 100, 1000, 2000):
        growth(f"{codes} codes", WORK / f"{codes}.xml")
    growth("100 of them private", WORK / "1000.xml", "--private",
           WORK / "private.xml")
    growth("today, other registries 100 times", WORK / "others.xml")


main()
