#!/bin/sh
# SPDX-License-Identifier: MIT
# symbols.sh CMAKE CC SOURCE: what the library exports, needs and weighs, and
# what a program takes of it.
. "$(dirname "$0")/../support/shell.sh"
cmake=$1 cc=$2 source=$3
need "$cc" nm readelf size
headers="-I$source/registry/include -I$source/generated/include"
codes=$(grep -c '^    x(' "$source/generated/include/wsclose_codes.h")
limit=$((22000 + 128 * codes)) # bytes of read-only data
# What a compiler calls by itself: clang 21 makes strlen of a loop.
by_itself='(mem(cpy|move|set|cmp)|strlen)'

# What a shared library has without us, to set apart what is ours.
echo 'extern int nothing;' >"$folder/empty.c"
empty=$folder/empty.so
try "an empty library" "$cc" -shared -fPIC -O2 "$folder/empty.c" -o "$empty"
# Some distributions' compilers add a call to the stack protector by themselves.
plain=-DCMAKE_C_FLAGS=-fno-stack-protector
library shared $plain -DBUILD_SHARED_LIBS=ON '-DWSCLOSE_LANGUAGES=en;ja'
shared=$folder/shared/registry/libwsclose.so
library static $plain -DBUILD_SHARED_LIBS=OFF '-DWSCLOSE_LANGUAGES=en;ja'
archive=$folder/static/registry/libwsclose.a

exported() {
    nm -D --defined-only "$shared" |
        awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | sort
}

declared() {
    echo '#include <wsclose.h>' | "$cc" -E -P $headers - | tr '\n;' ' \n' |
        sed -n 's/.*\(wsclose_[a-z0-9_]*\) *(.*/\1/p' | sort
}

undefined() {
    nm -D --undefined-only "$1" | awk '{ sub(/@.*/, "", $NF); print $NF }' |
        sort
}

relocations() {
    readelf -rW "$1" |
        awk '$3 ~ /^R_/ { sub(/@.*/, "", $5); print $3, $5 }' | sort
}

# section_bytes LIBRARY REGEX
section_bytes() {
    size -A "$1" | awk -v name="$2" '$1 ~ name { n += $2 } END { print n + 0 }'
}

# ours LIST: what a list of the library has and that of an empty one has not.
ours() {
    $1 "$empty" >"$folder/empty.list"
    $1 "$shared" >"$folder/shared.list"
    comm -13 "$folder/empty.list" "$folder/shared.list"
}

# none WHAT: nothing is left of the lines read.
none() {
    left=$(tr '\n' ',')
    [ -z "$left" ] || fail "$1: ${left%,}"
}

same() {
    diff "$1" "$2" >&2 || fail "$3"
}

exported >"$folder/exported"
same "$source/tests/data/exported-symbols.txt" "$folder/exported" \
    "the exported symbols are not those of tests/data/exported-symbols.txt"
declared >"$folder/declared"
same "$folder/declared" "$folder/exported" \
    "the exported symbols are not the functions of wsclose.h"
{ grep -v '^wsclose_' "$folder/exported" || :; } |
    none "exported without the prefix"
nm -g --defined-only "$archive" |
    awk 'NF == 3 && $3 !~ /^wsclose_/ { print $3 }' |
    none "external in the archive without the prefix"

ours undefined | { grep -vxE "$by_itself" || :; } |
    none "needed from elsewhere"

# Calls are bound by name; any other relocation comes of a table.
grep -q . "$folder/shared.list" || fail "nm shows nothing"
ours relocations |
    { grep -vE "JU?MP_SLOT $by_itself$" || :; } |
    none "relocations of tables"
grep -q . "$folder/shared.list" || fail "readelf shows no relocation at all"
[ "$(section_bytes "$shared" '^\.data\.rel\.ro')" -eq 0 ] ||
    fail "a table holds addresses"
[ "$(section_bytes "$shared" '^\.t?(data|bss)$')" -le \
    "$(section_bytes "$empty" '^\.t?(data|bss)$')" ] ||
    fail "there is data that can be written"

weight=$(section_bytes "$shared" '^\.rodata')
[ "$weight" -gt 4096 ] || fail "$weight bytes of read-only data are too few"
[ "$weight" -le $limit ] ||
    fail "$weight bytes of read-only data are over $limit"
echo "$weight bytes of read-only data"

# takes CALL FUNCTION...: a program with this call has none of the functions.
takes() {
    call=$1
    shift
    printf '#include <wsclose.h>\nint main(void) { return !%s; }\n' "$call" \
        >"$folder/main.c"
    try "linking $call" "$cc" -O2 $headers "$folder/main.c" "$archive" \
        -o "$folder/main"
    nm "$folder/main" >"$folder/taken"
    grep -q " [Tt] ${call%%(*}\$" "$folder/taken" || fail "nm shows no $call"
    for function; do
        ! grep -q " [Tt] $function\$" "$folder/taken" ||
            fail "a program that calls ${call%%(*} takes $function too"
    done
}

takes 'wsclose_name(1000)' wsclose_meaning wsclose_contact wsclose_from_name
takes 'wsclose_from_name("x", 1)' wsclose_meaning wsclose_contact
takes 'wsclose_contact(1000)' wsclose_meaning wsclose_from_name
takes 'wsclose_meaning(1000, 0)' wsclose_contact wsclose_from_name

# Nor does a shared library hand on what it is linked with.
printf '#include <wsclose.h>\nint own(void) { return !%s; }\n' \
    'wsclose_name(1000)' >"$folder/own.c"
try "linking a shared library" "$cc" -shared -fPIC $headers "$folder/own.c" \
    "$archive" -o "$folder/own.so"
nm "$folder/own.so" >"$folder/taken"
grep -q ' t wsclose_name$' "$folder/taken" || fail "it has no wsclose_name"
nm -D --defined-only "$folder/own.so" >"$folder/shown"
grep -q ' T own$' "$folder/shown" || fail "nm shows nothing of it"
{ grep wsclose_ "$folder/shown" || :; } |
    none "exported by who links the archive"
