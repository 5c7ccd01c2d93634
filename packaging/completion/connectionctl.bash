# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of connectionctl for bash: verbs, options, their values, templates, files.

# The templates' names, from the program itself.
_connectionctl_templates() {
    "$1" templates --json 2>/dev/null | grep --only-matching '"name":"[^"]*"' | cut -d'"' -f4
}

_connectionctl_options() {
    case $1 in
    new) echo --template --out --force ;;
    render) echo --event --pretty --ndjson --fired-only ;;
    match) echo --event --ndjson ;;
    lint) echo --event --profile ;;
    predict) echo --profile --header ;;
    test) echo --event --live --secret --send-anyway --profile ;;
    sandbox) echo --port --profile --fault ;;
    import) echo --out --force ;;
    export) echo --to --out ;;
    esac
    echo --json --help
}

_connectionctl() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local verb=${COMP_WORDS[1]} words=''
    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 ]]; then
        words='templates new render match lint predict test sandbox import export validate --help --version'
    else
        case $previous in
        --template) words=$(_connectionctl_templates "${COMP_WORDS[0]}") ;;
        --profile) words='proven table strict' ;;
        --to) words='hardal whole fragments' ;;
        --fault) words='403 429 429-retry-after= 500 504 slow= truncated partial reset hang' ;;
        --header | --secret | --port) return ;;
        --event | --out) ;;
        *) [[ $word == -* ]] && words=$(_connectionctl_options "$verb") ;;
        esac
    fi
    if [[ -n $words ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    elif [[ $verb != templates && $verb != new && $verb != sandbox || $previous == --out ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}

complete -F _connectionctl connectionctl
