#!/bin/sh
# SPDX-License-Identifier: MIT
# version.sh SOURCE WSCLOSE-GEN: the version and the changelogs that a sync's
# proposal carries, in a repository of its own; and that of what is generated
# one line has the version, or each new one would have to be generated anew.
source=$1 generator=$2
. "$(dirname "$0")/../support/shell.sh"
need git

export HOME="$folder" GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_DATE=2026-11-22T12:00:00Z
export GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE

commit() {
    git add .
    git -c user.name=person -c user.email=person@example.org \
        commit -q --allow-empty -m "$1"
}

# IANA's document, of the snapshot after the changes of a sed script.
document=$folder/websocket.xml
sed 's/ ws:[a-z0-9]*="[^"]*"//g; s/ xmlns:ws="[^"]*"//' \
    "$source/tests/data/registry/close-codes.xml" >"$document"
register() {
    sed "s/<updated>.*</<updated>$1</;$2" "$document" >"$document.new"
    mv "$document.new" "$document"
    try "$1: sync refuses" "$generator" sync --from "$document" --quiet \
        --data gen/data --out generated --accept 3000
}

version() {
    sh "$source/gen/jobs/version.sh" "$generator" >"$folder/said" 2>&1 ||
        fail "$1: $(cat "$folder/said")"
}

# is WHAT FILE: all of a file.
is() {
    cat >"$folder/wanted"
    diff "$folder/wanted" "$2" >"$folder/differs" ||
        fail "$1: $2: $(cat "$folder/differs")"
}

# versions MAJOR MINOR PATCH: what the header has.
versions() {
    grep -qxF "  \"generator\": \"$1.$2.$3\"," generated/close-codes.json ||
        fail "$1.$2.$3: $(grep generator generated/close-codes.json)"
    is "$1.$2.$3" registry/include/wsclose.h <<HEADER
#define WSCLOSE_VERSION_MAJOR $1
#define WSCLOSE_VERSION_MINOR $2
#define WSCLOSE_VERSION_PATCH $3
#define WSCLOSE_VERSION_STRING "$1.$2.$3"
HEADER
}

git init -q --initial-branch=main "$folder/here"
cd "$folder/here" || exit
mkdir -p gen/data registry/include registry/package
cp -r "$source/gen/data/." gen/data
cp "$source/tests/data/registry/close-codes.xml" gen/data
cat >registry/include/wsclose.h <<'HEADER'
#define WSCLOSE_VERSION_MAJOR 1
#define WSCLOSE_VERSION_MINOR 0
#define WSCLOSE_VERSION_PATCH 0
#define WSCLOSE_VERSION_STRING "1.0.0"
HEADER
cat >CHANGELOG.md <<'NEWS'
# Changelog

## 1.0.0 - 2026-11-22

- The first.
NEWS
cat >registry/package/changelog <<'NEWS'
wsclose (1.0.0) unstable; urgency=medium

  * First release.

 -- Some Body <some@example.org>  Sun, 22 Nov 2026 12:00:00 +0000
NEWS
commit first

version "nothing is released"
[ -z "$(git status --porcelain)" ] || fail "nothing is released: it is changed"
git tag v0.9.9
git tag v1.0.0
version "nothing changed"
[ -z "$(git status --porcelain)" ] || fail "nothing changed: it is changed"

# What IANA says is in no changelog, nor does it act.
# shellcheck disable=SC2016 # as it is
register 2026-12-01 's/>3009-3999</>3010-3999</
    /<value>3008</i\
      <value>3009</value>\
      <description>added 4000 `id` $(touch pwned) ### x</description>\
    </record>\
    <record date="2024-02-01">'
version "a code more"
versions 1 1 0
cp -r . "$folder/again"
is "a code more" CHANGELOG.md <<'NEWS'
# Changelog

## 1.1.0 - 2026-12-01

- IANA's registry of 2026-12-01: 3009 (CODE_3009) added.

## 1.0.0 - 2026-11-22

- The first.
NEWS
is "a code more" registry/package/changelog <<'NEWS'
wsclose (1.1.0) unstable; urgency=medium

  * IANA's registry of 2026-12-01: 3009 (CODE_3009) added.

 -- Some Body <some@example.org>  Tue, 01 Dec 2026 12:00:00 +0000

wsclose (1.0.0) unstable; urgency=medium

  * First release.

 -- Some Body <some@example.org>  Sun, 22 Nov 2026 12:00:00 +0000
NEWS
version "the same again"
diff -r . "$folder/again" >/dev/null || fail "the same again: something else"

# It is merged, but not yet released, when more comes; main is younger than the
# registry.
GIT_COMMITTER_DATE=2027-01-05T08:00:00Z
commit "a code more"
register 2027-01-02 's/>Unauthorized</>Not Authorized</
    s/>Forbidden</>Forbidden </; s/Morgan Jones/M. Jones/'
version "more, not released"
versions 1 1 0
is "more, not released" CHANGELOG.md <<'NEWS'
# Changelog

## 1.1.0 - 2026-12-01

- IANA's registry of 2027-01-02: 3009 (CODE_3009) added; 3000 reworded; 3008
  changed.

## 1.0.0 - 2026-11-22

- The first.
NEWS
is "more, not released" registry/package/changelog <<'NEWS'
wsclose (1.1.0) unstable; urgency=medium

  * IANA's registry of 2027-01-02: 3009 (CODE_3009) added; 3000 reworded; 3008
    changed.

 -- Some Body <some@example.org>  Tue, 01 Dec 2026 12:00:00 +0000

wsclose (1.0.0) unstable; urgency=medium

  * First release.

 -- Some Body <some@example.org>  Sun, 22 Nov 2026 12:00:00 +0000
NEWS

# Released; then a person prepares a patch that a code turns into more, and
# what is marked as unreleased stays so, aloud.
commit "more"
git tag v1.1.0
register 2027-01-04 's/>3010-3999</>3011-3999</
    /<value>3008</i\
      <value>3010</value>\
      <description>Quota Exceeded</description>\
    </record>\
    <record date="2024-02-01">'
sed -i 's/PATCH 0/PATCH 1/; s/"1.1.0"/"1.1.1"/' registry/include/wsclose.h
sed -i '2a ## 1.1.1 - unreleased\n\n- A fault of mine.\n' CHANGELOG.md
version "a person's entry"
versions 1 2 0
head -n 9 CHANGELOG.md >"$folder/head"
is "a person's entry" "$folder/head" <<'NEWS'
# Changelog

## 1.2.0 - unreleased

- IANA's registry of 2027-01-04: 3010 (QUOTA_EXCEEDED) added.
- A fault of mine.

## 1.1.0 - 2026-12-01

NEWS
head -n 6 registry/package/changelog >"$folder/head"
is "a person's entry" "$folder/head" <<'NEWS'
wsclose (1.2.0) unstable; urgency=medium

  * IANA's registry of 2027-01-04: 3010 (QUOTA_EXCEEDED) added.

 -- Some Body <some@example.org>  Tue, 05 Jan 2027 08:00:00 +0000

NEWS
grep -q 'unreleased' "$folder/said" || fail "nobody hears that it waits"
[ ! -e pwned ] || fail "the registry was run"

# The program as of another version, by its bytes. Its end stays: a linker lets
# "0" be the end of "1.0.0".
ours=$("$generator" --version | sed -n '1s/.* //p')
other=8.${ours#*.}
sed "s/$(echo "$ours" | sed 's/\./\\./g')/$other/g" "$generator" \
    >"$folder/program"
chmod +x "$folder/program"
"$folder/program" --version | grep -q "$other" ||
    fail "the version is not replaced"
try "it does not generate" "$generator" generate --data gen/data \
    --out "$folder/ours"
try "it does not generate" "$folder/program" generate --data gen/data \
    --out "$folder/others"
grep -rl '^  "generator": "' "$folder/ours" |
    xargs sed -i "s/^  \"generator\": \"$ours\"/  \"generator\": \"$other\"/"
try "another line has the version" diff -r "$folder/ours" "$folder/others"
exit 0
