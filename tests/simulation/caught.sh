#!/bin/sh
# caught.sh BUILD [SEEDS]: how many of so many seeds catch each mutant, for the first lines of
# mutants/*.sed. BUILD is a folder where the target "mutants" is built.
set -eu
build=$1 seeds=${2:-200}
for mutant in "$(dirname "$0")"/mutants/*.sed; do
  name=$(basename "$mutant" .sed)
  program=$build/tests/simulation/mutant_$name
  [ -x "$program" ] || { echo "$program is not built" >&2; exit 1; }
  caught=$("$program" --seeds "$seeds" --any 2>/dev/null | grep -c 'again with' || true)
  echo "$name: $caught of $seeds"
done
