#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/interop/run.sh [--refresh]: installs the peers, lets a server that
# has this library close connections to each, and compares what they do with
# differences.tsv and README.md; --refresh writes both anew. A new difference
# then waits in differences.tsv for its reason.
set -eu
cd "$(dirname "$0")/../.."
source=tests/interop
build=build/interop
bin=$build/tests/interop
results=$build/results
log=$build/log
. tests/support/quietly.sh

case ${1-} in
'' | --refresh) refresh=${1-} ;;
*)
    echo "usage: sh tests/interop/run.sh [--refresh]" >&2
    exit 2
    ;;
esac

install_packages() {
    set -- gcc g++ cmake ninja-build pkg-config libssl-dev python3 \
        python3-websockets libwebsockets-dev libboost-dev golang-go \
        golang-github-gorilla-websocket-dev
    # Node.js may come from elsewhere than Debian, with its npm.
    command -v node >/dev/null || set -- "$@" nodejs
    command -v npm >/dev/null || set -- "$@" npm
    sh gen/packages.sh "$@"
}

# The peers that npm has, in the versions of package-lock.json.
install_node_peers() {
    mkdir -p "$build/node"
    cp "$source"/peers/*.mjs "$source/package.json" "$source/.npmrc" \
        "$build/node"
    ! cmp -s "$source/package-lock.json" "$build/node/installed.json" ||
        return 0
    cp "$source/package-lock.json" "$build/node"
    (cd "$build/node" && npm ci --ignore-scripts --no-audit --no-fund) &&
        cp "$source/package-lock.json" "$build/node/installed.json"
}

build_programs() {
    cmake --preset asan -B "$build" -DWSCLOSE_BUILD_INTEROP=ON \
        -DWSCLOSE_BUILD_GENERATOR=OFF -DWSCLOSE_BUILD_TOOL=OFF &&
        cmake --build "$build" --target interop-server interop-cases \
            interop-read interop-lws interop-beast
}

build_gorilla() {
    GO111MODULE=off GOPATH=/usr/share/gocode GOFLAGS='' GOPROXY=off \
        GOCACHE="$PWD/$build/go" \
        go build -o "$bin/interop-gorilla" "$source/peers/gorilla.go"
}

debian_version() {
    # shellcheck disable=SC2016  # not the shell's variable
    dpkg-query -W -f '${source:Upstream-Version}' "$1"
}

npm_version() {
    node -p "require('./$build/node/node_modules/$1/package.json').version"
}

boost_version() {
    sed -n 's/^#define BOOST_LIB_VERSION "\(.*\)"/\1/p' \
        /usr/include/boost/version.hpp | tr _ .
}

# peer NAME VERSION WHAT COMMAND...
peer() {
    printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$results/versions.tsv"
    name=$1
    shift 3
    /usr/bin/python3 "$source/drive.py" "$bin" "$@" >"$results/$name.tsv" ||
        {
            echo "error: the peer $name could not be driven" >&2
            exit 1
        }
}

run_peers() {
    rm -rf "$results"
    mkdir -p "$results"
    peer ws "$(npm_version ws)" "Node.js" node "$build/node/ws.mjs"
    peer undici "$(npm_version undici)" "Node.js, by WHATWG's standard" \
        node "$build/node/undici.mjs"
    peer websockets "$(debian_version python3-websockets)" Python \
        /usr/bin/python3 -I "$source/peers/websockets.py"
    peer libwebsockets "$(debian_version libwebsockets-dev)" C \
        "$bin/interop-lws"
    peer Beast "$(boost_version)" "C++, in Boost" "$bin/interop-beast"
    peer gorilla "$(debian_version golang-github-gorilla-websocket-dev)" Go \
        "$bin/interop-gorilla"
}

without_versions() {
    sed -E 's/[0-9]+(\.[0-9]+)+/N/g' "$1"
}

# A new version alone is no difference.
compare_page() {
    without_versions "$source/README.md" >"$build/README.committed"
    without_versions "$build/README.md" >"$build/README.made"
    if diff "$build/README.committed" "$build/README.made" >"$build/log"; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    head -n 20 "$build/log"
    echo "FAILED tests/interop/README.md is not what this run makes;" \
        "if that is right: sh tests/interop/run.sh --refresh"
}

compare() {
    /usr/bin/python3 "$source/table.py" ${refresh:+"$refresh"} "$results" \
        "$build/README.md" >"$build/result" || [ $? -eq 1 ]
    sed '$d' "$build/result"
    read -r passed _ failed _ <<END
$(tail -n 1 "$build/result")
END
    [ -z "$refresh" ] || cp "$build/README.md" "$source/README.md"
    compare_page
}

mkdir -p "$build"
install_packages
quietly "npm could not install ws and undici" install_node_peers
quietly "the server and the peers in C and C++ do not build" build_programs
quietly "the peer in Go does not build" build_gorilla
run_peers
compare
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
