# SPDX-License-Identifier: MIT
# For run.sh: wsclose beside other things that a project does.

# mixes WHAT GENERATOR PROJECT-CODE [CMAKE OPTION...]: 4001 is called $name.
mixes() {
    what=$1 generator=$2
    write_project "$3"
    shift 3
    consume "$what" "1013 Try Again Later, $name" written "$generator" "$@"
}

name='Reserved for Private Use'
find="add_subdirectory($source wsclose)"
mixes "find_package behind the sources" Ninja \
    'find_package(wsclose 1.0 REQUIRED COMPONENTS static)
     target_link_libraries(program PRIVATE wsclose::wsclose)'
find="set(WSCLOSE_BUILD_GENERATOR ON)
$find"
mixes "wsclose_generate behind both" Ninja \
    'find_package(wsclose 1.0 REQUIRED)
     wsclose_generate(TARGET program)'
unset find
mixes "find_package, twice" Ninja \
    'find_package(wsclose REQUIRED)
     target_link_libraries(program PRIVATE wsclose::wsclose)'
mixes "find_package, a project of an older CMake" Ninja \
    'if(NOT CMAKE_MINIMUM_REQUIRED_VERSION STREQUAL "3.20")
       message(FATAL_ERROR "it is ${CMAKE_MINIMUM_REQUIRED_VERSION} now")
     endif()
     target_link_libraries(program PRIVATE wsclose::wsclose)'
PATH=$prefix/bin:$PATH mixes "wsclose_generate, a generator on the PATH" \
    'Unix Makefiles' 'wsclose_generate(TARGET program)' \
    -DWSCLOSE_GEN_EXECUTABLE=wsclose-gen
name=Kicked
mixes "wsclose_generate, a file that the build makes" Ninja \
    'add_custom_command(OUTPUT made.xml
       COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/chat.xml
         made.xml)
     wsclose_generate(TARGET program
       PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/made.xml)'
