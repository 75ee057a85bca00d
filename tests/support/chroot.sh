# SPDX-License-Identifier: MIT
# For scripts that want a machine with only Debian's base system, of the suite
# $suite (bookworm): made by debootstrap in the folder $root, which goes when
# the script ends. Without root, mounts or a mirror the script is not run.
not_run() {
    echo "not run: a bare Debian machine needs $*"
    exit 77
}
[ "$(id -u)" -eq 0 ] || not_run root
unshare --mount true 2>/dev/null || not_run "the right to mount"
sh gen/packages.sh debootstrap

machines=$(mktemp -d /var/tmp/wsclose-bare.XXXXXX)
root=$machines/first
stop() {
    umount "$root/dev/pts" "$root/proc" 2>/dev/null || true
}
clean() {
    stop
    mountpoint -q "$root/proc" || mountpoint -q "$root/dev/pts" ||
        rm -rf "$machines"
}
trap clean EXIT

start() {
    mount -t proc proc "$root/proc"
    mount -t devpts devpts "$root/dev/pts"
    mkdir "$root/home/wsclose"
}
debootstrap --variant=minbase "${suite-bookworm}" "$root" \
    >"$machines/log" 2>&1 || {
    cat "$machines/log"
    ! grep -q 'Failed getting release' "$machines/log" ||
        not_run "a mirror of Debian"
    exit 1
}

# sources: those of this checkout, in /home/wsclose.
sources() {
    git ls-files -co --exclude-standard -z >"$machines/files"
    tar -c --null -T "$machines/files" | tar -x -C "$root/home/wsclose"
}

# inside COMMAND...: in /home/wsclose of that machine.
inside() {
    echo "== $*"
    chroot "$root" env -i HOME=/ PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        sh -c 'cd /home/wsclose && exec "$@"' sh "$@"
}
