#!/bin/sh
# jobs.sh SOURCE WSCLOSE-GEN: the units of gen/jobs are what systemd takes, and
# let the program do as little as they should.
source=$1
program=$2
. "$(dirname "$0")/shell.sh"
need systemd-analyze

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
# The limit is one that a service without these lines does not keep.
grep -v -e ^Protect -e ^SystemCall "$folder/wsclose-sync.service" \
    >"$folder/open.service"
systemd-analyze security --offline=true --threshold="$limit" \
    "$folder/open.service" >/dev/null 2>&1 &&
    fail "any service would pass"

# Five fields of time, a user, a command.
awk '!/^#/ && !/=/ || /sync --quiet/ {
    if (NF < 7 || $1 !~ /^[0-9]+$/ || $2 !~ /^[0-9]+$/) exit 1; n++
} END { if (n != 1) exit 1 }' "$folder/wsclose-sync.cron" ||
    fail "the cron line is none"
exit 0
