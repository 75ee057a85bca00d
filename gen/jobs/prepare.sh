#!/bin/sh
# SPDX-License-Identifier: MIT
# prepare.sh FOLDER WSCLOSE-GEN TESTS [OPTION...]: in a checkout, what a sync
# with these options proposes for it. FOLDER gets the patch, report.md with what
# the command TESTS made of it, and draft where a person has to look first:
# the tests fail, or IANA changed what only a person may accept. An empty patch:
# nothing is proposed. This runs without a token; propose.sh has one, and runs
# nothing of what it applies.
#
# IANA's texts are printed: they must not be read as commands of a runner.
set -eu
folder=$1 program=$2 tests=$3
shift 3
mkdir -p "$folder"
report=$folder/report.md

sync() {
    status=0
    "$program" sync --data gen/data --out generated --report "$report" "$@" \
        2>"$folder/errors" || status=$?
    cat "$folder/errors" >&2
    return "$status"
}

# What only a person may accept is proposed all the same, to be looked at. What
# nobody should accept, as an older document, ends this here.
sync_for_person() {
    accepted=$(sed -n 's/.* \(--accept [0-9][0-9]*\)$/\1/p' "$folder/errors")
    [ -n "$accepted" ] || return 5
    echo "A decision is wanting: these are accepted in a draft."
    # shellcheck disable=SC2086 # they are words
    sync "$@" $accepted
    echo "decision" >>"$folder/draft"
}

# The names of tests that failed, and the counts.
tests_failed() {
    grep -aE '^ *[0-9]+/[0-9]+ Test +#[0-9]+: [a-z0-9_]+ \.*\*\*\*' \
        "$folder/tests.log" || :
}

rm -f "$folder/draft"
status=0
sync "$@" || status=$?
case $status in
0) ;;
5) sync_for_person "$@" ;;
*) exit "$status" ;;
esac
: >"$folder/patch"
git add gen/data generated
! git diff --cached --quiet || exit 0

sh gen/jobs/version.sh "$program" >"$folder/version"
cat "$folder/version"
git add CHANGELOG.md generated registry/include/wsclose.h \
    registry/package/changelog
git diff --cached --binary --no-renames >"$folder/patch"

status=0
$tests >"$folder/tests.log" 2>&1 || status=$?
[ "$status" -eq 0 ] || echo "tests" >>"$folder/draft"
cat "$folder/tests.log"
{
    printf '\n## Version\n\n'
    cat "$folder/version"
    printf '\n## Tests\n\n'
    case $status in
    0) echo "The quick tests pass:" ;;
    *) echo "The quick tests fail:" ;;
    esac
    echo
    { tests_failed && tail -n 1 "$folder/tests.log"; } | sed 's/^/    /'
    ! grep -qsx decision "$folder/draft" ||
        printf '\nA decision is wanting: see "To be looked at".\n'
} >>"$report"
