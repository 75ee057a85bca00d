#!/bin/sh
# SPDX-License-Identifier: MIT
# pages.sh NAME SOURCE GENERATED WSCLOSE-GEN WSCLOSE: runs tests/pages/
# NAME_test.py, which reads a page of GENERATED with programs that are not ours.
name=$1
export TEST_SOURCE="$2" GENERATED="$3" WSCLOSE_GEN="$4" WSCLOSE_TOOL="$5"
. "$(dirname "$0")/../support/shell.sh"
export LC_ALL=C.UTF-8
need /usr/bin/python3 cmark-gfm
/usr/bin/python3 -c 'import html5lib, jsonschema' 2>/dev/null || {
    echo "pages.sh: not run: Python has no html5lib or no jsonschema" >&2
    exit 77
}
/usr/bin/python3 -B "$TEST_SOURCE/tests/pages/${name}_test.py"
