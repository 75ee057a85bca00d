#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/consumer/run.sh [--all]: wsclose as other people's builds use it. It
# is installed, and projects of their own are built against it; a line for each
# build. With --all every way with every language, generator and kind, and for
# Windows.
all=${1-}
case $all in
'' | --all) ;;
*)
    echo "usage: sh tests/consumer/run.sh [--all]" >&2
    exit 2
    ;;
esac
. "$(dirname "$0")/../support/shell.sh"
. "$(dirname "$0")/builds.sh"
need cmake ninja make gcc g++ pkg-config nm

build_wsclose "$folder/build" -DBUILD_SHARED_LIBS=ON -DWSCLOSE_BUILD_BOTH=ON
install_wsclose "$folder/build" "$folder/prefix"
prefix=$folder/prefix
# A registry of before 3000 was registered, for the plugin.
try "sync fails" "$prefix/bin/wsclose-gen" sync \
    --from "$source/tests/data/history/base.xml" \
    --data "$folder/data" --out "$folder/generated"
cp "$folder/data/close-codes.xml" "$folder/projects/generate/snapshot.xml"

. "$here/matrix.sh"
. "$here/layouts.sh"
. "$here/meson.sh"
. "$here/options.sh"
. "$here/generate.sh"
. "$here/tables.sh"
. "$here/mixtures.sh"
. "$here/refusals.sh"
[ "$all" != --all ] || . "$here/cross.sh"
echo "$count builds"
