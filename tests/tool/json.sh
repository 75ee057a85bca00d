#!/bin/sh
# SPDX-License-Identifier: MIT
# json.sh CLOSE-CODES-JSON WSCLOSE: programs in JavaScript, Python and Lua read
# close-codes.json and what wsclose --json writes, and find the same in both.
json=$1 tool=$2
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../support/shell.sh"
need node python3 lua5.4
lua5.4 -e 'require("dkjson")' 2>/dev/null || {
    echo "json.sh: not run: lua5.4 has no dkjson" >&2
    exit 77
}

rfc=https://www.rfc-editor.org/rfc/rfc6455.html
cat >"$folder/expected" <<EOF
1000 NORMAL_CLOSURE wire reply 1000 relay 1000 unknown
1005 NO_STATUS_RECEIVED local reply none relay none again \
https://github.com/enisdenjo/graphql-ws
1006 ABNORMAL_CLOSURE local reply 1002 relay 1011 after-delay 0-5000 \
$rfc#section-7.2.3
1010 MANDATORY_EXTENSION wire reply 1010 relay 1011 unknown
1015 TLS_HANDSHAKE local reply 1002 relay 1011 unknown
2999 UNASSIGNED - reply 1002 relay 1011 unknown
3500 UNASSIGNED wire reply 3500 relay 3500 unknown
4711 PRIVATE_USE wire reply 4711 relay 4711 unknown
65535 INVALID - reply 1002 relay 1011 unknown
EOF
codes=$(cut -d' ' -f1 "$folder/expected")

# shellcheck disable=SC2086 # they are words
"$tool" --json $codes >"$folder/tool.json" || [ $? -eq 1 ] ||
    fail "wsclose --json ends with $?"
for program in 'node codes.js' 'python3 codes.py' 'lua5.4 codes.lua'; do
    for file in "$json" "$folder/tool.json"; do
        # shellcheck disable=SC2086 # they are words
        ${program% *} "$here/json/${program#* }" "$file" $codes \
            >"$folder/seen" || fail "$program cannot read $file"
        diff "$folder/expected" "$folder/seen" >"$folder/differs" ||
            fail "$program: $file: $(cat "$folder/differs")"
    done
done
exit 0
