# Fails when a C++ file is not laid out as .clang-format says.
# cmake -D ROOT=<project> -D CLANG_FORMAT=<program> -P check_format.cmake
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE sources ${ROOT}/linter/*.h ${ROOT}/linter/*.cpp ${ROOT}/rules/*.h
     ${ROOT}/rules/*.cpp ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp)
# Samples of bad includes.
list(FILTER sources EXCLUDE REGEX "/tests/architecture/samples/")
if(NOT sources)
  message(FATAL_ERROR "no C++ file found under ${ROOT}")
endif()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run --Werror ${sources} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "run clang-format 14 with -i on the files named above")
endif()
