#!/bin/sh
# SPDX-License-Identifier: MIT
# npm.sh GENERATOR: generated/npm as npm packs and installs it: its types are as
# TypeScript takes them, and both modules answer.
cd "$(dirname "$0")/../.." || exit
generator=$(realpath "$1")
. tests/support/shell.sh
set --
# Node.js may come from elsewhere than Debian, with its npm.
command -v node >/dev/null || set -- "$@" nodejs
command -v npm >/dev/null || set -- "$@" npm
sh gen/packages.sh "$@"
need node npm

source=$PWD
version=$(sed -n 's/^#define WSCLOSE_VERSION_STRING "\(.*\)"$/\1/p' \
    registry/include/wsclose.h)
cp -r generated/npm "$folder/packed"
cp LICENSE "$folder/packed"
cp tests/packaging/npm/* tests/pages/.npmrc "$folder"
cd "$folder/packed"
npm pkg set "version=$version"
try "npm does not pack it" npm pack --pack-destination "$folder"
tar -tf "$folder/wsclose-$version.tgz" | sort | tr '\n' ' ' >"$folder/list"
[ "$(cat "$folder/list")" = "$(for file in LICENSE README.md index.cjs \
    index.d.cts index.d.mts index.mjs package.json; do
    echo "package/$file"
done | tr '\n' ' ')" ] || fail "npm packs $(cat "$folder/list")"

cd "$folder"
try "npm cannot install TypeScript" npm ci --ignore-scripts --no-audit --no-fund
try "npm cannot install it" npm install --no-save --offline --no-audit \
    --no-fund "./wsclose-$version.tgz"
for module in nodenext node16; do
    try "the types are not as they are used, $module" node_modules/.bin/tsc \
        --noEmit --strict --module $module --target es2022 \
        use.mts use.cts
done
try "the types are wrong" node_modules/.bin/tsc --noEmit --strict \
    --module nodenext --target es2022 \
    node_modules/wsclose/index.d.cts node_modules/wsclose/index.d.mts
node look_ups.mjs "$source/generated/close-codes.json"

# Texts of others end no string.
try "it is not generated" "$generator" generate --data "$source/gen/data" \
    --out hostile --private "$source/tests/fuzz/hostile.xml"
node hostile.cjs "$folder/hostile/npm/index.cjs" \
    "$folder/hostile/close-codes.json"
try "the types are code" node_modules/.bin/tsc --noEmit --strict \
    --module nodenext --target es2022 hostile/npm/index.d.cts
