#!/bin/sh
# SPDX-License-Identifier: MIT
# sh tests/trust/mutate.sh [OPTION...]: mutate.py with these options, and what
# it needs.
set -eu
cd "$(dirname "$0")/../.."
sh gen/packages.sh python3 git gcc libc6-dev cmake ninja-build pkg-config \
    libxml2-dev libmd-dev libjansson-dev libcurl4-openssl-dev libcmocka-dev
mkdir -p build/mutation
nice python3 -B tests/trust/mutate.py "$@" >build/mutation/table || {
    cat build/mutation/table
    exit 1
}
cat build/mutation/table
