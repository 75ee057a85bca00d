#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/packaging/bare.sh [SUITE]: both commands of the README on a machine
# that has only Debian's base system, of this suite: bookworm (12), trixie (13)
# or sid. The first command twice, since then nothing is left to install. What
# the tests print is kept in build/bare/SUITE. Needs root.
set -eu
cd "$(dirname "$0")/../.."
suite=${1-bookworm}
. tests/support/chroot.sh
start
sources

inside sh gen/quickstart.sh
inside sh gen/quickstart.sh
mkdir -p build/bare
kept=build/bare/$suite
inside sh tests/run.sh >"$kept" 2>&1 || {
    cat "$kept"
    exit 1
}
tail -n 1 "$kept"
