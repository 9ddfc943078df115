# Shows that check_includes.cmake can fail: every file of samples/bad must be flagged and no file of
# samples/good.
# cmake -D SAMPLES=<folder> -D WORK=<folder> -P check_samples.cmake
cmake_minimum_required(VERSION 3.25)
foreach(kind good bad)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -D ROOT=${SAMPLES}/${kind} -D REPORT=${WORK}/flagged-${kind}.txt -P
            ${CMAKE_CURRENT_LIST_DIR}/check_includes.cmake COMMAND_ERROR_IS_FATAL ANY)
  file(STRINGS ${WORK}/flagged-${kind}.txt flagged_${kind})
endforeach()

if(flagged_good)
  message(SEND_ERROR "flagged without reason: ${flagged_good}")
endif()
file(GLOB_RECURSE bad RELATIVE ${SAMPLES}/bad ${SAMPLES}/bad/*.h ${SAMPLES}/bad/*.cpp)
if(NOT bad)
  message(SEND_ERROR "no samples found in ${SAMPLES}/bad")
endif()
foreach(file IN LISTS bad)
  if(NOT file IN_LIST flagged_bad)
    message(SEND_ERROR "not flagged: ${file}")
  endif()
endforeach()
