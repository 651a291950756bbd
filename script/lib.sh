# What the scripts share. Sourced after `set -eu`, from the root of the checkout.

# Where the C side is built: script/lib.sh is the one place that says so.
build_dir() {
    echo "build/$1"
}

# Two jobs at most on a small machine, all cores on others.
jobs() {
    nproc
}

# build_c PRESET [TARGET…]
build_c() {
    preset=$1
    shift
    cmake --preset "$preset" >/dev/null
    [ $# = 0 ] || set -- --target "$@"
    cmake --build "$(build_dir "$preset")" -j "$(jobs)" "$@"
}

# npm_install FOLDER: as its lock file says, unless that is what is there already.
npm_install() {
    [ -f "$1/package-lock.json" ] || return 0
    cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock" && return 0
    echo "npm ci in $1"
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error)
    cp "$1/package-lock.json" "$1/node_modules/.installed-lock"
}

# wait_ready URL PID: until the server at URL says it is ready; false when the process has ended or
# ten seconds have passed.
wait_ready() {
    node -e '
        const [url, pid] = process.argv.slice(1)
        const until = Date.now() + 10000
        const look = async () => {
            try { process.kill(Number(pid), 0) } catch { process.exit(1) }
            if (await fetch(url).then((r) => r.ok, () => false)) process.exit(0)
            if (Date.now() > until) process.exit(1)
            setTimeout(look, 50)
        }
        look()' "$1/readyz" "$2"
}

# stop PID…: asks each to end and waits for it.
stop() {
    for pid in "$@"; do
        kill "$pid" 2>/dev/null || continue
        wait "$pid" 2>/dev/null || true
    done
}
