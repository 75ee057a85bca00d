# SPDX-License-Identifier: MIT
# Four Debian packages, made by cpack: libwsclose1, libwsclose-dev, wsclose and
# wsclose-gen. Who maintains them, and the date that their files bear, stand in
# the changelog.
set(package_dir ${CMAKE_CURRENT_LIST_DIR})
set(work_dir ${CMAKE_CURRENT_BINARY_DIR}/package)
set(soversion ${PROJECT_VERSION_MAJOR})

# need(WHAT PACKAGE...): what of Debian's is missing, all of it at once.
set(missing)
function(need what)
  find_program(path ${what} NO_CACHE)
  if(NOT path AND NOT TARGET ${what})
    set(missing ${missing} ${ARGN} PARENT_SCOPE)
  endif()
endfunction()
need(dpkg-parsechangelog dpkg-dev)
need(dpkg-shlibdeps dpkg-dev)
need(file file)
need(wsclose-tool libjansson-dev pkg-config)
need(wsclose-gen libxml2-dev libjansson-dev libmd-dev pkg-config)
need(wsclose-gen-fetch libcurl4-openssl-dev)
if(missing)
  list(REMOVE_DUPLICATES missing)
  list(JOIN missing " " missing)
  message(FATAL_ERROR
    "Debian packages are made with these, which are not installed: ${missing}. "
    "Run: sh gen/packages.sh ${missing}")
endif()

function(changelog_field name ret)
  execute_process(
    COMMAND dpkg-parsechangelog -l ${package_dir}/changelog -S ${name}
    OUTPUT_VARIABLE field
    OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
  set(${ret} "${field}" PARENT_SCOPE)
endfunction()

changelog_field(Version version)
changelog_field(Maintainer maintainer)
changelog_field(Timestamp timestamp)
if(NOT version STREQUAL PROJECT_VERSION)
  message(FATAL_ERROR
    "${package_dir}/changelog is of ${version}, the library of "
    "${PROJECT_VERSION}: add an entry.")
endif()

# The licence as Debian's copyright file has it: behind its title, indented,
# blank lines as dots.
file(READ ${PROJECT_SOURCE_DIR}/LICENSE license)
string(REGEX REPLACE "^.*\n(Permission is)" "\\1" license "${license}")
string(REGEX REPLACE "\n+$" "" license "${license}")
string(REGEX REPLACE "\n\n" "\n.\n" license "${license}")
string(REPLACE "\n" "\n " license " ${license}")
configure_file(${package_dir}/copyright.in ${work_dir}/copyright @ONLY)

# The symbols and the versions that brought them, of the linker's map: what is
# in the node WSCLOSE_1.2 is there since 1.2.0.
file(STRINGS ${PROJECT_SOURCE_DIR}/registry/wsclose.map lines)
set(symbols "libwsclose.so.${soversion} libwsclose${soversion} #MINVER#\n"
  "* Build-Depends-Package: libwsclose-dev\n")
list(JOIN symbols "" symbols)
foreach(line IN LISTS lines)
  if(line MATCHES "^(WSCLOSE_([0-9.]+))")
    set(node ${CMAKE_MATCH_1})
    string(REGEX MATCH "^[0-9]+[.][0-9]+[.][0-9]+" since "${CMAKE_MATCH_2}.0.0")
    string(APPEND symbols " ${node}@${node} ${since}\n")
  elseif(line MATCHES "(wsclose_[a-z0-9_]+);")
    string(APPEND symbols " ${CMAKE_MATCH_1}@${node} ${since}\n")
  endif()
endforeach()
file(CONFIGURE OUTPUT ${work_dir}/symbols CONTENT "${symbols}" @ONLY)
set(shlibs
  "libwsclose ${soversion} libwsclose${soversion} (>= ${PROJECT_VERSION})\n")
file(CONFIGURE OUTPUT ${work_dir}/shlibs CONTENT "${shlibs}" @ONLY)
file(CONFIGURE OUTPUT ${work_dir}/triggers
  CONTENT "activate-noawait ldconfig\n" @ONLY)

# Debian's help systems find the pages by it.
install(FILES ${package_dir}/doc-base
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc-base
  RENAME libwsclose-dev.close-codes
  COMPONENT Development)

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL Runtime Development Tool Generator)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
# Each package has a summary of its own.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PRE_BUILD_SCRIPTS ${package_dir}/stage.cmake)
set(CPACK_POST_BUILD_SCRIPTS ${package_dir}/finish.cmake)
set(CPACK_PROJECT_CONFIG_FILE ${work_dir}/dates.cmake)
file(CONFIGURE OUTPUT ${work_dir}/dates.cmake
  CONTENT "set(ENV{SOURCE_DATE_EPOCH} @timestamp@)\n" @ONLY)
set(CPACK_WSCLOSE_STAGE_FILES ${work_dir}/copyright ${package_dir}/changelog)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${maintainer}")
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/registry)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libwsclose${soversion})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
# Where it looks at a library cpack writes scripts that call ldconfig, which
# Debian does by a trigger: stage.cmake asks for what the library needs.
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "library of the WebSocket close codes
Every close code of IANA's registry: what it means, in several languages,
whether it may stand in a Close frame, how it is answered and relayed, and when
to connect again. The library builds and parses Close frames, and tells what a
browser shows of a connection's end.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA
  ${work_dir}/shlibs ${work_dir}/symbols ${work_dir}/triggers)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libwsclose-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libwsclose${soversion} (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS wsclose-gen)
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
  "library of the WebSocket close codes - development files
The headers and libraries to compile programs with, files for CMake and
pkg-config, and the manual. With wsclose-gen installed a CMake project can
compile the library with private codes of its own.")

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME wsclose)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_TOOL_PACKAGE_DEPENDS
  "libwsclose${soversion} (>= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_TOOL_DESCRIPTION "explains WebSocket close codes
The command wsclose explains a close code: what it means, why people meet it,
and what an application means by it. It takes Close frames apart and builds
them. The same data is there as JSON, for programs in other languages.")

set(CPACK_DEBIAN_GENERATOR_PACKAGE_NAME wsclose-gen)
set(CPACK_DEBIAN_GENERATOR_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_GENERATOR_PACKAGE_CONTROL_EXTRA ${package_dir}/postinst)
set(CPACK_DEBIAN_GENERATOR_DESCRIPTION
  "generates tables of WebSocket close codes from IANA's registry
wsclose-gen keeps a snapshot of IANA's registry, and makes headers and tables
in C of it and of files of private codes; a systemd timer and a line for cron
come with it.")

include(CPack)
