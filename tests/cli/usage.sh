# Wrong usage: one line and exit status 2.
"$LEGOMENA" > /dev/null 2>&1; echo "no word: $?"
try() { "$LEGOMENA" "$@"; echo "$*: $?"; }
try reed
try read
try read --nothing x
try read -x x
try read --time=1 x
try read x --format
try read --format xml x
try read --date 2024-02-30 x
try read --date 24-2-3 x
try read --date "" x
try read --jobs 0 x
try read --jobs many x
try read --max-size 0 x
try read --max-size 2G x
try read --max-size 5Q x
try read --color sometimes x
try read --by name x
try read --by speaker -f csv x
try read --width 3 x
try read --kernel abacus x
try model
try model hide
try model show a b
echo text > own.txt; try read -o ./own.txt own.txt; cat own.txt
# A word that is nearly another, a file or an option where the command should be.
try raed x
try hlep
try ./own.txt
try gone.txt
try -
try -f html own.txt
try help modle
try read --formt html x
try read --form html x
try read --frobnicate x
try read -f jsno x
try read --color nevr x
try read --by speakers x
