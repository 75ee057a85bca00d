# SPDX-License-Identifier: MIT
# bash completion for wsclose-gen.
# shellcheck shell=bash disable=SC2207,SC2034
_wsclose_gen()
{
    local cur prev words cword split
    _init_completion -s || return

    case $prev in
        --data | --out | --cache)
            _filedir -d
            return
            ;;
        --snapshot | --private | --from)
            _filedir xml
            return
            ;;
        --report)
            _filedir md
            return
            ;;
        --depfile | --cacert)
            _filedir
            return
            ;;
        --url | --accept | --max-time | --max-age | --max-size)
            return
            ;;
    esac

    $split && return

    local options=
    case ${words[1]} in
        generate)
            options='--data --snapshot --out --private --no-pages --check
                --depfile --max-size'
            ;;
        sync)
            options='--url --from --data --out --dry-run --accept
                --allow-rollback --report --json --cacert --cache --max-time
                --max-size --quiet'
            ;;
        diff)
            options='--json --markdown --max-size'
            ;;
        status)
            options='--data --json --cache --max-age'
            ;;
    esac
    if ((cword == 1)); then
        COMPREPLY=($(compgen -W 'generate sync diff status --help --version' \
            -- "$cur"))
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
    elif [[ ${words[1]} == diff ]]; then
        _filedir xml
    fi
} &&
    complete -F _wsclose_gen wsclose-gen
