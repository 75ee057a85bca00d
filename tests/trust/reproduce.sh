#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/trust/reproduce.sh: two release builds of different folders, users,
# locales, time zones, umasks and years install the same bytes. Another user can
# be had by root alone.
set -eu
cd "$(dirname "$0")/../.."
sh gen/packages.sh gcc libc6-dev cmake ninja-build pkg-config libxml2-dev \
    libmd-dev libjansson-dev libcurl4-openssl-dev faketime
# What a cache has would be the same twice.
unset CMAKE_C_COMPILER_LAUNCHER CMAKE_CXX_COMPILER_LAUNCHER

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
other_user=
[ "$(id -u)" -ne 0 ] || other_user='setpriv --reuid=65534 --regid=65534
    --clear-groups'

# build FOLDER SHARED COMMAND...: by the command, builds and installs a copy of
# the sources in FOLDER; FOLDER.sums has the digests of what was installed.
build() {
    folder=$root/$1 shared=$2
    shift 2
    mkdir -p "$folder"
    git ls-files -co --exclude-standard -z | tar -c --null -T - |
        tar -x -C "$folder"
    [ -z "$other_user" ] || chown -R 65534 "$folder"
    # shellcheck disable=SC2016  # the inner shell's
    "$@" sh -euc 'umask "$UMASK"
        cd "$1"
        cmake --preset release -DBUILD_SHARED_LIBS="$2" \
            -DWSCLOSE_BUILD_TESTS=OFF
        cmake --build build/release
        DESTDIR=$1/installed cmake --install build/release' \
        sh "$folder" "$shared" >"$root/log" 2>&1 || {
        tail -n 20 "$root/log" >&2
        echo "reproduce.sh: the build in $folder fails" >&2
        exit 1
    }
    (cd "$folder/installed" && find . -type f | LC_ALL=C sort |
        xargs sha256sum) >"$folder.sums"
}

for shared in OFF ON; do
    one=a-$shared other="b/a longer name-$shared"
    build "$one" $shared env UMASK=022 LC_ALL=C TZ=UTC0 HOME=/
    # shellcheck disable=SC2086  # a command or nothing
    build "$other" $shared env UMASK=077 LC_ALL=C.UTF-8 LANGUAGE=ja \
        TZ=Asia/Tokyo HOME="$root" $other_user faketime -f '+5y'
    diff "$root/$one.sums" "$root/$other.sums" || {
        echo "reproduce.sh: the bytes differ, BUILD_SHARED_LIBS=$shared" >&2
        exit 1
    }
    ! grep -rlF "$root" "$root/$one/installed" || {
        echo "reproduce.sh: the folder of the build is in these files" >&2
        exit 1
    }
    echo "BUILD_SHARED_LIBS=$shared: $(grep -c . "$root/$one.sums") files," \
        "the same bytes"
done
