#!/bin/sh
# SPDX-License-Identifier: MIT
# completion.sh SOURCE WSCLOSE WSCLOSE-GEN: what bash offers behind the
# programs' names.
source=$1 wsclose=$2 generator=$3
. "$(dirname "$0")/../support/shell.sh"
need bash
base=/usr/share/bash-completion/bash_completion
[ -e "$base" ] || {
    echo "completion.sh: not run: there is no $base" >&2
    exit 77
}

mkdir "$folder/bin" "$folder/here" "$folder/here/tables"
ln -s "$wsclose" "$folder/bin/wsclose"
ln -s "$generator" "$folder/bin/wsclose-gen"
: >"$folder/here/chat.xml"
: >"$folder/here/codes.json"
: >"$folder/here/notes.txt"
cat >"$folder/complete" <<'END'
source "$1" && source "$2" || exit
shift 2
COMP_WORDS=()
for word; do
    case $word in # as readline does
    *=?*) COMP_WORDS+=("${word%%=*}" = "${word#*=}") ;;
    *=) COMP_WORDS+=("${word%=}" =) ;;
    *) COMP_WORDS+=("$word") ;;
    esac
done
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
COMP_TYPE=9 COMP_KEY=9
read -r _ _ function _ < <(complete -p "$1")
"$function" "$1" "${COMP_WORDS[@]: -1}" "${COMP_WORDS[@]: -2:1}"
printf '%s\n' "${COMPREPLY[@]}"
END

# offers EXPECTED WORD...: behind the words, the last of which has begun.
offers() {
    expected=$1
    shift
    case $1 in
    wsclose) file=$source/registry/tool/wsclose.bash ;;
    *) file=$source/gen/wsclose-gen.bash ;;
    esac
    seen=$(cd "$folder/here" && PATH=$folder/bin:$PATH bash --norc \
        "$folder/complete" "$base" "$file" "$@" | sort -u | tr '\n' ' ')
    [ "$seen" = "$expected " ] || fail "behind \"$*\" it offers: $seen"
}

# usage COMMAND: the flags that --help shows behind a command of wsclose-gen.
usage() {
    "$generator" --help | awk -v command="$1" '
        /^$/ { exit }
        / wsclose-gen / { ours = $0 ~ " wsclose-gen " command " " }
        ours' | grep -oE -- '--[a-z][a-z-]*' | sort -u | tr '\n' ' '
}

offers "list" wsclose li
offers "apps" wsclose ap
offers "obs-websocket" wsclose --app obs-w
offers "going-away" wsclose goi
offers "1006" wsclose 1006
offers "1000" wsclose build 1000
offers "" wsclose build 1006
offers "internal-error invalid-frame-payload-data" wsclose 1000 IN
offers "--lang" wsclose --la
tags=$(cd "$source/gen/data/languages" && ls | sed 's/\.xml$//' | sort)
# shellcheck disable=SC2086  # a list of words
offers "$(echo $tags)" wsclose --lang ""
offers "assigned" wsclose list --status a
offers "assigned" wsclose list --status=a
offers "ja" wsclose --lang=ja
offers "" wsclose --json=j
offers "going-away" wsclose relay go
offers "internal-error invalid-frame-payload-data" wsclose build in
offers "" wsclose build going-away in
offers "" wsclose search relay go
offers "--status" wsclose list --s
offers "" wsclose frame --s
offers "--lenient" wsclose frame --le
offers "--app --help --json --lang --no-color --registry --version" wsclose -
offers "codes.json tables" wsclose --registry ""
offers "codes.json" wsclose --registry=c

offers "--help --version diff generate status sync" wsclose-gen ""
for command in generate sync diff status; do
    flags=$(usage $command)
    [ -n "$flags" ] || fail "--help shows no flags of $command"
    offers "${flags% }" wsclose-gen $command -
done
offers "chat.xml tables" wsclose-gen generate --private ""
offers "tables" wsclose-gen generate --out ""
offers "chat.xml tables" wsclose-gen generate --private=
offers "tables" wsclose-gen generate --out=t
offers "" wsclose-gen generate --check=
offers "chat.xml tables" wsclose-gen diff ""
offers "" wsclose-gen sync --url ""
