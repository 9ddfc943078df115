#!/usr/bin/env bash
# .ci/build builds, and shows the first error of a build that fails: `build_test.sh ROOT`. In a
# project of one source, with the scripts of this one.
set -euo pipefail
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/.ci"
cp "$root/run.sh" "$work"
cp "$root"/.ci/{build,clock.sh,progress,first-error} "$work/.ci"
# What is missing is not the question here.
printf '#!/bin/sh\n' >"$work/.ci/install"
chmod +x "$work/.ci/install"
cd "$work"
cat >CMakePresets.json <<'END'
{"version": 6,
 "configurePresets": [{"name": "release", "generator": "Ninja", "binaryDir": "${sourceDir}/build/release"}],
 "buildPresets": [{"name": "release", "configurePreset": "release"}]}
END
cat >CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.25)
project(one LANGUAGES CXX)
add_executable(connlint main.cpp)
END

fail() {
  printf '%s; printed was:\n%s\n' "$1" "$2"
  exit 1
}

echo 'int main() { return 0 }' >main.cpp
status=0
printed=$(./run.sh 2>&1 >/dev/null) || status=$?
((status == 3)) || fail "a failing build has status $status, not 3" "$printed"
[[ $printed == *"main.cpp:1:22: error: "* ]] || fail "the error is not shown" "$printed"
[[ $printed != *"FAILED:"* ]] || fail "the log is shown" "$printed"
[[ $printed == *"the build of connlint failed; its whole log is $work/build/release/build.log"* ]] ||
  fail "the log is not named" "$printed"

echo 'int main() { return 5; }' >main.cpp
status=0
printed=$(./run.sh 2>&1) || status=$? # builds with no error
((status == 5)) || fail "the program has status $status, not 5" "$printed"
printed=$(./run.sh 2>&1) || true
[[ -z $printed ]] || fail "a build with nothing to do is not silent" "$printed"
