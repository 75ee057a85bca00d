# SPDX-License-Identifier: MIT
# wsclose_generate(TARGET target [PRIVATE file...] [SNAPSHOT file]
#                  [LANGUAGES tag...])
#
# Compiles the library into a target of your own, with tables that your build
# generates: <wsclose.h> and <wsclose_codes.h> of the target's sources know the
# private codes of the files. The codes are IANA's as this package has them, or
# those of SNAPSHOT, a close-codes.xml that wsclose-gen sync has written. Its
# texts are in English and in LANGUAGES; without that in every language.
#
# Nothing of it is seen outside the target, neither headers nor enumerators nor
# functions: call it for each target that wants it, in one program or in
# several. Such a target cannot link wsclose::wsclose too, nor a static library
# that does: its sources would have two sets of tables. CMake then says that the
# property WSCLOSE_TABLES does not match.
#
# WSCLOSE_GEN_EXECUTABLE names the wsclose-gen to run, one of the machine that
# builds. Unset it is the one of this package or of this build, and when cross
# compiling the one that is found on the machine.
cmake_policy(VERSION 3.25)

# The target that stands for the generator.
function(_wsclose_find_generator ret)
  set(target wsclose::wsclose-gen)
  if(NOT WSCLOSE_GEN_EXECUTABLE
      AND (CMAKE_CROSSCOMPILING OR NOT TARGET ${target}))
    find_program(WSCLOSE_GEN_EXECUTABLE wsclose-gen NO_CMAKE_FIND_ROOT_PATH
      DOC "The wsclose-gen to run, of the machine that builds")
    if(NOT WSCLOSE_GEN_EXECUTABLE)
      message(FATAL_ERROR
        "wsclose_generate() found no wsclose-gen to run. Install wsclose-gen "
        "on this machine, set WSCLOSE_GEN_EXECUTABLE to the program's path, or "
        "in a build of wsclose's sources set WSCLOSE_BUILD_GENERATOR to ON.")
    endif()
  endif()
  if(WSCLOSE_GEN_EXECUTABLE)
    find_program(wsclose_host_generator "${WSCLOSE_GEN_EXECUTABLE}"
      PATHS ${CMAKE_SOURCE_DIR} NO_CACHE NO_CMAKE_FIND_ROOT_PATH)
    if(NOT wsclose_host_generator)
      message(FATAL_ERROR
        "wsclose cannot run ${WSCLOSE_GEN_EXECUTABLE}, which is no "
        "program of this machine. Set WSCLOSE_GEN_EXECUTABLE to a "
        "wsclose-gen's path.")
    endif()
    set(target wsclose::host-wsclose-gen)
    if(NOT TARGET ${target})
      add_executable(${target} IMPORTED)
      set_target_properties(${target} PROPERTIES
        IMPORTED_LOCATION "${wsclose_host_generator}")
    endif()
  endif()
  set(${ret} ${target} PARENT_SCOPE)
endfunction()

# A generator that is there already has to write tables as these sources read
# them; one that is built with them does.
function(_wsclose_check_generator generator)
  get_target_property(imported ${generator} IMPORTED)
  if(NOT imported)
    return()
  endif()
  get_target_property(program ${generator} LOCATION)
  get_target_property(format wsclose::wsclose-runtime WSCLOSE_TABLES_FORMAT)
  execute_process(COMMAND "${program}" --version
    RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR
      "wsclose cannot run ${program}: ${result}\n${said}\n"
      "Set WSCLOSE_GEN_EXECUTABLE to a wsclose-gen of this machine.")
  elseif(NOT said MATCHES "tables of format ${format}\n")
    message(FATAL_ERROR
      "wsclose needs a wsclose-gen that writes tables of format "
      "${format}, which ${program} is not; it says:\n${said}\n"
      "Set WSCLOSE_GEN_EXECUTABLE to one of the version of these sources.")
  endif()
endfunction()

function(_wsclose_check_target target)
  if(NOT CMAKE_C_COMPILER_LOADED)
    message(FATAL_ERROR
      "wsclose_generate() compiles C, which this project has not enabled: "
      "write project(... LANGUAGES C CXX), or enable_language(C).")
  endif()
  if(NOT TARGET wsclose::wsclose-runtime)
    message(FATAL_ERROR
      "wsclose_generate() sees no wsclose in this directory: call "
      "find_package(wsclose) here, or in a directory above.")
  endif()
  if(NOT TARGET "${target}")
    message(FATAL_ERROR
      "wsclose_generate() needs TARGET, a target that is there already; "
      "\"${target}\" is none.")
  endif()
  get_target_property(type ${target} TYPE)
  get_target_property(imported ${target} IMPORTED)
  get_target_property(alias ${target} ALIASED_TARGET)
  if(imported OR alias OR type MATCHES "^(INTERFACE_LIBRARY|UTILITY)$")
    message(FATAL_ERROR
      "wsclose_generate() compiles into an executable or a library of this "
      "project; ${target} is none.")
  endif()
  if(type STREQUAL "OBJECT_LIBRARY")
    message(FATAL_ERROR
      "wsclose_generate() cannot compile into ${target}: what links an OBJECT "
      "library gets the objects of its own sources alone. Make it STATIC.")
  endif()
  if(TARGET ${target}-wsclose)
    message(FATAL_ERROR "wsclose_generate() was called for ${target} before; "
      "name all files in one call.")
  endif()
endfunction()

# A path with one of these is another one to CMake or to a build tool.
function(_wsclose_check_path path)
  if(NOT CMAKE_HOST_WIN32 AND path MATCHES "[;|:\\\n]")
    message(FATAL_ERROR
      "wsclose_generate() cannot pass on \"${path}\": neither CMake nor the "
      "build tools have a way to write ; | : \\ or a line's end in a path. "
      "Rename it.")
  endif()
endfunction()

# The files of a list variable, as absolute paths. They are not expanded into
# arguments, which would be cut at semicolons.
function(_wsclose_find_files ret list)
  set(paths)
  foreach(file IN LISTS ${list})
    _wsclose_check_path("${file}")
    get_filename_component(path "${file}" ABSOLUTE)
    _wsclose_check_path("${path}")
    get_source_file_property(generated "${path}" GENERATED)
    if(NOT EXISTS "${path}" AND NOT generated)
      message(FATAL_ERROR
        "wsclose_generate(): there is no file ${path}. One that the build "
        "makes has to be the OUTPUT of an add_custom_command() that stands "
        "before, in this directory.")
    endif()
    list(APPEND paths "${path}")
  endforeach()
  set(${ret} "${paths}" PARENT_SCOPE)
endfunction()

# What the tables are compiled with for these languages; none: all.
function(_wsclose_choose_languages ret data)
  set(definitions)
  if(ARGN)
    set(definitions WSCLOSE_LANGUAGES_CHOSEN)
  endif()
  foreach(language IN LISTS ARGN)
    if(NOT EXISTS ${data}/languages/${language}.xml)
      message(FATAL_ERROR
        "wsclose_generate(): LANGUAGES names \"${language}\", which there are "
        "no texts in: ${data}/languages has no ${language}.xml.")
    endif()
    string(MAKE_C_IDENTIFIER ${language} tag)
    string(TOUPPER ${tag} tag)
    list(APPEND definitions WSCLOSE_LANGUAGE_${tag})
  endforeach()
  set(${ret} "${definitions}" PARENT_SCOPE)
endfunction()

# The library with the tables of the folder, as objects for the target.
function(_wsclose_compile objects target folder languages)
  add_library(${objects} OBJECT)
  get_target_property(type ${target} TYPE)
  get_target_property(pic ${target} POSITION_INDEPENDENT_CODE)
  if(type MATCHES "^(SHARED|MODULE)_LIBRARY$" OR pic MATCHES "-NOTFOUND$")
    set(pic ON)
  endif()
  set_target_properties(${objects} PROPERTIES
    C_STANDARD 11
    C_STANDARD_REQUIRED ON
    C_EXTENSIONS OFF
    C_VISIBILITY_PRESET hidden
    POSITION_INDEPENDENT_CODE "${pic}")
  set(headers $<TARGET_PROPERTY:wsclose::wsclose,INTERFACE_INCLUDE_DIRECTORIES>)
  target_include_directories(${objects} PRIVATE
    ${folder} ${folder}/include ${headers})
  target_link_libraries(${objects} PRIVATE wsclose::wsclose-runtime)
  target_compile_options(${objects} PRIVATE $<$<C_COMPILER_ID:MSVC>:/utf-8>)
  target_compile_definitions(${objects} PRIVATE WSCLOSE_INSIDE ${languages})

  target_sources(${target} PRIVATE $<TARGET_OBJECTS:${objects}>)
  target_include_directories(${target} BEFORE PRIVATE ${folder}/include)
  target_include_directories(${target} SYSTEM PRIVATE ${headers})
  set_target_properties(${target} PROPERTIES WSCLOSE_TABLES ${target})
  # What is not linked yet shows its names to what links it, hidden or not: they
  # are the target's own, so that a program may have several such libraries.
  if(type STREQUAL "STATIC_LIBRARY")
    string(MAKE_C_IDENTIFIER ${target} suffix)
    get_target_property(names wsclose::wsclose-runtime WSCLOSE_NAMES)
    list(TRANSFORM names REPLACE "(.+)" "\\1=\\1_of_${suffix}")
    foreach(compiled IN ITEMS ${objects} ${target})
      target_compile_definitions(${compiled} PRIVATE ${names})
    endforeach()
  endif()
endfunction()

function(wsclose_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg ""
    "TARGET;SNAPSHOT" "PRIVATE;LANGUAGES")
  if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR
      "wsclose_generate(TARGET target [PRIVATE file...] [SNAPSHOT file] "
      "[LANGUAGES tag...]); what is this: ${arg_UNPARSED_ARGUMENTS} "
      "${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  _wsclose_check_target("${arg_TARGET}")
  _wsclose_check_path("${arg_SNAPSHOT}")
  _wsclose_find_files(snapshot arg_SNAPSHOT)
  _wsclose_find_files(private arg_PRIVATE)
  _wsclose_find_generator(generator)
  _wsclose_check_generator(${generator})
  get_target_property(data wsclose::wsclose-runtime WSCLOSE_DATA)

  _wsclose_choose_languages(languages ${data} ${arg_LANGUAGES})

  set(objects ${arg_TARGET}-wsclose)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${objects})
  set(stamp ${folder}.stamp)
  set(options --data ${data})
  file(GLOB inputs ${data}/languages/*.xml)
  list(APPEND inputs ${data}/semantics.xml)
  if(snapshot)
    list(APPEND options --snapshot ${snapshot})
    list(APPEND inputs ${snapshot})
  else()
    list(APPEND inputs ${data}/close-codes.xml)
  endif()
  foreach(file IN LISTS private)
    list(APPEND options --private ${file})
    list(APPEND inputs ${file})
  endforeach()
  # The build waits for the stamp: files that did not change keep their times,
  # and nothing is compiled again for them. Each is named, or ninja looks at its
  # time before it is generated. All that is read is named too: a depfile would
  # have to be written for, and read by, each build tool's own idea of a path.
  get_target_property(tables wsclose::wsclose-runtime WSCLOSE_TABLE_FILES)
  list(TRANSFORM tables PREPEND ${folder}/)
  add_custom_command(
    OUTPUT ${stamp}
    BYPRODUCTS ${tables}
    COMMAND ${generator} generate --no-pages ${options} --out ${folder}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${generator} ${inputs}
    COMMENT "Generating the close-code tables of ${arg_TARGET}"
    VERBATIM)
  add_custom_target(${objects}-tables DEPENDS ${stamp})

  _wsclose_compile(${objects} ${arg_TARGET} ${folder} "${languages}")
  add_dependencies(${objects} ${objects}-tables)
  add_dependencies(${arg_TARGET} ${objects}-tables)
endfunction()
