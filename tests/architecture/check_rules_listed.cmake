# Fails when a rule's source or document is not in the list of rules/CMakeLists.txt.
# cmake -D RULES=<rules folder> -D LIST=<file with one subject/name a line> -P check_rules_listed.cmake
cmake_minimum_required(VERSION 3.25)
file(STRINGS ${LIST} listed)
file(GLOB files RELATIVE ${RULES} ${RULES}/*/*.cpp ${RULES}/*/*.md)
foreach(file IN LISTS files)
  string(REGEX REPLACE "\\.(cpp|md)$" "" rule ${file})
  if(NOT rule IN_LIST listed AND NOT rule MATCHES "^topics/")
    message(SEND_ERROR "rules/${file} is not in the list of rules/CMakeLists.txt")
  endif()
endforeach()
