# SPDX-License-Identifier: MIT
# generator_coverage.txt, then gcov's files: how many branches of gen/ there are
# and were taken, and the lines that have one that was not. No branch that leads
# to the end for want of memory can be taken (allocators.c).
function settle() {
    if (!untaken) return
    if (text == "memory_exhausted();" || (line in named)) excused += untaken
    else left[line]
    untaken = 0
}
BEGIN { FS = "\t" }
FILENAME ~ /generator_coverage\.txt$/ {
    if ($0 !~ /^#/ && NF == 2) named[$1] = $2
    next
}
/^ *-: *0:Source:/ {
    settle()
    file = $0
    sub(/.*Source:/, "", file)
    next
}
/^ *[-#=0-9*]+: *[0-9]+:/ {
    text = $0
    sub(/^[^:]*:[^:]*: */, "", text)
    settle()
    line = file ": " text
    next
}
/^branch/ && file ~ /^gen\// {
    all++
    if ($0 ~ /taken [1-9]/) taken++
    else untaken++
}
END {
    settle()
    for (line in left) print "not taken: " line | "sort"
    close("sort")
    printf "%d of %d branches of gen/ taken, %d cannot be: %.1f in 100\n",
           taken, all, excused, 100 * taken / (all - excused)
    exit taken < 0.95 * (all - excused)
}
