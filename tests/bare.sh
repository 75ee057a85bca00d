#!/bin/sh
# Both commands of the README on a machine that has only Debian's base system,
# made by debootstrap in a folder of its own; each twice, since the second time
# nothing is left to install. Needs root.
set -eu
cd "$(dirname "$0")/.."
sh gen/packages.sh debootstrap

root=$(mktemp -d /var/tmp/wsclose-bare.XXXXXX)
clean() {
    umount "$root/dev/pts" "$root/proc" 2>/dev/null || true
    mountpoint -q "$root/proc" || mountpoint -q "$root/dev/pts" ||
        rm -rf "$root"
}
trap clean EXIT

debootstrap --variant=minbase bookworm "$root"
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"
mkdir "$root/home/wsclose"
git ls-files -co --exclude-standard -z >"$root/home/files"
tar -c --null -T "$root/home/files" | tar -x -C "$root/home/wsclose"

inside() {
    echo "== $*"
    chroot "$root" env -i HOME=/ PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        sh -c 'cd /home/wsclose && exec "$@"' sh "$@"
}
inside sh gen/quickstart.sh
inside sh gen/quickstart.sh
inside sh tests/run.sh
inside sh tests/run.sh
