#!/bin/sh
# Installs what is missing to build and test legomena, and says what. Debian and its kin; anywhere
# else it names what is needed and goes on.
set -eu

needed="gcc g++ libc6-dev make meson ninja-build pkg-config python3 python3-jsonschema
    libjson-c-dev zlib1g-dev libdeflate-dev libzstd-dev liblzma-dev libbz2-dev libbrotli-dev
    libarchive-dev libssl-dev libutf8proc-dev libxxhash-dev libexpat1-dev libcld2-dev
    libcurl4-openssl-dev libmicrohttpd-dev libsqlite3-dev libcmocka-dev scdoc poppler-utils ${*:-}"

if ! command -v dpkg > /dev/null 2>&1; then
    echo "tools/deps.sh: not a Debian system; these are needed, under the names they have here:" >&2
    echo "    "$needed >&2
    exit 0
fi

missing=
for package in $needed; do
    dpkg -s "$package" 2> /dev/null | grep -q '^Status: .* installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
    command -v sudo > /dev/null 2>&1 || { echo "tools/deps.sh: as root: apt-get install$missing" >&2; exit 1; }
    as_root=sudo
fi
echo "Installing what is missing:$missing" >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 < /dev/null
# shellcheck disable=SC2086  # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    $missing >&2 < /dev/null
