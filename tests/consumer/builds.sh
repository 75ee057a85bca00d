# SPDX-License-Identifier: MIT
# For run.sh: how a project is built, and what is said of it.
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
count=0
prefix= # where wsclose was installed
expected_of_program='1013 Try Again Later, Reserved for Private Use'
expected_of_generate='4001 Kicked
4100 再ログインが必要
3000 Unauthorized
plugin: 4001 Out of Cheese
plugin: 3000 Unassigned'

# The projects, where they may be changed.
cp -R "$here" "$folder/projects"

# passed WHAT: the line of a build.
passed() {
    count=$((count + 1))
    echo "ok $count $*"
}

# build_wsclose DIR [CMAKE OPTION...]: as it is installed.
build_wsclose() {
    dir=$1
    shift
    try "wsclose: CMake refuses" cmake -G Ninja -S "$source" -B "$dir" \
        -DCMAKE_BUILD_TYPE=Release -DWSCLOSE_BUILD_TESTS=OFF \
        -DWSCLOSE_GEN_FETCH=OFF "$@"
    try "wsclose does not build" cmake --build "$dir"
}

# install_wsclose BUILD PREFIX [OPTION...]
install_wsclose() {
    from=$1 to=$2
    shift 2
    try "it does not install" cmake --install "$from" --prefix "$to" "$@"
}

# configure PROJECT GENERATOR [CMAKE OPTION...]: into a new $build.
configure() {
    project=$1 generator=$2
    shift 2
    build=$(mktemp -d "$folder/build.XXXXXX")
    cmake -G "$generator" -S "$folder/projects/$project" -B "$build" \
        -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_COMPILE_WARNING_AS_ERROR=ON \
        -DCMAKE_C_FLAGS='-Wall -Wextra' -DCMAKE_CXX_FLAGS='-Wall -Wextra' \
        "$@" >"$build.log" 2>&1
}

# write_project CODE: a project "written", with the code behind project(), which
# has $languages, and $find; and the libraries' program.
write_project() {
    mkdir -p "$folder/projects/written"
    cp "$here/program.c" "$here/generate/chat.xml" "$folder/projects/written"
    {
        echo 'cmake_minimum_required(VERSION 3.20)'
        echo "project(consumer LANGUAGES ${languages-C CXX})"
        echo "${find-find_package(wsclose REQUIRED)}"
        echo 'add_executable(program program.c)'
        echo "$1"
    } >"$folder/projects/written/CMakeLists.txt"
}

# compile WHAT: what the build does is left in $build.log.
compile() {
    cmake --build "$build" >"$build.log" 2>&1 || {
        cat "$build.log" >&2
        fail "$1: it does not build"
    }
}

# still WHAT: another build does nothing.
still() {
    compile "$1"
    ! grep -E 'Generating|Building|Linking' "$build.log" >&2 ||
        fail "$1: a second build does the above"
}

# prints WHAT EXPECTED [PROGRAM]
prints() {
    seen=$("${3-$build/program}") || fail "$1: the program fails"
    [ "$seen" = "$2" ] || fail "$1: the program prints \"$seen\""
}

# consume WHAT EXPECTED PROJECT GENERATOR [CMAKE OPTION...]: builds, runs, and
# builds once more.
consume() {
    what=$1 expected=$2
    shift 2
    configure "$@" || {
        cat "$build.log" >&2
        fail "$what: CMake refuses"
    }
    compile "$what"
    cp "$build.log" "$folder/first.log"
    prints "$what" "$expected"
    still "$what"
    passed "$what"
}
