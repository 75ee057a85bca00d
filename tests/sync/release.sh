#!/bin/sh
# SPDX-License-Identifier: MIT
# release.sh SOURCE: when a release is due, its tarball, and how it is made
# public, against a repository and a gh of its own. What files.sh builds is
# seen by tests/packaging/release.sh.
source=$1
. "$(dirname "$0")/../support/shell.sh"
need git

export HOME="$folder" GIT_CONFIG_NOSYSTEM=1
release=$source/gen/jobs/release
PATH=$folder/bin:$PATH

# "released" has the tags that gh knows a release of.
mkdir "$folder/bin"
cat >"$folder/bin/gh" <<GH
#!/bin/sh
case "\$1 \$2" in
'auth setup-git') ;;
'release view') grep -qx "\$3" "$folder/released" ;;
*)
    printf '%s\n' "\$*" >>"$folder/asked"
    [ ! -e "$folder/down" ]
    ;;
esac
GH
chmod +x "$folder/bin/gh"
: >"$folder/released"

# version MAJOR.MINOR.PATCH DATE: what the files of the checkout say, committed.
version() {
    mkdir -p registry/include registry/package
    echo "#define WSCLOSE_VERSION_STRING \"$1\"" >registry/include/wsclose.h
    printf '# Changelog\n\n## %s - %s\n\n- %s\n\n## 0.9.0 - 2026-01-01\n' \
        "$1" "$2" "What is new in $1" >CHANGELOG.md
    printf 'wsclose (%s) unstable; urgency=medium\n' "$1" \
        >registry/package/changelog
    git add .
    git -c user.name=person -c user.email=person@example.org \
        commit -q -m "$1 $2"
    git push -q origin main
}

# due WHAT WANTED: what due.sh prints.
due() {
    seen=$(sh "$release/due.sh" 2>"$folder/said") ||
        fail "$1: $(cat "$folder/said")"
    [ "$seen" = "$2" ] || fail "$1: \"$seen\" is due: $(cat "$folder/said")"
}

publish() {
    : >"$folder/asked"
    sh "$release/publish.sh" "$folder/made" >"$folder/said" 2>&1
}

git init -q --bare --initial-branch=main "$folder/origin"
git clone -q "$folder/origin" "$folder/here" 2>/dev/null
cd "$folder/here" || exit
git symbolic-ref HEAD refs/heads/main

version 1.0.0 unreleased
due "no date" ''
version 1.0.0 2026-11-25
due "a date" 1.0.0

sed -i 's/1.0.0/1.0.1/' registry/package/changelog
sh "$release/due.sh" >"$folder/seen" 2>"$folder/said" &&
    fail "another package: no error"
grep -q '^registry/package/changelog:1: error: .*1\.0\.1.*1\.0\.0' \
    "$folder/said" || fail "another package: $(cat "$folder/said")"
[ ! -s "$folder/seen" ] || fail "another package: it is due"
git checkout -q .

# The same bytes in another clone, by somebody with other habits; what is not
# committed is not in it, and every user may read it.
try "no tarball" sh "$release/tarball.sh" "$folder/made/files"
echo mine >mine
git clone -q "$folder/origin" "$folder/elsewhere/of another name"
(cd "$folder/elsewhere/of another name" && umask 077 && sleep 1 &&
    git config tar.umask 0077 && git config core.autocrlf true &&
    TZ=Pacific/Kiritimati sh "$release/tarball.sh" "$folder/again")
cmp "$folder/made/files/wsclose-1.0.0.tar.gz" \
    "$folder/again/wsclose-1.0.0.tar.gz" || fail "another tarball elsewhere"
[ "$(tar -tzf "$folder/again/wsclose-1.0.0.tar.gz" | grep -v '/$')" = \
    "wsclose-1.0.0/CHANGELOG.md
wsclose-1.0.0/registry/include/wsclose.h
wsclose-1.0.0/registry/package/changelog" ] ||
    fail "the tarball has other files"
! tar -tvzf "$folder/again/wsclose-1.0.0.tar.gz" |
    grep -v -e '^drwxr-xr-x root/root ' -e '^-rw-r--r-- root/root ' ||
    fail "the tarball has other modes"

publish && fail "no SHA256SUMS: it is published"
(cd "$folder/made/files" && sha256sum -- *.gz >SHA256SUMS)
echo "- What is new" >"$folder/made/notes.md"
: >"$folder/made/files/other"
publish && fail "a file that is not listed: it is published"
grep -q 'other is not in SHA256SUMS' "$folder/said" ||
    fail "not listed: $(cat "$folder/said")"
rm "$folder/made/files/other"
cp "$folder/made/files/wsclose-1.0.0.tar.gz" "$folder/kept"
echo more >>"$folder/made/files/wsclose-1.0.0.tar.gz"
publish && fail "another tarball than listed: it is published"
cp "$folder/kept" "$folder/made/files/wsclose-1.0.0.tar.gz"
[ ! -s "$folder/asked" ] || fail "gh was asked: $(cat "$folder/asked")"
[ -z "$(git ls-remote --tags origin)" ] || fail "a fault, and it is tagged"

# GitHub fails behind the tag: the next run goes on.
: >"$folder/down"
publish && fail "gh fails: no error"
rm "$folder/down"
[ "$(git -C "$folder/origin" rev-parse 'v1.0.0^{}')" = \
    "$(git rev-parse HEAD)" ] || fail "another commit is tagged"
due "half published" 1.0.0
publish || fail "the second attempt: $(cat "$folder/said")"
[ "$(cat "$folder/asked")" = "release create v1.0.0 --verify-tag --title\
 wsclose 1.0.0 --notes-file $folder/made/notes.md\
 $folder/made/files/SHA256SUMS\
 $folder/made/files/wsclose-1.0.0.tar.gz" ] ||
    fail "gh was asked: $(cat "$folder/asked")"
echo v1.0.0 >"$folder/released"
due "published" ''
echo text >text
version 1.0.0 2026-11-25
due "more commits, the same version" ''

version 1.1.0 2026-12-01
due "the next" 1.1.0
publish && fail "files of another version: they are published"
git remote set-url origin "$folder/nowhere"
sh "$release/due.sh" >"$folder/seen" 2>&1 && fail "no origin: no error"
exit 0
