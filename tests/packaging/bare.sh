#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/packaging/bare.sh [SUITE [--quick]]: both commands of the README on a
# machine that has only Debian's base system, of this suite: bookworm (12),
# trixie (13) or sid. The first command twice, since then nothing is left to
# install; --quick is that of tests/run.sh. What the tests print is kept in
# build/bare/SUITE. Exit code 77: there is no such machine.
set -eu
cd "$(dirname "$0")/../.."
suite=${1-bookworm} depth=${2-}
. tests/support/chroot.sh
start
sources

inside sh gen/quickstart.sh
inside sh gen/quickstart.sh
mkdir -p build/bare
kept=build/bare/$suite
# shellcheck disable=SC2086  # an option or nothing
inside sh tests/run.sh $depth >"$kept" 2>&1 || {
    cat "$kept"
    exit 1
}
tail -n 1 "$kept"
