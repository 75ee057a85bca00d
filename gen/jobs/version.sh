#!/bin/sh
# SPDX-License-Identifier: MIT
# version.sh WSCLOSE-GEN: in a checkout that a sync has changed, the version and
# both changelogs of what comes next, so that merging is all that is left to do.
#
# The registry is compared with that of the last tag: a code more makes a minor
# version, anything else a patch. What main has prepared already counts: a
# version that is high enough stays, and an entry that is not released gets the
# line. The day is the registry's, or that of the last commit where that is
# later: the same sync writes the same bytes on any day.
set -eu
export LC_ALL=C
program=$1
snapshot=gen/data/close-codes.xml
header=registry/include/wsclose.h
news=CHANGELOG.md
package=registry/package/changelog

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# highest VERSION...
highest() {
    printf '%s\n' "$@" | sort -V | tail -n 1
}

# bump VERSION HOW: the one that comes next.
bump() {
    echo "$1" | {
        IFS=. read -r major minor patch
        case $2 in
        minor) echo "$major.$((minor + 1)).0" ;;
        *) echo "$major.$minor.$((patch + 1))" ;;
        esac
    }
}

# What changed, by codes and symbols alone: no text of the registry stands in a
# changelog.
tell_changes() {
    awk -v updated="$updated" '
        function put(kind, codes) {
            if (seen[codes]++)
                return
            if (++count[kind] <= 20)
                list[kind] = list[kind] ", " codes \
                    (kind == "added" ? symbols[codes] : "")
        }
        function tell(kind, how) {
            if (!(kind in list))
                return
            if (count[kind] > 20)
                list[kind] = list[kind] " and " count[kind] - 20 " more"
            text = text (text ? "; " : "") substr(list[kind], 3) " " how
        }
        FNR == NR { # the snapshot
            if (/<record/)
                symbol = ""
            if (match($0, /ws:symbol="[A-Z0-9_]+"/))
                symbol = " (" substr($0, RSTART + 11, RLENGTH - 12) ")"
            if (match($0, /<value>[0-9]+</))
                symbols[substr($0, RSTART + 7, RLENGTH - 8)] = symbol
            next
        }
        $1 ~ /^(added|removed|renamed)$/ { put($1, $2) }
        $1 ~ /^(status|split|references|contact|dates)$/ { put("other", $2) }
        END {
            tell("added", "added")
            tell("removed", "gone")
            tell("renamed", "reworded")
            tell("other", "changed")
            print "IANA\047s registry of " updated ": " text "."
        }' "$snapshot" "$folder/changes"
}

# item MARK INDENT: the line of a changelog, which may be several.
item() {
    fold -s -w "$((80 - ${#2}))" "$folder/line" |
        sed "s/ *\$//; s/^/$2/; 1s/^$2/$1/" >"$folder/item"
}

# entry FILE HEADING MARK INDENT NEW END: puts the item into the first entry, or
# NEW, the heading of one, before it. An item that spoke of the registry in an
# entry that is not released gives way.
entry() {
    item "$3" "$4"
    awk -v heading="$2" -v mark="$3IANA's registry of " -v indent="$4" \
        -v fresh="$5" -v end="$6" -v last="$last" -v new="$new" \
        -v item="$folder/item" '
        function put_item() {
            while ((getline line < item) > 0)
                print line
        }
        BEGIN { gsub(/\\n/, "\n", end) }
        !met && index($0, heading) == 1 {
            met = 1
            rest = substr($0, length(heading) + 1)
            match(rest, /^[0-9.]+/)
            is_released = substr(rest, 1, RLENGTH) == last
            print heading new (is_released ? fresh : substr(rest, RLENGTH + 1))
            if (!is_released) {
                getline
                open = 1
            }
            print ""
            put_item()
            if (is_released)
                print end "\n" $0
            next
        }
        open && (index($0, heading) == 1 || /^ -- /) { open = 0 }
        open && index($0, mark) == 1 { old = 1; next }
        old && index($0, indent) == 1 { next }
        { old = 0; print }' "$1" >"$folder/entry"
    cat "$folder/entry" >"$1"
}

tag=$(git tag --list 'v[0-9]*' --sort=-v:refname | head -n 1)
if [ -z "$tag" ]; then
    echo "No version is released yet: this one stays."
    exit 0
fi
last=${tag#v}
current=$(sed -n 's/^#define WSCLOSE_VERSION_STRING "\(.*\)"$/\1/p' "$header")
git show "$tag:$snapshot" >"$folder/released.xml"
status=0
"$program" diff "$folder/released.xml" "$snapshot" >"$folder/changes" ||
    status=$?
case $status in
0)
    echo "The registry is that of $tag: the version stays."
    exit 0
    ;;
1) ;;
*) exit "$status" ;;
esac

how=$(sed -n '1s/.*version: //p' "$folder/changes")
new=$(highest "$current" "$(bump "$last" "$how")")
echo "$new" | {
    IFS=. read -r major minor patch
    sed -i -e "s/^\(#define WSCLOSE_VERSION_MAJOR\) .*/\1 $major/" \
        -e "s/^\(#define WSCLOSE_VERSION_MINOR\) .*/\1 $minor/" \
        -e "s/^\(#define WSCLOSE_VERSION_PATCH\) .*/\1 $patch/" \
        -e "s/^\(#define WSCLOSE_VERSION_STRING\) .*/\1 \"$new\"/" "$header"
}
grep -rl '^  "generator": "' generated |
    xargs sed -i "s/^\(  \"generator\": \)\".*\"/\1\"$new\"/"

updated=$(sed -n 's/.*<updated>\(.*\)<.updated>.*/\1/p' "$snapshot" |
    head -n 1)
day=$(date -u -d "$updated 12:00" +%s)
committed=$(git log -1 --format=%ct)
[ "$committed" -le "$day" ] || day=$committed
tell_changes >"$folder/line"
maintainer=$(sed -n 's/^ -- \(.*>\)  .*/\1/p' "$package" | head -n 1)

entry "$news" '## ' '- ' '  ' " - $(date -u -d "@$day" +%F)" ''
entry "$package" 'wsclose (' '  * ' '    ' ') unstable; urgency=medium' \
    "\\n -- $maintainer  $(date -u -d "@$day" '+%a, %d %b %Y %T +0000')\\n"

echo "Version $new, after $last ($how)."
! grep -q "^## $new - unreleased" "$news" ||
    echo "CHANGELOG.md has it as unreleased: it is released once a date" \
        "stands there."
