# SPDX-License-Identifier: MIT
# For run.sh: wsclose_generate(), from the installed package and from the
# sources, and what makes it work again.

# works_again WHAT: the tables are made again, and after that nothing is.
works_again() {
    compile "$1"
    grep -q Generating "$build.log" || fail "$1: nothing is generated"
}

# rebuilds WHAT GENERATOR-PROGRAM DATA: in $build.
rebuilds() {
    inputs=$folder/projects/generate
    for file in "$2" "$3/semantics.xml" "$inputs/chat.xml" \
        "$inputs/snapshot.xml"; do
        sleep 0.01
        touch "$file"
        works_again "$1: ${file##*/} touched"
        ! grep -E 'Building' "$build.log" >&2 ||
            fail "$1: the same tables are compiled again"
        still "$1: ${file##*/} touched"
    done
    sed 's/Kicked/Thrown Out/' "$inputs/chat.xml" >"$folder/edited.xml"
    cp "$inputs/chat.xml" "$folder/kept.xml"
    cp "$folder/edited.xml" "$inputs/chat.xml"
    ! cmake --build "$build" >"$build.log" 2>&1 ||
        fail "$1: an enumerator that is gone is still there"
    grep -q WSCLOSE_KICKED "$build.log" ||
        fail "$1: the compiler does not miss the enumerator"
    cp "$folder/kept.xml" "$inputs/chat.xml"
    works_again "$1: chat.xml as it was"
    prints "$1" "$expected_of_generate"
    # A text that changes is in one table alone, and in the program at once.
    cp "$inputs/session.xml" "$folder/kept.xml"
    sed 's|\(<ws:meaning>\)[^<]*<|\1別の意味<|' "$folder/kept.xml" \
        >"$inputs/session.xml"
    works_again "$1: a text changed"
    prints "$1" "$(echo "$expected_of_generate" | sed '2s/ .*/ 別の意味/')"
    cp "$folder/kept.xml" "$inputs/session.xml"
    works_again "$1: session.xml as it was"
    passed "$1: rebuilt for what was touched, and for that alone"
}

# hides WHAT: no target shows the library that is compiled into it.
hides() {
    for file in program libplugin.so; do
        nm -D --defined-only "$build/$file" >"$folder/shown"
        ! grep wsclose_ "$folder/shown" >&2 ||
            fail "$1: $file shows the above"
    done
    grep -q plugin_print "$folder/shown" || fail "nm shows nothing"
    ! links_wsclose "$build/program" || fail "$1: it links the library too"
}

# odd_names GENERATOR: what is no letter in the name of a private file or its
# folder is in nobody's way. GNU ld names the objects of such a folder without
# escaping, and CMake that reads it links every such program in every build.
odd_names() {
    what="a private file of an odd name, $1"
    odd="it's 1 \$ # & \" * ~ = % (x)"
    write_project 'add_subdirectory("a sub")'
    mkdir -p "$folder/projects/written/a sub"
    mv "$folder/projects/written/chat.xml" \
        "$folder/projects/written/a sub/$odd.xml"
    echo "wsclose_generate(TARGET program PRIVATE [[$odd.xml]])" \
        >"$folder/projects/written/a sub/CMakeLists.txt"
    configure written "$1" -DCMAKE_LINK_DEPENDS_USE_LINKER=OFF || {
        cat "$build.log" >&2
        fail "$what: CMake refuses"
    }
    compile "$what"
    still "$what"
    sleep 0.01
    touch "$folder/projects/written/a sub/$odd.xml"
    works_again "$what, touched"
    still "$what, touched"
    passed "$what"
}

generate() {
    consume "wsclose_generate, $*" "$expected_of_generate" generate "$2" \
        -DLANGUAGES="$1" -DLANGUAGE="${1##*;}" ${3:+-DWSCLOSE_SOURCE="$source"}
    hides "wsclose_generate, $*"
}

generate C Ninja
rebuilds "wsclose_generate, Ninja" "$prefix/bin/wsclose-gen" \
    "$prefix/share/wsclose/src/data"
generate 'C;CXX' 'Unix Makefiles'
rebuilds "wsclose_generate, Makefiles" "$prefix/bin/wsclose-gen" \
    "$prefix/share/wsclose/src/data"
generate 'C;CXX' Ninja sources
if [ "$all" = --all ]; then
    generate C 'Unix Makefiles'
    generate 'C;CXX' Ninja
    generate C Ninja sources
    generate C 'Unix Makefiles' sources
    generate 'C;CXX' 'Unix Makefiles' sources
fi

odd_names Ninja
odd_names 'Unix Makefiles'

# Several configurations in one build.
what="wsclose_generate, Ninja Multi-Config"
configure generate 'Ninja Multi-Config' -DLANGUAGES=C -DLANGUAGE=C ||
    fail "$what: CMake refuses"
for config in Debug Release; do
    cmake --build "$build" --config $config >"$build.log" 2>&1 || {
        cat "$build.log" >&2
        fail "$what, $config: it does not build"
    }
    prints "$what, $config" "$expected_of_generate" "$build/$config/program"
    passed "$what, $config"
done
