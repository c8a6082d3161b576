#!/bin/sh
# deb.sh [FOLDER] - Debian packages of the tree as it is, in FOLDER (build-deb): built by dpkg-buildpackage from a
# copy of it, looked at by lintian. With TWICE=1 they are built twice, and the bytes compared.
set -eu
cd "$(dirname "$0")/.."
tools/deps.sh debhelper dpkg-dev lintian
folder=$PWD/${1:-build-deb}
rm -rf "$folder"

# What git knows or would take, in a folder of one name: its path is in no package.
build() {
    mkdir -p "$folder/$1/legomena"
    git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$folder/$1/legomena"
    (cd "$folder/$1/legomena" && DEB_BUILD_OPTIONS="parallel=$(nproc)" dpkg-buildpackage -us -uc -b > ../log 2>&1) ||
        { tail -40 "$folder/$1/log"; exit 1; }
    rm -rf "$folder/$1/legomena"
}

build first
lintian --fail-on error,warning --tag-display-limit 0 "$folder"/first/*.changes 2>&1 | grep -v "running with root" || true
lintian --fail-on error,warning -q "$folder"/first/*.changes > /dev/null 2>&1
if [ "${TWICE:-}" ]; then
    build second
    for deb in "$folder"/first/*.deb; do
        cmp "$deb" "$folder/second/$(basename "$deb")"
    done
    echo "Both builds have the same bytes"
    rm -rf "$folder/second"
fi
mv "$folder"/first/*.deb "$folder"
rm -rf "$folder/first"
ls -l "$folder"
