# SPDX-License-Identifier: MIT
# generator_coverage.txt, then gcov's files: how many branches of gen/ there are
# and were taken, in whichever program, and the lines that have one that was
# not. No branch that leads to the end for want of memory can be taken
# (allocators.c).
BEGIN { FS = "\t" }
FILENAME ~ /generator_coverage\.txt$/ {
    if ($0 !~ /^#/ && NF == 2) named[$1] = $2
    next
}
/^ *-: *0:Source:/ {
    file = $0
    sub(/.*Source:/, "", file)
    next
}
/^ *[-#=0-9*]+: *[0-9]+:/ {
    split($0, part, ":")
    text = $0
    sub(/^[^:]*:[^:]*: */, "", text)
    ends[file, part[2] - 1] = text == "memory_exhausted();"
    branch = 0
    next
}
/^branch/ && file ~ /^gen\// {
    branch++
    key = file SUBSEP (part[2] + 0) SUBSEP branch
    lines[key] = file ": " text
    if ($0 ~ /taken [1-9]/) taken[key]
}
END {
    for (key in lines) {
        all++
        split(key, part, SUBSEP)
        if (key in taken) count++
        else if (ends[part[1], part[2]] || (lines[key] in named)) excused++
        else left[lines[key]]
    }
    for (line in left) print "not taken: " line | "sort"
    close("sort")
    printf "%d of %d branches of gen/ taken, %d cannot be: %.1f in 100\n",
           count, all, excused, 100 * count / (all - excused)
    exit count < 0.95 * (all - excused)
}
