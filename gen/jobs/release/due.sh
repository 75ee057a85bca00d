#!/bin/sh
# SPDX-License-Identifier: MIT
# due.sh: prints the version of this checkout where it is to be released: its
# tag is not there, and CHANGELOG.md gives it a date. Nothing else is printed;
# why not is told on stderr. A release that was begun for this very commit goes
# on. Needs git, and gh for the last.
set -eu
export LC_ALL=C
version=$(sed -n 's/^#define WSCLOSE_VERSION_STRING "\(.*\)"$/\1/p' \
    registry/include/wsclose.h)

# agree FILE SEEN: both changelogs begin with this version.
agree() {
    [ "$2" = "$version" ] || {
        echo "$1:1: error: begins with version $2, and wsclose.h is of" \
            "$version; add an entry" >&2
        exit 1
    }
}
heading=$(grep -m 1 '^## ' CHANGELOG.md)
agree CHANGELOG.md "$(echo "$heading" | cut -d ' ' -f 2)"
agree registry/package/changelog \
    "$(sed -n '1s/^wsclose (\(.*\)).*/\1/p' registry/package/changelog)"
echo "$heading" | grep -qE ' - [0-9]{4}-[0-9]{2}-[0-9]{2}$' || {
    echo "$version has no date in CHANGELOG.md: not released." >&2
    exit 0
}

status=0
refs=$(git ls-remote --exit-code origin "refs/tags/v$version" \
    "refs/tags/v$version^{}") || status=$?
case $status in
2) ;; # no such tag
0)
    case $refs in
    *"$(git rev-parse HEAD)"*) ;;
    *)
        echo "v$version is released." >&2
        exit 0
        ;;
    esac
    ! gh release view "v$version" >/dev/null 2>&1 || {
        echo "v$version is released." >&2
        exit 0
    }
    ;;
*) exit "$status" ;;
esac
echo "$version"
