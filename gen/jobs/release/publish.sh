#!/bin/sh
# SPDX-License-Identifier: MIT
# publish.sh FOLDER: tags the last commit, and releases what files.sh left in
# FOLDER. What was begun before goes on. Needs git and gh.
set -eu
export LC_ALL=C
folder=$1
version=$(git show HEAD:registry/include/wsclose.h |
    sed -n 's/^#define WSCLOSE_VERSION_STRING "\(.*\)"$/\1/p')
tag=v$version
name='github-actions[bot]'
mail='41898282+github-actions[bot]@users.noreply.github.com'

[ -e "$folder/files/wsclose-$version.tar.gz" ] || {
    echo "error: $folder has no files of $version; make them with files.sh" >&2
    exit 1
}
(cd "$folder/files" && sha256sum --quiet -c SHA256SUMS)
# What files.sh has not listed is not released.
for file in "$folder"/files/*; do
    file=${file##*/}
    [ "$file" = SHA256SUMS ] || grep -qF "  $file" \
        "$folder/files/SHA256SUMS" || {
        echo "error: $file is not in SHA256SUMS" >&2
        exit 1
    }
done

gh auth setup-git
status=0
git ls-remote --exit-code origin "refs/tags/$tag" >/dev/null || status=$?
case $status in
0) ;;
2)
    git -c user.name="$name" -c user.email="$mail" \
        tag -f -a -m "wsclose $version" "$tag"
    git push -q origin "refs/tags/$tag"
    ;;
*) exit "$status" ;;
esac
gh release create "$tag" --verify-tag --title "wsclose $version" \
    --notes-file "$folder/notes.md" "$folder"/files/*
