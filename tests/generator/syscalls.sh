#!/bin/sh
# SPDX-License-Identifier: MIT
# syscalls.sh WSCLOSE-GEN: each system call of wsclose-gen that opens, reads,
# looks at, writes, syncs, renames or closes a file fails in turn. It ends with
# one of its exit codes and one line; the files are as before or as after, or,
# once one was renamed, what the next run heals.
set -eu
gen=$1
command -v strace >/dev/null || {
    echo "strace is missing: nothing was tried"
    exit 77
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
here=$(cd "$(dirname "$0")" && pwd)
cd "$folder"

calls=openat,read,newfstatat,fstat,access,faccessat2,readlink,getdents64,flock
calls=$calls,write,fchmod,fsync,rename,unlink,unlinkat,mkdir,rmdir,close,fcntl
failed=0
tried=0
refused=0

fail() {
    echo "$1"
    failed=$((failed + 1))
}

# The current registry, and one with a code more.
document() {
    printf '%s' '<registry xmlns="http://www.iana.org/assignments"' \
        ' id="websocket"><updated>2026-01-0'"$1"'</updated>' \
        '<registry id="close-code-number">' \
        '<record><value>3000</value><description>Alpha</description></record>'
    [ "$1" = 1 ] || printf '%s' \
        '<record><value>3001</value><description>Beta</description></record>'
    echo '</registry></registry>'
}

prepare() {
    mkdir -p base/data/languages base/data/applications
    cp "$here/../data/semantics.xml" base/data
    for tag in en ja; do
        words=$here/../../gen/data/languages/$tag.xml
        {
            sed '/^<\/language>/d' "$here/../data/languages/$tag.xml"
            sed -n '/^  <label id="[a-z]/,$p' "$words"
        } >"base/data/languages/$tag.xml"
    done
    document 1 >in.xml
    "$gen" sync --quiet --from in.xml --data base/data --out base/out
    document 2 >in.xml
    cp -a base old
}

# What is in a folder, temporary files too.
content() {
    (cd "$1" && find . -type f | LC_ALL=C sort | xargs sha256sum)
}

# once CALL NUMBER ERROR COMMAND...: the NUMBER-th CALL fails.
once() {
    call=$1 number=$2 error=$3
    shift 3
    where="$1: $call $number, $error"
    tried=$((tried + 1))
    rm -rf new && cp -a base new
    status=0
    strace -qq -o trace -e "trace=$call" \
        -e "inject=$call:error=$error:when=$number" \
        "$gen" "$@" >out.txt 2>err.txt || status=$?
    lines=$(wc -l <err.txt)
    now=$(content new)
    case $status in
    0)
        # what only looks, tidies up or tries again may fail
        [ "$lines" -eq 0 ] || fail "$where: 0, but: $(cat err.txt)"
        [ "$now" = "$after" ] || fail "$where: 0, but not what it should be"
        return
        ;;
    1) [ "$clean" -eq 1 ] || fail "$where: exit 1" ;;
    6)
        if [ "$lines" -ne 1 ] || ! grep -q ': error: ' err.txt; then
            fail "$where: $(cat err.txt)"
        fi
        refused=$((refused + 1))
        ;;
    *) fail "$where: exit $status: $(cat err.txt)" ;;
    esac
    [ "$now" = "$before" ] || [ "$now" = "$after" ] || heals "$where" "$@"
}

# Neither old nor new is only what the next run makes new, but for the report of
# a change that is no change any more.
heals() {
    where=$1
    shift
    "$gen" "$@" >out.txt 2>err.txt || fail "$where: not healed: $(cat err.txt)"
    [ "$(content new | grep -v report.md)" = \
        "$(echo "$after" | grep -v report.md)" ] || fail "$where: not healed"
}

# everywhere COMMAND...: each call that is not the loader's fails once, with one
# error after the other.
everywhere() {
    rm -rf new && cp -a base new
    before=$(content new)
    clean=0
    strace -qq -o trace -e "trace=$calls" "$gen" "$@" >out.txt 2>err.txt ||
        clean=$?
    after=$(content new)
    # before the first file of ours: the loader and the libraries
    awk -F'(' '/"(new|in\.xml)/ { ours = 1 }
        { count[$1]++; if (ours) print $1, count[$1] }' trace >calls.txt
    while read -r call number; do
        errors=${errors#* }\ ${errors%% *}
        once "$call" "$number" "${errors%% *}" "$@" </dev/null
    done <calls.txt
}

prepare
errors="EIO ENOSPC EINTR EACCES"
everywhere sync --quiet --from in.xml --data new/data --out new/out \
    --report new/report.md
everywhere generate --data new/data --out new/more/out
everywhere generate --check --data new/data --out new/out
everywhere diff new/data/close-codes.xml in.xml
everywhere status --data new/data --cache new
[ "$refused" -gt 200 ] || fail "only $refused calls ended it"
echo "$tried calls failed, $refused ended it; $failed not as they should"
[ "$failed" -eq 0 ]
