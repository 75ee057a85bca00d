# SPDX-License-Identifier: MIT
# wsclose-frozen-tables: what this build's wsclose-gen writes of
# tests/data/registry.
set(frozen ${PROJECT_BINARY_DIR}/frozen)

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
