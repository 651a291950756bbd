#!/bin/sh
# The core is pure: its objects import nothing but themselves, the generated tables, the plain data
# structures of base, and the short list of libc names below.
#   purity.sh CORE.a PROTOCOL.a BASE.a
set -eu

allowed='abort bsearch free memchr memcmp memcpy memmove memset qsort strchr strcmp strlen strncmp'
# Modules of base that do something to the world or know of it.
impure='log.c.o secret.c.o'

defined() {
    nm --defined-only --extern-only "$1" 2>/dev/null | awk -v not="${2:-}" '
        BEGIN { split(not, list, " "); for (i in list) skip[list[i] ":"] = 1 }
        NF == 1 { member = $1 }
        NF == 3 && !(member in skip) { print $3 }'
}

known=$({
    defined "$1"
    defined "$2"
    defined "$3" "$impure"
    printf '%s\n' $allowed
} | sort -u)

# What a sanitizer or the stack protector adds is the compiler's, not ours.
strange=$(nm --undefined-only "$1" 2>/dev/null | awk 'NF == 2 { print $2 }' |
    grep -vE '^(__asan|__ubsan|__sanitizer|__stack_chk|_GLOBAL_OFFSET_TABLE_|__(memcpy|memmove|memset)_chk$)' |
    sort -u | { grep -vxF "$known" || true; })

[ -z "$strange" ] && exit 0
for name in $strange; do
    nm -A --undefined-only "$1" 2>/dev/null | awk -F: -v name="$name" '$3 ~ " " name "$" { print $2 ": the core may not use " name }'
done >&2
exit 1
