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
tests='^(document|bad_document|semantics|language|mark|symbol|spelling_table'
tests="$tests|application|generate|generate_failure|escape|golden|arguments"
tests="$tests|private|future|change|policy|summary|sync|writing|race|crash"
tests="$tests|replay|sequence|fetch|program|fetch_terminal|nginx)(_test)?\$"
tests="$tests|^(jobs|propose)\$|^pages"

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
timeout 300 "$dir/tests/generator/injection_test" >>"$dir.log" 2>&1

# Each program by itself: they share sources.
rm -rf "$dir/gcov"
root=$PWD
for program in "$dir"/gen/CMakeFiles/*.dir; do
    mkdir -p "$dir/gcov/${program##*/}"
    cd "$dir/gcov/${program##*/}"
    find "$root/$program" -name '*.gcda' \
        -exec gcov -b -c -p -r -s "$root" {} + >/dev/null 2>&1
    cd "$root"
done
status=0
awk -f tests/trust/generator_coverage.awk \
    tests/trust/generator_coverage.txt "$dir"/gcov/*/*.gcov \
    >"$dir/result" || status=$?
cat "$dir/result"
exit "$status"
