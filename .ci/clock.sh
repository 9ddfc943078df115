# shellcheck shell=bash
# For other scripts: source .ci/clock.sh.

# Sets REPLY to the processor time, in whole seconds, of all the programs that this shell has started
# and that have ended.
processor_seconds() {
  local file line value total=0
  file=$(mktemp)
  times >"$file" # not in a subshell, which has no children yet
  line=$(tail -n 1 "$file")
  rm -f "$file"
  for value in $line; do # 1m23.456s
    value=${value%[.,]*}
    total=$((total + 10#${value%m*} * 60 + 10#${value#*m}))
  done
  REPLY=$total
}
