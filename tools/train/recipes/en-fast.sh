#!/usr/bin/env bash
# en-fast.sh - makes en-fast 2 from nothing; --help says how it is called, README.md what it is not.
#
# en-fast learns on its own first, then from en-accurate 1, which has to be made for that: with the same
# --work as en-accurate.sh its steps are not run twice.
source "$(dirname "$0")/steps.sh"
source "$HERE/first.sh"

# 1: run b
step states '@weights named.pkl' states.npy 'half an hour' \
    python -m train.data states named.pkl "$MINILM" states.npy
step learn-fast 'named.pkl states.npy' learn-fast/best.pt '61 min, bfloat16 (run b)' \
    python -m train.teach learn named.pkl learn-fast --states states.npy --aux 10 $(much --steps 6534) \
    $(every 1000) $BF16

# 2: runs d and e
step teacher-1 'soup.pt named.pkl' taught-1.pkl '28 min' \
    python -m train.teach label soup.pt named.pkl taught-1.pkl --weights "$MINILM" $BF16
texts=train.ud=0.25,train.ner=0.2,train.attrib=0.3,plain=0.4
step learn-fast-d 'taught-1.pkl learn-fast/best.pt' learn-fast-d/best.pt '50 min (run d)' \
    python -m train.teach learn taught-1.pkl learn-fast-d --start learn-fast/best.pt --taught --shares $texts \
    $(much --steps 2303) --lr 1.2e-3 --drop 0.15 --seed 2 $(every 1000)
step learn-fast-e 'taught-1.pkl learn-fast-d/best.pt' learn-fast-e/best.pt '40 min (run e)' \
    python -m train.teach learn taught-1.pkl learn-fast-e --start learn-fast-d/best.pt --taught --shares $texts \
    $(much --steps 1738) --lr 1.0e-3 --drop 0.12 --seed 3 $(every 1000)
step file-fast 'learn-fast-e/best.pt named.pkl' en-fast.raw.lgm 'seconds' \
    python -m train.export write learn-fast-e/best.pt named.pkl en-fast.raw.lgm --version 2 \
    --card "$CARDS/en-fast.json"
finish en-fast 2 --behind 0.7
[ "$LIST" ] || echo "made $WORK/en-fast.lgm"
