#!/bin/sh
# propose.sh REPORT: puts what a sync changed in this checkout on a branch and
# opens a pull request, or brings the one that is open up to date. Once nothing
# differs any more, the open one is closed. A branch that a person has worked on
# is left alone. Needs git and gh; BASE is the branch that it is proposed for.
#
# What IANA says is in files alone, never in a word of the shell.
set -eu
report=$1
branch=sync/close-codes
name='github-actions[bot]'
mail='41898282+github-actions[bot]@users.noreply.github.com'

open_request() {
    gh pr list --head "$branch" --state open --json number,isCrossRepository \
        --jq 'map(select(.isCrossRepository | not))[0].number // empty'
}

# Commits on the branch that are not this job's own.
others() {
    git fetch -q origin "+refs/heads/$branch:refs/remotes/origin/$branch" \
        2>/dev/null || return 0
    git log --format=%ae "HEAD..refs/remotes/origin/$branch" |
        grep -vxF "$mail" || true
}

gh auth setup-git
git add gen/data generated
number=$(open_request)
if git diff --cached --quiet; then
    echo "Nothing changed."
    [ -z "$number" ] || [ -n "$(others)" ] ||
        gh pr close "$number" --delete-branch \
            --comment "IANA's registry is again what is held here."
    exit 0
fi
if [ -n "$(others)" ]; then
    echo "::warning::Somebody has worked on $branch: it is left as it is." \
        "Merge or delete it, and the next run proposes what is new."
    exit 0
fi

git switch -q -C "$branch"
git -c user.name="$name" -c user.email="$mail" commit -q \
    -m "data: what IANA's registry says now"
git push -q --force origin "$branch"
if [ -n "$number" ]; then
    gh pr edit "$number" --body-file "$report"
else
    gh pr create --base "$BASE" --head "$branch" \
        --title "IANA's close codes changed" --body-file "$report"
fi
