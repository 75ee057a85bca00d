# SPDX-License-Identifier: MIT
# For scripts that install and build before they measure or compare. $log is
# where the output of a command goes.

# quietly WHAT COMMAND...: what the command says is shown only if it fails.
quietly() {
    what=$1
    shift
    "$@" >"$log" 2>&1 || {
        cat "$log" >&2
        echo "error: $what" >&2
        exit 1
    }
}
