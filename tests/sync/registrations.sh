#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/sync/registrations.sh: what IANA may do to the registry turns no test
# red. In a clone of the repository each change is synced on top of the last
# one; the quick tests run after the first, the fifth and the last.
set -eu
cd "$(dirname "$0")/../.."
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
    try "$name: the build fails" cmake --build build/ci
    try "$name: it is not accepted" build/ci/gen/wsclose-gen sync --quiet \
        --from "$folder/$name.xml" "$@"
}

check() {
    try "after $1: the build fails" cmake --build build/ci
    try "after $1: a test fails" ctest --test-dir build/ci -j 2 \
        --no-tests=error --output-on-failure
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
