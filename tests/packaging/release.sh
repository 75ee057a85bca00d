#!/bin/sh
# SPDX-License-Identifier: MIT
# release.sh: all that is released, made of the sources as they are by the
# scripts that GitHub runs: from the version to the release, in a repository of
# its own and with a gh of its own. Made again elsewhere it is the same bytes.
cd "$(dirname "$0")/../.." || exit
. tests/support/shell.sh
set -- git gcc
# Node.js may come from elsewhere than Debian, with its npm.
command -v npm >/dev/null || set -- "$@" npm
sh gen/packages.sh "$@"
need git gcc npm

export HOME="$folder" GIT_CONFIG_NOSYSTEM=1
mkdir "$folder/bin" "$folder/here"
cat >"$folder/bin/gh" <<GH
#!/bin/sh
[ "\$1" != auth ] || exit 0
[ "\$2" != view ] || exit 1
printf '%s\n' "\$@" >>"$folder/asked"
GH
chmod +x "$folder/bin/gh"
PATH=$folder/bin:$PATH

git ls-files -co --exclude-standard -z >"$folder/list"
tar -c --null -T "$folder/list" | tar -x -C "$folder/here"
cd "$folder/here" || exit
version=$(sed -n 's/^#define WSCLOSE_VERSION_STRING "\(.*\)"$/\1/p' \
    registry/include/wsclose.h)
sed -i "s/^## $version - .*/## $version - 2026-11-25/" CHANGELOG.md
git init -q --initial-branch=main .
git add .
git -c user.name=person -c user.email=person@example.org commit -q -m all
git init -q --bare --initial-branch=main "$folder/origin"
git remote add origin "$folder/origin"
git push -q origin main
git clone -q "$folder/origin" "$folder/elsewhere/of another name"

[ "$(sh gen/jobs/release/due.sh)" = "$version" ] || fail "it is not due"
try "no files" sh gen/jobs/release/files.sh "$folder/made"
(cd "$folder/elsewhere/of another name" && umask 077 &&
    TZ=Pacific/Kiritimati try "no files elsewhere" \
        sh gen/jobs/release/files.sh "$folder/again")
diff -r "$folder/made" "$folder/again" || fail "elsewhere it is another release"
try "it cannot be published" sh gen/jobs/release/publish.sh "$folder/made"
git -C "$folder/origin" rev-parse -q --verify "v$version" >/dev/null ||
    fail "there is no tag"
sed -n "s|^$folder/made/files/||p" "$folder/asked" >"$folder/released"
for file in SHA256SUMS "wsclose-$version.tar.gz" \
    "wsclose-amalgamation-$version.tar.gz" "libwsclose1_${version}_.*\.deb" \
    "libwsclose-dev_${version}_.*\.deb" ".*-$version\.tgz"; do
    grep -qx "$file" "$folder/released" || fail "$file is not released"
done
head -n 3 "$folder/made/notes.md"
[ -n "$(tr -d '\n' <"$folder/made/notes.md")" ] || fail "there are no notes"
! grep '^## ' "$folder/made/notes.md" || fail "the notes are of two versions"

# What is in two files compiles, and knows a code.
tar -xzf "$folder/made/files/wsclose-amalgamation-$version.tar.gz" -C "$folder"
try "the two files do not compile" gcc -std=c11 -Wall -Wextra -Werror \
    -I"$folder/wsclose-amalgamation-$version" tests/library/meaning.c \
    "$folder/wsclose-amalgamation-$version/wsclose.c" -o "$folder/main"
"$folder/main"
cat "$folder/made/files/SHA256SUMS"
