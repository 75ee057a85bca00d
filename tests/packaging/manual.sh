#!/bin/sh
# SPDX-License-Identifier: MIT
# manual.sh CC SOURCE WSCLOSE WSCLOSE-GEN: the manual pages are well formed and
# say what the programs and the header say.
cc=$1 source=$2 wsclose=$3 generator=$4
. "$(dirname "$0")/../support/shell.sh"
need mandoc "$cc"

mkdir -p "$folder/man/man1" "$folder/man/man3"
cp "$source/registry/tool/wsclose.1" "$source/gen/wsclose-gen.1" \
    "$folder/man/man1"
cp "$source/registry/wsclose.3" "$folder/man/man3"
# The pages refer to each other, which mandoc does not see, and to one of C.
pages='wsclose 1|wsclose-gen 1|wsclose 3|snprintf 3'
for page in man1/wsclose.1 man1/wsclose-gen.1 man3/wsclose.3; do
    mandoc -T lint "$folder/man/$page" 2>&1 |
        grep -vE "referenced manual not found: Xr ($pages)|mandoc\.db" \
            >"$folder/lint" || :
    [ ! -s "$folder/lint" ] || fail "$page: $(cat "$folder/lint")"
done
sed 's/^\.Sh NAME/.Sh NAM/' "$folder/man/man1/wsclose.1" >"$folder/bad.1"
[ -n "$(mandoc -T lint "$folder/bad.1" 2>&1)" ] || fail "any page would pass"

flags() {
    grep -oE -- '--[a-z][a-z-]*' | sort -u
}

# exits PAGE: the exit codes that it lists.
exits() {
    sed -n '/^\.Sh EXIT STATUS/,/^\.El/s/^\.It //p' "$1" | tr '\n' ' '
}

# agrees PAGE PROGRAM EXITS
agrees() {
    page=$folder/man/man1/$1
    "$2" --help | flags >"$folder/help"
    mandoc -T ascii "$page" | sed "s/.$(printf '\b')//g" | flags \
        >"$folder/page"
    grep -q -- --json "$folder/help" || fail "$1: --help shows nothing"
    diff "$folder/help" "$folder/page" >&2 ||
        fail "$1: the flags of --help (<) are not those of the page (>)"
    [ "$(exits "$page")" = "$3 " ] || fail "$1: exits are $(exits "$page")"
}
agrees wsclose.1 "$wsclose" "0 1 2"
agrees wsclose-gen.1 "$generator" "0 1 2 3 4 5 6"

# usage COMMAND: the flags that --help shows behind a command of wsclose-gen;
# synopsis COMMAND: those that the page does.
usage() {
    "$generator" --help | awk -v command="$1" '
        /^$/ { exit }
        / wsclose-gen / { ours = $0 ~ " wsclose-gen " command " " }
        ours' | flags
}
synopsis() {
    awk -v command="$1" '
        /^\.Sh DESCRIPTION/ { exit }
        /^\.Nm/ { ours = 0 }
        /^\.Cm / { ours = $2 == command }
        ours' "$folder/man/man1/wsclose-gen.1" | sed 's/Fl Fl /--/g' | flags
}
for command in generate sync diff status; do
    usage $command >"$folder/help"
    synopsis $command >"$folder/page"
    [ -s "$folder/help" ] || fail "--help shows no flags of $command"
    diff "$folder/help" "$folder/page" >&2 ||
        fail "$command: the flags of --help (<) are not those of SYNOPSIS (>)"
done

# What the READMEs name is there.
{ "$wsclose" --help && "$generator" --help; } | flags >"$folder/help"
cat "$source/README.md" "$source/gen/README.md" "$source/registry/README.md" |
    grep -vE 'cmake|pkg-config|tests/' | flags >"$folder/page"
for flag in --help --json --check --private; do
    grep -qx -- $flag "$folder/page" || fail "no README has $flag"
done
[ -z "$(comm -13 "$folder/help" "$folder/page")" ] ||
    fail "the READMEs have flags that no program has:" \
        "$(comm -13 "$folder/help" "$folder/page" | tr '\n' ' ')"

# The page's declarations, behind those of the header: the compiler compares.
{
    echo '#include <wsclose.h>'
    sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' \
        "$folder/man/man3/wsclose.3" | tr -d '"' | awk '
        /^\.Ft / { sub(/^\.Ft /, ""); type = $0 }
        /^\.Fo / { printf "%s %s(", type, $2; comma = "" }
        /^\.Fa / { sub(/^\.Fa /, ""); printf "%s%s", comma, $0; comma = ", " }
        /^\.Fc/ { print ");" }'
} >"$folder/page.c"
try "wsclose.3 declares other functions than wsclose.h" "$cc" -std=c11 -Wall \
    -Wextra -Werror -I"$source/registry/include" \
    -I"$source/generated/include" -fsyntax-only "$folder/page.c"
sed -n 's/.* \**\(wsclose_[a-z_]*\)(.*/\1/p' "$folder/page.c" | sort \
    >"$folder/declared"
sed -n 's/^\.Nm \(wsclose_[a-z_]*\).*/\1/p' "$folder/man/man3/wsclose.3" \
    >"$folder/named"
sed -n 's/^\.Fn \(wsclose_[a-z_]*\).*/\1/p' "$folder/man/man3/wsclose.3" |
    sort -u >"$folder/described"
for list in declared named described; do
    diff "$source/tests/data/exported-symbols.txt" "$folder/$list" >&2 ||
        fail "wsclose.3: the functions $list are not those of the library"
done
