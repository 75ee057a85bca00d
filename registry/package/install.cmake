# SPDX-License-Identifier: MIT
# What is installed beside the libraries: headers, the CMake package, the
# pkg-config file, the manual, the pages.
include(CMakePackageConfigHelpers)

install(FILES include/wsclose.h ${generated}/include/wsclose_codes.h
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT Development)
install(FILES ${generated}/close-codes.html ${generated}/close-codes.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT Development)
install(FILES
  ${generated}/applications.json ${generated}/applications.schema.json
  ${generated}/close-codes.json ${generated}/close-codes.schema.json
  ${generated}/wsclose.lua
  DESTINATION ${CMAKE_INSTALL_DATADIR}/wsclose
  COMPONENT Tool)
install(FILES wsclose.3
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man3
  COMPONENT Development)

set(tools_dir ${CMAKE_INSTALL_DATADIR}/wsclose/cmake)
configure_package_config_file(package/wsclose-config.cmake.in
  package/wsclose-config.cmake
  INSTALL_DESTINATION ${package_dir}
  PATH_VARS runtime_dir tools_dir
  NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(
  ${CMAKE_CURRENT_BINARY_DIR}/package/wsclose-config-version.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/package/wsclose-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/package/wsclose-config-version.cmake
  ${PROJECT_SOURCE_DIR}/gen/cmake/wsclose_generate.cmake
  DESTINATION ${package_dir}
  COMPONENT Development)

# Each tool is an export of its own: where it is not installed, nothing asks for
# it. They serve libraries of any architecture.
foreach(tool IN ITEMS wsclose-tool/Tool wsclose-gen/Generator)
  cmake_path(GET tool PARENT_PATH target)
  cmake_path(GET tool FILENAME component)
  if(TARGET ${target})
    install(EXPORT ${target}
      NAMESPACE wsclose::
      DESTINATION ${tools_dir}
      COMPONENT ${component})
  endif()
endforeach()

# Where the library is below the prefix its file finds the rest from its own
# place, so that the whole may be moved. /usr stands there as it is: pkg-config
# leaves the system's folders out by their names.
set(pc_prefix ${CMAKE_INSTALL_PREFIX})
if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}"
    AND NOT CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  file(RELATIVE_PATH pc_prefix
    ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
  string(REGEX REPLACE "/$" "" pc_prefix "\${pcfiledir}/${pc_prefix}")
endif()
cmake_path(APPEND pc_libdir "\${prefix}" "${CMAKE_INSTALL_LIBDIR}")
cmake_path(APPEND pc_includedir "\${prefix}" "${CMAKE_INSTALL_INCLUDEDIR}")
set(pc_cflags)
if(WIN32 AND BUILD_SHARED_LIBS AND NOT WSCLOSE_BUILD_BOTH)
  set(pc_cflags " -DWSCLOSE_SHARED")
endif()
configure_file(package/wsclose.pc.in package/wsclose.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/package/wsclose.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
  COMPONENT Development)
