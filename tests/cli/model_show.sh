# Card and tensors; only what does not change with the model is compared.
"$LEGOMENA" model show > shown
grep -c . shown | awk '{ print ($1 > 20 ? "many lines" : "few lines") }'
grep -oE '^(model|version|file|size|sha256|Card|Tensor) ?' shown
sum=$(sha256sum < "$MODEL" | cut -d ' ' -f 1)
grep -c "^sha256  *$sum$" shown
"$LEGOMENA" model show "$MODEL" | cmp - shown
"$LEGOMENA" model show "$PIECES" | grep -cE '^(emb\.piece|t\.1\.qkv|vocab\.hash) '
