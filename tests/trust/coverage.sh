#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/trust/coverage.sh: the unit tests of the library reach each of its
# lines, branches and conditions (MC/DC), or what they do not reach is shown.
set -eu
cd "$(dirname "$0")/../.."
sh gen/packages.sh clang-19 llvm-19 libclang-rt-19-dev cmake ninja-build \
    pkg-config libcmocka-dev libxml2-dev libmd-dev libjansson-dev
build=$PWD/build/coverage
mkdir -p "$build"
tests='lookup spelling text provenance rules payload utf8 format event ending
    small_registry'
flags='-fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc'

cmake --preset dev -B "$build" -DCMAKE_C_COMPILER=clang-19 \
    -DCMAKE_C_FLAGS="$flags" -DBUILD_SHARED_LIBS=ON \
    -DWSCLOSE_GEN_FETCH=OFF -DWSCLOSE_BUILD_TOOL=OFF \
    -DWSCLOSE_INSTALL=OFF >"$build/log"
rm -rf "$build/profiles"
for test in $tests; do
    cmake --build "$build" --target "${test}_test" >>"$build/log"
    (cd "$build/tests/library" &&
        LLVM_PROFILE_FILE="$build/profiles/%p.profraw" "./${test}_test") \
        >>"$build/log" 2>&1 || {
        tail -n 40 "$build/log"
        echo "coverage.sh: ${test}_test fails" >&2
        exit 1
    }
done
llvm-profdata-19 merge -o "$build/profile" "$build"/profiles/*.profraw

# cov COMMAND [OPTION...]: of the library's own sources, its headers too.
cov() {
    command=$1
    shift
    llvm-cov-19 "$command" "$@" -instr-profile="$build/profile" \
        "$build/tests/libwsclose-frozen.so" \
        -object "$build/tests/library/small_registry_test" -sources registry
}

cov report -show-branch-summary -show-mcdc-summary -show-functions=false \
    -show-region-summary=false >"$build/report"
awk 'BEGIN {
        form = "%-14s %10s %10s %10s %10s\n"
        print "reached/all:"
        printf form, "", "functions", "lines", "branches", "MC/DC"
    }
    NF == 13 && $2 > 0 {
        printf form, $1, $2 - $3 "/" $2, $5 - $6 "/" $5, $8 - $9 "/" $8,
            $11 - $12 "/" $11
        missed[$1] = $3 + $6 + $9 + $12
    }
    END { exit !("TOTAL" in missed) || missed["TOTAL"] > 0 }' \
    "$build/report" >"$build/table" || incomplete=yes
cat "$build/table"
[ -z "${incomplete-}" ] || {
    cov show -show-branches=count -show-mcdc >"$build/show"
    echo "coverage.sh: not all is reached; see build/coverage/show" >&2
    exit 1
}
# row.c is tables alone.
for source in registry/*.c registry/shared/*.c; do
    grep -q "^${source#registry/} " "$build/table" ||
        [ "$source" = registry/row.c ] || {
        echo "coverage.sh: $source is not in the report" >&2
        exit 1
    }
done
