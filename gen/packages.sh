#!/bin/sh
# SPDX-License-Identifier: MIT
# sh gen/packages.sh PACKAGE...: installs those of these Debian packages that
# are missing, and says so before it does. Needs root or sudo only then.
set -eu

missing=
for package; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) ||
        status=none
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "error: this system has no apt-get; install these yourself, under" \
        "its own names for them:$missing" >&2
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "error: run this as root, or install sudo first; missing are" \
            "these packages:$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing with apt-get:$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# What is installed for a test starts no service of its own.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$log"
    $as_root install -m 755 "$log" "$policy"
    trap 'rm -f "$log"; $as_root rm -f "$policy"' EXIT
else
    trap 'rm -f "$log"' EXIT
fi
# The package lists may be missing or old: then one update is tried.
# shellcheck disable=SC2086  # a list of words
install() {
    $as_root apt-get install -y -q --no-install-recommends $missing >"$log" 2>&1
}
install || { $as_root apt-get update -q >"$log" 2>&1 && install; } || {
    cat "$log" >&2
    echo "error: apt-get could not install:$missing" >&2
    exit 1
}
