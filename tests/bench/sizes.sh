#!/bin/sh
# SPDX-License-Identifier: MIT
# sh sizes.sh FOLDER GENERATED: what the library weighs, with the tables of
# generated/ and with those in GENERATED. Prints a line for each figure.
set -eu
cd "$(dirname "$0")/../.."
folder=$1 full=$2

# say WHAT PART FIGURE
say() {
    printf 'size\t%s\t%s\t%s\n' "$1" "$2" "$3"
}

# sections FILE...: bytes of code and of constants, of all objects.
sections() {
    size -A "$@" | awk '$1 ~ /^\.text/ { text += $2 }
        $1 ~ /^\.rodata/ { data += $2 } END { print text + 0, data + 0 }'
}

# compile NAME TABLES [LANGUAGE...]: the objects, in $folder/NAME; without a
# language named, of all.
compile() {
    name=$1 tables=$2
    shift 2
    mkdir -p "$folder/$name"
    flags=${1+-DWSCLOSE_LANGUAGES_CHOSEN}
    for language; do flags="$flags -DWSCLOSE_LANGUAGE_$language"; done
    for source in registry/*.c registry/shared/*.c; do
        # shellcheck disable=SC2086  # a list of flags
        cc -O2 -fPIC -fvisibility=hidden -Iregistry/include -Iregistry \
            -I"$tables" -I"$tables/include" $flags -DWSCLOSE_BUILD_SHARED \
            -c "$source" \
            -o "$folder/$name/$(basename "$source" .c).o"
    done
}

weigh() {
    for object in "$folder/ja"/*.o; do
        # shellcheck disable=SC2046  # two words
        set -- $(sections "$object")
        say "code, bytes" "$(basename "$object" .o)" "$1"
        say "constants, bytes" "$(basename "$object" .o)" "$2"
    done
    # shellcheck disable=SC2046  # two words
    set -- $(sections "$folder/ja"/*.o) $(sections "$folder/en"/*.o) \
        $(sections "$folder/full"/*.o) $(sections "$folder/all"/*.o)
    say "English and Japanese, bytes" "code" "$1"
    say "English and Japanese, bytes" "constants" "$2"
    say "English alone, bytes" "code" "$3"
    say "English alone, bytes" "constants" "$4"
    say "all languages, bytes" "code" "$7"
    say "all languages, bytes" "constants" "$8"
    today=$(grep -c '^    x(' generated/include/wsclose_codes.h)
    codes=$(grep -c '^    x(' "$full/include/wsclose_codes.h")
    say "each code more, bytes" "constants" $((($6 - $2) / (codes - today)))
}

# relocations LIBRARY: those that are no calls.
relocations() {
    readelf -rW "$1" | awk '$3 ~ /RELATIVE|_64$|GLOB_DAT/' | wc -l
}

link() {
    cc -shared -Wl,-Bsymbolic-functions "$folder/ja"/*.o \
        -o "$folder/libwsclose.so"
    echo 'extern int nothing;' | cc -shared -xc - -o "$folder/libempty.so"
    # shellcheck disable=SC2046  # two words
    set -- $(sections "$folder/libwsclose.so")
    say "shared library, bytes" "code" "$1"
    say "shared library, bytes" "constants" "$2"
    say "shared library, bytes" "file" "$(wc -c <"$folder/libwsclose.so")"
    say "shared library" "relocations that an empty one has not" \
        $(($(relocations "$folder/libwsclose.so") -
            $(relocations "$folder/libempty.so")))
}

# A program that has looked everything up, and what it then has for itself of a
# library, and of an empty one.
dirty() {
    cc -O2 -Iregistry/include -Igenerated/include tests/bench/pages.c \
        -L"$folder" -lwsclose -Wl,--no-as-needed -lempty \
        -Wl,-rpath,"$folder" -o "$folder/pages"
    # shellcheck disable=SC2046  # two words
    set -- $("$folder/pages")
    say "private dirty KiB of a program" "of this library" "$1"
    say "private dirty KiB of a program" "of an empty one" "$2"
}

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
compile en generated EN
compile ja generated EN JA
compile full "$full" EN JA
compile all generated
weigh
link
dirty
