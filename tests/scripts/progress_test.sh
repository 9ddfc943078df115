#!/usr/bin/env bash
# .ci/progress says how far Ninja is: `progress_test.sh ROOT`.
set -euo pipefail
root=$1

check() {
  if [[ $2 != "$3" ]]; then
    printf '%s: expected\n%q\ngot\n%q\n' "$1" "$3" "$2"
    exit 1
  fi
}

ninja_prints() {
  printf '%s\n' '-- Configuring done' '[0/1] Re-running CMake...' '[1/214] Building a.o' 'a warning' \
    '[57/214] Building b.o' 'ninja: build stopped.'
}

# No terminal: nothing before the time is over, then lines even while Ninja prints none.
check "a short build" "$(ninja_prints | "$root/.ci/progress" 600)" ""
check "a line after each interval" \
  "$({
    echo '[57/214] Building b.o'
    sleep 3
  } | "$root/.ci/progress" 1 | sort -u)" "building connlint: 57/214"

check "clang-tidy" \
  "$({
    echo '/usr/bin/clang-tidy-14 -p=/src/build -quiet /src/a.cpp'
    echo '1 warning generated.'
    echo '/usr/bin/clang-tidy-14 -p=/src/build -quiet /src/b.cpp'
    sleep 3
  } | "$root/.ci/progress" 1 | sort -u)" "clang-tidy: 2 sources"

# A terminal, where there is the program that makes one.
if command -v script >/dev/null; then
  lines=$(mktemp)
  trap 'rm -f "$lines"' EXIT
  ninja_prints >"$lines"
  shown=$(TERM=xterm script -qec "'$root/.ci/progress' <'$lines'" /dev/null </dev/null | tr -d '\r')
  erase=$'\033[K'
  check "one line, written again" "$shown" \
    "${erase}building connlint: 1/214${erase}building connlint: 57/214${erase}"
fi
