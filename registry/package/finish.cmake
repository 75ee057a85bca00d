# SPDX-License-Identifier: MIT
# Run by cpack, when the packages are made: each is made once more by dpkg-deb,
# which writes the same bytes whatever the umask is, with the field that cpack
# has no variable for.
foreach(package IN LISTS CPACK_PACKAGE_FILES)
  set(multi_arch foreign)
  if(package MATCHES "/lib[^/]*$")
    set(multi_arch same)
  endif()
  set(root ${package}.root)
  execute_process(
    COMMAND sh -c "umask 022 && dpkg-deb -R \"$0\" \"$1\"" ${package} ${root}
    COMMAND_ERROR_IS_FATAL ANY)
  execute_process(
    COMMAND sed -i "/^Architecture:/a Multi-Arch: ${multi_arch}"
            ${root}/DEBIAN/control
    COMMAND_ERROR_IS_FATAL ANY)
  execute_process(
    COMMAND dpkg-deb --root-owner-group -Zxz --threads-max=1 -b
            ${root} ${package}
    OUTPUT_QUIET
    COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE_RECURSE ${root})
endforeach()
