# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of a meson test run.

    count-tests.py TESTLOG.json...

A TAP program counts as many cases as it reports, any other test is one. A program that ends badly without reporting a
failed case (a crash, a time-out) counts one failed. Ends with the line "N passed, N failed"; the exit status is 1 when
a case failed or none passed.
"""
import json
import re
import sys

# A line of TAP: "ok 1 /path", "not ok 2 /path", or either with a directive, " # SKIP why", that takes it out of the count.
CASE = re.compile (r'^(not )?ok\b(?:.*? # ?([A-Z]{4})\b)?')
GOOD = ('OK', 'EXPECTEDFAIL', 'IGNORED')


def count_test (test):
    """Returns how many cases of TEST, a row of meson's log, passed, failed and were skipped."""
    passed = failed = skipped = 0
    for line in (test.get ('stdout') or '').splitlines ():
        case = CASE.match (line)
        if not case:
            continue
        if case.group (2):
            skipped += 1
        elif case.group (1):
            failed += 1
        else:
            passed += 1

    cases = passed + failed + skipped
    if test['result'] in GOOD:
        return (passed, failed, skipped) if cases else (1, 0, 0)
    if test['result'] == 'SKIP':
        return (passed, failed, skipped) if cases else (0, 0, 1)
    return passed, max (failed, 1), skipped


def main (paths):
    passed = failed = skipped = 0
    for path in paths:
        with open (path, encoding='utf-8') as log:
            for line in log:
                more = count_test (json.loads (line))
                passed, failed, skipped = (a + b for a, b in zip ((passed, failed, skipped), more))
    if skipped:
        print (f'{skipped} skipped')
    print (f'{passed} passed, {failed} failed')
    return 0 if passed and not failed else 1


if __name__ == '__main__':
    sys.exit (main (sys.argv[1:]))
