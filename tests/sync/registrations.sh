#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/sync/registrations.sh [--long]: what IANA may do to the registry
# turns no test red. In a clone of the repository each change is synced on top
# of the last one; after the last all tests run but those of fetching and
# writing, which have data of their own. --long: all, after the first and fifth
# too.
set -eu
cd "$(dirname "$0")/../.."
long=${1-}
source=$PWD
. tests/support/shell.sh

here=$folder/clone
git clone -q "$source" "$here"
cd "$here"
cmake --preset ci >"$folder/log" 2>&1
change() {
    name=$1
    shift
    python3 -B tests/sync/registrations.py "$name" gen/data/close-codes.xml \
        >"$folder/$name.xml"
    try "$name: the build fails" cmake --build build/ci -t wsclose-gen
    try "$name: it is not accepted" build/ci/gen/wsclose-gen sync --quiet \
        --from "$folder/$name.xml" "$@"
}

elsewhere='^((crash|race|writing|replay|sync|policy|fetch|fetch_terminal'
elsewhere="$elsewhere|program|nginx|sequence|private|unicode)(_test)?|"
elsewhere="${elsewhere}amalgamated_.*)\$"
[ -z "$long" ] || elsewhere='^$'
check() {
    [ "$1" = all ] || [ -n "$long" ] || return 0
    try "after $1: the build fails" cmake --build build/ci
    try "after $1: a test fails" ctest --test-dir build/ci -j 2 \
        -E "$elsewhere" --no-tests=error --output-on-failure
    echo "after $1: $(grep 'tests passed' "$folder/log")"
}

change 3xxx
check 3xxx
change 1016
change reference
change contact
change reworded --accept 3000
check reworded
change 1004
change all
check all
