#!/bin/sh
# SPDX-License-Identifier: MIT
# prepare.sh SOURCE WSCLOSE-GEN: what a sync proposes for a repository of its
# own, from changed documents, with tests that pass and that fail.
source=$1 generator=$2
. "$(dirname "$0")/../support/shell.sh"
need git

export HOME="$folder" GIT_CONFIG_NOSYSTEM=1
proposal=$folder/proposal
git init -q --initial-branch=main "$folder/origin"
cd "$folder/origin" || exit
mkdir -p gen/data gen/jobs registry/include registry/package
cp -r "$source/gen/data/." gen/data
cp "$source/tests/data/registry/close-codes.xml" gen/data
cp "$source/gen/jobs/version.sh" gen/jobs
cp "$source/registry/include/wsclose.h" registry/include
cp "$source/registry/package/changelog" registry/package
cp "$source/CHANGELOG.md" .
try "it does not generate" "$generator" generate
git add .
git -c user.name=person -c user.email=person@example.org commit -q -m first
released=$(sed -n 's/^#define WSCLOSE_VERSION_STRING "\(.*\)"/\1/p' \
    registry/include/wsclose.h)
git tag "v$released"

# What the tests print beside the names of those that failed is not told.
cat >"$folder/green" <<'TESTS'
#!/bin/sh
echo '## from a test ::error::'
echo '61 passed, 0 failed, 0 skipped'
TESTS
cat >"$folder/red" <<'TESTS'
#!/bin/sh
echo '## from a test'
echo ' 7/61 Test  #7: lookup_test ......................***Failed    0.01 sec'
echo '60 passed, 1 failed, 0 skipped'
exit 1
TESTS
chmod +x "$folder/green" "$folder/red"

# IANA's document, of the snapshot after the changes of a sed script.
document() {
    sed 's/ ws:[a-z0-9]*="[^"]*"//g; s/ xmlns:ws="[^"]*"//
        '"$1" "$source/tests/data/registry/close-codes.xml" \
        >"$folder/websocket.xml"
}

# prepare TESTS: in a checkout of a new run, for $proposal.
prepare() {
    rm -rf "$folder/here" "$proposal"
    git clone -q "$folder/origin" "$folder/here"
    status=0
    (cd "$folder/here" && sh "$source/gen/jobs/prepare.sh" "$proposal" \
        "$generator" "$1" --from "$folder/websocket.xml") \
        >"$folder/said" 2>&1 || status=$?
}

# prepared WHAT DRAFT: it went well, and says whether it is a draft.
prepared() {
    [ "$status" -eq 0 ] || fail "$1: exit $status: $(cat "$folder/said")"
    [ "$(cat "$proposal/draft" 2>/dev/null)" = "$2" ] ||
        fail "$1: a draft for $(cat "$proposal/draft")"
}

# The end of the report, from its version on.
told() {
    sed '1,/^## Version$/d' "$proposal/report.md"
}

document ''
prepare "$folder/red"
prepared "nothing new" ''
[ ! -s "$proposal/patch" ] || fail "nothing new: it is proposed"

added='s/<updated>.*</<updated>2026-12-01</; s/>3009-3999</>3010-3999</
    /<value>3008</i\
      <value>3009</value>\
      <description>Quota Exceeded</description>\
    </record>\
    <record date="2024-02-01">'
document "$added"
prepare "$folder/green"
prepared "a code more" ''
next=$(echo "$released" | awk -F. '{ print $1 "." $2 + 1 ".0" }')
git -C "$folder/here" write-tree >"$folder/proposed"
git -C "$folder/here" reset -q --hard
git -C "$folder/here" apply --index "$proposal/patch"
git -C "$folder/here" write-tree | cmp - "$folder/proposed" ||
    fail "a code more: the patch is not what was tested"
grep -q "\"$next\"" "$folder/here/registry/include/wsclose.h" ||
    fail "a code more: the version is not $next"
made=$folder/here/generated/close-codes.json
grep -qxF "  \"generator\": \"$next\"," "$made" ||
    fail "a code more: $(grep generator "$made")"
grep -rl '^  "generator": "' "${made%/*}" |
    xargs sed -i "s/^\(  \"generator\": \"\)$next/\1$released/"
(cd "$folder/here" && "$generator" generate --check >/dev/null) ||
    fail "a code more: generated/ is not up to date"
# shellcheck disable=SC2016 # as it is
grep -q '^- 3009: ` Quota Exceeded `$' "$proposal/report.md" ||
    fail "a code more: $(cat "$proposal/report.md")"
told | grep -qx "    61 passed, 0 failed, 0 skipped" ||
    fail "a code more: the tests are not told: $(told)"
! told | grep -q -e '^##* from' -e '::' || fail "a code more: $(told)"

prepare "$folder/red"
prepared "red" tests
told | grep -q '^     7/61 Test  #7: lookup_test' ||
    fail "red: the test is not named: $(told)"

document "$added
    s/>Unauthorized</>Not Authorized</; s/>Forbidden</>Not Allowed</"
prepare "$folder/green"
prepared "reworded" decision
told | grep -q 'A decision is wanting' || fail "reworded: $(told)"
grep -q '^### To be looked at$' "$proposal/report.md" ||
    fail "reworded: $(cat "$proposal/report.md")"
prepare "$folder/red"
prepared "reworded and red" 'decision
tests'

# Older than the current one: no proposal, and the run fails.
document 's/<updated>.*</<updated>2020-12-01</; s/>Forbidden</>Not Allowed</'
prepare "$folder/green"
[ "$status" -eq 5 ] || fail "older: exit $status"
[ ! -s "$proposal/patch" ] || fail "older: it is proposed"
document 's/<description>//'
prepare "$folder/green"
[ "$status" -eq 3 ] || fail "bad: exit $status"
exit 0
