#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/run.sh: installs what the tests need and runs them, in under ten
# minutes. sh tests/run.sh --all: also what takes longer or needs more, in about
# an hour. --long: as --all, with what takes hours, or minutes for what seldom
# changes. --quick: one suite of the three.
set -u
cd "$(dirname "$0")/.." || exit

all='' long='' quick='' fuzz_seconds=20
case ${1-} in
'') ;;
--quick) quick=--quick ;;
--all) all=--all ;;
--long) all=--all long=--long fuzz_seconds=600 ;;
*)
    echo "usage: sh tests/run.sh [--quick | --all | --long]" >&2
    exit 2
    ;;
esac

passed=0
failed=0
skipped=0

# step WHAT COMMAND...: one line for a command, its output unless it passes.
# Exit code 77: it cannot run here, and says why.
step() {
    what=$1
    shift
    log=$(mktemp)
    started=$(date +%s)
    status=0
    "$@" >"$log" 2>&1 || status=$?
    case $status in
    0)
        result=ok
        passed=$((passed + 1))
        ;;
    77)
        result=skipped
        skipped=$((skipped + 1))
        cat "$log"
        ;;
    *)
        result=FAILED
        failed=$((failed + 1))
        cat "$log"
        ;;
    esac
    printf '%-7s %s (%d s)\n' "$result" "$what" $(($(date +%s) - started))
    rm -f "$log"
    return "$status"
}

# suite PRESET: configures, builds, and runs every test. What a machine without
# pseudo-terminals cannot show is left out; any other test that was skipped is a
# failure.
suite() {
    dir=build/$1
    step "$1: configure" cmake --preset "$1" || return
    step "$1: build" cmake --build "$dir" || return
    log=$(mktemp)
    ctest --test-dir "$dir" --no-tests=error --output-on-failure -j 2 \
        >"$log" 2>&1 || cat "$log"
    grep 'Test *#.* sec$' "$log"
    good=$(grep -c 'Test *#.* Passed .* sec$' "$log")
    left_out=$(grep -c 'terminal_test .*\*\*\*Skipped' "$log")
    ran=$(grep -c 'Test *#.* sec$' "$log")
    [ "$good" -gt 0 ] || ran=$((ran + 1))
    passed=$((passed + good))
    skipped=$((skipped + left_out))
    failed=$((failed + ran - good - left_out))
    rm -f "$log"
}

sh gen/packages.sh gcc g++ clang clang-format-19 libc6-dev cmake ninja-build \
    make pkg-config libxml2-dev libssl-dev libjansson-dev libmd-dev \
    libcurl4-openssl-dev ca-certificates libcmocka-dev libwebsockets-dev \
    libcivetweb-dev libboost-dev nginx-light libnginx-mod-stream-js \
    python3-websockets python3-html5lib python3-jsonschema nodejs lua5.4 \
    lua-dkjson unicode-data cmark-gfm systemd git mandoc bash-completion \
    doxygen || exit 1

[ -n "$quick" ] || step "style" sh tests/style.sh
suite ci
if [ -n "$quick" ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ]
    exit
fi
cat build/ci/tests/sync/fetch/fetch-table.txt
suite asan
suite clang
step "consumers: other projects' builds" sh tests/consumer/run.sh $all
step "bench: it runs" sh tests/bench/run.sh --quick
if [ -n "$all" ]; then
    sh gen/packages.sh strace || exit 1
    step "memory: requests that fail" build/ci/tests/generator/memory_test
    step "memory: those of the tool" build/ci/tests/tool/tool_memory_test
    step "system calls that fail" \
        sh tests/generator/syscalls.sh "$PWD/build/ci/gen/wsclose-gen"
    step "injection: ten thousand hostile texts" \
        build/ci/tests/generator/injection_test
    step "time and memory on hostile documents" \
        build/ci/tests/generator/resources_test
    step "fuzzers" sh tests/fuzz/run.sh "$fuzz_seconds"
    cat build/fuzz/figures
    step "interop: six libraries" sh tests/interop/run.sh
    step "interop: Chromium" sh tests/interop/chromium.sh
    step "trust: the library's coverage" timeout 300 sh tests/trust/coverage.sh
    cat build/coverage/table
    step "trust: the generator's coverage" sh tests/trust/generator_coverage.sh
    tail -n 1 build/generator-coverage/result
    step "trust: the same answers on every machine" \
        timeout 600 sh tests/trust/machines.sh
    cat build/machines/table
    step "trust: what EVA proves of the library" \
        timeout 1800 sh tests/trust/eva.sh
    cat build/eva/found
    step "trust: four analyzers" timeout 1200 sh tests/trust/static.sh
    step "trust: the ABI of 1.0" timeout 300 sh tests/trust/abi.sh
    step "trust: what is installed is hardened" \
        timeout 300 sh tests/trust/hardening.sh
    step "trust: two builds, the same bytes" \
        timeout 600 sh tests/trust/reproduce.sh
    step "musl: the library, the tool and the generator" sh tests/musl.sh
    step "macOS: all compiles" sh tests/macos/compile.sh
    step "the page in Chromium, for every reader" sh tests/pages/browser.sh
    step "packages: built twice, and lintian" sh tests/packaging/packages.sh
    step "npm: packed, typed and asked" \
        sh tests/packaging/npm.sh build/ci/gen/wsclose-gen
    step "Wireshark names the codes" \
        sh tests/packaging/wireshark.sh build/ci/gen/wsclose-gen
    step "release: all of it, twice" sh tests/packaging/release.sh
    step "workflows: actionlint and shellcheck" sh tests/sync/workflows.sh
    for suite in bookworm trixie; do
        step "bare $suite: the packages" \
            sh tests/packaging/bare_packages.sh $suite
        step "bare $suite: both commands of the README" \
            sh tests/packaging/bare.sh $suite --quick &&
            tail -n 1 build/bare/$suite
    done
    step "what IANA may do to the registry" sh tests/sync/registrations.sh $long
fi
if [ -n "$long" ]; then
    step "fetch: the time limits as they are" \
        sh -c 'cd build/ci/tests/sync/fetch && ./fetch_test --slow'
    step "documents in a random order" \
        build/ci/tests/sync/sequence_test --long
    step "trust: mutants" sh tests/trust/mutate.sh --all
    cat build/mutation/table
    for suite in bookworm trixie sid; do
        step "bare $suite: all tests" sh tests/packaging/bare.sh $suite &&
            tail -n 1 build/bare/$suite
    done
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
