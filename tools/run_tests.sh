#!/bin/sh
# run_tests.sh BUILD [meson test options] - runs all tests and closes with the number of cases.
set -u
build=$1
shift
meson test -C "$build" --print-errorlogs --no-rebuild "$@" < /dev/null
status=$?
python3 "$(dirname "$0")/count_tests.py" "$build/meson-logs/testlog.junit.xml" || status=1
exit $status
