# What the checks of this folder share: collecting what is wrong, and failing at the end or writing
# the offending paths to the file REPORT, one a line, for the tests of the checks.

set(offenders "")
set(complaints "")
macro(complain path why)
  list(APPEND offenders ${path})
  string(APPEND complaints "${path}: ${why}\n")
endmacro()

macro(finish_check)
  if(DEFINED REPORT)
    list(REMOVE_DUPLICATES offenders)
    string(JOIN "\n" text ${offenders})
    file(WRITE ${REPORT} "${text}\n")
  elseif(complaints)
    message(FATAL_ERROR "${complaints}")
  endif()
endmacro()

# Sets ${result} to the C++ files of linter/ and rules/ below ROOT, and fails where there is none.
function(find_sources result)
  file(GLOB_RECURSE sources RELATIVE ${ROOT} ${ROOT}/linter/*.h ${ROOT}/linter/*.cpp
       ${ROOT}/rules/*.h ${ROOT}/rules/*.cpp)
  if(NOT sources)
    message(FATAL_ERROR "no C++ file found under ${ROOT}/linter and ${ROOT}/rules")
  endif()
  set(${result} ${sources} PARENT_SCOPE)
endfunction()
