#!/bin/sh
# SPDX-License-Identifier: MIT
# Hand-written C is as .clang-format says, code keeps to 80 columns, and a file
# names its licence.
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

# What sync writes is IANA's; what generate writes has it in its banner.
bare=$(find .ci .github CMakeLists.txt gen generated registry tests \
    \( -name '*.[ch]' -o -name '*.cc' -o -name '*.go' -o -name '*.inc' \
    -o -name '*.js' -o -name '*.[mc]js' -o -name '*.ts' -o -name '*.[mc]ts' \
    -o -name '*.css' -o -name '*.awk' -o -name '*.sed' -o -name '*.py' \
    -o -name '*.lua' -o -name '*.sh' -o -name '*.bash' -o -name '*.cmake' \
    -o -name CMakeLists.txt -o -name meson.build -o -name '*.in' \
    -o -name '*.yml' -o -name '*.x[ms]l' -o -name '*.[13]' -o -name '*.map' \
    -o -name '*.timer' -o -name '*.sysusers' -o -name run -o -name postinst \
    \) -not -path 'tests/data/*' -not -path '*/node_modules/*' \
    -not -name copyright.in -not -path gen/data/close-codes.xml \
    -exec grep -L 'SPDX-License-Identifier: MIT' {} +) || true
[ -z "$bare" ] || {
    printf 'without "SPDX-License-Identifier: MIT", as the first line or the '
    printf 'one behind #! or <?xml?>:\n%s\n' "$bare"
    exit 1
}
