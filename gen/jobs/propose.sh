#!/bin/sh
# SPDX-License-Identifier: MIT
# propose.sh FOLDER: puts the patch that prepare.sh left in FOLDER on a branch
# and opens a pull request, or brings the one that is open up to date: a draft
# where a person has to look first. Once nothing differs any more, the open one
# is closed. A branch that a person has worked on is left alone. Needs git and
# gh; BASE is the branch that it is proposed for.
#
# What IANA says is in files alone, never in a word of the shell; nothing of the
# patch is run, and it reaches only what a sync writes.
set -eu
folder=$1
report=$folder/report.md
branch=sync/close-codes
name='github-actions[bot]'
mail='41898282+github-actions[bot]@users.noreply.github.com'

# The patch into the index, if it is one of a sync.
apply() {
    [ -s "$folder/patch" ] || return 0
    other=$(git apply --numstat "$folder/patch" | cut -f 3- | grep -vxE -e \
        'gen/data/close-codes\.xml|generated/[^"]*|CHANGELOG\.md' -e \
        'registry/include/wsclose\.h|registry/package/changelog') || :
    odd=$(git apply --summary "$folder/patch" | grep -vE \
        '^ (create|delete) mode 100644 ') || :
    if [ -n "$other$odd" ]; then
        echo "error: no sync changes this: $other$odd" >&2
        exit 1
    fi
    git apply --index "$folder/patch"
}

open_request() {
    # forks may have a branch of this name: all are listed, not 30
    gh pr list --head "$branch" --state open --limit 10000 \
        --json number,isCrossRepository \
        --jq 'map(select(.isCrossRepository | not))[0].number // empty'
}

# The last commit of the branch; nothing where there is no branch. That the
# origin cannot be asked ends the job: nothing is pushed over what was not seen.
branch_tip() {
    status=0
    refs=$(git ls-remote --exit-code origin "refs/heads/$branch") || status=$?
    case $status in
    0) echo "${refs%%[!0-9a-f]*}" ;;
    2) ;;
    *) return "$status" ;;
    esac
}

# Is the last commit of the branch somebody else's? This job puts one commit on
# top of BASE, and a person's work is above it.
is_somebodys() {
    [ -n "$tip" ] && [ "$(git log -1 --format=%ce "$tip")" != "$mail" ]
}

# The files of a commit and what it stands on.
content() {
    git cat-file commit "$1" | grep -E '^(tree|parent) '
}

apply
gh auth setup-git
number=$(open_request)
tip=$(branch_tip)
[ -z "$tip" ] || git fetch -q --depth=1 origin "$tip"

if git diff --cached --quiet; then
    echo "Nothing changed."
    [ -z "$number" ] || is_somebodys ||
        gh pr close "$number" --delete-branch \
            --comment "IANA's registry is again the current one here."
    exit 0
fi
if is_somebodys; then
    echo "::warning::Somebody has worked on $branch: it is left as it is." \
        "Merge or delete it, and the next run proposes what is new."
    exit 0
fi

git switch -q -C "$branch"
git -c user.name="$name" -c user.email="$mail" commit -q \
    -m "data: what IANA's registry says now"
if [ -z "$tip" ] || [ "$(content "$tip")" != "$(content HEAD)" ]; then
    git push -q --force-with-lease="$branch:$tip" origin "$branch"
fi
draft=''
[ ! -e "$folder/draft" ] || draft=yes
if [ -n "$number" ]; then
    gh pr edit "$number" --body-file "$report"
    gh pr ready "$number" ${draft:+--undo}
else
    gh pr create --base "$BASE" --head "$branch" ${draft:+--draft} \
        --title "IANA's close codes changed" --body-file "$report"
fi
