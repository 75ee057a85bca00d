#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/interop/chromium.sh [--refresh]: lets a page in Chromium see its
# connections end in every way, and compares its events with what this library
# says, and both with chromium-differences.tsv and chromium.md; --refresh writes
# both anew. A new difference then waits in chromium-differences.tsv for its
# reason.
set -eu
cd "$(dirname "$0")/../.."
source=tests/interop
build=build/interop
bin=$build/tests/interop

case ${1-} in
'' | --refresh) refresh=${1-} ;;
*)
    echo "usage: sh tests/interop/chromium.sh [--refresh]" >&2
    exit 2
    ;;
esac

PAGE_SECONDS=70
BROWSER_SECONDS=80

build_programs() {
    cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug \
        -DWSCLOSE_BUILD_INTEROP=ON -DWSCLOSE_BUILD_GENERATOR=OFF \
        -DWSCLOSE_BUILD_TOOL=OFF &&
        cmake --build "$build" --target interop-server chromium-expected
}

make_certificate() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
        -subj /CN=127.0.0.1 -days 2 -keyout "$work/key.pem" \
        -out "$work/certificate.pem"
}

# What a server prints first that ends in a number: its port.
port_of() {
    tries=0
    until [ $tries -eq 50 ]; do
        port=$(sed -nE '/[0-9]$/{s/.*[^0-9]//;p;q;}' "$1")
        [ -z "$port" ] || break
        tries=$((tries + 1))
        sleep 0.1
    done
    [ -n "$port" ] || {
        echo "error: a server did not start" >&2
        exit 1
    }
    echo "$port"
}

# Both serve until their standard input ends, or this script does.
start_servers() {
    mkfifo "$work/input"
    touch "$work/server.out" "$work/tls.out"
    "$bin/interop-server" <"$work/input" >"$work/server.out" &
    pids="$pids $!"
    openssl s_server -accept 127.0.0.1:0 -cert "$work/certificate.pem" \
        -key "$work/key.pem" <"$work/input" >"$work/tls.out" 2>&1 &
    pids="$pids $!"
    exec 3>"$work/input"
    server=$(port_of "$work/server.out")
    tls=$(port_of "$work/tls.out")
    # The port of a server that has ended.
    closed=$("$bin/interop-server" </dev/null)
}

stop() {
    exec 3>&-
    for pid in $pids; do
        kill "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}

# Writes the page as it is once it has loaded, or when its time is over.
run_page() {
    cp "$source/chromium.html" "$work"
    "$bin/chromium-expected" cases >"$work/cases.js"
    HOME=$work timeout -k 5 "$BROWSER_SECONDS" chromium --headless \
        --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update \
        --disable-sync --user-data-dir="$work/profile" \
        --host-resolver-rules='MAP nowhere.invalid ~NOTFOUND' \
        --timeout=$((PAGE_SECONDS * 1000)) --dump-dom \
        "file://$work/chromium.html?PORT=$server&CLOSED=$closed&TLS=$tls" \
        >"$work/dom" 2>"$work/chromium.log" 3>&-
}

take_results() {
    sed -n 's/^seen: //p' "$work/dom" >"$work/seen.tsv"
    grep -q '^end$' "$work/seen.tsv" || {
        tail -n 5 "$work/chromium.log" >&2
        echo "error: Chromium did not come to the end of the page" >&2
    }
    "$bin/chromium-expected" expected >"$work/expected.tsv"
    last=$(($(wc -l <"$work/expected.tsv") - 1))
    curl -s -w '\n' "http://127.0.0.1:$server/note/[0-$last]" \
        >"$work/notes"
}

write_introduction() {
    cat <<END
# Chromium

How a connection's end shows in Chromium $version, beside what
\`wsclose_derive_event()\` says of it, and what \`WebSocket.close()\` takes
there, beside \`wsclose_browser_may_close()\`. Made by
\`sh tests/interop/chromium.sh --refresh\`; without \`--refresh\` the
run fails where Chromium does otherwise than this page says. The version is that
of the last refresh.

Each row has the events that the page got, in their order, and of the last
CloseEvent.code, reason and wasClean. Where the server could tell, the code of
the Close frame that the browser sent follows, beside what
\`wsclose_parse()\` (STRICT) answers the server's with, or RFC 6455 a broken
frame. The browser makes 65,535 of any greater argument of \`close()\`.

In $1 of $2 cases Chromium does otherwise:

END
}

without_version() {
    sed -E 's/[0-9]+(\.[0-9]+){3}/N/g' "$1"
}

compare_page() {
    without_version "$source/chromium.md" >"$work/committed"
    without_version "$work/chromium.md" >"$work/made"
    if diff "$work/committed" "$work/made" >"$work/log" 2>&1; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    head -n 20 "$work/log"
    echo "FAILED tests/interop/chromium.md is not what this run makes;" \
        "if that is right: sh tests/interop/chromium.sh --refresh"
}

compare() {
    known=$source/chromium-differences.tsv
    awk -v version="$version" -v page="$work/tables" \
        -v differences="$work/differences.tsv" -f "$source/chromium.awk" \
        "$known" "$work/expected.tsv" "$work/notes" "$work/seen.tsv" \
        >"$work/result"
    sed '$d' "$work/result"
    read -r passed _ failed _ <<END
$(tail -n 1 "$work/result")
END
    {
        write_introduction "$(($(wc -l <"$work/differences.tsv") - 2))" \
            "$(wc -l <"$work/expected.tsv")"
        cat "$work/tables"
    } >"$work/chromium.md"
    [ -z "$refresh" ] || {
        cp "$work/differences.tsv" "$known"
        cp "$work/chromium.md" "$source/chromium.md"
    }
    compare_page
}

work=$(mktemp -d)
log=$work/log
. tests/support/quietly.sh
pids=
trap stop EXIT
trap 'exit 1' HUP INT TERM
sh gen/packages.sh gcc g++ cmake ninja-build pkg-config libssl-dev \
    libwebsockets-dev libboost-dev openssl curl chromium
version=$(chromium --version 2>/dev/null | cut -d ' ' -f 2)
quietly "the server does not build" build_programs
quietly "openssl made no certificate" make_certificate
start_servers
run_page || echo "error: Chromium ended with $?" >&2
take_results
compare
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
