#!/bin/sh
# SPDX-License-Identifier: MIT
# wireshark.sh GENERATOR: with generated/wsclose.lua tshark names what it else
# shows as "Unknown (1012)".
cd "$(dirname "$0")/../.." || exit
generator=$(realpath "$1")
. tests/support/shell.sh
sh gen/packages.sh tshark python3
need tshark python3

python3 tests/packaging/wireshark_capture.py "$folder/capture" \
    1000 1012 3003 4001 5000

# shows SCRIPT: the close codes of the capture.
shows() {
    HOME=$folder tshark -r "$folder/capture" -Y wsclose -T fields \
        -E separator='|' -e websocket.payload.close.status_code \
        -e wsclose.code -e wsclose.name -e wsclose.meaning \
        -X "lua_script:$1" 2>"$folder/log" || {
        cat "$folder/log" >&2
        fail "tshark fails with $1"
    }
    ! grep -iE 'lua.*error|error.*lua' "$folder/log" >&2 || fail "$1 fails"
}
shows generated/wsclose.lua >"$folder/lines"
! grep -n '|$' "$folder/lines" >&2 || fail "these have no meaning"
cut -d '|' -f 1-3 "$folder/lines" >"$folder/seen"
diff - "$folder/seen" >&2 <<'END' || fail "tshark shows something else (>)"
1000|1000|Normal Closure
1012|1012|Service Restart
3003|3003|Forbidden
4001|4001|Reserved for Private Use
5000|5000|Invalid
END
HOME=$folder tshark -r "$folder/capture" -V \
    -X lua_script:generated/wsclose.lua 2>/dev/null >"$folder/seen"
for line in 'Unknown (1012)' 'WebSocket Close Code: 1012 Service Restart'; do
    grep -qF "$line" "$folder/seen" || fail "tshark does not show \"$line\""
done

# Texts of others end no string.
try "it is not generated" "$generator" generate --data gen/data \
    --out "$folder/hostile" --private tests/fuzz/hostile.xml
shows "$folder/hostile/wsclose.lua" >"$folder/seen"
[ "$(wc -l <"$folder/seen")" -eq 5 ] || fail "hostile texts break the module"
