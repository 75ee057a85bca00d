#!/bin/sh
# SPDX-License-Identifier: MIT
# jobs.sh SOURCE WSCLOSE-GEN: the units of gen/jobs are what systemd takes, and
# let the program do as little as they should.
source=$1
program=$2
. "$(dirname "$0")/../support/shell.sh"
need systemd-analyze systemd-sysusers

# The exposure that systemd computes, from 0 to 100: 11 today.
limit=15

for file in wsclose-sync.service wsclose-sync.cron; do
    sed "s|@WSCLOSE_GEN@|$program|" "$source/gen/jobs/$file.in" \
        >"$folder/$file"
    grep -q @ "$folder/$file" && ! grep -q '@system-service' "$folder/$file" &&
        fail "$file: a place was not filled in"
done
cp "$source/gen/jobs/wsclose-sync.timer" "$folder"

for unit in wsclose-sync.service wsclose-sync.timer; do
    systemd-analyze verify --man=no "$folder/$unit" >"$folder/said" 2>&1 ||
        fail "$unit is refused: $(cat "$folder/said")"
    grep -q "$unit" "$folder/said" &&
        fail "$unit: $(grep "$unit" "$folder/said")"
done
systemd-analyze calendar weekly >/dev/null ||
    fail "the timer's time is none"

try "the service is not hardened enough" systemd-analyze security \
    --offline=true --threshold="$limit" "$folder/wsclose-sync.service"
# A host may start before its network; a refusal stays one. The user is
# made with it.
for line in Wants=network-online.target Restart=on-failure User=wsclose \
    'RestartPreventExitStatus=.*5' StateDirectoryMode=0755 UMask=0022; do
    grep -qx "$line" "$folder/wsclose-sync.service" ||
        fail "the service has no $line"
done
mkdir "$folder/root" "$folder/root/etc"
cp "$source/gen/jobs/wsclose.sysusers" "$folder/wsclose.conf"
try "no user is made" systemd-sysusers --root="$folder/root" \
    "$folder/wsclose.conf"
grep -q '^wsclose:.*:/var/lib/wsclose:.*nologin$' "$folder/root/etc/passwd" ||
    fail "the user is $(cat "$folder/root/etc/passwd")"

# The limit is one that a service without these lines does not keep.
grep -v -e ^Protect -e ^SystemCall "$folder/wsclose-sync.service" \
    >"$folder/open.service"
systemd-analyze security --offline=true --threshold="$limit" \
    "$folder/open.service" >/dev/null 2>&1 &&
    fail "any service would pass"

# Five fields of time, a user, a command.
awk '!/^#/ && !/^SHELL=/ {
    if (NF < 7 || $1 !~ /^[0-9]+$/ || $2 !~ /^[0-9]+$/) exit 1; n++
} END { if (n != 1) exit 1 }' "$folder/wsclose-sync.cron" ||
    fail "the cron line is none"

# It says nothing when nothing changed, and what was taken or is wrong else.
printf '#!/bin/sh\ncat "%s"\necho wrong >&2\n' "$folder/answer" >"$folder/gen"
chmod +x "$folder/gen"
command=$(sed -n "s|@WSCLOSE_GEN@|$folder/gen|;s/^17 [^;]*; //p" \
    "$source/gen/jobs/wsclose-sync.cron.in")
mail() {
    printf '%s\n' "$@" >"$folder/answer"
    sh -c "$command" 2>/dev/null
}
[ -z "$(mail 'unchanged: a' '  wanting  3000  texts')" ] ||
    fail "cron: mail for nothing"
[ "$(mail 'updated: a' '  added  3000')" = "updated: a
  added  3000" ] || fail "cron: what was taken is not said"
[ "$(sh -c "$command" 2>&1 >/dev/null)" = wrong ] || fail "cron: no errors"
exit 0
