# Fails when a newcomer would get lost in a folder of linter/: more than 30 entries, a source of more
# than 500 lines, or more than ten files and no README.md of 5 to 15 lines. Sources of rules/ are held
# to the same length.
# cmake -D ROOT=<project> [-D REPORT=<file>] -P check_folders.cmake
# REPORT: write the offending paths there, one a line, instead of failing.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/complaints.cmake)

set(most_entries 30)
set(most_lines 500)
set(most_files_without_readme 10)
set(shortest_readme 5)
set(longest_readme 15)

# Sets ${result} to the number of lines of a file.
function(count_lines path result)
  file(READ ${path} text)
  string(REGEX REPLACE "[^\n]" "" breaks "${text}")
  string(LENGTH "${breaks}" count)
  set(${result} ${count} PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE entries LIST_DIRECTORIES true RELATIVE ${ROOT} ${ROOT}/linter/*)
set(folders linter)
foreach(entry IN LISTS entries)
  if(IS_DIRECTORY ${ROOT}/${entry})
    list(APPEND folders ${entry})
  endif()
endforeach()
foreach(folder IN LISTS folders)
  file(GLOB inside LIST_DIRECTORIES true RELATIVE ${ROOT}/${folder} ${ROOT}/${folder}/*)
  list(LENGTH inside count)
  if(count GREATER most_entries)
    complain(${folder} "${count} entries, at most ${most_entries}")
  endif()
  set(files 0)
  foreach(name IN LISTS inside)
    if(NOT IS_DIRECTORY ${ROOT}/${folder}/${name} AND NOT name STREQUAL README.md)
      math(EXPR files "${files} + 1")
    endif()
  endforeach()
  set(readme ${ROOT}/${folder}/README.md)
  # linter/README.md is the picture of the whole, not of one folder.
  if(files GREATER most_files_without_readme AND NOT EXISTS ${readme})
    complain(${folder} "${files} files and no README.md")
  elseif(EXISTS ${readme} AND NOT folder STREQUAL linter)
    count_lines(${readme} lines)
    if(lines LESS shortest_readme OR lines GREATER longest_readme)
      complain(${folder} "README.md has ${lines} lines, not ${shortest_readme} to ${longest_readme}")
    endif()
  endif()
endforeach()

find_sources(sources)
foreach(source IN LISTS sources)
  count_lines(${ROOT}/${source} lines)
  if(lines GREATER most_lines)
    complain(${source} "${lines} lines, at most ${most_lines}")
  endif()
endforeach()

finish_check()
