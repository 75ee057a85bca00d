# SPDX-License-Identifier: MIT
# Run by cpack, when each component is in its folder: what Debian wants beside
# the files that are installed.
set(of_Runtime ${CPACK_DEBIAN_RUNTIME_PACKAGE_NAME})
set(of_Development ${CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME})
set(of_Tool ${CPACK_DEBIAN_TOOL_PACKAGE_NAME})
set(of_Generator ${CPACK_DEBIAN_GENERATOR_PACKAGE_NAME})

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}/usr)
  set(doc ${root}/share/doc/${of_${component}})
  file(COPY ${CPACK_WSCLOSE_STAGE_FILES} DESTINATION ${doc}
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  file(GLOB_RECURSE texts ${doc}/changelog ${root}/share/man/*)
  file(GLOB_RECURSE programs
    ${root}/bin/* ${root}/libexec/* ${root}/*.so.*.*)
  file(GLOB_RECURSE archives ${root}/*.a)
  if(programs)
    execute_process(
      COMMAND strip --strip-unneeded -R .comment -R .note ${programs}
      COMMAND_ERROR_IS_FATAL ANY)
  endif()
  if(archives)
    execute_process(
      COMMAND strip --strip-debug -D -R .comment ${archives}
      COMMAND_ERROR_IS_FATAL ANY)
  endif()
  execute_process(COMMAND gzip -9n ${texts} COMMAND_ERROR_IS_FATAL ANY)
  # Whatever the umask is.
  execute_process(
    COMMAND find ${root} -type d -exec chmod 755 {} +
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()

# dpkg-shlibdeps wants to see a package being made.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/Runtime)
file(GLOB_RECURSE library ${root}/usr/*.so.*.*)
file(MAKE_DIRECTORY ${root}/DEBIAN)
file(WRITE ${root}/debian/control "")
execute_process(
  COMMAND dpkg-shlibdeps -O ${library}
  WORKING_DIRECTORY ${root}
  OUTPUT_VARIABLE depends
  OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE_RECURSE ${root}/DEBIAN ${root}/debian)
string(REGEX REPLACE "^.*Depends=" ""
  CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS "${depends}")
