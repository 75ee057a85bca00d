# SPDX-License-Identifier: MIT
# Compares what Chromium showed with what this library expects.
#
# awk -f chromium.awk -v version=V -v page=FILE -v differences=FILE
#     KNOWN EXPECTED NOTES SEEN
#
# KNOWN is chromium-differences.tsv; EXPECTED and SEEN have a line for each case
# in the same order, NOTES the payload of the browser's Close frame. Writes the
# tables of the page and the differences as they are now, prints what is wrong,
# and last
# "N passed, N failed".
BEGIN {
    FS = "\t"
    OFS = "\t"
    split(version, number, ".")
}

FNR == 1 { file++ }

# KNOWN: case, expected, seen, reason
file == 1 && !/^#/ && FNR > 2 { known[$1] = $2 FS $3; reason[$1] = $4 }

# EXPECTED: case, events, and what the browser sends if that was noted
file == 2 {
    name[FNR] = $1
    cases[$1] = FNR
    sends[FNR] = $3 != ""
    expected[FNR] = $2 ($3 != "" ? ", sent " $3 : "")
    count = FNR
}

file == 3 { note[FNR] = $0 }

# SEEN: case, events
file == 4 && $1 in cases {
    i = cases[$1]
    seen[i] = $2 (sends[i] ? ", sent " sent(note[i]) : "")
}

file == 4 && !($1 in cases) && $0 != "end" { problem($0, "no such case") }

END {
    for (i = 1; i <= count; i++)
        judge(i)
    for (gone in known)
        if (!(gone in cases))
            problem(gone, "a known difference, but no case")
    write_differences()
    write_page()
    print passed + 0 " passed, " failed + 0 " failed"
}

function problem(what, why) {
    print "FAILED " what ": " why
    failed++
}

# The code in hexadecimal at the beginning of a payload.
function sent(payload,   code, digit) {
    if (payload == "none")
        return "nothing"
    if (payload == "")
        return "an empty Close"
    if (payload !~ /^[0-9a-f]+$/)
        return payload
    for (digit = 1; digit <= 4; digit++)
        code = code * 16 + \
            index("0123456789abcdef", substr(payload, digit, 1)) - 1
    return code
}

function judge(i,   both) {
    both = expected[i] FS seen[i]
    if (!(i in seen))
        problem(name[i], "the browser did not come to it")
    else if (expected[i] == seen[i] && name[i] in known)
        problem(name[i], "the known difference has gone: " seen[i])
    else if (expected[i] != seen[i] && known[name[i]] != both)
        problem(name[i], "expected: " expected[i] "; seen: " seen[i])
    else if (expected[i] != seen[i] && reason[name[i]] == "")
        problem(name[i], "the difference wants a reason")
    else
        passed++
}

function write_differences(   i) {
    print "# Chromium " number[1] > differences
    print "case", "expected", "seen", "reason" > differences
    for (i = 1; i <= count; i++)
        if (expected[i] != seen[i])
            print name[i], expected[i], seen[i], reason[name[i]] > differences
}

function write_page(   i) {
    print "| The ending | This library | Chromium | Why |" > page
    print "|---|---|---|---|" > page
    for (i = 1; i <= count; i++)
        if (expected[i] != seen[i])
            print row(name[i], expected[i], seen[i], reason[name[i]]) > page
    print "\nIn these it does as this library says:\n" > page
    print "| The ending | Both |\n|---|---|" > page
    for (i = 1; i <= count; i++)
        if (expected[i] == seen[i])
            print row(name[i], seen[i]) > page
}

function row(a, b, c, d) {
    return "| " a " | " b " |" (c != "" ? " " c " | " d " |" : "")
}
