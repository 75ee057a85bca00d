#!/bin/sh
# SPDX-License-Identifier: MIT
# documents.sh SOURCE CC LIBRARY WSCLOSE WSCLOSE-GEN INCLUDE...: each C program
# in a document compiles and prints what the block behind it shows, each command
# of a console block prints what stands below it, and each link leads somewhere.
source=$1 cc=$2 library=$3 wsclose=$4 generator=$5
shift 5
. "$(dirname "$0")/../support/shell.sh"
includes=
for include; do includes="$includes -I$include"; done
documents='README.md CONTRIBUTING.md SECURITY.md registry/README.md
    gen/README.md gen/jobs/README.md generated/npm/README.md
    tests/examples/README.md tests/interop/README.md tests/bench/README.md
    tests/trust/README.md'

mkdir "$folder/bin"
ln -s "$wsclose" "$folder/bin/wsclose"
ln -s "$generator" "$folder/bin/wsclose-gen"
PATH=$folder/bin:$PATH
export LC_ALL=C.UTF-8 COLUMNS=80

# blocks DOCUMENT: its blocks as files, numbered: 1.c and 1.text, 2.console.
blocks() {
    awk -v work="$folder/blocks" '
        /^```c$/ { file = work "/" ++n ".c"; next }
        /^```text$/ { file = work "/" n ".text"; next }
        /^```console$/ { file = work "/" ++n ".console"; next }
        /^```/ { file = ""; next }
        file { print > file }
    ' "$source/$1"
}

# check_program FILE
check_program() {
    program=${1%.c}
    # shellcheck disable=SC2086  # lists of words
    $cc -std=c11 -Wall -Wextra -Wpedantic -Werror $includes ${C_FLAGS-} \
        "$1" "$library" -o "$program"
    "$program" >"$program.seen"
    diff -u "$program.text" "$program.seen" >&2 ||
        fail "$document: a program prints something else"
    count=$((count + 1))
}

# is_shown SEEN SHOWN: a line "..." stands for any lines.
is_shown() {
    awk 'NR == FNR { seen[++count] = $0; next }
        $0 == "..." { skips = 1; next }
        {
            while (skips && at < count && seen[at + 1] != $0)
                at++
            skips = 0
            if (at >= count || seen[++at] != $0) {
                print "not printed: " $0
                exit failed = 1
            }
        }
        END {
            if (!failed && !skips && at < count) {
                print "not shown: " seen[at + 1]
                exit 1
            }
        }' "$1" "$2" >&2
}

# check_console FILE: "$ command" and what it prints.
check_console() {
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in
        '$ '*) (cd "$source" && sh -c "${line#??}" </dev/null) ;;
        esac
    done <<EOF >"$1.seen"
$(grep '^\$ ' "$1")
EOF
    is_shown "$1.seen" "$1" ||
        fail "$document: a command prints something else"
    count=$((count + 1))
}

# anchors FILE: what its headings and its own anchors are called.
anchors() {
    sed -n 's/^##* //p' "$1" | tr 'A-Z ' 'a-z-' | tr -d '`.,:?()'
    grep -oE '<a id="[^"]*"' "$1" | cut -d '"' -f 2
}

# check_links DOCUMENT: files of this repository that it links to are there,
# and have the heading that a link names.
check_links() {
    grep -oE '\]\([^)]*\)' "$source/$1" | sed 's/^](//; s/)$//' |
        while IFS= read -r link; do
            case $link in
            https:*) continue ;;
            '#'*) file=$source/$1 ;;
            *) file=$source/$(dirname "$1")/${link%%#*} ;;
            esac
            [ -e "$file" ] || fail "$1: there is no $link"
            case $link in
            *'#'*) anchors "$file" | grep -qxF "${link#*#}" ||
                fail "$1: $link has no such heading" ;;
            esac
        done
}

count=0
for document in $documents; do
    [ -e "$source/$document" ] || fail "there is no $document"
    check_links "$document"
    mkdir "$folder/blocks"
    blocks "$document"
    for file in "$folder"/blocks/*; do
        case $file in
        *.c) check_program "$file" ;;
        *.console) check_console "$file" ;;
        esac
    done
    rm -r "$folder/blocks"
done
[ "$count" -ge 5 ] || fail "only $count blocks were found"
