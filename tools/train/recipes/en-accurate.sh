#!/usr/bin/env bash
# en-accurate.sh - makes en-accurate 2.1 from nothing; --help says how it is called, README.md what it is not.
#
# The file that ships came by way of 1.1 and 2, and so does this: 1 learns from what people marked; 2 goes on
# from the file of 1.1, with what a larger reader says of attribution, and who is who; 2.1 goes on from 2,
# with what a larger reader says of trees, tags and names.
source "$(dirname "$0")/steps.sh"
source "$HERE/first.sh"
finish one 1.1

# 2: runs h and i
step refs '@corpora one.lgm data.pkl' refs.pkl 'seconds' \
    python -m train.data references one.lgm data.pkl "$GUM" refs.pkl
step restored 'one.lgm' start.pt 'seconds' \
    python -m train.export restore one.lgm start.pt
step own-word 'start.pt refs.pkl' taught.pkl '28 min' \
    python -m train.teach label start.pt refs.pkl taught.pkl --weights "$MINILM"
step reader-attrib '@weights data.pkl' reader-attrib/best.pt '50 min (run h)' \
    python -m train.teach reader learn attrib data.pkl reader-attrib --base "$MPNET" --weights "$MINILM" \
    $(much --words 1.7e6)
step labels-attrib '@weights taught.pkl reader-attrib/best.pt' labelled.pkl 'half an hour' \
    python -m train.teach reader label attrib taught.pkl reader-attrib labelled.pkl --base "$MPNET" \
    --weights "$MINILM"
step learn-2 'labelled.pkl start.pt' learn-2/best.pt '40 min (run i)' \
    python -m train.teach learn labelled.pkl learn-2 --model accurate --weights "$MINILM" --start start.pt \
    --taught --soft $(much --words 4.6e6) \
    --shares train.ud=0.22,train.ner=0.15,train.attrib=0.35,plain=0.16,train.refs=0.12 \
    --lr 6e-4 --slow 0.25 --int8 0.2 --drop 0.15 --seed 4 --tokens 2048 $(every 1200)

# 2.1: runs n and o
step reader-trees '@weights data.pkl' reader-trees/best.pt '55 min (run n)' \
    python -m train.teach reader learn trees data.pkl reader-trees --base "$MPNET" --weights "$MINILM" \
    $(much --words 2.0e6)
step labels-trees '@weights labelled.pkl reader-trees/best.pt' parsed.pkl 'half an hour' \
    python -m train.teach reader label trees labelled.pkl reader-trees parsed.pkl --base "$MPNET" \
    --weights "$MINILM" --weight 0.7
step learn-21 'parsed.pkl learn-2/best.pt' learn-21/best.pt '40 min (run o)' \
    python -m train.teach learn parsed.pkl learn-21 --model accurate --weights "$MINILM" --start learn-2/best.pt \
    --taught $(much --words 4.6e6) \
    --shares train.ud=0.20,train.ner=0.14,train.attrib=0.24,plain=0.32,train.refs=0.10 \
    --lr 5e-4 --slow 0.25 --int8 0.2 --drop 0.15 --seed 8 --tokens 2048 $(every 900)
step file-21 'learn-21/best.pt named.pkl' en-accurate.raw.lgm 'seconds' \
    python -m train.export write learn-21/best.pt named.pkl en-accurate.raw.lgm --weights "$MINILM" --version 2.1 \
    --card "$CARDS/en-accurate.json"
finish en-accurate 2.1 --members 4
[ "$LIST" ] || echo "made $WORK/en-accurate.lgm"
