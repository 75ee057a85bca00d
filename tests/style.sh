#!/bin/sh
# Hand-written C is as .clang-format says, and code keeps to 80 columns.
# What clang-format writes depends on its version: this is the one.
set -eu
export LC_ALL=C.UTF-8 # columns are characters
cd "$(dirname "$0")/.."

find gen registry tests \( -name '*.c' -o -name '*.h' -o -name '*.cc' \) \
    -not -path '*/data/*' -exec clang-format-19 --dry-run -Werror {} +
long=$(find CMakeLists.txt gen registry tests .ci \
    \( -name '*.c' -o -name '*.h' -o -name '*.inc' -o -name '*.cc' \
    -o -name '*.sh' -o -name '*.cmake' -o -name CMakeLists.txt -o -name run \) \
    -not -path '*/data/*' -exec grep -HnE '^.{81,}' {} +) || true
[ -z "$long" ] || {
    printf 'over 80 columns:\n%s\n' "$long"
    exit 1
}
