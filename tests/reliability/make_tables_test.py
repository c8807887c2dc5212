#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables are made rightly from a sample log, and the real document can take them.

usage: make_tables_test.py DOCUMENT
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
TOOL = HERE / "make_tables.py"
DOCUMENT = pathlib.Path(sys.argv.pop()).resolve()

SAMPLE = """{"run": {"part": "counts", "build": "release", "date": "2024-02-29", "compiler": "g++ 12.2.0"}}
{"table":"kills","what":"import","tried":3,"outcomes":{"opened whole":2,"rebuilt":1}}
{"table":"kills","what":"import","tried":1000,"outcomes":{"opened whole":999,"rebuilt":1,"lost":0}}
{"run": {"part": "asan", "build": "ASan"}}
{"table":"kills","what":"import","tried":5,"outcomes":{"opened whole":5}}
{"table":"imports","what":"a|b.csv","tried":10,"outcomes":{"imported":9,"skipped: no_title":1}}
"""


def run(*arguments):
    return subprocess.run([sys.executable, TOOL, *map(str, arguments)], capture_output=True, text=True, check=False)


class MakeTables(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.log = pathlib.Path(folder.name) / "log.jsonl"
        self.document = pathlib.Path(folder.name) / "reliability.md"
        self.log.write_text(SAMPLE, encoding="utf-8")
        self.document.write_text(DOCUMENT.read_text(encoding="utf-8"), encoding="utf-8")

    def test_the_document_has_all_markers(self):
        self.assertEqual(run("--check", DOCUMENT).returncode, 0, run("--check", DOCUMENT).stderr)

    def test_rows_of_one_build_add_up(self):
        result = run(self.log, self.document)
        self.assertEqual(result.returncode, 0, result.stderr)
        text = self.document.read_text(encoding="utf-8")
        self.assertIn("| import | release | 1,003 | opened whole 1,001, rebuilt 2 |", text)
        self.assertIn("| import | ASan | 5 | opened whole 5 |", text)
        self.assertIn("| a\\|b.csv | ASan | 10 | imported 9, skipped: no_title 1 |", text)
        self.assertIn("| counts |  | 2024-02-29 | release | g++ 12.2.0 |  |  |", text)
        self.assertIn("<!-- table: servers -->\nNot in this run.\n<!-- end of table: servers -->", text)

    def test_making_them_twice_changes_nothing_and_the_prose_stays(self):
        run(self.log, self.document)
        first = self.document.read_text(encoding="utf-8")
        run(self.log, self.document)
        self.assertEqual(self.document.read_text(encoding="utf-8"), first)
        prose = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        self.assertEqual([line for line in first.splitlines() if line.startswith("#")], prose)

    def test_a_run_line_is_appended(self):
        self.assertEqual(run("--run", self.log, "part=fuzz", "what=a = b").returncode, 0)
        self.assertIn('{"run": {"part": "fuzz", "what": "a = b"}}', self.log.read_text(encoding="utf-8"))

    def test_the_logs_of_parts_are_put_together(self):
        other = self.log.with_name("fuzz.jsonl")
        for name in ("json", "text"):
            run("--run", other, "part=fuzz", f"what={name} for 9 s")
        output = self.log.with_name("out.txt")
        output.write_text("#2\tINITED\n#7\tDONE\nstat::number_of_executed_units: 1234\n", encoding="utf-8")
        self.assertEqual(run("--fuzz", other, "json", output, "0").returncode, 0)
        output.write_text("#2\tINITED\n#77\tNEW\n==1== ERROR: libFuzzer: deadly signal\n", encoding="utf-8")
        self.assertEqual(run("--fuzz", other, "text", output, "1").returncode, 0)
        junit = self.log.with_name("junit.xml")
        junit.write_text('<testsuite tests="9" failures="1" disabled="0" skipped="2"/>', encoding="utf-8")
        self.assertEqual(run("--junit", other, "all tests", junit).returncode, 0)
        self.assertEqual(run(self.log, other, self.document).returncode, 0)
        text = self.document.read_text(encoding="utf-8")
        self.assertIn("| json for 9 s, text for 9 s |", text)
        self.assertIn("| json |  | 1,234 | value or error 1,234 |", text)
        self.assertIn("| text |  | 77 | value or error 76, found a fault 1 |", text)
        self.assertIn("| all tests |  | 9 | passed 6, skipped 2, failed 1 |", text)
        self.assertIn("| import | release | 1,003 |", text)

    def test_a_lost_marker_or_an_unknown_table_is_refused(self):
        whole = self.document.read_text(encoding="utf-8")
        self.document.write_text(whole.replace("<!-- end of table: kills -->", ""), encoding="utf-8")
        self.assertNotEqual(run(self.log, self.document).returncode, 0)
        self.document.write_text(whole, encoding="utf-8")
        self.log.write_text('{"table":"kilss","what":"x","tried":1,"outcomes":{}}\n', encoding="utf-8")
        self.assertNotEqual(run(self.log, self.document).returncode, 0)
        self.assertEqual(self.document.read_text(encoding="utf-8"), whole)


if __name__ == "__main__":
    unittest.main()
