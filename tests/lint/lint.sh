#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Rules of the project that a compiler does not know. Usage: lint.sh PROJECT_FOLDER
# Prints every breach as file:line: reason, and fails when there is one.
set -u
cd "${1:?usage: lint.sh PROJECT_FOLDER}" || exit 2
found=$(mktemp) || exit 2
trap 'rm -f "$found"' EXIT

# Our own sources; what a build makes lies elsewhere.
sources() { find "$@" -type f \( -name '*.cpp' -o -name '*.h' \) | sort; }

# $1: reason; standard input: lines of "file:number:text".
breach() { awk -F: -v reason="$1" '{ print $1 ":" $2 ": " reason }' >>"$found"; }

# Every use of a pattern outside comments. $1: extended regular expression; the rest: files.
uses() {
    pattern=$1
    shift
    grep -nHE "$pattern" "$@" /dev/null | grep -vE '^[^:]+:[0-9]+:[[:space:]]*(//|\*)'
}

# core does not know Qt.
uses '#[[:space:]]*include[[:space:]]*[<"](Q[A-Z]|Qt[A-Z0-9])' $(sources core) | breach 'Qt in core'
# The command line tool stands on core alone.
uses '#[[:space:]]*include[[:space:]]*[<"](Q[A-Z]|ui/)' $(sources app/cli) | breach 'the tool uses core only'
# Nothing below includes anything above it: core, then ui, then app.
uses '#[[:space:]]*include[[:space:]]*"(ui|app)/' $(sources core) | breach 'core uses a layer above it'
uses '#[[:space:]]*include[[:space:]]*"app/' $(sources ui) | breach 'ui uses app'
uses '#[[:space:]]*include[[:space:]]*("ui/widgets/|<QtWidgets)' $(sources ui/jobs ui/model) \
    | breach 'ui/model and ui/jobs know no widgets'

# A folder of core uses only folders named before it in core/CMakeLists.txt.
order=$(sed -n 's/^foreach(folder IN ITEMS \(.*\))$/\1/p' core/CMakeLists.txt)
[ -n "$order" ] || echo "core/CMakeLists.txt:1: the list of folders was not found" >>"$found"
for folder in core/*/; do
    name=$(basename "$folder")
    case " $order " in
    *" $name "*) ;;
    *) echo "core/CMakeLists.txt:1: $name is not in the list of folders" >>"$found" ;;
    esac
done
grep -nHE '#[[:space:]]*include[[:space:]]*"core/' $(sources core) /dev/null | awk -F: -v order="$order" '
    BEGIN { count = split(order, folders, " "); for (i = 1; i <= count; ++i) rank[folders[i]] = i }
    {
        split($1, mine, "/")
        match($3, /core\/[a-z_]+\//)
        used = substr($3, RSTART + 5, RLENGTH - 6)
        if (rank[used] > rank[mine[2]])
            print $1 ":" $2 ": core/" mine[2] " uses core/" used ", which comes after it"
    }' >>"$found"

# Waiting by the clock hides races; nested event loops run anything at any time; QSaveFile keeps no promise here.
uses '(^|[^A-Za-z_])(qWait|processEvents)[[:space:]]*\(' $(sources ui app tests/gui) | breach 'qWait or processEvents'
uses '(^|[^A-Za-z_])QSaveFile([^A-Za-z_]|$)' $(sources ui app tests/gui core) | breach 'QSaveFile'
# Text from data is never markup.
uses 'setHtml[[:space:]]*\(|toHtml[[:space:]]*\(|insertHtml[[:space:]]*\(|Qt::RichText|Qt::AutoText|setMarkdown[[:space:]]*\(' \
    $(sources ui app) | breach 'rich text'
# Only the job queue makes threads in the window.
uses '#[[:space:]]*include[[:space:]]*<(thread|QThread|QtConcurrent.*)>|std::j?thread[ ({]|std::async' \
    $(sources ui/model ui/widgets) | breach 'threads are made by ui/jobs only'

# Size. Headers are read by everybody.
for file in $(sources core ui app); do
    lines=$(wc -l <"$file")
    case $file in
    *.h) [ "$lines" -le 250 ] || echo "$file:$lines: header over 250 lines" >>"$found" ;;
    *) [ "$lines" -le 500 ] || echo "$file:$lines: source over 500 lines" >>"$found" ;;
    esac
done

# Licence.
for file in $(sources core ui app tests cmake); do
    head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' \
        || echo "$file:1: no SPDX line" >>"$found"
done

# Nothing half done is left behind.
grep -nHE '(^|[^:])//.*(TODO|FIXME|HACK)([^A-Za-z]|$)' $(sources core ui app tests) /dev/null | breach 'unfinished'

if [ -s "$found" ]; then
    sort -u "$found"
    echo "$(sort -u "$found" | wc -l) breaches"
    exit 1
fi
echo "no breach"
