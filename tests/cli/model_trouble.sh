# A model that is not there, is no model, or is damaged: exit status 3.
try() { "$LEGOMENA" read "$@" "$SAMPLE"; echo "exit $?" >&2; }
mkdir empty
LEGOMENA_MODELS=empty "$LEGOMENA" read "$SAMPLE"; echo "exit $?" >&2
try --model nothing.lgm
try --model empty/
printf 'not a model' > no.lgm
try --model ./no.lgm
head -c 1000 "$MODEL" > cut.lgm
try --model cut.lgm
"$LEGOMENA" model show cut.lgm
echo "exit $?" >&2
