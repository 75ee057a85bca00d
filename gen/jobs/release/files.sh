#!/bin/sh
# SPDX-License-Identifier: MIT
# files.sh FOLDER: what is released of the last commit. FOLDER/files gets the
# sources, the library in two files, the Debian packages, what npm takes, and
# SHA256SUMS; FOLDER/notes.md is CHANGELOG.md's part.
# All is made of the tarball, so that it is known to build.
set -eu
export LC_ALL=C
umask 022
mkdir -p "$1/files"
folder=$(cd "$1" && pwd)
files=$folder/files
here=$(pwd)
date=$(git log -1 --format=%ct)
sh gen/packages.sh gcc libc6-dev cmake ninja-build pkg-config libxml2-dev \
    libmd-dev libjansson-dev libcurl4-openssl-dev dpkg-dev file

sh gen/jobs/release/tarball.sh "$files"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -xzf "$files"/wsclose-*.tar.gz -C "$work"
cd "$work"/wsclose-*
version=${PWD##*/wsclose-}

build() {
    cmake --preset package &&
        cmake --build build/package &&
        cmake --build build/package --target wsclose-amalgamation &&
        cpack --config build/package/CPackConfig.cmake -B build/package
}
build >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 1
}
cp build/package/*.deb "$files"

name=wsclose-amalgamation-$version
mkdir "$work/$name"
cp build/package/amalgamation/wsclose.[ch] LICENSE "$work/$name"
tar -C "$work" --sort=name --mtime="@$date" --owner=0 --group=0 \
    --numeric-owner --format=ustar -c "$name" | gzip -9n >"$files/$name.tar.gz"

command -v npm >/dev/null || sh "$here/gen/packages.sh" npm
cp -r generated/npm "$work/npm"
cp LICENSE "$work/npm"
(cd "$work/npm" && npm pkg set "version=$version" &&
    npm pack --silent --pack-destination "$files" >/dev/null)

(cd "$files" && rm -f SHA256SUMS && sha256sum -- * >"$work/sums" &&
    cp "$work/sums" SHA256SUMS)
awk '/^## / { n++; next } n == 1' CHANGELOG.md >"$folder/notes.md"
