#!/bin/sh
# SPDX-License-Identifier: MIT
# layers.sh SOURCE: data flows one way. A file of gen/ includes from its own
# room and from later ones in the order below; judge, emit and page do not
# include each other; registry/shared includes nothing but itself.
set -eu
cd "$1"

includes() {
    grep -n '^#include "' gen/*/*.[ch] registry/shared/*.[ch]
}
includes | awk -F: '
    BEGIN {
        floor["command"] = 8
        floor["judge"] = floor["emit"] = floor["page"] = 7
        floor["fetch"] = 7
        floor["read"] = 6
        floor["model"] = 5
        floor["io"] = 4
        floor["base"] = 3
        floor["shared"] = 2
    }
    {
        split($1, path, "/")
        from = path[2]
        split($3, quoted, "\"")
        split(quoted[2], name, "/")
        to = name[2] ? name[1] : "no room"
        count++
        if (!(from in floor) || !(to in floor) || (from != to &&
            floor[to] >= floor[from])) {
            print $1 ":" $2 ": error: " from " may not include " quoted[2]
            bad = 1
        }
    }
    END {
        if (count < 100) {
            print "only " count " includes were found"
            bad = 1
        }
        exit bad
    }' >&2
