#!/bin/sh
# build.sh BUILD - builds, and says on standard error how far it is. What the tools print comes out only
# where they fail.
set -u
build=$1
log=$build.log
NINJA_STATUS='%f/%t ' ninja -C "$build" 2>&1 | tee "$log" | awk '
    /^[0-9]+\/[0-9]+ / {
        split($1, at, "/")
        if (at[2] < 3) next # ninja looking whether its own file has changed, or hardly anything
        if (!begun++) printf "Building legomena, %d steps:", at[2] > "/dev/stderr"
        for (; said < 10 && at[1] * 10 >= (said + 1) * at[2]; said++) printf " %d %%", (said + 1) * 10 > "/dev/stderr"
        fflush("/dev/stderr")
    }
    END { if (begun) print "" > "/dev/stderr" }'
# The status of ninja, not of the pipe: a build that is whole has nothing left to do.
if ninja -C "$build" -n --quiet > /dev/null 2>&1 && ! grep -q '^FAILED: \|^ninja: error' "$log"; then
    rm -f "$log"
    exit 0
fi
cat "$log" >&2
exit 1
