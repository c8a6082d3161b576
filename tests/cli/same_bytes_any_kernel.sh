# Kernels change the speed and never a record, with a model of either kind.
for model in "$MODEL" "$PIECES"; do
    "$LEGOMENA" read -m "$model" -f jsonl "$SAMPLE" > best
    "$LEGOMENA" read -m "$model" -f jsonl --kernel ref "$SAMPLE" | cmp - best && echo same
    for kernel in avx2 avxvnni avx512vnni neon; do
        "$LEGOMENA" read -m "$model" -f jsonl --kernel $kernel "$SAMPLE" > out 2> /dev/null || continue
        cmp out best || echo "$kernel differs"
    done
done
