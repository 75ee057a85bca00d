#!/bin/sh
# SPDX-License-Identifier: MIT
# The Debian packages on a machine that has only Debian's base system, a
# compiler and CMake: the CMake project of the README builds, and knows its
# private code. Needs root.
set -eu
cd "$(dirname "$0")/../.."
. tests/support/chroot.sh

project=$root/home/wsclose
sh tests/packaging/packages.sh "$project"
cp gen/packages.sh "$project"
# The project with private codes of gen/README.md.
awk -v project="$project" '
    /^```xml$/ { file = project "/chat.xml"; next }
    /^```cmake$/ { file = project "/block"; printf "" > file; next }
    /^```/ { close(file); file = ""; next }
    file { print > file }
    /^wsclose_generate/ {
        close(file)
        system("mv " file " " project "/CMakeLists.txt")
    }
' gen/README.md
cp tests/packaging/chat.c "$project/main.c"
name=$(sed -n 's/.*<description>\(.*\)<.description>.*/\1/p' \
    "$project/chat.xml" | head -n 1)
[ -n "$name" ]

inside sh packages.sh gcc libc6-dev cmake make
inside sh -c 'apt-get install -y -q --no-install-recommends ./*.deb'
inside sh -c 'dpkg -l | grep wsclose'
inside cmake -B build
inside cmake --build build
seen=$(inside build/chat | tail -n 1)
[ "$seen" = "$name" ] || {
    echo "the program prints \"$seen\"" >&2
    exit 1
}
echo "$seen"
again=$(inside cmake --build build)
case $again in
*Generating*)
    echo "a second build generates again" >&2
    exit 1
    ;;
esac
inside wsclose 1013
