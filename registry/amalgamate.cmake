# SPDX-License-Identifier: MIT
# cmake -D UNITS=LIST -D GENERATED=DIR -D OUT=DIR -P amalgamate.cmake: writes
# wsclose.c and wsclose.h, the whole library in two files, into OUT. UNITS are
# the library's sources in this folder, GENERATED holds its tables.
cmake_minimum_required(VERSION 3.25)
set(registry ${CMAKE_CURRENT_LIST_DIR})
set(public_header "#include <wsclose.h>")
# Each file has it; the two that are written have it once.
set(spdx "/[*] SPDX-License-Identifier: MIT [*]/\n")

# Returns the content of a file of the library, whichever folder it is in.
function(read_source name ret)
  foreach(folder IN ITEMS
      ${registry} ${GENERATED} ${registry}/include ${GENERATED}/include)
    if(EXISTS ${folder}/${name})
      file(READ ${folder}/${name} text)
      string(REGEX REPLACE "^${spdx}" "" text "${text}")
      set(${ret} "${text}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "There is no ${name} in ${registry} or ${GENERATED}.")
endfunction()

# Cuts a text in two before the character at an index.
function(cut text at ret_before ret_after)
  string(SUBSTRING "${text}" 0 ${at} before)
  string(SUBSTRING "${text}" ${at} -1 after)
  set(${ret_before} "${before}" PARENT_SCOPE)
  set(${ret_after} "${after}" PARENT_SCOPE)
endfunction()

# Takes a part off a list's rows, which "\n" begins: those up to the next
# condition, or those of one. ret_list defines the macro for it.
function(make_part_macro macro rows ret_list ret_rest)
  if(rows MATCHES "^\n(#if [^\n]*)\n")
    set(condition "${CMAKE_MATCH_1}")
    string(LENGTH "${CMAKE_MATCH_0}" at)
    cut("${rows}" ${at} before rows)
    string(FIND "${rows}" "\n#endif\n" at)
    cut("${rows}" ${at} part rest)
    string(LENGTH "\n#endif" at)
    cut("${rest}" ${at} end rest)
    set(list "${condition}\n" "#define ${macro} \\\n@part@\n"
      "#else\n#define ${macro}\n#endif\n")
  else()
    string(FIND "${rows}\n#if " "\n#if " at)
    cut("${rows}" ${at} part rest)
    string(REGEX REPLACE "^\n" "" part "${part}")
    string(REGEX REPLACE "\n$" "" part "${part}")
    set(list "#define ${macro} \\\n@part@\n")
  endif()
  string(REPLACE "\n" " \\\n" part "${part}")
  list(JOIN list "" list)
  string(REPLACE "@part@" "${part}" list "${list}")
  set(${ret_list} "${list}" PARENT_SCOPE)
  set(${ret_rest} "${rest}" PARENT_SCOPE)
endfunction()

# A list is included for each table that is made of it. Here it is macros, so
# that it stands in the file once: ret_list defines them, ret_use expands them
# between the directives that it begins and ends with.
function(make_list_macro name text ret_list ret_use)
  string(FIND "${text}" "*/\n" at)
  math(EXPR at "${at} + 3")
  cut("${text}" ${at} list text)
  set(use "")
  if(text MATCHES "^(#(ifndef|define|endif)[^\n]*\n)+")
    set(use "${CMAKE_MATCH_0}")
    string(LENGTH "${use}" at)
    cut("${text}" ${at} defaults text)
  endif()
  string(FIND "${text}" "#undef " at)
  cut("${text}" ${at} rows undefs)

  get_filename_component(name ${name} NAME_WE)
  set(rows "\n${rows}")
  set(part 0)
  while(NOT rows MATCHES "^\n?$")
    make_part_macro(LIST_${name}_${part} "${rows}" definition rows)
    string(APPEND list "${definition}\n")
    string(APPEND use "LIST_${name}_${part}\n")
    math(EXPR part "${part} + 1")
  endwhile()
  set(${ret_list} "${list}" PARENT_SCOPE)
  set(${ret_use} "${use}${undefs}" PARENT_SCOPE)
endfunction()

# Sets ret to what stands in the place of a private file that is included.
function(expand_private name ret)
  read_source(${name} text)
  get_property(seen GLOBAL PROPERTY seen_${name})
  set_property(GLOBAL PROPERTY seen_${name} ON)
  if(name MATCHES "\\.inc$")
    make_list_macro(${name} "${text}" list text)
    if(NOT seen)
      string(PREPEND text "${list}")
    endif()
  elseif(name MATCHES "\\.h$" AND seen)
    set(text "")
  endif()
  set(${ret} "${text}" PARENT_SCOPE)
endfunction()

# Returns a text in which every private file stands in the place where it is
# included, and every system header is included once.
function(expand text ret)
  set(done "")
  while(text MATCHES "(^|\n)#include ([^\n]+)\n")
    set(line "${CMAKE_MATCH_0}")
    set(what "${CMAKE_MATCH_2}")
    string(FIND "${text}" "${line}" at)
    cut("${text}" ${at} before text)
    string(LENGTH "${line}" at)
    cut("${text}" ${at} line text)
    string(APPEND done "${before}\n")

    if(what MATCHES "^\"(.+)\"$")
      expand_private(${CMAKE_MATCH_1} private)
      string(PREPEND text "${private}")
    elseif(NOT "${public_header}\n${done}" MATCHES "\n?#include ${what}\n")
      string(APPEND done "#include ${what}\n")
    endif()
  endwhile()
  string(REGEX REPLACE "\n\n\n+" "\n\n" done "${done}${text}")
  set(${ret} "${done}" PARENT_SCOPE)
endfunction()

function(write name text)
  file(CONFIGURE OUTPUT ${OUT}/${name} CONTENT "@text@" @ONLY
    NEWLINE_STYLE UNIX)
endfunction()

read_source(wsclose.h header)
read_source(wsclose_codes.h codes)
string(REGEX MATCH "VERSION_STRING \"([^\"]+)\"" version "${header}")
set(version ${CMAKE_MATCH_1})
string(REGEX MATCH "REGISTRY_UPDATED \"([^\"]+)\"" updated "${codes}")
set(updated ${CMAKE_MATCH_1})
file(READ ${registry}/../LICENSE licence)
string(REGEX REPLACE "\n$" "" licence "${licence}")
string(REPLACE "\n" "\n * " licence "${licence}")
string(REPLACE " * \n" " *\n" licence "${licence}")

set(banner "/*
 * libwsclose ${version}, with IANA's WebSocket close codes of ${updated}: the
 * whole library in wsclose.c and wsclose.h. Made of its sources by the CMake
 * target wsclose-amalgamation; change those, not this file.
 *
 * Compile wsclose.c as C11. Its texts are in every language it has, unless
 * WSCLOSE_LANGUAGES_CHOSEN is defined: then in English, and in those that are
 * chosen too: by WSCLOSE_LANGUAGE_ and the tag in upper case, with _ for -.
 * With WSCLOSE_INSIDE defined a library of your own exports these functions
 * only if it does its other ones.
 *
 * SPDX-License-Identifier: MIT
 *
 * ${licence}
 */
")

string(REPLACE "#include <wsclose_codes.h>\n" "${codes}" header "${header}")
write(wsclose.h "${banner}${header}")

set(units "")
foreach(unit IN LISTS UNITS)
  read_source(${unit} text)
  string(APPEND units "\n/* ${unit} */\n${text}")
endforeach()
expand("${units}" units)
write(wsclose.c "${banner}#ifdef __cplusplus
#error \"wsclose.c is C: compile it as C11\"
#endif

#define WSCLOSE_AMALGAMATION

#include \"wsclose.h\"
${units}")
