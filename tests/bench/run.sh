#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/bench/run.sh: installs what the benchmarks need, builds everything
# with -O2, measures, and prints the table; it stands in build/bench with the
# same as JSON and as a picture.
#   --draw   also writes the picture that the README shows
#   --quick  only a few rounds of a part, to see that it runs
set -eu
cd "$(dirname "$0")/../.."
bench=tests/bench
work=build/bench
log=$work/log
. tests/support/quietly.sh
rounds=31
quick='' draw=''

case ${1-} in
'') ;;
--draw) draw=yes ;;
--quick) quick=yes rounds=2 ;;
*)
    echo "usage: sh tests/bench/run.sh [--draw | --quick]" >&2
    exit 2
    ;;
esac

# What users run.
installed() {
    cmake -G Ninja -S . -B "$work/build" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_C_FLAGS_RELEASE=-O2 -DWSCLOSE_BUILD_TESTS=OFF &&
        cmake --build "$work/build" &&
        cmake --install "$work/build" --prefix "$PWD/$work/installed"
}

# tool NAME DATA: the command, with the tables of this data.
tool() {
    "$work/installed/bin/wsclose-gen" generate --data "$2" \
        --out "$work/$1-tables"
    # shellcheck disable=SC2046  # a list of flags
    cc -O2 -D_XOPEN_SOURCE=700 -Iregistry -Iregistry/include \
        -I"$work/$1-tables" -I"$work/$1-tables/include" registry/tool/*.c \
        registry/*.c registry/shared/*.c \
        $(pkg-config --cflags --libs jansson) -o "$work/$1"
}

tools() {
    rm -rf "$work/alone"
    cp -R gen/data "$work/alone"
    rm "$work"/alone/applications/*
    tool wsclose gen/data
    tool wsclose-without-applications "$work/alone"
}

# document NAME CODES [OTHERS]
document() {
    name=$1
    shift
    /usr/bin/python3 -B $bench/document.py "$@" >"$work/$name.xml"
}

documents() {
    document today 1000-1015,3000,3003,3008
    document full 1000-1015,3000-3999
    document 10 1000-1009
    document 100 1000-1015,3000-3083
    document 1000 1000-1015,3000-3983
    document 2000 1000-2999
    document private 4000-4099
    document others 1000-1015,3000,3003,3008 100
}

# The tables of a registry in which all of 3000-3999 is assigned.
full_tables() {
    mkdir -p "$work/full"
    cp gen/data/semantics.xml "$work/full"
    "$work/installed/bin/wsclose-gen" sync --from "$work/full.xml" \
        --data "$work/full" --out "$work/full/generated" --max-size 1000000
}

# races NAME TABLES MODE...: builds these programs.
races() {
    name=$1 tables=$2
    shift 2
    cmake -G Ninja -S $bench -B "$work/races/$name" -DGENERATED="$tables" &&
        cmake --build "$work/races/$name" --target "$@"
}

# race NAME MODE LABEL
race() {
    "$work/races/$1/bench-$2" $rounds "$3, $2"
}

# count NAME MODE LABEL: the instructions of one operation, by callgrind.
count() {
    rm -rf "$work/callgrind"
    mkdir "$work/callgrind"
    quietly "the instructions cannot be counted" valgrind --tool=callgrind \
        --callgrind-out-file="$work/callgrind/out" \
        "$work/races/$1/bench-$2" 0 "$3, $2"
    awk -F '\t' -v OFS='\t' '
        sub(/^desc: Trigger: Client Request: /, "") {
            where = $1 OFS $2 OFS $3 OFS $4
            operations = $5
        }
        /^(totals|summary): / && operations {
            split($0, word, " ")
            print "instructions", where, word[2] / operations
            operations = 0
        }' $(ls -v "$work"/callgrind/out.*)
}

measure() {
    race today called "19 codes"
    [ -z "$quick" ] || return 0
    race today inlined "19 codes"
    race full called "1,016 codes"
    race full inlined "1,016 codes"
    count today called "19 codes"
    count today inlined "19 codes"
    count full called "1,016 codes"
    count full inlined "1,016 codes"
    /usr/bin/python3 -B $bench/processes.py $rounds "$work"
    /usr/bin/python3 -B $bench/sync.py "$work"
    /usr/bin/python3 -B $bench/builds.py "$work"
    sh $bench/sizes.sh "$work/sizes" "$work/full/generated"
}

machine() {
    cpu=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)
    echo "$(date +%F), ${cpu:-$(uname -m)}, $(nproc) processors," \
        "Linux $(uname -r | cut -d- -f1), $(cc --version | head -n 1)"
}

sh gen/packages.sh gcc g++ cmake ninja-build pkg-config python3 gperf strace \
    time openssl xsltproc libxml2-utils libxml2-dev libmd-dev libssl-dev \
    libjansson-dev libcurl4-openssl-dev libcap-dev libboost-dev \
    libwebsocketpp-dev libwebsockets-dev valgrind moreutils
mkdir -p $work
if [ -n "$quick" ]; then
    quietly "bench-called does not build" \
        races today "$PWD/generated" bench-called
else
    quietly "it cannot be installed" installed
    quietly "the command does not build" tools
    documents
    quietly "wsclose-gen does not take full.xml" full_tables
    quietly "the races do not build" races today "$PWD/generated" all
    quietly "the races with more codes do not build" \
        races full "$PWD/$work/full/generated" all
fi
measure >$work/lines.tsv
/usr/bin/python3 -B $bench/report.py $work/lines.tsv "$(machine)" $work/results
[ -z "$draw" ] || cp $work/results.svg $bench/results.svg
