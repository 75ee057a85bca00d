# SPDX-License-Identifier: MIT
# For run.sh: installs of other shapes than a plain prefix.

# found WHAT: by CMake, without a word of the kind.
found() {
    configure find_package Ninja -DLANGUAGE=C || {
        cat "$build.log" >&2
        fail "$1: CMake does not find it"
    }
    compile "$1"
    prints "$1" "$expected_of_program"
    passed "find_package, $1"
}

# flags_are WHAT PKG_CONFIG_FOLDER PREFIX LIBDIR: pkg-config's, paths cleaned.
flags_are() {
    flags=$(PKG_CONFIG_PATH=$2 pkg-config --cflags --libs wsclose) ||
        fail "$1: pkg-config finds nothing"
    # shellcheck disable=SC2086  # a list of words
    set -- "$1" "-I$3/include -L$4 -lwsclose" $flags
    seen=
    what=$1 wanted=$2
    shift 2
    for flag; do
        case $flag in
        -l*) ;;
        *) flag=${flag%"${flag#??}"}$(realpath "${flag#??}") ;;
        esac
        seen="$seen $flag"
    done
    [ "$seen" = " $wanted" ] || fail "$what: pkg-config says$seen"
    passed "pkg-config, $what"
}
real=$(realpath "$folder")

flags_are "a plain prefix" "$prefix/lib/pkgconfig" \
    "$real/prefix" "$real/prefix/lib"

# Moved as a whole; nothing names the place it was installed to.
install_wsclose "$folder/build" "$folder/first"
mv "$folder/first" "$folder/moved"
! grep -rlF "$folder/first" "$folder/moved/lib/cmake" \
    "$folder/moved/share/wsclose" "$folder/moved/lib/pkgconfig" >&2 ||
    fail "the above name the first prefix"
prefix=$folder/moved
found "a moved prefix"
flags_are "a moved prefix" "$prefix/lib/pkgconfig" \
    "$real/moved" "$real/moved/lib"
consume "wsclose_generate, a moved prefix" "$expected_of_generate" \
    generate Ninja -DLANGUAGES=C -DLANGUAGE=C

# Where it was not configured to be, the programs have what they read.
(cd "$folder/projects" &&
    "$prefix/bin/wsclose-gen" generate --out "$folder/anew" &&
    "$prefix/bin/wsclose-gen" status) >"$folder/log" 2>&1 || {
    cat "$folder/log" >&2
    fail "a moved prefix: wsclose-gen does not find its data"
}
cmp "$folder/anew/close-codes.json" "$prefix/share/wsclose/close-codes.json" ||
    fail "a moved prefix: wsclose-gen has other data"
passed "wsclose-gen, a moved prefix"

# The library without the tools, in a folder named absolutely.
prefix=$folder/absolute
build_wsclose "$folder/build-absolute" -DCMAKE_INSTALL_PREFIX="$prefix" \
    -DCMAKE_INSTALL_LIBDIR="$folder/elsewhere/lib" -DBUILD_SHARED_LIBS=ON \
    -DCMAKE_UNITY_BUILD=ON
for part in Runtime Development; do
    try "$part is not installed" cmake --install "$folder/build-absolute" \
        --component "$part"
done
[ ! -e "$prefix/bin" ] && [ ! -e "$prefix/share/wsclose/semantics.xml" ] ||
    fail "tools are installed with the library"
prefix=$folder/elsewhere
found "an absolute library folder, no tools"
consume "wsclose_generate, a generator that is not installed" \
    "$expected_of_generate" generate Ninja -DLANGUAGES=C -DLANGUAGE=C \
    -DWSCLOSE_GEN_EXECUTABLE="$folder/build-absolute/gen/wsclose-gen"
flags_are "an absolute library folder" "$prefix/lib/pkgconfig" \
    "$real/absolute" "$real/elsewhere/lib"

# Below /usr, where everybody looks, pkg-config names no folder.
build_wsclose "$folder/build-usr" -DCMAKE_INSTALL_PREFIX=/usr \
    -DWSCLOSE_BUILD_GENERATOR=OFF -DWSCLOSE_BUILD_TOOL=OFF
DESTDIR=$folder/usr cmake --install "$folder/build-usr" >"$folder/log" 2>&1 ||
    fail "/usr: it does not install"
file=$(find "$folder/usr" -name wsclose.pc)
flags=$(PKG_CONFIG_PATH=${file%/*} pkg-config --cflags --libs wsclose)
[ "$(echo "$flags" | tr -d ' ')" = -lwsclose ] ||
    fail "pkg-config, /usr: it says $flags"
passed "pkg-config, /usr"

# Staged, as packages are made.
DESTDIR=$folder/stage cmake --install "$folder/build-absolute" \
    >"$folder/log" 2>&1 || fail "DESTDIR: it does not install"
[ -e "$folder/stage$folder/elsewhere/lib/libwsclose.so.1" ] &&
    [ -e "$folder/stage$folder/absolute/bin/wsclose-gen" ] ||
    fail "DESTDIR is not heeded"
passed "DESTDIR"

# What a component asks for and is not there is not found.
prefix=$folder/static
for kind in shared tool generator; do
    ! configure find_package Ninja -DLANGUAGE=C -DKIND=$kind ||
        fail "$kind is found where it is not installed"
    grep -q "without its component $kind" "$build.log" || {
        cat "$build.log" >&2
        fail "$kind: CMake does not say what is missing"
    }
    passed "find_package refuses: no $kind"
done
found "the static library alone"
try "the static library does not go into a shared one" gcc -shared -fPIC \
    -I"$prefix/include" "$here/program.c" "$prefix/lib/libwsclose.a" \
    -o "$folder/libprogram.so"
passed "a static library in a shared one"
prefix=$folder/prefix
