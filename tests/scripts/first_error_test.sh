#!/usr/bin/env bash
# .ci/first-error finds the error that matters in the log of a build: `first_error_test.sh ROOT`.
set -euo pipefail
root=$1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# check TITLE EXPECTED: over the log that stands in the standard input.
check() {
  cat >"$log"
  local got
  got=$("$root/.ci/first-error" "$log")
  if [[ $got != "$2" ]]; then
    printf '%s: expected\n%s\ngot\n%s\n' "$1" "$2" "$got"
    exit 1
  fi
}

check "compiler" "In file included from /src/a.cpp:1:
/src/a.h:3:1: error: 'strin' does not name a type
    3 | strin name();
      | ^~~~~
(and 1 more)" <<'END'
[1/9] Building CXX object b.o
/src/b.cpp:1:1: warning: unused variable 'x'
    1 | int x;
[2/9] Building CXX object a.o
FAILED: a.o
/usr/bin/c++ -Wall -Werror -o a.o -c /src/a.cpp
In file included from /src/a.cpp:1:
/src/a.h:3:1: error: 'strin' does not name a type
    3 | strin name();
      | ^~~~~
/src/a.cpp: In function 'int main()':
/src/a.cpp:5:3: error: 'name' was not declared in this scope
    5 |   name();
[3/9] Building CXX object c.o
ninja: build stopped: subcommand failed.
END

check "linker" "/usr/bin/ld: a.o: in function \`main':
a.cpp:(.text+0x5): undefined reference to \`name()'" <<'END'
[9/9] Linking CXX executable a
FAILED: a
: && /usr/bin/c++ a.o -o a && :
/usr/bin/ld: a.o: in function `main':
a.cpp:(.text+0x5): undefined reference to `name()'
collect2: error: ld returned 1 exit status
ninja: build stopped: subcommand failed.
END

check "CMake" "CMake Error at CMakeLists.txt:38 (find_package):
  By not providing \"Findfmt.cmake\" in CMAKE_MODULE_PATH this project has
  asked CMake to find a package configuration file provided by \"fmt\"." <<'END'
-- The CXX compiler identification is GNU 12.2.0
CMake Error at CMakeLists.txt:38 (find_package):
  By not providing "Findfmt.cmake" in CMAKE_MODULE_PATH this project has
  asked CMake to find a package configuration file provided by "fmt".

-- Configuring incomplete, errors occurred!
END

# run-clang-tidy colours what it prints.
check "clang-tidy" "/src/a.cpp:7:22: error: use emplace_back [modernize-use-emplace,-warnings-as-errors]
  a.push_back(B{1});
    ^
(and 1 more)" < <(printf '%b\n' '/usr/bin/clang-tidy-14 -p=/src/build -quiet /src/a.cpp' \
  '\e[1m/src/a.cpp:7:22: \e[0m\e[0;1;31merror: \e[0m\e[1muse emplace_back [modernize-use-emplace,-warnings-as-errors]\e[0m' \
  '  a.push_back(B{1});' '\e[0;1;32m    ^\e[0m' \
  '3 warnings generated.' 'clang-tidy-14 -p=/src/build -quiet /src/b.cpp' \
  '\e[1m/src/a.h:9:1: \e[0m\e[0;1;31merror: \e[0m\e[1mbad name [readability-identifier-naming]\e[0m')

check "no memory" "c++: fatal error: Killed signal terminated program cc1plus
compilation terminated." <<'END'
[2/9] Building CXX object a.o
FAILED: a.o
/usr/bin/c++ -o a.o -c /src/a.cpp
c++: fatal error: Killed signal terminated program cc1plus
compilation terminated.
ninja: build stopped: subcommand failed.
END

check "nothing that is known as an error" ".ci/build: line 37: cmake: command not found" \
  <<<".ci/build: line 37: cmake: command not found"
