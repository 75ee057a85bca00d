# SPDX-License-Identifier: MIT
# The library, the tool and the pages that the tests of code run on: made of
# tests/data/registry, which never changes, so that a registration that IANA
# adds changes no answer that a test expects. A build without wsclose-gen takes
# the tables of another one.
set(WSCLOSE_TEST_TABLES "" CACHE PATH
  "For a build without wsclose-gen: the folder frozen of one that has it")
if(WSCLOSE_TEST_TABLES)
  set(frozen ${WSCLOSE_TEST_TABLES})
  add_custom_target(wsclose-frozen-tables)
elseif(TARGET wsclose-gen AND NOT CMAKE_CROSSCOMPILING)
  include(${CMAKE_CURRENT_LIST_DIR}/frozen_tables.cmake)
else()
  message(STATUS "Of the tests those of the committed tables alone are built, "
                 "for want of wsclose-gen or of WSCLOSE_TEST_TABLES.")
  return()
endif()

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
