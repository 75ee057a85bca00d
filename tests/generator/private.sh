#!/bin/sh
# SPDX-License-Identifier: MIT
# private.sh CMAKE CC SOURCE: WSCLOSE_PRIVATE gives a library and a tool that
# know an application's own codes, and says what it needs.
. "$(dirname "$0")/../support/shell.sh"
cmake=$1 cc=$2 source=$3
need "$cc" size awk cksum python3
file=$folder/app.xml
build=$folder/build
tool=$build/registry/tool/wsclose
cp "$source/tests/data/private/graphql-ws.xml" "$file"

committed() {
    find "$source/generated" -type f -exec cksum {} + | sort
}
committed >"$folder/before"

# configure [CMAKE OPTION...]
configure() {
    "$cmake" -S "$source" -B "$build" -DCMAKE_C_COMPILER="$cc" \
        -DBUILD_SHARED_LIBS=ON -DWSCLOSE_GEN_FETCH=OFF \
        -DWSCLOSE_BUILD_TESTS=OFF "$@"
}

# prints WHAT TEXT COMMAND...: one of the lines is the text, blanks aside.
prints() {
    what=$1 text=$2
    shift 2
    "$@" >"$folder/log" 2>&1 || :
    sed 's/^ *//; s/  */ /g' "$folder/log" | grep -qxF -e "$text" || {
        cat "$folder/log" >&2
        fail "$what: \"$text\" is not printed"
    }
}

# says WHAT TEXT COMMAND...: the command fails, and says why, lines joined.
says() {
    what=$1 text=$2
    shift 2
    ! "$@" >"$folder/log" 2>&1 || fail "$what: is no error"
    tr -s '\n ' '  ' <"$folder/log" | grep -qF -e "$text" || {
        cat "$folder/log" >&2
        fail "$what: \"$text\" is not said"
    }
}

try "CMake refuses" configure "-DWSCLOSE_PRIVATE=$file"
try "it does not build" "$cmake" --build "$build"

prints "a look-up" '4401 Unauthorized' "$tool" 4401
prints "a look-up" 'Connection not acknowledged yet' "$tool" 4401
prints "in Japanese" '接続の承認前の要求' "$tool" --lang ja 4401
prints "by symbol" '4401 Unauthorized' "$tool" graphql-unauthorized
prints "the registered name" '3000 Unauthorized' "$tool" unauthorized
prints "the advice" 'Reconnect after a random 1.3-4 s' "$tool" 4403
prints "JSON" '"status": "private-use",' "$tool" --json 4401
prints "JSON" '"symbol": "GRAPHQL_UNAUTHORIZED",' "$tool" --json 4401
prints "JSON" '"text": "graphql-ws, ClientOptions.retryAttempts",' \
    "$tool" --json 4401
prints "the list" '4499 GRAPHQL_TERMINATED Given up by the client' \
    "$tool" list
prints "the list" '4505-4999 PRIVATE_USE Private use' "$tool" list
prints "a search" \
    '4406 GRAPHQL_SUBPROTOCOL_NOT_ACCEPTABLE No common subprotocol' \
    "$tool" search subprotocol

program=$source/tests/generator/programs/terminated.c
try "a program" "$cc" -std=c11 "$program" -I"$source/registry/include" \
    -I"$build/generated/include" -L"$build/registry" -lwsclose \
    "-Wl,-rpath,$build/registry" -o "$folder/main"
prints "a program" Terminated "$folder/main"
[ "$(size -A "$build/registry/libwsclose.so" |
    awk '$1 ~ /^\.data\.rel\.ro/ { n += $2 } END { print n + 0 }')" -eq 0 ] ||
    fail "a table holds addresses"

# What did not change is not built again; what did, is.
try "a second build" "$cmake" --build "$build"
! grep -E 'Generating|Building' "$folder/log" >&2 || fail "builds twice"
sleep 1
sed 's/Connection not acknowledged yet/Too early/' "$file" >"$folder/edited"
mv "$folder/edited" "$file"
try "a changed file" "$cmake" --build "$build"
prints "a changed file" 'Too early' "$tool" 4401

says "a missing file" "WSCLOSE_PRIVATE names $folder/none.xml, which is not" \
    configure "-DWSCLOSE_PRIVATE=$folder/none.xml"
for option in WSCLOSE_BUILD_GENERATOR WSCLOSE_REGENERATE; do
    says "$option off" 'WSCLOSE_PRIVATE needs wsclose-gen during the build' \
        configure "-DWSCLOSE_PRIVATE=$file" "-D$option=OFF"
    try "$option on" configure "-DWSCLOSE_PRIVATE=$file" "-D$option=ON"
done
try "with tests" configure -DWSCLOSE_BUILD_TESTS=ON
grep -q 'The tests are not built' "$folder/log" ||
    fail "tests of another library are built"
discord=$source/tests/data/private/discord.xml
try "two files" configure "-DWSCLOSE_PRIVATE=$file;$discord"
says "a clash" "$discord:63: error: 4004 is also in $file:7;" \
    "$cmake" --build "$build"

# A shorter list is a change too; paths are from where CMake is run.
cd "$source/tests/data/private" || exit
try "another file" configure -DWSCLOSE_PRIVATE=discord.xml
try "another file" "$cmake" --build "$build"
prints "another file" '4014 Disallowed intents' "$tool" 4014
try "no file" configure -DWSCLOSE_PRIVATE=
try "no file" "$cmake" --build "$build"
prints "no file" '4014 (4000-4999) Reserved for Private Use' "$tool" 4014

# A parent project names files from its own folder.
mkdir "$folder/parent"
awk '/^```xml$/ { show = 1; next } /^```/ { show = 0 } show' \
    "$source/gen/README.md" >"$folder/parent/codes.xml"
cat >"$folder/parent/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(parent LANGUAGES C)
set(WSCLOSE_BUILD_GENERATOR ON)
set(WSCLOSE_BUILD_TOOL ON)
set(WSCLOSE_REGENERATE ON)
set(WSCLOSE_PRIVATE codes.xml)
add_subdirectory($source wsclose)
END
try "a parent project" "$cmake" -S "$folder/parent" -B "$folder/parent/build" \
    -DCMAKE_C_COMPILER="$cc"
try "a parent project" "$cmake" --build "$folder/parent/build"
prints "the README's file" 'セッション切れ' \
    "$folder/parent/build/wsclose/registry/tool/wsclose" --lang ja 4001
prints "the README's file" '4001 Session Expired' \
    "$folder/parent/build/wsclose/registry/tool/wsclose" session-expired

committed >"$folder/after"
cmp "$folder/before" "$folder/after" || fail "generated/ was written"

# The pages of that build say what its command says, what a record leaves out
# as well: in English, and then the name.
try "the pages" python3 "$source/tests/generator/private_pages.py" \
    "$folder/parent/build/wsclose/registry/tool/wsclose" \
    "$folder/parent/build/wsclose/generated/close-codes.json"
