#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh FOLDER: what a peer and the log see of the examples in a folder.
set -eu
python=/usr/bin/python3 # Debian's, which has the packages
"$python" -c 'import websockets' 2>/dev/null || {
    echo "examples: not run: there is no python3-websockets" >&2
    exit 77
}
exec "$python" -B "$(dirname "$0")/check.py" "$1"
