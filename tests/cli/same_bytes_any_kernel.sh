# Kernels change the speed and never a record.
"$LEGOMENA" read -f jsonl "$SAMPLE" > best
"$LEGOMENA" read -f jsonl --kernel ref "$SAMPLE" | cmp - best && echo same
for kernel in avx2 avxvnni avx512vnni neon; do
    "$LEGOMENA" read -f jsonl --kernel $kernel "$SAMPLE" > out 2> /dev/null || continue
    cmp out best || echo "$kernel differs"
done
