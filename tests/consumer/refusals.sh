# SPDX-License-Identifier: MIT
# For run.sh: what wsclose_generate() cannot do, it says when CMake runs.

# refused WHAT TEXT PROJECT-CODE [CMAKE OPTION...]
refused() {
    what=$1 text=$2
    write_project "$3"
    shift 3
    ! configure written Ninja "$@" || fail "$what: CMake takes it"
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
refused "a file that is made elsewhere" "OUTPUT of an add_custom_command" \
    'add_custom_target(codes COMMAND ${CMAKE_COMMAND} -E touch codes.xml)
     wsclose_generate(TARGET program PRIVATE codes.xml)'
refused "a language without texts" 'LANGUAGES names "tlh"' \
    'wsclose_generate(TARGET program LANGUAGES ja tlh)'
for name in 'a;b' 'a|b' 'a:b' 'a\xb'; do
    refused "a file called $name" "cannot pass on .*Rename it" \
        "wsclose_generate(TARGET program PRIVATE [[$name.xml]])"
done
refused "an OBJECT library" "cannot compile into objects: .*Make it STATIC" \
    'add_library(objects OBJECT program.c)
     wsclose_generate(TARGET objects)'
find=
refused "found in another directory" "call find_package(wsclose) here" \
    'file(WRITE ${CMAKE_BINARY_DIR}/sub/CMakeLists.txt
       "find_package(wsclose REQUIRED)")
     add_subdirectory(${CMAKE_BINARY_DIR}/sub sub)
     wsclose_generate(TARGET program)'
unset find
refused "the other kind" "is a SHARED_LIBRARY here already, not static" \
    'find_package(wsclose REQUIRED COMPONENTS static)'
refused "the sources behind the package" "Take one of them" \
    "add_subdirectory($source wsclose)"
refused "the library as well" "WSCLOSE_TABLES" \
    "$call
     target_link_libraries(program PRIVATE wsclose::wsclose)"
refused "the library through another" "WSCLOSE_TABLES" \
    "$call
     add_library(other STATIC program.c)
     target_link_libraries(other PUBLIC wsclose::wsclose)
     target_link_libraries(program PRIVATE other)"

# Generators that will not do.
printf '#!/bin/sh\nprintf "wsclose-gen 9.0.0\\ntables of format 999\\n"\n' \
    >"$folder/other-format"
printf '#!/bin/sh\nexit 1\n' >"$folder/fails"
chmod +x "$folder/other-format" "$folder/fails"
refused "tables of another format" "needs a wsclose-gen that writes tables" \
    "$call" -DWSCLOSE_GEN_EXECUTABLE="$folder/other-format"
refused "a generator that fails" "cannot run .*: 1 Set WSCLOSE_GEN_EXECUTABLE" \
    "$call" -DWSCLOSE_GEN_EXECUTABLE="$folder/fails"
for name in /dev/null no-such-program; do
    refused "$name as generator" "cannot run $name, which is no program" \
        "$call" -DWSCLOSE_GEN_EXECUTABLE=$name
done
prefix=$folder/static
refused "no generator" "set WSCLOSE_GEN_EXECUTABLE" "$call"
prefix=$folder/prefix
