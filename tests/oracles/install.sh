#!/bin/sh
# Installs the oracles that are no Python: npm packages into the folder given, and, where nobody's own machine is meant
# (root with apt-get, as in a container), Debian's packages. What cannot be had is said; make conformance goes on
# without it, and the next run tries again, since only a whole installation leaves the mark that make looks for.
set -u
whole=yes
lack() {
    echo "$1"
    whole=no
}

here=$(dirname "$0")
folder=$1

absent() { # those of the packages whose program is not on the path, each given as program:package
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || printf '%s ' "${pair##*:}"
    done
}

packages=$(absent java:default-jre-headless jing:jing chromium:chromium node:nodejs npm:npm)
if [ -n "$packages" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Debian's packages $packages"
    export DEBIAN_FRONTEND=noninteractive
    timeout 60 apt-get update -qq >/dev/null 2>&1
    for package in $packages; do
        timeout 300 apt-get install -qq -y --no-install-recommends "$package" >/dev/null 2>&1 </dev/null ||
            lack "apt-get cannot install $package"
    done
fi

if command -v npm >/dev/null 2>&1; then
    mkdir -p "$folder"
    cp "$here/package.json" "$here/package-lock.json" "$folder"
    timeout 300 npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error ||
        lack "npm cannot install the packages of $here/package.json"
else
    lack "There is no npm; what runs in Node is left out"
fi

[ $whole = no ] || touch "$folder/.oracles"
