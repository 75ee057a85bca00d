#!/bin/sh
# SPDX-License-Identifier: MIT
# private.sh CMAKE CC SOURCE BUILD: the project in private/ finds the package
# that a build installs, and its program knows codes of its own.
. "$(dirname "$0")/../support/shell.sh"
cmake=$1 cc=$2 source=$3 build=$4
need "$cc"

# asks ARGUMENTS LINE...: what the program says.
asks() {
    arguments=$1
    shift
    printf '%s\n' "$@" >"$folder/expected"
    # shellcheck disable=SC2086  # a list of words
    "$folder/chat/chat" $arguments >"$folder/said" ||
        fail "chat $arguments: exit $?"
    diff "$folder/expected" "$folder/said" >&2 || fail "chat $arguments"
}

try "it is not installed" "$cmake" --install "$build" --prefix "$folder/prefix"
try "CMake refuses the project" "$cmake" -S "$source/tests/examples/private" \
    -B "$folder/chat" -DCMAKE_C_COMPILER="$cc" \
    -DCMAKE_PREFIX_PATH="$folder/prefix"
try "the project does not build" "$cmake" --build "$folder/chat"

asks 4001 'CHAT_SIGNED_OUT: Signed out elsewhere' 'showing the page to sign in'
asks '4001 ja' 'CHAT_SIGNED_OUT: 別の端末でサインアウト' \
    'showing the page to sign in'
asks '4002 ja' 'CHAT_ROOM_MOVED: Room moved' 'connecting again in 100-2000 ms'
asks 4003 'PRIVATE_USE: Private use' 'not connecting again'
asks 1012 'SERVICE_RESTART: Service restarting' \
    'connecting again in 5000-30000 ms'
