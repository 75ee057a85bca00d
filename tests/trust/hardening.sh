#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/trust/hardening.sh: what the release preset installs has its
# hardening. The note of IBT and SHSTK is the linker's, which leaves it out if
# the C library's own start files have none, as on Debian 12; the instruction
# that IBT wants is looked for in any case.
cd "$(dirname "$0")/../.." || exit
. tests/support/shell.sh
sh gen/packages.sh gcc libc6-dev cmake ninja-build pkg-config libxml2-dev \
    libmd-dev libjansson-dev libcurl4-openssl-dev

build=build/hardening
try "CMake refuses" cmake --preset release -B "$build" \
    -DBUILD_SHARED_LIBS=ON -DWSCLOSE_BUILD_BOTH=ON -DWSCLOSE_BUILD_TESTS=OFF
try "it does not build" cmake --build "$build"
try "it does not install" cmake --install "$build" --prefix "$folder/installed"

machine=$(uname -m)
note='x86 feature:.* IBT, SHSTK'

# has FILE WHAT PATTERN COMMAND...: what the command prints of the file has a
# line with the pattern.
has() {
    file=$1 what=$2 pattern=$3
    shift 3
    "$@" "$file" >"$folder/shown" 2>&1
    grep -qE "$pattern" "$folder/shown" || fail "${file##*/}: $what"
}

# entered FILE FUNCTION: it begins with endbr64.
entered() {
    objdump -d --no-show-raw-insn --disassemble="$2" "$1" |
        grep -A 1 "<$2>:\$" | grep -q 'endbr64' ||
        fail "${1##*/}: $2 does not begin with endbr64"
}

# hardened FILE FUNCTION: what each file has.
hardened() {
    has "$1" "no BIND_NOW" 'FLAGS.*(BIND_NOW|NOW)' readelf -dW
    has "$1" "no RELRO" '^ *GNU_RELRO' readelf -lW
    has "$1" "a stack that can be executed" '^ *GNU_STACK.* RW +0x' readelf -lW
    has "$1" "no stack protector" ' __stack_chk_fail' readelf --dyn-syms -W
    has "$1" "not position-independent" 'Type: +DYN' readelf -hW
    [ "$machine" != x86_64 ] || entered "$1" "$2"
    [ -z "$noted" ] || has "$1" "no note of IBT and SHSTK" "$note" readelf -nW
}

noted=
start=$(gcc -print-file-name=Scrt1.o)
! readelf -nW "$start" | grep -qE "$note" || noted=yes
library=$(find "$folder/installed" -name 'libwsclose.so.*' -type f)
archive=$(find "$folder/installed" -name libwsclose.a)
hardened "$library" wsclose_format
for tool in bin/wsclose bin/wsclose-gen libexec/wsclose/wsclose-gen-fetch; do
    hardened "$folder/installed/$tool" main
    has "$folder/installed/$tool" "no PIE" 'FLAGS_1.* PIE' readelf -dW
    # shellcheck disable=SC2016  # the inner shell's
    has "$folder/installed/$tool" "no call that FORTIFY checks" \
        ' __[a-z]+_chk(@| |$)' sh -c 'readelf --dyn-syms -W "$1" |
            grep -v __stack_chk_fail' sh
done
if [ "$machine" = x86_64 ]; then
    objects=$(ar t "$archive" | grep -c .)
    marked=$(readelf -nW "$archive" | grep -cE "$note") || :
    [ "$objects" -gt 0 ] || fail "libwsclose.a has no objects"
    [ "$objects" -eq "$marked" ] ||
        fail "$marked of $objects objects of libwsclose.a have the note"
fi
echo "the library and the programs: hardened${noted:+, with the note of IBT}"
