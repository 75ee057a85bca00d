# SPDX-License-Identifier: MIT
# The release preset has project() read this: what only some processors have,
# and position-independent programs, whatever the compiler's habit.
include(CheckCCompilerFlag)
include(CheckPIESupported)

check_pie_supported(LANGUAGES C)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

check_c_compiler_flag(-fcf-protection WSCLOSE_HAS_CET)
check_c_compiler_flag(-mbranch-protection=standard WSCLOSE_HAS_BTI)
if(WSCLOSE_HAS_CET)
  add_compile_options(-fcf-protection)
elseif(WSCLOSE_HAS_BTI)
  add_compile_options(-mbranch-protection=standard)
endif()
