# For run.sh: what wsclose_generate() cannot do, it says when CMake runs.

# refused WHAT TEXT PROJECT-CODE [CMAKE OPTION...]: the code behind
# project(consumer LANGUAGES C CXX) and find_package().
refused() {
    what=$1 text=$2
    mkdir -p "$folder/projects/refused"
    cp "$here/program.c" "$folder/projects/refused"
    {
        echo 'cmake_minimum_required(VERSION 3.25)'
        echo "project(consumer LANGUAGES ${languages-C CXX})"
        echo 'find_package(wsclose REQUIRED)'
        echo 'add_executable(program program.c)'
        echo "$3"
    } >"$folder/projects/refused/CMakeLists.txt"
    shift 3
    ! configure refused Ninja "$@" || fail "$what: CMake takes it"
    tr -s '\n ' '  ' <"$build.log" | grep -q "$text" || {
        cat "$build.log" >&2
        fail "$what: CMake does not say \"$text\""
    }
    passed "refused: $what"
}
# What else is said is asserted by the builds that work.
call='wsclose_generate(TARGET program)'

languages=CXX
refused "no C" "LANGUAGES C CXX" \
    'set_source_files_properties(program.c PROPERTIES LANGUAGE CXX)
     wsclose_generate(TARGET program)'
unset languages
refused "no target" "needs TARGET" 'wsclose_generate(TARGET other)'
refused "no argument" "needs TARGET" 'wsclose_generate()'
refused "a target of elsewhere" "wsclose::wsclose is none" \
    'wsclose_generate(TARGET wsclose::wsclose)'
refused "a second call" "called for program before" "$call
$call"
refused "an unknown argument" "what is this: chat.xml" \
    'wsclose_generate(TARGET program chat.xml)'
refused "a file that is not there" "there is no file .*nowhere.xml" \
    'wsclose_generate(TARGET program PRIVATE nowhere.xml)'
refused "the library as well" "WSCLOSE_TABLES" \
    "$call
     target_link_libraries(program PRIVATE wsclose::wsclose)"
refused "the library through another" "WSCLOSE_TABLES" \
    "$call
     add_library(other STATIC program.c)
     target_link_libraries(other PUBLIC wsclose::wsclose)
     target_link_libraries(program PRIVATE other)"
refused "two sets of tables in a program" "WSCLOSE_TABLES" \
    "$call
     add_library(other STATIC program.c)
     wsclose_generate(TARGET other)
     target_link_libraries(program PRIVATE other)"

# Generators that will not do.
printf '#!/bin/sh\nprintf "wsclose-gen 9.0.0\\ntables of format 999\\n"\n' \
    >"$folder/other-format"
chmod +x "$folder/other-format"
refused "tables of another format" "needs a wsclose-gen that writes tables" \
    "$call" -DWSCLOSE_GEN_EXECUTABLE="$folder/other-format"
refused "a generator that does not run" "cannot run .*WSCLOSE_GEN_EXECUTABLE" \
    "$call" -DWSCLOSE_GEN_EXECUTABLE=/dev/null
prefix=$folder/static
refused "no generator" "set WSCLOSE_GEN_EXECUTABLE" "$call"
prefix=$folder/prefix
