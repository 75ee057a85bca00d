#!/bin/sh
# sh tests/fuzz/run.sh [SECONDS [FUZZER...]]: builds the fuzzers with
# AddressSanitizer and UBSan, runs each for so long (20), and prints what it
# did. What they find is kept in build/fuzz/FUZZER/found; a second run goes on
# with the corpus of the first. For afl++:
#
#     sh tests/fuzz/run.sh 0
#     CC=afl-clang-fast cmake -S . -B build/afl -DWSCLOSE_BUILD_FUZZERS=ON \
#         -DWSCLOSE_FUZZ_MAIN=ON -DWSCLOSE_GEN_FETCH=OFF
#     cmake --build build/afl -t wsclose-fuzzers
#     afl-fuzz -i build/fuzz/name/corpus -o build/afl/name \
#         build/afl/tests/fuzz/fuzz_name @@
set -eu
cd "$(dirname "$0")/../.."
sh gen/packages.sh clang gcc libclang-rt-14-dev libxml2-dev libmd-dev \
    libjansson-dev pkg-config cmake ninja-build libcmocka-dev
seconds=${1-20}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- document generate report payload name arguments
work=build/fuzz

build() {
    cmake -S . -B "$work" -G Ninja -DCMAKE_C_COMPILER=clang \
        -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS="-O2 \
-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" \
        -DWSCLOSE_BUILD_FUZZERS=ON -DWSCLOSE_GEN_FETCH=OFF \
        -DWSCLOSE_REGENERATE=OFF
    cmake --build "$work" -t wsclose-fuzzers
}

# The corpus is made of what the tests have.
corpus() {
    to=$work/$1/corpus
    mkdir -p "$to" "$work/$1/found"
    case $1 in
    document)
        for file in gen/data/close-codes.xml tests/data/good/*.xml \
            tests/data/bad/*.xml tests/data/golden/*/in.xml \
            tests/data/future/*.xml tests/data/history/base.xml; do
            cp "$file" "$to/$(echo "$file" | tr / _)"
        done
        ;;
    generate | report)
        printf 'Title\nRule\n\001\001Going Away\nJane\nhttps://x/\nRFC 1\n' \
            >"$to/one"
        printf 'T\nR\n\000\007*/ ?\077/ "\\\n`` $\n%%s <b>\n?\077/"\n' \
            >"$to/two"
        ;;
    payload)
        printf '\003\350' >"$to/1000"
        printf '\003\351bye' >"$to/1001"
        printf '\017\240\342\202\254\000' >"$to/4000"
        printf '\003\357\300\257' >"$to/bad"
        ;;
    name)
        sed -n 's/^NAME([0-9]*, "\([^"]*\)", "\(.*\)")/\1\n\2/p' \
            generated/names.inc | while read -r name; do
            printf %s "$name" >"$to/$(echo "$name" | tr ' /' __)"
        done
        ;;
    arguments)
        printf '1006\n--json\n3000-3999' >"$to/look"
        printf 'list\n--status\nassigned\n--lang\nja' >"$to/list"
        printf 'search\n--json\nproxy' >"$to/search"
        printf 'frame\n--lenient\n03e9627965' >"$to/frame"
        printf 'build\n1001\nbye\n--json' >"$to/build"
        printf 'relay\n--json\n1015' >"$to/relay"
        printf 'going-away\n--no-color\n66536' >"$to/name"
        ;;
    esac
}

# The longest input of a fuzzer.
length() {
    case $1 in
    document) echo 65536 ;;
    payload) echo 200 ;;
    generate) echo 1024 ;;
    *) echo 4096 ;;
    esac
}

fuzz() {
    log=$work/$1/log
    status=0
    "$work/tests/fuzz/fuzz_$1" -seed=1 -max_total_time="$seconds" \
        -print_final_stats=1 -timeout=10 -rss_limit_mb=1024 \
        -max_len="$(length "$1")" -use_value_profile=1 \
        -artifact_prefix="$work/$1/found/" "$work/$1/corpus" \
        >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        tail -n 60 "$log"
        echo "$1: found something: see $work/$1/found"
        return 1
    fi
    awk -v name="$1" '/number_of_executed_units/ { runs = $2 }
        / cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") edges = $(i + 1) }
        / runs in / { seconds = $(NF - 1) }
        END { printf "%-10s %9d executions %5d seconds %6d edges\n",
              name, runs, seconds, edges }' "$log" | tee -a "$work/figures"
}

# A small sample of what was taken is compiled.
compile_sample() {
    taken=0
    for file in "$work"/document/corpus/*; do
        rm -rf "$work/sample"
        mkdir -p "$work/sample/data"
        cp gen/data/semantics.xml "$work/sample/data"
        "$work/gen/wsclose-gen" sync --quiet --from "$file" \
            --data "$work/sample/data" --out "$work/sample/out" \
            2>/dev/null || continue
        for unit in registry/*.c; do
            gcc -std=c11 -trigraphs -Wall -Wextra -Werror -fsyntax-only \
                -I"$work/sample/out" -I"$work/sample/out/include" \
                -Iregistry -Iregistry/include "$unit"
        done
        taken=$((taken + 1))
        [ "$taken" -lt 10 ] || break
    done
    echo "$taken documents that were taken compile"
    [ "$taken" -gt 0 ]
}

mkdir -p "$work"
build >"$work/build.log" 2>&1 || {
    cat "$work/build.log"
    exit 1
}
result=0
: >"$work/figures"
for fuzzer; do
    corpus "$fuzzer"
    [ "$seconds" -eq 0 ] || fuzz "$fuzzer" || result=1
done
[ ! -d "$work/document/corpus" ] || compile_sample || result=1
exit "$result"
