# Shows that check_folders.cmake can fail: makes folders and sources that are too large, and such that
# are just not, and compares what is flagged.
# cmake -D WORK=<folder> -P check_folder_samples.cmake
cmake_minimum_required(VERSION 3.25)
set(root ${WORK}/folder-samples)
file(REMOVE_RECURSE ${root})

# Makes ${count} files in the folder.
function(fill folder count)
  foreach(number RANGE 1 ${count})
    file(WRITE ${root}/${folder}/part_${number}.h "#pragma once\n")
  endforeach()
endfunction()

# Makes a file of ${count} lines.
function(write_lines path count)
  string(REPEAT "// a line\n" ${count} text)
  file(WRITE ${root}/${path} "${text}")
endfunction()

fill(linter/good/ten 10)
fill(linter/good/full 29)
write_lines(linter/good/full/README.md 15)
write_lines(linter/good/long.cpp 500)
fill(linter/crowded 30)
write_lines(linter/crowded/README.md 10)
fill(linter/silent 11)
fill(linter/short 2)
write_lines(linter/short/README.md 4)
fill(linter/wordy 2)
write_lines(linter/wordy/README.md 16)
write_lines(linter/long/source.cpp 501)
write_lines(rules/connector/long.cpp 501)
set(expected linter/crowded linter/long/source.cpp linter/short linter/silent linter/wordy
             rules/connector/long.cpp)

execute_process(COMMAND ${CMAKE_COMMAND} -D ROOT=${root} -D REPORT=${WORK}/flagged-folders.txt -P
                        ${CMAKE_CURRENT_LIST_DIR}/check_folders.cmake COMMAND_ERROR_IS_FATAL ANY)
file(STRINGS ${WORK}/flagged-folders.txt flagged)
list(SORT flagged)
if(NOT flagged STREQUAL expected)
  message(SEND_ERROR "flagged: ${flagged}; expected: ${expected}")
endif()
