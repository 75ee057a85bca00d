# SPDX-License-Identifier: MIT
# For run.sh: Windows as the target. The library for it has no tools; the
# generator is this machine's.
compiler=x86_64-w64-mingw32
sh "$source/gen/packages.sh" g++-mingw-w64-x86-64
need $compiler-g++ $compiler-objdump
cat >"$folder/mingw.cmake" <<END
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_C_COMPILER $compiler-gcc)
set(CMAKE_CXX_COMPILER $compiler-g++)
set(CMAKE_FIND_ROOT_PATH /usr/$compiler $folder/windows)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
END
toolchain=-DCMAKE_TOOLCHAIN_FILE=$folder/mingw.cmake
build_wsclose "$folder/build-windows" "$toolchain" -DBUILD_SHARED_LIBS=ON \
    -DWSCLOSE_BUILD_BOTH=ON -DWSCLOSE_BUILD_GENERATOR=OFF \
    -DWSCLOSE_BUILD_TOOL=OFF
install_wsclose "$folder/build-windows" "$folder/windows"

# imports FILE: the libraries that a Windows program asks for.
imports() {
    $compiler-objdump -p "$1" | sed -n 's/.*DLL Name: //p'
}

prefix=
for kind in shared static; do
    what="cross, find_package, CXX, Ninja, $kind"
    configure find_package Ninja "$toolchain" -DLANGUAGE=CXX -DKIND=$kind || {
        cat "$build.log" >&2
        fail "$what: CMake refuses"
    }
    compile "$what"
    imports "$build/program.exe" >"$folder/imports"
    grep -q 'KERNEL32' "$folder/imports" || fail "$what: it is no program"
    ! grep -q libwsclose "$folder/imports" && linked=static || linked=shared
    [ "$linked" = "$kind" ] || fail "$what: it links the $linked library"
    passed "$what"
done

what="cross, wsclose_generate, CXX, Ninja"
configure generate Ninja "$toolchain" '-DLANGUAGES=C;CXX' -DLANGUAGE=CXX \
    -DWSCLOSE_GEN_EXECUTABLE="$folder/prefix/bin/wsclose-gen" || {
    cat "$build.log" >&2
    fail "$what: CMake refuses"
}
compile "$what"
$compiler-objdump -p "$build/libplugin.dll" >"$folder/exports"
grep -q plugin_print "$folder/exports" && ! grep wsclose_ "$folder/exports" ||
    fail "$what: the plugin does not export its one function alone"
! imports "$build/program.exe" | grep libwsclose >&2 ||
    fail "$what: it links the above too"
still "$what"
passed "$what"

PATH=$folder/prefix/bin:$PATH configure generate Ninja "$toolchain" \
    -DLANGUAGES=C -DLANGUAGE=C || fail "cross: no search for the generator"
passed "cross, wsclose_generate, the generator found on the machine"
configure generate Ninja "$toolchain" -DLANGUAGES=C -DLANGUAGE=C &&
    fail "cross: it works without a generator"
grep -q WSCLOSE_GEN_EXECUTABLE "$build.log" ||
    fail "cross: no word of the variable"
passed "cross, wsclose_generate, refused without a generator"
prefix=$folder/prefix
