#!/bin/sh
# readme.sh CC LIBRARY INCLUDE...: each C program in the README
# compiles and prints what the block behind it shows.
set -eu
cd "$(dirname "$0")/../.."
cc=$1
library=$2
shift 2
includes=
for folder; do includes="$includes -I$folder"; done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk -v work="$work" '
    /^```c$/ { file = work "/" ++n ".c"; next }
    /^```text$/ { file = work "/" n ".expected"; next }
    /^```/ { file = ""; next }
    file { print > file }
' README.md

count=0
for source in "$work"/*.c; do
    program=${source%.c}
    # shellcheck disable=SC2086  # lists of words
    $cc -std=c11 -Wall -Wextra -Wpedantic -Werror $includes ${CFLAGS-} \
        "$source" "$library" -o "$program"
    "$program" >"$program.seen"
    diff -u "$program.expected" "$program.seen"
    count=$((count + 1))
done
echo "$count programs"
[ "$count" -ge 4 ]
