# steps.sh - what the recipes share; sourced by them. A recipe is a list of steps:
#
#     step NAME 'what it needs' 'what it makes' 'time it took' COMMAND...
#
# Names of files are those in the work folder; @corpora and @weights come from outside. A step that is done is
# left out the next time; one that was stopped is run again, and training goes on from its last evaluation.
# NAME.log has what it says, times.tsv the seconds that each step took here.
set -euo pipefail

usage() {
    cat <<USAGE
usage: $(basename "$0") --corpora DIR --work DIR [--weights DIR] [--score DIR] [--smoke] [--list]

  --corpora DIR   the corpora that README.md names
  --work DIR      everything that is made; start again with the same folder to go on
  --weights DIR   pre-trained models, as recipes/weights.sh lays them out (default: it fetches them to WORK/weights)
  --score DIR     folder of attribution.py, which says what claims are right (default: CORPORA/../score)
  --smoke         a few documents, a few batches: shows in minutes that all steps run. The model knows nothing
  --list          print the steps and run none

PYTHON, if set, is the Python to use. The engine's tools must be built: make.
USAGE
    exit "${1:-2}"
}

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../../.." && pwd)
PYTHON=${PYTHON:-python3}
CORPORA='' WORK='' WEIGHTS='' SCORE='' SMOKE='' LIST=''
while [ $# -gt 0 ]; do
    case $1 in
        --corpora) CORPORA=$(realpath "$2"); shift ;;
        --work) mkdir -p "$2"; WORK=$(realpath "$2"); shift ;;
        --weights) WEIGHTS=$(realpath -m "$2"); shift ;;
        --score) SCORE=$(realpath "$2"); shift ;;
        --smoke) SMOKE=1 ;;
        --list) LIST=1 ;;
        --help | -h) usage 0 ;;
        *) usage ;;
    esac
    shift
done

if [ "$LIST" ]; then
    printf '| step | needs | makes | took |\n| --- | --- | --- | --- |\n'
else
    [ "$CORPORA" ] && [ "$WORK" ] || usage
    SCORE=${SCORE:-$(realpath -m "$CORPORA/../score")}
    [ -e "$SCORE/attribution.py" ] || { echo "no attribution.py in $SCORE: give its folder with --score" >&2; exit 1; }
    [ -x "$ROOT/build/tools/vectors/legomena-vectors" ] || { echo "build the engine first: make" >&2; exit 1; }
    cd "$WORK"
    mkdir -p done logs
fi
WEIGHTS=${WEIGHTS:-$WORK/weights}
SPACY=$WEIGHTS/spacy MINILM=$WEIGHTS/minilm MPNET=$WEIGHTS/mpnet
TOKENS=$ROOT/build/tools/tokens/legomena-tokens CARDS=$ROOT/tools/train/cards
export PYTHONPATH=$ROOT/tools PYTHONDONTWRITEBYTECODE=1 OMP_WAIT_POLICY=passive
BF16=$(grep -q avx512_bf16 /proc/cpuinfo 2> /dev/null && echo --bf16 || true) # half of the time where there is it

step() {
    local name=$1 needs=$2 makes=$3 took=$4 file start
    shift 4
    if [ "$LIST" ]; then
        printf '| %s | %s | %s | %s |\n' "$name" "$needs" "$makes" "$took"
        return
    fi
    if [ -e "done/$name" ]; then return; fi
    for file in $needs; do
        case $file in @*) continue ;; esac
        [ -e "$file" ] || { echo "$name needs $file" >&2; exit 1; }
    done
    printf '%s  %s\n' "$(date +%H:%M:%S)" "$name"
    start=$(date +%s)
    "$@" > "logs/$name.log" 2>&1 || { tail -5 "logs/$name.log" >&2; echo "$name failed: $WORK/logs/$name.log" >&2; exit 1; }
    for file in $makes; do
        case $file in @*) continue ;; esac
        [ -e "$file" ] || { echo "$name did not make $file: $WORK/logs/$name.log" >&2; exit 1; }
    done
    printf '%s\t%s\n' "$name" $(($(date +%s) - start)) >> times.tsv
    touch "done/$name"
}

# How much is learned: what is given, or almost nothing.
much() { if [ "$SMOKE" ]; then echo --steps 4; else echo "$@"; fi; }
every() { if [ "$SMOKE" ]; then echo --every 2 --tokens 256; else echo --every "$1"; fi; }
python() { command "$PYTHON" "$@"; }

step weights '' @weights 'a minute' "$HERE/weights.sh" "$WEIGHTS"
if [ "$SMOKE" ]; then
    step corpora '@corpora' corpora 'seconds' python -m train.data sample "$CORPORA" corpora
    CORPORA=$WORK/corpora
fi
GUM=$CORPORA/ner/gum-train.jsonl.gz
