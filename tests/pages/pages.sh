#!/bin/sh
# pages.sh NAME SOURCE WSCLOSE-GEN WSCLOSE: runs tests/pages/NAME_test.py, which
# reads a page of generated/ with programs that are not ours.
name=$1
export TEST_SOURCE="$2" WSCLOSE_GEN="$3" WSCLOSE_TOOL="$4"
. "$(dirname "$0")/../support/shell.sh"
export LC_ALL=C.UTF-8
need /usr/bin/python3 cmark-gfm
/usr/bin/python3 -c 'import html5lib, jsonschema' 2>/dev/null || {
    echo "pages.sh: not run: Python has no html5lib or no jsonschema" >&2
    exit 77
}
/usr/bin/python3 -B "$TEST_SOURCE/tests/pages/${name}_test.py"
