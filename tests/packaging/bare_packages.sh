#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/packaging/bare_packages.sh [SUITE]: the Debian packages on machines
# that have only Debian's base system, of this suite: bookworm (12), trixie (13)
# or sid. One makes them as registry/README.md says, and lintian has nothing to
# say; on another one they are installed, the command without the generator, and
# the README's programs build and run. Exit code 77: there is no such machine.
set -eu
cd "$(dirname "$0")/../.."
suite=${1-bookworm}
. tests/support/chroot.sh
cp -a "$root" "$machines/second"

fail() {
    echo "bare_packages.sh: $suite: $*" >&2
    exit 1
}

# block LANGUAGE N FILE: the n-th block of that language in a document.
block() {
    awk -v begin="\`\`\`$1" -v n="$2" '
        /^```/ { inside = $0 == begin && ++seen == n; next }
        inside' "$3"
}

start
sources
awk '/^## Debian packages/, /^## For/' registry/README.md >"$machines/section"
block sh 1 "$machines/section" >"$root/home/wsclose/commands"
[ -s "$root/home/wsclose/commands" ] || fail "the document has no commands"
inside sh -eu commands >"$machines/log" 2>&1 || {
    cat "$machines/log"
    fail "the packages are not made"
}
inside sh gen/packages.sh lintian
inside sh -c 'lintian --allow-root --display-info build/package/*.deb 2>&1' |
    tail -n +2 >"$machines/lintian"
[ ! -s "$machines/lintian" ] || fail "lintian: $(cat "$machines/lintian")"
stop
made=$root/home/wsclose/build/package
root=$machines/second
start
cp "$made"/*.deb gen/packages.sh "$root/home/wsclose"

# installs PACKAGE...: of those that were made.
installs() {
    for package; do
        set -- "$@" "./${package}_*.deb"
        shift
    done
    inside sh -c "apt-get install -y -q --no-install-recommends $*" \
        >"$machines/log" 2>&1 || {
        cat "$machines/log"
        fail "$* cannot be installed"
    }
}
inside apt-get update -q >/dev/null
installs libwsclose1 wsclose
inside wsclose 1013
inside dpkg-query -W -f '${Package}\n' >"$machines/packages"
! grep -E '^(libxml2|libcurl|libmd-dev|wsclose-gen)' "$machines/packages" ||
    fail "the command brings what is of the generator"

# The README's program, by pkg-config.
inside sh packages.sh gcc libc6-dev cmake make pkg-config
installs libwsclose-dev
block c 1 README.md >"$root/home/wsclose/main.c"
sed -n 's/^`\(cc main.c .*\)`.*/\1/p' README.md >"$root/home/wsclose/commands"
[ -s "$root/home/wsclose/commands" ] || fail "the README has no compile line"
inside sh -eu commands | tail -n +2 >"$machines/seen"
block text 1 README.md | diff - "$machines/seen" ||
    fail "the README's program prints something else"

# The same by CMake, and the project with private codes of gen/README.md.
mkdir "$root/home/wsclose/app"
{
    echo 'cmake_minimum_required(VERSION 3.25)'
    echo 'project(app LANGUAGES C)'
    echo 'add_executable(app ../main.c)'
    block cmake 1 README.md
} >"$root/home/wsclose/app/CMakeLists.txt"
inside cmake -S app -B app/build
inside cmake --build app/build
inside app/build/app | tail -n +2 | diff "$machines/seen" - ||
    fail "the README's program prints something else with CMake"
installs wsclose-gen
block xml 1 gen/README.md >"$root/home/wsclose/chat.xml"
block cmake 1 gen/README.md >"$root/home/wsclose/CMakeLists.txt"
cp tests/packaging/chat.c "$root/home/wsclose/main.c"
name=$(sed -n 's/.*<description>\(.*\)<.description>.*/\1/p' \
    "$root/home/wsclose/chat.xml" | head -n 1)
inside cmake -B build
inside cmake --build build
[ "$(inside build/chat | tail -n 1)" = "$name" ] && [ -n "$name" ] ||
    fail "a program does not know its private code"
inside cmake --build build >"$machines/log"
! grep Generating "$machines/log" || fail "a second build generates again"
inside wsclose-gen status

for package in libwsclose1 libwsclose-dev wsclose wsclose-gen; do
    dpkg-deb -f "$root/home/wsclose/$package"_*.deb Package Installed-Size \
        Depends
done
