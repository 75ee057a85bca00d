#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/trust/generator_coverage.sh: how many branches of gen/ the tests
# take. It fails below 95 in 100 of those that can be taken, and names each line
# that has one left; those that cannot be taken, and why, are in
# generator_coverage.txt.
set -eu
cd "$(dirname "$0")/../.."
dir=build/generator-coverage
mkdir -p "$dir"
tests='^(document|bad_document|semantics|symbol|generate|generate_failure'
tests="$tests|escape|golden|arguments|private|future|change|policy|summary"
tests="$tests|sync|crash|replay|fetch|nginx)(_test)?\$|^jobs\$|^pages"

{
    cmake -S . -B "$dir" -G Ninja -DCMAKE_BUILD_TYPE=Debug \
        -DCMAKE_C_FLAGS=--coverage -DWSCLOSE_REGENERATE=OFF
    cmake --build "$dir"
} >"$dir.log" 2>&1 || {
    cat "$dir.log"
    exit 1
}
find "$dir" -name '*.gcda' -exec rm -f {} +
# A file size limit stops the counters too: there a test may fail.
ctest --test-dir "$dir" -j 2 -R "$tests" >>"$dir.log" 2>&1 || true
timeout 120 "$dir/tests/generator/injection_test" >>"$dir.log" 2>&1

mkdir -p "$dir/gcov"
root=$PWD
cd "$dir/gcov"
rm -f ./*.gcov
find ../gen -name '*.gcda' -exec gcov -b -c -p -r -s "$root" {} + \
    >/dev/null 2>&1
status=0
awk -f "$root/tests/trust/generator_coverage.awk" \
    "$root/tests/trust/generator_coverage.txt" ./*.gcov \
    >../result || status=$?
cat ../result
exit "$status"
