"""The golden documents satisfy the schemas, the schemas notice what is missing or misspelt, and
other programs read the documents.

Usage: schema_test.py SOURCE_DIRECTORY
"""
import copy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
GOLDEN = ROOT / "tests" / "report" / "golden"
PAIRS = [("verify", "report"), ("verify", "own_pair"), ("evaluate", "evaluation")]


def schema(name):
    return json.loads((ROOT / "report" / "schema" / f"{name}.schema.json").read_text())


def golden(name):
    # NaN and Infinity are no JSON: Python would read them without this.
    def refuse(constant):
        raise ValueError(constant)
    return json.loads((GOLDEN / f"{name}.json").read_text(), parse_constant=refuse)


def members(value):
    """All (object, key) in the document."""
    if isinstance(value, dict):
        for key in value:
            yield value, key
            yield from members(value[key])
    elif isinstance(value, list):
        for item in value:
            yield from members(item)


class Schemas(unittest.TestCase):
    def test_are_draft_7(self):
        for name in ("verify", "evaluate"):
            self.assertEqual(schema(name)["$schema"], "http://json-schema.org/draft-07/schema#")
            jsonschema.Draft7Validator.check_schema(schema(name))

    def test_accept_the_golden_documents(self):
        for name, document in PAIRS:
            jsonschema.Draft7Validator(schema(name)).validate(golden(document))

    def test_notice_every_missing_member(self):
        for name, document in PAIRS:
            validator = jsonschema.Draft7Validator(schema(name))
            original = golden(document)
            count = sum(1 for _ in members(original))
            self.assertGreater(count, 90)
            for i in range(count):
                broken = copy.deepcopy(original)
                owner, key = list(members(broken))[i]
                del owner[key]
                self.assertFalse(validator.is_valid(broken), f"{document}: without {key}")

    def test_notice_wrong_words(self):
        validator = jsonschema.Draft7Validator(schema("verify"))
        for key, wrong in [("verdict", "true"), ("witness", "eye"), ("residual", "Infinity"),
                           ("margin", "nan"), ("note_verdict", "FALSE"), ("schema", 2),
                           ("foundations_hold", "yes"), ("forms", []), ("attempted", -1)]:
            broken = golden("report")
            owner = next(o for o, k in members(broken) if k == key)
            owner[key] = wrong
            self.assertFalse(validator.is_valid(broken), key)

    def test_series(self):
        checks = golden("report")["chapters"][0]["claims"][0]["checks"]
        self.assertEqual(checks[0]["series"],
                         [{"name": {"en": "a route", "zh": "一条路径"}, "columns": ["step", "value"],
                           "rows": [[0, -1.25], [1, "-inf"], [2, None]]}])
        self.assertIsNone(checks[1]["series"])
        for wrong in ([], [{"name": "a route", "columns": ["step"], "rows": [[0]]}]):
            broken = golden("report")
            broken["chapters"][0]["claims"][0]["checks"][0]["series"] = wrong
            self.assertFalse(jsonschema.Draft7Validator(schema("verify")).is_valid(broken))

    def test_numbers_that_json_lacks(self):
        controls = golden("report")["chapters"][0]["claims"][0]["controls"]
        self.assertEqual([c["margin"] for c in controls], [2.1e9, "inf", None])
        check = golden("report")["chapters"][1]["claims"][1]["checks"][0]
        self.assertIsNone(check["residual"])
        self.assertEqual(check["bound"], "inf")


class TestResults(unittest.TestCase):
    """The XML for continuous integration, by xmllint where it is installed."""

    def lint(self, text):
        schema_file = ROOT / "tests" / "report" / "junit.xsd"
        return subprocess.run(["xmllint", "--noout", "--schema", schema_file, "-"], input=text,
                              capture_output=True, text=True).returncode

    @unittest.skipUnless(shutil.which("xmllint"), "needs xmllint (libxml2-utils)")
    def test_the_golden_results_are_valid_and_the_schema_notices_what_is_not(self):
        text = (GOLDEN / "report.junit.xml").read_text()
        self.assertEqual(self.lint(text), 0)
        for good, bad in (("<failure ", "<defeat "), (" tests=", " test="), (" name=", " title="),
                          ("</testsuites>", "")):
            self.assertIn(good, text)
            self.assertNotEqual(self.lint(text.replace(good, bad)), 0, bad)


class OtherPrograms(unittest.TestCase):
    """What readers do with the report, where they have the programs for it."""

    @unittest.skipUnless(shutil.which("pandoc"), "needs pandoc")
    def test_pandoc_reads_every_formula_of_the_markdown(self):
        for name in ("report.md", "report.zh.md", "own_pair.md"):
            result = subprocess.run(
                ["pandoc", "--from", "gfm+tex_math_dollars", "--mathml", "--to", "html", GOLDEN / name],
                capture_output=True, text=True)
            self.assertEqual((result.returncode, result.stderr), (0, ""), name)

    @unittest.skipUnless(shutil.which("xelatex"), "needs xelatex")
    def test_xelatex_compiles_the_report_in_both_languages(self):
        found = subprocess.run(["kpsewhich", "xeCJK.sty", "FandolSong-Regular.otf"],
                               capture_output=True, text=True)
        if len(found.stdout.split()) < 2:
            self.skipTest("needs texlive-lang-chinese")
        with tempfile.TemporaryDirectory() as directory:
            for name in ("report.tex", "report.zh.tex"):
                result = subprocess.run(
                    ["xelatex", "-interaction=nonstopmode", "-halt-on-error", GOLDEN / name],
                    cwd=directory, capture_output=True, text=True)
                self.assertEqual(result.returncode, 0, result.stdout[-2000:])
                self.assertNotIn("Missing character", result.stdout)


if __name__ == "__main__":
    unittest.main()
