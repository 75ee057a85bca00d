# SPDX-License-Identifier: MIT
# The library, the tool and the pages that the tests of code run on: made of
# tests/data/registry, which never changes, so that a registration that IANA
# adds changes no answer that a test expects. Without wsclose-gen there is only
# what generated/ holds.
set(frozen ${PROJECT_BINARY_DIR}/frozen)
if(NOT TARGET wsclose-gen OR CMAKE_CROSSCOMPILING)
  message(STATUS "The tests run on the tables of generated/, for want of "
                 "wsclose-gen: a registration newer than they fails some.")
  set(frozen ${PROJECT_SOURCE_DIR}/generated)
  add_custom_target(wsclose-frozen-tables)
  add_library(wsclose-frozen ALIAS wsclose)
  if(TARGET wsclose-tool)
    add_executable(wsclose-frozen-tool ALIAS wsclose-tool)
  endif()
  return()
endif()

# The texts are the tests' own, the words are those of gen/data.
set(from ${PROJECT_SOURCE_DIR}/tests/data/registry)
set(data ${PROJECT_BINARY_DIR}/frozen-data)
file(COPY ${from}/close-codes.xml ${from}/semantics.xml
  ${PROJECT_SOURCE_DIR}/tests/data/applications DESTINATION ${data})
foreach(tag IN ITEMS en ja)
  set(words ${PROJECT_SOURCE_DIR}/gen/data/languages/${tag}.xml)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${words} ${from}/languages/${tag}.xml)
  file(READ ${words} words)
  string(FIND "${words}" "\n\n  <label" at)
  string(SUBSTRING "${words}" ${at} -1 words)
  file(READ ${from}/languages/${tag}.xml texts)
  string(REPLACE "</language>\n" "${words}" texts "${texts}")
  file(CONFIGURE OUTPUT ${data}/languages/${tag}.xml CONTENT "@texts@" @ONLY)
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${from}/close-codes.xml ${from}/semantics.xml
  ${PROJECT_SOURCE_DIR}/tests/data/applications/chat.xml
  ${PROJECT_SOURCE_DIR}/tests/data/applications/chat-voice.xml)
get_target_property(tables wsclose-runtime WSCLOSE_TABLE_FILES)
list(TRANSFORM tables PREPEND ${frozen}/)
list(APPEND tables ${frozen}/applications.inc)
add_custom_command(
  OUTPUT ${frozen}.stamp
  BYPRODUCTS ${tables}
  COMMAND wsclose-gen generate --data ${data} --out ${frozen}
          --depfile ${frozen}.stamp.d
  COMMAND ${CMAKE_COMMAND} -E touch ${frozen}.stamp
  DEPENDS wsclose-gen ${data}/close-codes.xml ${data}/semantics.xml
          ${data}/languages/en.xml ${data}/languages/ja.xml
          ${data}/applications/chat.xml ${data}/applications/chat-voice.xml
  DEPFILE ${frozen}.stamp.d
  COMMENT "Generating the tables of the tests"
  VERBATIM)
add_custom_target(wsclose-frozen-tables DEPENDS ${frozen}.stamp)

# As the library that is installed, but for the tables.
get_target_property(units wsclose SOURCES)
get_target_property(type wsclose TYPE)
string(REPLACE "_LIBRARY" "" type ${type})
list(TRANSFORM units PREPEND ${PROJECT_SOURCE_DIR}/registry/)
add_library(wsclose-frozen ${type} ${units})
add_dependencies(wsclose-frozen wsclose-frozen-tables)
target_include_directories(wsclose-frozen
  PUBLIC ${PROJECT_SOURCE_DIR}/registry/include ${frozen}/include
  PRIVATE ${PROJECT_SOURCE_DIR}/registry ${frozen})
target_compile_definitions(wsclose-frozen
  PRIVATE $<TARGET_PROPERTY:wsclose,COMPILE_DEFINITIONS>
  INTERFACE $<TARGET_PROPERTY:wsclose,INTERFACE_COMPILE_DEFINITIONS>)
set_target_properties(wsclose-frozen PROPERTIES
  C_STANDARD 11
  C_STANDARD_REQUIRED ON
  C_EXTENSIONS OFF
  C_VISIBILITY_PRESET hidden)

if(TARGET wsclose-tool)
  get_target_property(units wsclose-tool SOURCES)
  list(TRANSFORM units PREPEND ${PROJECT_SOURCE_DIR}/registry/tool/)
  add_executable(wsclose-frozen-tool ${units})
  target_link_libraries(wsclose-frozen-tool
    PRIVATE wsclose-frozen PkgConfig::WSCLOSE_JANSSON)
  target_compile_definitions(wsclose-frozen-tool PRIVATE
    $<TARGET_PROPERTY:wsclose-tool,COMPILE_DEFINITIONS>)
  target_include_directories(wsclose-frozen-tool PRIVATE
    ${PROJECT_SOURCE_DIR}/registry ${frozen})
  set_target_properties(wsclose-frozen-tool PROPERTIES
    OUTPUT_NAME wsclose
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests/tool
    C_STANDARD 11
    C_STANDARD_REQUIRED ON
    C_EXTENSIONS OFF)
endif()
