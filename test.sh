#!/usr/bin/env bash
# Builds connlint and runs its tests; arguments go to ctest, for example -R explain. Needs compiler,
# CMake, Ninja and the libraries, which it installs on Debian; tests of tools that are not there
# (clang-format) are left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
echo "test.sh: building connlint and its tests" >&2
.ci/build release
echo "test.sh: running the tests" >&2
exec ctest --preset release -j "$(nproc)" "$@" </dev/null
