#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/fuzz/run.sh [--afl] [SECONDS [FUZZER...]]: builds the fuzzers with
# AddressSanitizer and UBSan, runs each for so long (20), and prints what it
# did. What they find is kept in build/fuzz/FUZZER/found; a second run goes on
# with the corpus of the first. With --afl afl-fuzz runs them in place of
# libFuzzer, in build/afl: what it finds is in build/afl/FUZZER/default/crashes
# and /hangs, and each of its runs begins anew.
set -eu
cd "$(dirname "$0")/../.."
sh gen/packages.sh clang gcc libclang-rt-dev libxml2-dev libmd-dev \
    libjansson-dev pkg-config cmake ninja-build libcmocka-dev
work=build/fuzz engine=libfuzzer
if [ "${1-}" = --afl ]; then
    shift
    work=build/afl engine=afl
    sh gen/packages.sh afl++
    # the machine's settings are its owner's: no speed is lost that matters
    export AFL_USE_ASAN=1 AFL_USE_UBSAN=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1 \
        AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1
fi
seconds=${1-20}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] ||
    set -- document records generate report payload name arguments options

build() {
    cc=clang
    flags="-fsanitize=fuzzer-no-link,address,undefined \
-fno-sanitize-recover=undefined"
    [ "$engine" = libfuzzer ] || cc=afl-clang-fast flags=
    cmake -S . -B "$work" -G Ninja -DCMAKE_C_COMPILER="$cc" \
        -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS="-O2 $flags" \
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
    generate)
        for snapshot in gen/data/close-codes.xml \
            tests/data/golden/*/expected/close-codes.xml; do
            name=$to/$(echo "$snapshot" | tr / _)
            cp "$snapshot" "$name"
            for private in tests/data/private/*.xml; do
                { cat "$snapshot" && printf '\f' && cat "$private"; } \
                    >"$name-$(basename "$private")"
            done
        done
        { cat tests/data/golden/private/expected/close-codes.xml &&
            printf '\f' && cat tests/fuzz/hostile.xml &&
            printf '\f' && cat tests/data/private/graphql-ws.xml; } \
            >"$to/hostile"
        ;;
    records | report)
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
    options)
        printf 'generate\n--data\nd\n--out=o\n--private\np\n--depfile\nx.d' \
            >"$to/generate"
        printf 'generate\n--check\n--snapshot=s' >"$to/check"
        printf 'sync\n--from\nf\n--accept\n3000\n--json\n--max-size\n9' \
            >"$to/sync"
        printf 'sync\n--url=https://u\n--max-time=9\n--quiet' >"$to/url"
        printf 'diff\na\nb\n--markdown' >"$to/diff"
        printf 'status\n--data=d\n--cache\nc' >"$to/status"
        # what is refused
        printf 'generate\n--check\n--depfile=d' >"$to/depfile"
        printf 'sync\n--url=u\n--from=f' >"$to/from"
        printf 'diff\na\nb\n--json\n--markdown' >"$to/markdown"
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
    document | generate) echo 65536 ;;
    payload) echo 200 ;;
    records) echo 1024 ;;
    *) echo 4096 ;;
    esac
}

# A document that assigns a range of thousands is generated, read and compared
# in seconds and some hundred megabytes of the sanitizer's.
libfuzzer() {
    log=$work/$1/log
    status=0
    ASAN_OPTIONS=quarantine_size_mb=64 "$work/tests/fuzz/fuzz_$1" -seed=1 \
        -max_total_time="$seconds" -print_final_stats=1 -timeout=60 \
        -rss_limit_mb=2048 \
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

# The same by afl-fuzz.
afl() {
    log=$work/$1/log
    rm -rf "$work/$1/default"
    afl-fuzz -i "$work/$1/corpus" -o "$work/$1" -V "$seconds" -t 10000 \
        -m none -G "$(length "$1")" -- "$work/tests/fuzz/fuzz_$1" \
        >"$log" 2>&1 || {
        tail -n 60 "$log"
        return 1
    }
    awk -v name="$1" '{ value[$1] = $3 }
        END { printf "%-10s %9d executions %5d seconds %6d edges\n", name,
              value["execs_done"], value["run_time"], value["edges_found"]
              exit value["saved_crashes"] + value["saved_hangs"] != 0 }' \
        "$work/$1/default/fuzzer_stats" >>"$work/figures" || {
        echo "$1: found something: see $work/$1/default"
        return 1
    }
    tail -n 1 "$work/figures"
}

# taken FUZZER INPUT: is it taken? What it generates is in sample/out.
taken() {
    rm -rf "$work/sample"
    mkdir -p "$work/sample/data"
    cp -R gen/data/semantics.xml gen/data/languages "$work/sample/data"
    if [ "$1" = document ]; then
        "$work/gen/wsclose-gen" sync --quiet --from "$2" \
            --data "$work/sample/data" --out "$work/sample/out"
        return
    fi
    awk -v folder="$work/sample" 'BEGIN { RS = "\f" }
        NR <= 2 {
            file = NR == 1 ? "data/close-codes.xml" : "private.xml"
            printf "%s", $0 >(folder "/" file)
        }' "$2"
    [ -s "$work/sample/private.xml" ] &&
        "$work/gen/wsclose-gen" generate --data "$work/sample/data" \
            --private "$work/sample/private.xml" --out "$work/sample/out"
}

# A small sample of what was taken is compiled.
compile_sample() {
    count=0
    for file in "$work/$1"/corpus/*; do
        taken "$1" "$file" >"$work/sample.log" 2>&1 || continue
        for unit in registry/*.c registry/shared/*.c; do
            gcc -std=c11 -trigraphs -Wall -Wextra -Werror -fsyntax-only \
                -I"$work/sample/out" -I"$work/sample/out/include" \
                -Iregistry -Iregistry/include "$unit" || return
        done
        count=$((count + 1))
        [ "$count" -lt 10 ] || break
    done
    echo "$1: $count inputs that were taken compile"
    [ "$count" -gt 0 ]
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
    [ "$seconds" -eq 0 ] || "$engine" "$fuzzer" || result=1
    case $fuzzer in
    document | generate) compile_sample "$fuzzer" || result=1 ;;
    esac
done
exit "$result"
