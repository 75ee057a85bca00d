# SPDX-License-Identifier: MIT
# For scripts that want a machine with only Debian's base system, of the suite
# $suite (bookworm): made by debootstrap in the folder $root, which goes when
# the script ends. Needs root.
sh gen/packages.sh debootstrap

root=$(mktemp -d /var/tmp/wsclose-bare.XXXXXX)
clean() {
    umount "$root/dev/pts" "$root/proc" 2>/dev/null || true
    mountpoint -q "$root/proc" || mountpoint -q "$root/dev/pts" ||
        rm -rf "$root"
}
trap clean EXIT

debootstrap --variant=minbase "${suite-bookworm}" "$root"
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"
mkdir "$root/home/wsclose"

# inside COMMAND...: in /home/wsclose of that machine.
inside() {
    echo "== $*"
    chroot "$root" env -i HOME=/ PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        sh -c 'cd /home/wsclose && exec "$@"' sh "$@"
}
