# SPDX-License-Identifier: MIT
# The library's sources as they are compiled into a target of another project,
# with the tables of its own build: see gen/cmake/wsclose_generate.cmake.
set(runtime_dir ${CMAKE_INSTALL_DATADIR}/wsclose/src)
set(runtime_headers
  language.h
  names.h
  row.h
  rules.h
  shared/hidden.h
  shared/protocol.h
  shared/spelling.h
  shared/tables.h
  shared/utf8.h)

add_library(wsclose-runtime INTERFACE)
add_library(wsclose::wsclose-runtime ALIAS wsclose-runtime)
foreach(source IN LISTS sources)
  target_sources(wsclose-runtime INTERFACE
    $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/${source}>
    $<INSTALL_INTERFACE:${runtime_dir}/${source}>)
endforeach()
target_include_directories(wsclose-runtime INTERFACE
  $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}>
  $<INSTALL_INTERFACE:${runtime_dir}>)

file(STRINGS shared/tables.h format REGEX "^#define WSCLOSE_TABLES_FORMAT ")
string(REGEX REPLACE ".* " "" format "${format}")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  shared/tables.h wsclose.map)
# Every function and table of the library, for who compiles it more than once
# into a program.
file(STRINGS wsclose.map names REGEX "^ +wsclose_")
string(REGEX MATCHALL "wsclose_[a-z_]+" names "${names}")
list(APPEND names wsclose_is_utf8 wsclose_language_of wsclose_names
  wsclose_page_of wsclose_pages wsclose_rules wsclose_utf8_decode
  wsclose_utf8_prefix)
set_target_properties(wsclose-runtime PROPERTIES
  EXPORT_PROPERTIES "WSCLOSE_TABLES_FORMAT;WSCLOSE_TABLE_FILES;WSCLOSE_NAMES"
  WSCLOSE_NAMES "${names}"
  WSCLOSE_TABLES_FORMAT "${format}"
  WSCLOSE_TABLE_FILES "${tables}"
  WSCLOSE_DATA ${PROJECT_SOURCE_DIR}/gen/data)

if(WSCLOSE_INSTALL)
  install(TARGETS wsclose-runtime EXPORT wsclose-runtime)
  install(EXPORT wsclose-runtime
    NAMESPACE wsclose::
    DESTINATION ${package_dir}
    COMPONENT Development)
  foreach(file IN LISTS sources runtime_headers)
    cmake_path(GET file PARENT_PATH folder)
    install(FILES ${file}
      DESTINATION ${runtime_dir}/${folder}
      COMPONENT Development)
  endforeach()
  # The tools have their own, for who generates without CMake.
  install(FILES
    ${PROJECT_SOURCE_DIR}/gen/data/close-codes.xml
    ${PROJECT_SOURCE_DIR}/gen/data/semantics.xml
    DESTINATION ${runtime_dir}/data
    COMPONENT Development)
  install(DIRECTORY
    ${PROJECT_SOURCE_DIR}/gen/data/applications
    ${PROJECT_SOURCE_DIR}/gen/data/languages
    DESTINATION ${runtime_dir}/data
    COMPONENT Development
    FILES_MATCHING PATTERN *.xml)
endif()
