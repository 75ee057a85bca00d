#!/bin/sh
# SPDX-License-Identifier: MIT
# sh gen/quickstart.sh: from a fresh checkout on Debian to generated headers, a
# library and a tool. Installs what is missing, builds into build/release,
# writes generated/ from the committed snapshot, and looks two codes up.
set -eu
cd "$(dirname "$0")/.."

sh gen/packages.sh gcc libc6-dev cmake ninja-build pkg-config \
    libxml2-dev libmd-dev libjansson-dev libcurl4-openssl-dev ca-certificates

cmake --preset release -DWSCLOSE_BUILD_TESTS=OFF >/dev/null
cmake --build --preset release
build/release/gen/wsclose-gen generate

look_up() {
    printf '\n$ build/release/registry/tool/wsclose %s\n' "$*"
    build/release/registry/tool/wsclose "$@"
}
look_up 1006
look_up --lang ja 3008
