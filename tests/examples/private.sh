#!/bin/sh
# private.sh CMAKE CC SOURCE BUILD: the project in private/ finds the package
# that a build installs, and its program knows codes of its own.
. "$(dirname "$0")/../shell.sh"
cmake=$1 cc=$2 source=$3 build=$4
need "$cc"

# says LINES CODE [LANGUAGE]
says() {
    printf '%b' "$1" >"$folder/expected"
    shift
    "$folder/chat/chat" "$@" >"$folder/said" || fail "chat $*: exit $?"
    diff "$folder/expected" "$folder/said" >&2 || fail "chat $*"
}

try "it is not installed" "$cmake" --install "$build" --prefix "$folder/prefix"
try "CMake refuses the project" "$cmake" -S "$source/tests/examples/private" \
    -B "$folder/chat" -DCMAKE_C_COMPILER="$cc" \
    -DCMAKE_PREFIX_PATH="$folder/prefix"
try "the project does not build" "$cmake" --build "$folder/chat"

says 'CHAT_SIGNED_OUT: Signed out elsewhere\nshowing the page to sign in\n' 4001
says 'CHAT_SIGNED_OUT: 別の端末でサインアウト\nshowing the page to sign in\n' \
    4001 ja
says 'CHAT_ROOM_MOVED: Room moved\nconnecting again in 100-2000 ms\n' 4002 ja
says 'PRIVATE_USE: Private use\nnot connecting again\n' 4003
says 'SERVICE_RESTART: Service restarting\nconnecting again in 5000-30000 ms\n' \
    1012
