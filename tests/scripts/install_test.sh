#!/usr/bin/env bash
# .ci/install says why it could not install and what to do: `install_test.sh ROOT`. The package
# programs are played by scripts; nothing is installed.
set -euo pipefail
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work APT_LOG=$work/apt-calls
mkdir "$work/bin"
# Everything but fmt is installed; apt-get prints what stands in $work/says-update or -install.
cat >"$work/bin/dpkg-query" <<'END'
#!/usr/bin/env bash
[[ ${!#} == libfmt-dev ]] && exit 1
printf installed
END
cat >"$work/bin/apt-get" <<'END'
#!/usr/bin/env bash
for word in "$@"; do
  case $word in update | install) break ;; esac
done
echo "$word" >>"$APT_LOG"
cat "$TMPDIR/says-$word" 2>/dev/null
! grep -q '^E:' "$TMPDIR/says-$word" 2>/dev/null
END
cat >"$work/bin/sudo" <<'END'
#!/usr/bin/env bash
exec "$@"
END
chmod +x "$work"/bin/*
PATH=$work/bin:$PATH

# expect TITLE STATUS LINE...: what .ci/install prints, where the name of the log may be any.
expect() {
  local title=$1 status=$2 got=0 lines
  shift 2
  : >"$APT_LOG"
  lines=$("$root/.ci/install" 2>&1) || got=$?
  lines=${lines/$work\/connlint-install.??????/LOG}
  if [[ $got != "$status" || $lines != "$(printf '%s\n' "$@")" ]]; then
    printf '%s: expected status %s and\n' "$title" "$status"
    printf '%s\n' "$@"
    printf 'got status %s and\n%s\n' "$got" "$lines"
    exit 1
  fi
}

expect "all is well" 0 "installing libfmt-dev"
[[ $(cat "$APT_LOG") == install ]]

echo "E: Unable to locate package libfmt-dev" >"$work/says-install"
expect "not in the package sources" 1 "installing libfmt-dev" "could not install libfmt-dev" \
  "E: Unable to locate package libfmt-dev" \
  "this system's package sources lack it: connlint is built on Debian 12; see /etc/apt/sources.list" \
  "apt's whole output is in LOG"
[[ $(tr '\n' ' ' <"$APT_LOG") == "install update install " ]]

echo "W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving 'deb.debian.org'" \
  >"$work/says-update"
expect "no network" 1 "installing libfmt-dev" "could not install libfmt-dev" \
  "E: Unable to locate package libfmt-dev" \
  "W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving 'deb.debian.org'" \
  "the package server was not reached: check the network, and the proxy in http_proxy, then run this again" \
  "apt's whole output is in LOG"

{
  for ((i = 0; i < 80; ++i)); do echo "Selecting previously unselected package number $i."; done
  echo "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)"
  echo "E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?"
} >"$work/says-install"
expect "no right" 1 "installing libfmt-dev" "could not install libfmt-dev" \
  "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)" \
  "run as root: apt-get install libfmt-dev" "apt's whole output is in LOG"
[[ $(cat "$APT_LOG") == install ]]

echo "E: You don't have enough free space in /var/cache/apt/archives/." >"$work/says-install"
expect "no space" 1 "installing libfmt-dev" "could not install libfmt-dev" \
  "E: You don't have enough free space in /var/cache/apt/archives/." \
  "free some disk space (apt-get clean helps), then run this again" "apt's whole output is in LOG"
