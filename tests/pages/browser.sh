#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/pages/browser.sh: generated/close-codes.html in Chromium, as a reader
# has it, and under two checkers, axe and html-validate.
set -eu
cd "$(dirname "$0")/../.."
source=tests/pages
build=build/pages
page=$PWD/generated/close-codes.html

install_packages() {
    set -- chromium fonts-noto-cjk
    # Node.js may come from elsewhere than Debian, with its npm.
    command -v node >/dev/null || set -- "$@" nodejs
    command -v npm >/dev/null || set -- "$@" npm
    sh gen/packages.sh "$@"
}

# In the versions of package-lock.json.
install_node_packages() {
    cp "$source/package.json" "$source/.npmrc" "$source/.htmlvalidate.json" \
        "$source"/*.mjs "$build"
    ! cmp -s "$source/package-lock.json" "$build/installed.json" || return 0
    cp "$source/package-lock.json" "$build"
    (cd "$build" && npm ci --ignore-scripts --no-audit --no-fund) \
        >"$build/log" 2>&1 || {
        cat "$build/log" >&2
        echo "error: npm could not install what package-lock.json says" >&2
        exit 1
    }
    cp "$source/package-lock.json" "$build/installed.json"
}

mkdir -p "$build"
install_packages
install_node_packages
cp "$page" "$build/page.html"
cd "$build"
node_modules/.bin/html-validate page.html
HOME=$PWD exec node --test browser_test.mjs
