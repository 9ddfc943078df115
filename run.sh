#!/usr/bin/env bash
# Builds connlint if need be and runs it with the given arguments, in the caller's folder. Standard
# output and exit status are connlint's; status 3 also when the build fails.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
if ! (unset CONNLINT_CORPUS && "$root/.ci/build" release connlint); then
  echo "run.sh: connlint was not built, so nothing was checked" >&2
  exit 3
fi
exec "$root/build/release/connlint" "$@"
