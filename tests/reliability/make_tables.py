#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rewrites the tables of docs/reliability.md from the logs of a test run.

usage: make_tables.py LOG... DOCUMENT              rewrites the document
       make_tables.py --check DOCUMENT             only looks whether its markers are whole
       make_tables.py --run LOG KEY=VALUE...       appends the line that begins a part of a run
       make_tables.py --junit LOG WHAT XML         appends what a run of ctest came to
       make_tables.py --fuzz LOG NAME OUTPUT CODE  appends what a libFuzzer program came to

The log holds one JSON object a line. {"run": {...}} begins a part (part, date, compiler, build, mode, revision, what);
{"table", "what", "tried", "outcomes"} is written by tests/support/reliability_log.h. Lines of one row add up within
the same build.
"""
import json
import os
import re
import sys
import xml.etree.ElementTree

TABLES = ["runs", "servers", "window", "kills", "failing writes", "disk full", "damaged files", "fuzzing", "sanitizers",
          "imports"]
BEGIN = "<!-- table: {} -->"
END = "<!-- end of table: {} -->"
MARKER = re.compile(r"^<!-- (table|end of table): ([a-z ]+) -->$", re.MULTILINE)


def fail(text):
    sys.exit(f"make_tables.py: {text}")


def check_markers(document):
    """Every table has its two markers, in order, once."""
    wanted = [(kind, name) for name in TABLES for kind in ("table", "end of table")]
    found = MARKER.findall(document)
    if sorted(found) != sorted(wanted):
        odd = sorted(set(wanted) ^ set(found)) or "one is there twice"
        fail(f"the markers are not whole: {odd}")
    for (kind, name), (kind2, name2) in zip(found[::2], found[1::2]):
        if (kind, kind2) != ("table", "end of table") or name != name2:
            fail(f"the markers of '{name}' are out of order")


def read_log(path, runs, rows):
    run = {}
    with open(path, encoding="utf-8") as log:
        for number, line in enumerate(log, 1):
            try:
                entry = json.loads(line)
            except ValueError:
                fail(f"{path}:{number}: not JSON")
            if "run" in entry:
                run = entry["run"]
                runs.append(run)
                continue
            table = entry["table"]
            if table not in TABLES[1:]:
                fail(f"{path}:{number}: no table '{table}'")
            row = rows.setdefault(table, {}).setdefault(
                (entry["what"], run.get("build", "")), {"tried": 0, "outcomes": {}})
            counts = row["outcomes"]
            row["tried"] += entry["tried"]
            for name, count in entry["outcomes"].items():
                counts[name] = counts.get(name, 0) + count


def number(value):
    return f"{value:,}" if isinstance(value, int) else str(value)


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def markdown(header, lines, numeric=()):
    rule = ["--:" if name in numeric else "---" for name in header]
    rows = [header, rule, *lines]
    return "\n".join("| " + " | ".join(cell(value) for value in row) + " |" for row in rows)


def runs_table(runs):
    """One line for all that was run alike."""
    keys = ["part", "mode", "date", "build", "compiler", "revision"]
    alike = {}
    for run in runs:
        alike.setdefault(tuple(run.get(key, "") for key in keys), []).append(run.get("what", ""))
    return markdown([key.capitalize() for key in keys] + ["What"],
                    [[*line, ", ".join(what)] for line, what in alike.items()])


def outcome_table(rows):
    lines = []
    for (what, build), row in rows.items():
        outcomes = sorted(row["outcomes"].items(), key=lambda pair: (-pair[1], pair[0]))
        told = ", ".join(f"{name} {number(count)}" for name, count in outcomes if count) or "–"
        lines.append([what, build, number(row["tried"]), told])
    return markdown(["What", "Build", "Tried", "What happened"], lines, {"Tried"})


def table_text(name, runs, rows):
    if name == "runs":
        return runs_table(runs) if runs else "Not run."
    if name not in rows:
        return "Not in this run."
    return outcome_table(rows[name])


def rewritten(document, runs, rows):
    for name in TABLES:
        begin, end = BEGIN.format(name), END.format(name)
        before, rest = document.split(begin + "\n", 1)
        _, after = rest.split(end, 1)
        document = f"{before}{begin}\n{table_text(name, runs, rows)}\n{end}{after}"
    return document


def append(log, entry):
    with open(log, "a", encoding="utf-8") as out:
        out.write(json.dumps(entry, ensure_ascii=False) + "\n")


def append_run(log, pairs):
    append(log, {"run": dict(pair.split("=", 1) for pair in pairs)})


def append_junit(log, what, path):
    """Skipped tests are those that need data or devices that are not here."""
    suite = xml.etree.ElementTree.parse(path).getroot()
    count = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "skipped", "disabled")}
    skipped = count["skipped"] + count["disabled"]
    append(log, {"table": "sanitizers", "what": what, "tried": count["tests"], "outcomes": {
        "passed": count["tests"] - count["failures"] - skipped, "failed": count["failures"], "skipped": skipped}})


def append_fuzz(log, name, path, code):
    with open(path, encoding="utf-8", errors="replace") as file:
        output = file.read()
    tried = re.search(r"stat::number_of_executed_units: *(\d+)", output)
    tried = int(tried.group(1)) if tried else max(map(int, re.findall(r"^#(\d+)", output, re.MULTILINE)), default=0)
    found = 0 if code == "0" else 1
    append(log, {"table": "fuzzing", "what": name, "tried": tried,
                 "outcomes": {"value or error": tried - found, "found a fault": found}})


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--check":
        with open(arguments[1], encoding="utf-8") as document:
            check_markers(document.read())
    elif len(arguments) >= 3 and arguments[0] == "--run":
        append_run(arguments[1], arguments[2:])
    elif len(arguments) == 4 and arguments[0] == "--junit":
        append_junit(*arguments[1:])
    elif len(arguments) == 5 and arguments[0] == "--fuzz":
        append_fuzz(*arguments[1:])
    elif len(arguments) >= 2 and not arguments[0].startswith("-"):
        *logs, target = arguments
        with open(target, encoding="utf-8") as file:
            document = file.read()
        check_markers(document)
        runs, rows = [], {}
        for log in logs:
            read_log(log, runs, rows)
        text = rewritten(document, runs, rows)
        with open(target + ".new", "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(target + ".new", target)
    else:
        fail(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
