# SPDX-License-Identifier: MIT
# For the scripts that ctest runs, which read it first: $folder is a temporary
# folder that goes when the script ends. 77 is what ctest shows as skipped.
set -eu
export LC_ALL=C
unset CFLAGS CXXFLAGS CPPFLAGS LDFLAGS

fail() {
    echo "${0##*/}: $*" >&2
    exit 1
}

# need PROGRAM...
need() {
    for program; do
        command -v "$program" >/dev/null || {
            echo "${0##*/}: not run: there is no $program" >&2
            exit 77
        }
    done
}

# try WHAT COMMAND...: what the command says is shown only if it fails.
try() {
    what=$1
    shift
    "$@" >"$folder/log" 2>&1 || {
        cat "$folder/log" >&2
        fail "$what"
    }
}

# library NAME [CMAKE OPTION...]: the library alone, in $folder/NAME.
library() {
    name=$1
    shift
    try "$name: CMake refuses" "$cmake" -S "$source" -B "$folder/$name" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER="$cc" \
        -DWSCLOSE_BUILD_GENERATOR=OFF -DWSCLOSE_BUILD_TOOL=OFF \
        -DWSCLOSE_BUILD_TESTS=OFF "$@"
    try "$name: it does not build" "$cmake" --build "$folder/$name"
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
