# SPDX-License-Identifier: MIT
# For run.sh: each way to use wsclose, with each language, generator and kind;
# without --all with a part of these.
use() {
    way=$1 language=$2 generator=$3 kind=$4
    what="$way, $language, $generator, $kind"
    shared=OFF
    [ "$kind" = static ] || shared=ON
    case $way in
    find_package) set -- -DKIND="$kind" ;;
    pkg_config) PKG_CONFIG_PATH=$prefix/lib/pkgconfig
        [ "$shared" = ON ] ||
            PKG_CONFIG_PATH=$folder/static/lib/pkgconfig
        set -- ;;
    fetch_content) set -- -DWSCLOSE_SOURCE="$source" \
        -DBUILD_SHARED_LIBS="$shared" ;;
    esac
    consume "$what" "$expected_of_program" "$way" "$generator" \
        -DLANGUAGE="$language" "$@"
    links_wsclose "$build/program" && linked=shared || linked=static
    [ "$linked" = "$kind" ] || fail "$what: it links the $linked library"
}

links_wsclose() {
    readelf -d "$1" | grep -q 'NEEDED.*libwsclose\.so\.1'
}

# Where a static library alone is installed, and no tool, by a compiler that
# makes no position independent programs.
build_wsclose "$folder/build-static" -DBUILD_SHARED_LIBS=OFF \
    -DWSCLOSE_BUILD_GENERATOR=OFF -DWSCLOSE_BUILD_TOOL=OFF \
    -DCMAKE_C_FLAGS=-fno-pie
install_wsclose "$folder/build-static" "$folder/static"

export PKG_CONFIG_PATH
for way in find_package pkg_config fetch_content; do
    use "$way" C Ninja shared
    use "$way" CXX 'Unix Makefiles' static
    if [ "$all" = --all ]; then
        use "$way" C Ninja static
        use "$way" CXX Ninja shared
        use "$way" CXX Ninja static
        use "$way" C 'Unix Makefiles' shared
        use "$way" C 'Unix Makefiles' static
        use "$way" CXX 'Unix Makefiles' shared
    fi
done
