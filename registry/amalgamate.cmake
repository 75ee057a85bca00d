# cmake -D UNITS=LIST -D GENERATED=DIR -D OUT=DIR -P amalgamate.cmake: writes
# wsclose.c and wsclose.h, the whole library in two files, into OUT. UNITS are
# the library's sources in this folder, GENERATED holds its tables.
cmake_minimum_required(VERSION 3.25)
set(registry ${CMAKE_CURRENT_LIST_DIR})
set(public_header "#include <wsclose.h>")

# Returns the content of a file of the library, whichever folder it is in.
function(read_source name ret)
  foreach(folder IN ITEMS
      ${registry} ${GENERATED} ${registry}/include ${GENERATED}/include)
    if(EXISTS ${folder}/${name})
      file(READ ${folder}/${name} text)
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

# A list is included for each table that is made of it. Here it is a macro, so
# that it stands in the file once: ret_list defines it, ret_use expands it
# between the directives that it begins and ends with.
function(make_list_macro name text ret_list ret_use)
  string(FIND "${text}" "*/\n" at)
  math(EXPR at "${at} + 3")
  cut("${text}" ${at} comment text)
  set(defaults "")
  if(text MATCHES "^(#[^\n]*\n)+")
    string(LENGTH "${CMAKE_MATCH_0}" at)
    cut("${text}" ${at} defaults text)
  endif()
  string(FIND "${text}" "#undef " at)
  cut("${text}" ${at} rows undefs)

  get_filename_component(name ${name} NAME_WE)
  string(REGEX REPLACE "\n$" "" rows "${rows}")
  string(REPLACE "\n" " \\\n" rows "${rows}")
  set(${ret_list} "${comment}#define LIST_${name} \\\n${rows}\n\n" PARENT_SCOPE)
  set(${ret_use} "${defaults}LIST_${name}\n${undefs}" PARENT_SCOPE)
endfunction()

# Sets ret to what stands in the place of a private file that is included.
function(expand_private name ret)
  read_source(${name} text)
  get_property(seen GLOBAL PROPERTY seen_${name})
  set_property(GLOBAL PROPERTY seen_${name} ON)
  if(name MATCHES "\\.inc$" AND NOT text MATCHES "\n#include ")
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

    if(NOT what MATCHES "[\"<]") # a macro, as it was defined last
      string(REGEX REPLACE
        ".*\n#define ${what} ([^\n]+)\n.*" "\\1" what "${done}")
    endif()
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
 * chosen too, by WSCLOSE_LANGUAGE_JA for Japanese. With WSCLOSE_INSIDE defined
 * a library of your own exports these functions only if it does its other ones.
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
