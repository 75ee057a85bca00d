#!/bin/sh
# SPDX-License-Identifier: MIT
# host.sh CMAKE BUILD SOURCE CERTIFICATES FAULT-SERVER: a host whose service
# syncs, whole. What is installed fetches IANA's document over TLS, as the unit
# says; IANA registers 3009; the next run accepts it, and every other user reads
# it. As root the service and the reader are users of their own; else both are
# who runs this, and what others may do stands in the files' modes.
cmake=$1 build=$2 source=$3 certificates=$4 server=$5
. "$(dirname "$0")/../support/shell.sh"
unset https_proxy HTTPS_PROXY all_proxy ALL_PROXY SSL_CERT_FILE SSL_CERT_DIR \
    CURL_CA_BUNDLE
umask 022
chmod 755 "$folder"

# Whose these numbers are does not matter.
as_service='' as_reader=''
if [ "$(id -u)" -eq 0 ]; then
    need setpriv
    as_service='setpriv --reuid=64321 --regid=64321 --clear-groups'
    as_reader='setpriv --reuid=64322 --regid=64322 --clear-groups'
fi

for component in Generator Tool; do
    DESTDIR=$folder/host try "it cannot be installed" \
        "$cmake" --install "$build" --component $component
done
unit=$(find "$folder/host" -name wsclose-sync.service)
tool=$(find "$folder/host" -path '*/bin/wsclose')

# said KEY: what the unit says of it.
said() {
    sed -n "s/^$1=//p" "$unit" | grep . ||
        fail "the unit has no $1"
}

# Who the unit runs as is installed with it.
grep -q "^u $(said User) " "$(find "$folder/host" -path '*/sysusers.d/*')" ||
    fail "nobody makes the user $(said User)"

# The folders that systemd makes before the first run.
state=$folder/lib/$(said StateDirectory)
cache=$folder/cache/$(said CacheDirectory)
mkdir -p "$state" "$cache"
chmod "$(said StateDirectoryMode)" "$state"
chmod 755 "$cache"
[ -z "$as_service" ] || chown 64321:64321 "$state" "$cache"

# Where the program and the folders are here, and whom to ask.
run_unit() {
    # shellcheck disable=SC2086 # they are words
    (umask "$(said UMask)" && cd / &&
        exec env -i PATH=/usr/bin:/bin CACHE_DIRECTORY="$cache" \
            $as_service \
            sh -c "$(said ExecStart | sed "s|%S|$folder/lib|g
                s|^|exec $folder/host|")"' "$@"' sh \
            --url "https://localhost:$port/raw/answer" \
            --cacert "$folder/ca.pem") >"$folder/said" 2>&1 ||
        fail "$1: $(cat "$folder/said")"
}

# publish SED-SCRIPT: IANA's document, of the snapshot after these changes.
publish() {
    {
        printf 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n'
        sed 's/ ws:[a-z0-9]*="[^"]*"//g; s/ xmlns:ws="[^"]*"//
            '"$1" "$source/tests/data/registry/close-codes.xml"
    } >"$folder/www/new"
    mv "$folder/www/new" "$folder/www/answer"
}

# read_by_others PROGRAM...: what another user gets.
read_by_others() {
    # shellcheck disable=SC2086 # they are words
    $as_reader "$@" || fail "others cannot do: $*"
}

# explained PATTERN WHAT ARGUMENT...: a line of what another user's command
# says of the registry that the service keeps.
explained() {
    pattern=$1 what=$2
    shift 2
    read_by_others "$tool" --registry "$registry" "$@" >seen
    grep -q -e "$pattern" seen || fail "$what: $(cat seen)"
}

mkdir "$folder/www"
publish ''
"$certificates" "$folder"
cd "$folder" || exit
"$server" good.pem www requests >port &
trap 'kill $!; rm -rf "$folder"' EXIT
until [ -s port ]; do sleep 0.05; done
port=$(cat port)

registry=$state/generated/close-codes.json
run_unit "the first run"
grep -q '^updated: ' said || fail "the first run: $(cat said)"
[ "$(find "$state" ! -perm -o=r)" = "" ] ||
    fail "others cannot read: $(find "$state" ! -perm -o=r)"
[ "$(find "$state" -perm -o=w)" = "" ] ||
    fail "others can write: $(find "$state" -perm -o=w)"
explained 'Unassigned' "3009 is known too early" 3009

publish 's/>3009-3999</>3010-3999</
    s/<updated>.*</<updated>2026-12-01</
    /<value>3008</i\
      <value>3009</value>\
      <description>Quota Exceeded</description>\
      <contact>Jane Doe</contact>\
    </record>\
    <record date="2024-02-01">'
run_unit "3009"
grep -q '^  added  *3009 ' said || fail "3009: $(cat said)"
explained '3009  Quota Exceeded$' "3009 is not known" 3009
explained 'Symbol  *QUOTA_EXCEEDED$' "3009 is not known" 3009
explained 'Status  *assigned$' "3009 is not known" 3009
explained 'Contact  *Jane Doe$' "3009 is not known" 3009
explained '3009  Quota Exceeded$' "in Japanese" --lang ja quota-exceeded
explained '状態  *割り当て済み$' "in Japanese" --lang ja 3009
explained '^    "symbol": "QUOTA_EXCEEDED",$' "JSON" --json 3009
explained '^0bc1' "a frame" build quota-exceeded why
explained '3009 QUOTA_EXCEEDED "why"' "a frame" frame 0bc1776879
explained 'codes of 2026-12-01$' "the version" --version
explained "^Registry: $registry, of" "the version" --version
read_by_others test -x "$state/generated/include"
read_by_others cat "$state/data/close-codes.xml" |
    grep -q 'Quota Exceeded' || fail "3009 is not in the snapshot"

run_unit "the third run"
grep -q '^unchanged: ' said || fail "the third run: $(cat said)"
[ "$(wc -l <requests)" -eq 3 ] || fail "asked: $(cat requests)"
exit 0
