#!/bin/sh
# mutate.sh ROOT MUTANT.sed OUT: writes the source that the mutant names, changed; fails unless it
# has changed in as many places as the mutant says.
set -eu
root=$1 mutant=$2 out=$3
source=$root/$(sed -n '1s/^# \([^,]*\),.*/\1/p' "$mutant")
places=$(sed -n '1s/^# [^,]*, \([0-9]*\) change.*/\1/p' "$mutant")
sed -E -f "$mutant" "$source" > "$out"
found=$(diff "$source" "$out" | grep -c '^[0-9]' || true)
[ "$found" = "$places" ] || { echo "$mutant: $found changes, not $places" >&2; rm -f "$out"; exit 1; }
