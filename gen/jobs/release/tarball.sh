#!/bin/sh
# SPDX-License-Identifier: MIT
# tarball.sh FOLDER: the sources of the last commit as FOLDER/wsclose-VERSION
# .tar.gz: the same bytes whoever makes it, wherever and whenever.
set -eu
export LC_ALL=C
version=$(git show HEAD:registry/include/wsclose.h |
    sed -n 's/^#define WSCLOSE_VERSION_STRING "\(.*\)"$/\1/p')
name=wsclose-$version
mkdir -p "$1"
git -c tar.umask=0022 -c core.autocrlf=false archive --format=tar \
    --prefix="$name/" HEAD >"$1/$name.tar"
gzip -9nf "$1/$name.tar"
