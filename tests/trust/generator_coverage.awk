# generator_coverage.txt, then gcov's files: how many branches of gen/ there are and were
# taken, and the lines that have one that was not.
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
    text = $0
    sub(/^[^:]*:[^:]*: */, "", text)
    next
}
/^branch/ && file ~ /^gen\// {
    all++
    if ($0 ~ /taken [1-9]/) taken++
    else if ((file ": " text) in named) excused++
    else left[file ": " text]++
}
END {
    for (line in left) print "not taken: " line | "sort"
    close("sort")
    printf "%d of %d branches of gen/ taken, %d cannot be: %.1f in 100\n",
           taken, all, excused, 100 * taken / (all - excused)
    exit taken < 0.95 * (all - excused)
}
