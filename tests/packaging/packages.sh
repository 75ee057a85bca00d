#!/bin/sh
# SPDX-License-Identifier: MIT
# packages.sh [DIR]: the Debian packages, built twice in other
# folders, are the same bytes, and lintian has nothing to say of them. They are
# left in DIR if that is given.
cd "$(dirname "$0")/../.." || exit
kept=${1-}
. tests/support/shell.sh
sh gen/packages.sh gcc libc6-dev cmake ninja-build pkg-config libxml2-dev \
    libmd-dev libjansson-dev libcurl4-openssl-dev dpkg-dev file lintian
need cmake ninja gcc dpkg-deb dpkg-shlibdeps dpkg-parsechangelog lintian file

# made DIR: a copy of the sources, and its packages.
made() {
    mkdir -p "$1"
    git ls-files -co --exclude-standard -z >"$folder/files"
    tar -c --null -T "$folder/files" | tar -x -C "$1"
    try "$1: CMake refuses" cmake -S "$1" --preset package
    try "$1: it does not build" cmake --build "$1/build/package"
    try "$1: cpack refuses" \
        cpack --config "$1/build/package/CPackConfig.cmake" \
        -B "$1/build/package"
}
made "$folder/one"
# Elsewhere, later, and by somebody with other habits.
sleep 1
(umask 077 && TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 \
    made "$folder/another folder/of a longer name")
first=$folder/one/build/package
second="$folder/another folder/of a longer name/build/package"

for package in libwsclose1 libwsclose-dev wsclose-tools; do
    set -- "$first/$package"_*.deb
    [ -e "$1" ] || fail "there is no package $package"
    cmp "$1" "$second/${1##*/}" ||
        fail "$package is another when it is built elsewhere"
    ! dpkg-deb --fsys-tarfile "$1" | grep -qF "$folder" ||
        fail "$package names the folder that it was built in"
    echo "$(sha256sum <"$1" | cut -c 1-16) ${1##*/}"
done

# has PACKAGE PATTERN: a file of the package.
has() {
    dpkg-deb -c "$first/$1"_*.deb | awk '{ print $6 }' >"$folder/list"
    grep -qx "\./usr/$2" "$folder/list" || fail "$1 has no $2"
}
has libwsclose1 'lib/[^/]*/libwsclose\.so\.1'
has libwsclose-dev 'lib/[^/]*/libwsclose\.so'
has libwsclose-dev 'lib/[^/]*/libwsclose\.a'
has libwsclose-dev include/wsclose_codes.h
has libwsclose-dev share/wsclose/src/row.c
has libwsclose-dev share/wsclose/src/data/semantics.xml
has libwsclose-dev share/doc-base/libwsclose-dev.close-codes
has libwsclose-dev share/man/man3/wsclose.3.gz
has wsclose-tools bin/wsclose
has wsclose-tools bin/wsclose-gen
has wsclose-tools libexec/wsclose/wsclose-gen-fetch
has wsclose-tools lib/systemd/system/wsclose-sync.timer
has wsclose-tools lib/sysusers.d/wsclose.conf
has wsclose-tools share/man/man1/wsclose-gen.1.gz
has wsclose-tools share/bash-completion/completions/wsclose
has wsclose-tools share/wsclose/semantics.xml

# may_stand PACKAGE HOW: beside what for which other architectures.
may_stand() {
    seen=$(dpkg-deb -f "$first/$1"_*.deb Multi-Arch)
    [ "$seen" = "$2" ] || fail "$1 is Multi-Arch: $seen"
}
may_stand libwsclose1 same
may_stand libwsclose-dev same
may_stand wsclose-tools foreign

lintian --allow-root --display-info --fail-on error,warning,info \
    "$first"/*.deb \
    >"$folder/lintian" 2>&1 || fail "lintian: $(cat "$folder/lintian")"
[ ! -s "$folder/lintian" ] || fail "lintian: $(cat "$folder/lintian")"
echo "lintian: nothing to say"
[ -z "$kept" ] || cp "$first"/*.deb "$kept"
