#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Proves that lint.sh finds what it is for: a small project with one breach of each rule. Usage: lint_test.sh LINT
set -u
lint=${1:?usage: lint_test.sh LINT}
project=$(mktemp -d) || exit 2
trap 'rm -rf "$project"' EXIT
mkdir -p "$project/core/base" "$project/core/index" "$project/ui/jobs" "$project/ui/model" "$project/ui/widgets" \
    "$project/app/cli" "$project/tests/gui" "$project/cmake"
licence='// SPDX-License-Identifier: GPL-3.0-or-later'
printf 'foreach(folder IN ITEMS base index)\nendforeach()\n' >"$project/core/CMakeLists.txt"
printf '%s\n#include "core/base/b.h"\n// processEvents() in a comment is no use of it\n' "$licence" \
    >"$project/core/index/good.cpp"
failures=0

"$lint" "$project" >/dev/null || { echo "a clean project was refused"; failures=1; }

# $1: file; $2: its text after the licence line (%b); $3: what the report must say
expect() {
    printf '%s\n%b\n' "$licence" "$2" >"$project/$1"
    if report=$("$lint" "$project"); then
        echo "not found: $3 in $1"
        failures=1
    elif ! printf '%s\n' "$report" | grep -q "^$1:[0-9]*: $3"; then
        printf 'wrong report for %s, expected "%s":\n%s\n' "$1" "$3" "$report"
        failures=1
    fi
    rm "$project/$1"
}
expect core/base/qt.h '#include <QString>' 'Qt in core'
expect core/base/up.cpp '#include "core/index/good.h"' 'core/base uses core/index'
expect core/base/ui.cpp '#include "ui/model/x.h"' 'core uses a layer above it'
expect app/cli/qt.cpp '#include <QFile>' 'the tool uses core only'
expect ui/model/widgets.cpp '#include "ui/widgets/kit/button.h"' 'ui/model and ui/jobs know no widgets'
expect ui/widgets/wait.cpp 'void f() { QTest::qWait(5); }' 'qWait or processEvents'
expect tests/gui/loop.cpp 'void f() { QCoreApplication::processEvents(); }' 'qWait or processEvents'
expect ui/widgets/save.cpp 'QSaveFile file;' 'QSaveFile'
expect ui/widgets/rich.cpp 'label->setTextFormat(Qt::RichText);' 'rich text'
expect ui/widgets/thread.cpp '#include <QThread>' 'threads are made by ui/jobs only'
expect ui/widgets/todo.cpp '// TO''DO: later' 'unfinished'
expect app/long.cpp "$(awk 'BEGIN { for (i = 0; i < 501; ++i) printf "int v%d;\\n", i }')" 'source over 500 lines'
expect app/long.h "$(awk 'BEGIN { for (i = 0; i < 251; ++i) printf "int v%d;\\n", i }')" 'header over 250 lines'
printf 'int v;\n' >"$project/app/bare.cpp"
"$lint" "$project" | grep -q '^app/bare.cpp:1: no SPDX line' || { echo "not found: no SPDX line"; failures=1; }
[ "$failures" -eq 0 ] && echo "lint finds every breach"
exit "$failures"
