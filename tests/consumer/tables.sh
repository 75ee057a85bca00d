# SPDX-License-Identifier: MIT
# For run.sh: several sets of tables in one program, each with its own meaning
# of a code.

# tables KIND GENERATOR [CMAKE OPTION...]
tables() {
    what="tables of three targets, $*"
    kind=$1
    shift
    consume "$what" 'Reserved for Private Use
Disallowed intent(s)
Disconnected' tables "$@" -DKIND="$kind"
    grep 'discord-gateway.xml: warning: .*left to IANA: 1000-1001;' \
        "$folder/first.log" >/dev/null ||
        fail "$what: what is left to IANA is not reported"
    [ "$kind" = SHARED ] || for part in gateway voice; do
        nm --defined-only "$build/lib$part.a" | grep -o ' wsclose_.*' \
            >"$folder/names"
        ! grep -v "_of_$part$" "$folder/names" >&2 ||
            fail "$what: lib$part.a has the names above from the library"
    done
}

tables STATIC Ninja
tables SHARED 'Unix Makefiles'
tables STATIC 'Unix Makefiles' -DWSCLOSE_SOURCE="$source"
