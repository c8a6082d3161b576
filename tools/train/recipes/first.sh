# first.sh - arrays of the corpora, and en-accurate 1.1: what both recipes begin with. Sourced by them.
# Runs c of RUNS.md. There windows grew, and the plan was stretched, on the way; here they are as at its end.
step vectors '@weights' vec.npz '15 s' \
    python -m train.data word_vectors "$SPACY" vec.npz --keys 900000
step places '@corpora @weights' places.json 'minutes' \
    python -m train.data place_votes "$CORPORA" "$SPACY" places.json
step documents '@corpora vec.npz places.json' data.pkl 'minutes' \
    python -m train.data documents "$CORPORA" vec.npz places.json "$TOKENS" data.pkl
step names '@corpora @weights data.pkl' named.pkl '5 min' \
    python -m train.data silver_names "$CORPORA" data.pkl "$SPACY" "$TOKENS" named.pkl

keep=1400
[ -z "$SMOKE" ] || keep=2
step learn-1 'named.pkl' "learn-1/step$keep.pt learn-1/best.pt" '118 min, bfloat16 (run c)' \
    python -m train.teach learn named.pkl learn-1 --model accurate --weights "$MINILM" $(much --steps 4518) \
    $(every 1400) --keep $keep --lr 1e-3 --slow 0.2 --int8 0.15 --drop 0.2 $BF16
step soup-1 "learn-1/step$keep.pt learn-1/best.pt" soup.pt 'seconds' \
    python -m train.teach soup "learn-1/step$keep.pt" learn-1/best.pt 0.4 soup.pt
step file-1 'soup.pt named.pkl' one.raw.lgm 'seconds' \
    python -m train.export write soup.pt named.pkl one.raw.lgm --weights "$MINILM" --version 1 \
    --card "$CARDS/en-accurate.json"

# Heads on the vectors of a finished encoder, lemmas, confidence: finish NAME VERSION OPTIONS-OF-COREF...
finish() {
    local name=$1 version=$2
    shift 2
    step "coref-$name" "@corpora $name.raw.lgm" "$name.coref.lgm" 'a minute a member' \
        python -m train.heads coref "$name.raw.lgm" "$GUM" "$name.coref.lgm" --version "$version" "$@" \
        ${SMOKE:+--epochs 1}
    step "lemmas-$name" "@corpora $name.coref.lgm" "$name.words.lgm" 'seconds' \
        python -m train.heads lemma_words "$name.coref.lgm" "$CORPORA" "$name.words.lgm"
    step "confidence-$name" "@corpora $name.words.lgm" "$name.lgm" 'seconds' \
        python -m train.heads calibrate "$name.words.lgm" "$name.lgm" --corpora "$CORPORA" --score "$SCORE" \
        --version "$version"
}
