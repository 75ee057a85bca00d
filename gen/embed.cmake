# SPDX-License-Identifier: MIT
# cmake -D OUT=embedded.c -P embed.cmake -- FILE...: writes the files' bytes as
# C, one struct embedded each, named for its file. What names the licence of a
# file stays out of what is made of it.
string(HEX "/* SPDX-License-Identifier: MIT */\n" licence)
string(HEX "-- SPDX-License-Identifier: MIT\n" lua_licence)
set(source "#include \"base/embedded.h\"\n")
set(is_file OFF)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  set(file "${CMAKE_ARGV${i}}")
  if(NOT is_file)
    if(file STREQUAL "--")
      set(is_file ON)
    endif()
    continue()
  endif()
  get_filename_component(name ${file} NAME)
  string(MAKE_C_IDENTIFIER ${name} name)
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "^(${licence}|${lua_licence})" "" bytes "${bytes}")
  string(REGEX REPLACE "(..)" "0x\\1, " bytes "${bytes}")
  string(APPEND source
    "\nstatic const char ${name}[] = {${bytes}0};\n"
    "const struct embedded embedded_${name} = {${name}, sizeof ${name} - 1};\n")
endforeach()
file(WRITE ${OUT} "${source}")
