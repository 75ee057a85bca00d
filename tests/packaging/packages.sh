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
# What is missing is named before anything is built.
mkdir "$folder/bin"
ln -s /usr/bin/* "$folder/bin"
rm "$folder/bin/file" "$folder/bin"/dpkg-*
! PATH=$folder/bin cmake -S "$folder/one" -B "$folder/none" --preset package \
    -DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF >"$folder/log" 2>&1 ||
    fail "CMake does not miss dpkg-dev"
grep -q 'sh gen/packages.sh dpkg-dev file$' "$folder/log" ||
    fail "CMake does not name dpkg-dev and file: $(cat "$folder/log")"
# Elsewhere, later, and by somebody with other habits.
sleep 1
(umask 077 && TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 \
    made "$folder/another folder/of a longer name")
first=$folder/one/build/package
second="$folder/another folder/of a longer name/build/package"

for package in libwsclose1 libwsclose-dev wsclose wsclose-gen; do
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
has wsclose bin/wsclose
has wsclose share/wsclose/close-codes.json
has wsclose share/man/man1/wsclose.1.gz
has wsclose share/bash-completion/completions/wsclose
has wsclose-gen bin/wsclose-gen
has wsclose-gen libexec/wsclose/wsclose-gen-fetch
has wsclose-gen lib/systemd/system/wsclose-sync.timer
has wsclose-gen lib/sysusers.d/wsclose.conf
has wsclose-gen share/wsclose/wsclose-sync.cron
has wsclose-gen share/man/man1/wsclose-gen.1.gz
has wsclose-gen share/wsclose/semantics.xml
has wsclose-gen share/wsclose/languages/en.xml
has wsclose-gen share/wsclose/applications/graphql-transport-ws.xml

# depends PACKAGE NAMES: on these, whatever their versions.
depends() {
    seen=$(dpkg-deb -f "$first/$1"_*.deb Depends | tr ',' '\n' |
        sed 's/(.*//; s/|.*//; s/ //g; s/t64$//; s/^libxml2-.*/libxml2/' |
        sort | tr '\n' ' ')
    [ "$seen" = "$2 " ] || fail "$1 depends on $seen"
}
depends libwsclose1 libc6
depends libwsclose-dev libwsclose1
depends wsclose 'libc6 libjansson4 libwsclose1'
depends wsclose-gen 'libc6 libcurl4 libjansson4 libmd0 libxml2'

# may_stand PACKAGE HOW: beside what for which other architectures.
may_stand() {
    seen=$(dpkg-deb -f "$first/$1"_*.deb Multi-Arch)
    [ "$seen" = "$2" ] || fail "$1 is Multi-Arch: $seen"
}
may_stand libwsclose1 same
may_stand libwsclose-dev same
may_stand wsclose foreign
may_stand wsclose-gen foreign

lintian --allow-root --display-info --fail-on error,warning,info \
    "$first"/*.deb \
    >"$folder/lintian" 2>&1 || fail "lintian: $(cat "$folder/lintian")"
[ ! -s "$folder/lintian" ] || fail "lintian: $(cat "$folder/lintian")"
echo "lintian: nothing to say"
[ -z "$kept" ] || cp "$first"/*.deb "$kept"
