#!/bin/sh
# SPDX-License-Identifier: MIT
# propose.sh SOURCE: the job that opens a pull request, against a repository and
# a gh of its own: one request at a time, and nobody's work is lost.
source=$1
. "$(dirname "$0")/../support/shell.sh"
need git

export HOME="$folder" GIT_CONFIG_NOSYSTEM=1 BASE=main
branch=sync/close-codes
proposal=$folder/proposal
PATH=$folder/bin:$PATH

mkdir "$folder/bin" "$folder/here" "$proposal"
# "open" has the requests of a branch of that name, the newest first: a number,
# and whether it is from a fork. gh lists 30 of them unless it is told more.
cat >"$folder/bin/gh" <<GH
#!/bin/sh
case "\$1 \$2" in
'auth setup-git') ;;
'pr list')
    limit=30
    for word; do
        [ "\$last" != --limit ] || limit=\$word
        last=\$word
    done
    head -n "\$limit" "$folder/open" | sed -n 's/ own\$//p'
    ;;
*) printf '%s\n' "\$*" >>"$folder/asked" ;;
esac
GH
chmod +x "$folder/bin/gh"

as_person() {
    git -C "$folder/here" -c user.name=person -c user.email=person@example.org \
        "$@"
}

# in the checkout of a new run: shallow, as the workflow's, at what main holds
begin() {
    rm -rf "$folder/here"
    : >"$folder/asked"
    git clone -q --depth=1 --branch main \
        "file://$folder/origin" "$folder/here"
}

# What somebody else does meanwhile to a branch.
push_as_person() {
    git clone -q --branch "$1" "$folder/origin" "$folder/theirs"
    echo "$2" >"$folder/theirs/$2"
    for words in "add ." "commit -q -m $2" "push -q origin $1"; do
        # shellcheck disable=SC2086 # they are words
        git -C "$folder/theirs" -c user.name=person \
            -c user.email=person@example.org $words
    done
    rm -rf "$folder/theirs"
}

# What was changed in the checkout is the patch for one as it was.
run_propose() {
    cd "$folder/here" || exit
    git add -A
    git diff --cached --binary >"$proposal/patch"
    git reset -q --hard
    sh "$source/gen/jobs/propose.sh" "$proposal"
}

propose() {
    (run_propose) >"$folder/said" 2>&1 || fail "$1: $(cat "$folder/said")"
}

asked() {
    [ "$(cat "$folder/asked")" = "$2" ] ||
        fail "$1: gh was asked: $(cat "$folder/asked")"
}

on_branch() {
    git -C "$folder/origin" rev-parse -q --verify "refs/heads/$branch" || :
}

edit="pr edit 7 --body-file $proposal/report.md"
create="pr create --base main --head $branch --title IANA's close codes changed\
 --body-file $proposal/report.md"

git init -q --bare --initial-branch=main "$folder/origin"
git init -q --initial-branch=main "$folder/here"
mkdir -p "$folder/here/gen/data" "$folder/here/generated"
echo held >"$folder/here/gen/data/close-codes.xml"
echo held >"$folder/here/generated/rows.inc"
as_person add .
as_person commit -q -m first
as_person push -q "$folder/origin" main
# shellcheck disable=SC2016
printf '%s\n' '- ` $(touch pwned) `' >"$proposal/report.md"
: >"$folder/open"

begin
propose "nothing new"
asked "nothing new" ""
[ -z "$(on_branch)" ] || fail "nothing new: a branch is pushed"

begin
echo new >"$folder/here/gen/data/close-codes.xml"
echo new >"$folder/here/generated/added.inc"
propose "a change"
asked "a change" "$create"
files=$(git -C "$folder/origin" diff --name-only main "$branch")
[ "$files" = "gen/data/close-codes.xml
generated/added.inc" ] || fail "a change: pushed: $files"
[ "$(git -C "$folder/origin" log -1 --format=%an%n%s "$branch")" = \
    "github-actions[bot]
data: what IANA's registry says now" ] || fail "a change: another commit"

{
    yes '8 fork' | head -n 100
    echo 7 own
} >"$folder/open"
begin
echo newer >"$folder/here/gen/data/close-codes.xml"
propose "a second change"
asked "a second change" "$edit
pr ready 7"
[ "$(git -C "$folder/origin" show "$branch:gen/data/close-codes.xml")" = \
    newer ] || fail "a second change: it is not on the branch"
[ "$(git -C "$folder/origin" rev-list --count main.."$branch")" = 1 ] ||
    fail "a second change: the first is there too"

# main moves on; what is proposed is the same, and is put on top of it.
push_as_person main elsewhere
begin
echo newer >"$folder/here/gen/data/close-codes.xml"
propose "main moved"
asked "main moved" "$edit
pr ready 7"
[ "$(git -C "$folder/origin" rev-list --count main.."$branch")" = 1 ] ||
    fail "main moved: the branch is not on top of it"
proposed=$(on_branch)
begin
echo newer >"$folder/here/gen/data/close-codes.xml"
propose "the same again"
[ "$(on_branch)" = "$proposed" ] || fail "the same again: it was pushed"

# A person has to look first, until that is done.
: >"$proposal/draft"
begin
echo newer >"$folder/here/gen/data/close-codes.xml"
propose "red"
asked "red" "$edit
pr ready 7 --undo"
mv "$folder/open" "$folder/open.before"
: >"$folder/open"
begin
echo newer >"$folder/here/gen/data/close-codes.xml"
propose "red and new"
asked "red and new" "$(echo "$create" | sed 's/ --title/ --draft&/')"
mv "$folder/open.before" "$folder/open"
rm "$proposal/draft"

# What no sync changes is not what a patch may change.
for change in \
    'mkdir -p .github; echo x >.github/x' \
    'echo x >gen/x' \
    'ln -s /etc/passwd generated/x' \
    'echo x >generated/x; chmod +x generated/x' \
    'chmod +x generated/rows.inc' \
    'mkdir -p g/generated; echo x >g/generated/x' \
    'git mv gen/data/close-codes.xml other'; do
    begin
    (cd "$folder/here" && sh -c "$change")
    (run_propose) >"$folder/said" 2>&1 && fail "$change: it is applied"
    grep -q '^error: no sync changes this: ' "$folder/said" ||
        fail "$change: $(cat "$folder/said")"
    asked "$change" ""
done
[ "$(on_branch)" = "$proposed" ] || fail "something else was pushed"

# A person writes the texts that are wanting.
push_as_person "$branch" texts
theirs=$(on_branch)
begin
echo newest >"$folder/here/gen/data/close-codes.xml"
propose "a person at work"
asked "a person at work" ""
[ "$(on_branch)" = "$theirs" ] || fail "a person's commit is gone"
grep -q '^::warning::' "$folder/said" || fail "nobody is told"
begin
propose "a person at work, nothing new"
asked "a person at work, nothing new" ""

# An origin that does not answer is not one without the branch.
for fails in ls-remote fetch; do
    begin
    echo newest >"$folder/here/gen/data/close-codes.xml"
    # shellcheck disable=SC2016 # git's own arguments
    printf '#!/bin/sh\n[ "$1" != %s ] || exit 128\nexec %s "$@"\n' \
        "$fails" "$(command -v git)" >"$folder/bin/git"
    chmod +x "$folder/bin/git"
    (run_propose) >"$folder/said" 2>&1 &&
        fail "$fails fails, and the job goes on"
    rm "$folder/bin/git"
    asked "$fails fails" ""
    [ "$(on_branch)" = "$theirs" ] || fail "$fails fails: a commit is gone"
done

# The registry is again what main holds.
git -C "$folder/origin" update-ref "refs/heads/$branch" "$proposed"
begin
propose "fallen back"
asked "fallen back" "pr close 7 --delete-branch --comment IANA's registry is\
 again the current one here."

[ ! -e "$folder/here/pwned" ] || fail "the report was run"
exit 0
