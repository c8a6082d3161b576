#!/bin/sh
# licences.sh FOLDER - the licences of all libraries of Debian that the wheel carries, inside liblegomena or beside it.
set -eu
for package in zlib1g libdeflate0 libzstd1 liblzma5 libbz2-1.0 libbrotli1 libarchive13 libssl3 libutf8proc2 libxxhash0 \
    libexpat1 libsqlite3-0 libcld2-0 libnettle8; do
    cp "/usr/share/doc/$package/copyright" "$1/$package.txt"
done
