# SPDX-License-Identifier: MIT
# bash completion for wsclose. The names of codes are asked of the program.
# shellcheck shell=bash disable=SC2207,SC2034
_wsclose()
{
    local cur prev words cword split
    _init_completion -s || return

    local word command=
    for word in "${words[@]:1:cword-1}"; do
        case $word in
            list | search | apps | frame | build | relay)
                command=$word
                break
                ;;
        esac
    done

    case $prev in
        --status)
            COMPREPLY=($(compgen -W 'unused assigned reserved unassigned
                private-use invalid' -- "$cur"))
            return
            ;;
        --app)
            COMPREPLY=($(compgen -W "$("$1" apps 2>/dev/null |
                cut -d ' ' -f 1)" -- "$cur"))
            return
            ;;
        --lang)
            COMPREPLY=($(compgen -W "$(LC_ALL=C "$1" --version 2>/dev/null |
                sed -n '$s/.*: //; $s/,//gp')" -- "$cur"))
            return
            ;;
        --registry)
            _filedir json
            return
            ;;
    esac

    $split && return

    if [[ $cur == -* ]]; then
        local options='--json --lang --no-color --registry --version
            --help'
        [[ $command == list ]] && options+=' --status'
        [[ -z $command || $command == list ]] && options+=' --app'
        [[ $command == frame ]] && options+=' --lenient'
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
    elif [[ -z $command || ($command == @(relay|build) &&
        $prev == "$command") ]]; then
        local names=
        [[ -z $command ]] && names='list search apps frame build relay help '
        # Codes of one row with their names; behind build those that are sent.
        names+=$("$1" --json list 2>/dev/null |
            awk -v command="$command" '
                /^    "first": / { first = $2 }
                /^    "last": / { last = $2 }
                /^    "symbol": / { name = $2 }
                /^    "senders": / {
                    if (first == last &&
                        (command != "build" || $0 !~ /\[\]/))
                        print first, name
                }' |
            tr 'A-Z_' 'a-z-' | tr -d '",')
        COMPREPLY=($(compgen -W "$names" -- "${cur,,}"))
    fi
} &&
    complete -F _wsclose wsclose
