# SPDX-License-Identifier: MIT
# wsclose_test(NAME [LONG] [SOURCE file] [LIBRARIES target...] [DEFINITIONS
# definition...]) builds NAME.c, or SOURCE, with the helpers of support/ and
# adds it as a test; a LONG one is for run.sh --all alone.
function(wsclose_test name)
  cmake_parse_arguments(test "LONG" "SOURCE" "LIBRARIES;DEFINITIONS" ${ARGN})
  if(NOT test_SOURCE)
    set(test_SOURCE ${name}.c)
  endif()
  add_executable(${name} ${test_SOURCE})
  set_target_properties(${name} PROPERTIES
    C_STANDARD 11
    C_STANDARD_REQUIRED ON
    C_EXTENSIONS OFF)
  target_link_libraries(${name} PRIVATE
    ${test_LIBRARIES} wsclose-test-support PkgConfig::WSCLOSE_CMOCKA)
  target_compile_definitions(${name} PRIVATE
    _XOPEN_SOURCE=700
    TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
    TEST_SOURCE="${PROJECT_SOURCE_DIR}"
    TEST_CMAKE="${CMAKE_COMMAND}"
    ${test_DEFINITIONS})
  if(NOT test_LONG)
    add_test(NAME ${name} COMMAND ${name})
  endif()
endfunction()

# wsclose_generator_test(NAME [LONG] [SOURCE file] [DEFINITIONS definition...]):
# a test of the generator, module by module and from outside.
function(wsclose_generator_test name)
  cmake_parse_arguments(test "" "" "DEFINITIONS" ${ARGN})
  wsclose_test(${name} ${test_UNPARSED_ARGUMENTS}
    LIBRARIES wsclose-test-workshop wsclose-gen-parts
    DEFINITIONS
      WSCLOSE_GEN="$<TARGET_FILE:wsclose-gen>"
      WSCLOSE_GEN_INSTALLED="$<TARGET_FILE:wsclose-gen-installed>"
      TEST_CC="${CMAKE_C_COMPILER}"
      TEST_VERSION="${PROJECT_VERSION}"
      ${test_DEFINITIONS})
  add_dependencies(${name} wsclose-gen wsclose-gen-installed)
  if(TARGET fault)
    target_compile_definitions(${name} PRIVATE
      FAULT_LIBRARY="$<TARGET_FILE:fault>")
    add_dependencies(${name} fault memory_fault)
  endif()
endfunction()

# A script that prints what does not hold, and what was not run for want of a
# program.
function(wsclose_script_test name script)
  add_test(NAME ${name}
    COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/${script} ${ARGN})
  set_tests_properties(${name} PROPERTIES
    SKIP_RETURN_CODE 77
    ENVIRONMENT "CMAKE_GENERATOR=${CMAKE_GENERATOR}")
endfunction()
