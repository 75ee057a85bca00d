# SPDX-License-Identifier: MIT
# For run.sh: a project of Meson, with wsclose as a subproject of its own, which
# CMake configures with no option, and by pkg-config.
sh "$source/gen/packages.sh" meson
need meson
project=$folder/projects/meson
cp "$here/program.c" "$project"
mkdir -p "$project/subprojects/wsclose"
(cd "$source" && tar -c CMakeLists.txt LICENSE gen registry generated tests) |
    tar -x -C "$project/subprojects/wsclose"

# meson_builds WHAT [MESON OPTION...]
meson_builds() {
    how="Meson, $1"
    shift
    build=$(mktemp -d "$folder/build.XXXXXX")
    try "$how: it refuses" meson setup "$build" "$project" "$@"
    try "$how: it does not build" meson compile -C "$build"
    prints "$how" "$expected_of_program"
    passed "$how"
}
meson_builds "a subproject of CMake's"
PKG_CONFIG_PATH=$folder/static/lib/pkgconfig meson_builds "pkg-config" \
    -Dpkg_config=true
