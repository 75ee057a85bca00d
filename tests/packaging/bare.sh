#!/bin/sh
# Both commands of the README on a machine that has only Debian's base system;
# each twice, since the second time nothing is left to install. Needs root.
set -eu
cd "$(dirname "$0")/../.."
. tests/support/chroot.sh

git ls-files -co --exclude-standard -z >"$root/home/files"
tar -c --null -T "$root/home/files" | tar -x -C "$root/home/wsclose"

inside sh gen/quickstart.sh
inside sh gen/quickstart.sh
inside sh tests/run.sh
inside sh tests/run.sh
