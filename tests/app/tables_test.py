"""Small tables as people have them: each gives the right number, or one line that tells how.

tables/cases.json has for each case the command ({dir} is the folder of the files) and what must
happen: `value` (the right value lies inside the printed bounds and near the printed value),
`warning` (the same, and a warning), `refused` (exit 4, one line), or `either` of several.
The right values were computed outside the project, to 30 digits.

tables/doubts.json has tables that are easily misread, with their files and the laws of the pair:
`says` is what must be said of them, on standard error or in the output, `not_said` what must not,
`tv` the total variation; `refused`: exit 4, one line.

Usage: tables_test.py PROGRAM SOURCE_DIRECTORY
"""
import bz2
import fractions
import io
import json
import lzma
import pathlib
import pickle
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
TABLES = pathlib.Path(sys.argv.pop(1)).resolve() / "tests" / "app" / "tables"
CASES = json.loads((TABLES / "cases.json").read_text())
DOUBTS = json.loads((TABLES / "doubts.json").read_text())


def number(text):
    return float("inf") if text == "inf" else fractions.Fraction(text)


def contains(text, word):
    """A word with capitals as written, others in any case."""
    return word in text if word != word.lower() else word in text.lower()


class Outcome:
    def __init__(self, command, typed=None):
        run = subprocess.run([PROGRAM] + [word.replace("{dir}", str(TABLES)) for word in command],
                             capture_output=True, text=True, timeout=60, input=typed)
        self.code, self.out, self.messages = run.returncode, run.stdout, run.stderr

    def problem_with(self, expect):
        """What is not as expected, or nothing."""
        if expect["kind"] == "either":
            problems = [self.problem_with(one) for one in expect["of"]]
            return None if None in problems else "; ".join(problems)
        if expect["kind"] == "refused":
            return self.problem_with_refusal(expect)
        return self.problem_with_value(expect)

    def problem_with_refusal(self, expect):
        if self.code != expect["exit"] or self.out:
            return f"exit {self.code} with output {self.out[:80]!r}"
        if self.messages.count("\n") != 1:
            return f"no single line: {self.messages!r}"
        return self.problem_with_words(self.messages, expect)

    @staticmethod
    def problem_with_words(text, expect):
        if not any(contains(text, word) for word in expect["about"]):
            return f"none of {expect['about']} in {text!r}"
        for word in expect.get("not_about", []):
            if contains(text, word):
                return f"{word!r} in {text!r}"
        return None

    def problem_with_value(self, expect):
        if self.code != 0:
            return f"exit {self.code}: {self.messages}"
        document = json.loads(self.out)
        quantity, true = document["quantities"][expect["quantity"]], number(expect["value"])
        # The right value has 30 digits.
        near = abs(true) * fractions.Fraction(1, 10**28) if true != float("inf") else 0
        if not number(quantity["lower"]) - near <= true <= number(quantity["upper"]) + near:
            return f"{true} outside [{quantity['lower']}, {quantity['upper']}]"
        if abs(fractions.Fraction(quantity["value"]) - true) > expect["relative"] * abs(true):
            return f"{quantity['value']} is not {float(true)}"
        for role, members in expect.get("read", {}).items():
            for member, value in members.items():
                if document["read"][role][member] != value:
                    return f"read.{role}.{member} is {document['read'][role][member]}"
        if expect["kind"] != "warning":
            return None
        warnings = [w for role in document["read"].values() if role for w in role["warnings"]]
        return self.problem_with_words("\n".join(warnings) + self.messages, expect)


class Tables(unittest.TestCase):
    def test_cases(self):
        self.assertGreater(len(CASES), 40)
        for case in CASES:
            with self.subTest(case["name"]):
                problem = Outcome(case["command"]).problem_with(case["expect"])
                self.assertIsNone(problem, case["question"])

    def test_a_wrong_expectation_is_noticed(self):
        outcome = Outcome(["evaluate", "--data", "{dir}/plain.csv", "--generator",
                           "{dir}/no_points.csv", "--json"])
        right = {"kind": "value", "quantity": "jsd", "value": "0", "relative": 1e-12}
        self.assertIsNone(outcome.problem_with(right))
        for wrong in (right | {"value": "1e-20"}, right | {"kind": "warning", "about": ["!"]},
                      {"kind": "refused", "exit": 4, "about": [""]},
                      right | {"read": {"data": {"atoms": 3}}}):
            self.assertIsNotNone(outcome.problem_with(wrong), wrong)


class Doubts(unittest.TestCase):
    def run_case(self, case, *options):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in case["files"].items():
                (pathlib.Path(folder) / name).write_text(text)
            return subprocess.run([PROGRAM, "evaluate", "--data", case["data"], "--generator", case["generator"],
                                   *case.get("options", []), *options], cwd=folder, capture_output=True, text=True, timeout=60)

    def test_doubts(self):
        self.assertGreater(len(DOUBTS), 80)
        for case in DOUBTS:
            with self.subTest(case["name"]):
                run = self.run_case(case)
                said = run.stderr + run.stdout
                self.assertEqual(run.returncode, 4 if case.get("refused") else 0, said)
                if case.get("refused"):
                    self.assertEqual((run.stdout, run.stderr.count("\n")), ("", 1), said)
                for words in case.get("says", []):
                    self.assertIn(words, said)
                for words in case.get("not_said", []):
                    self.assertNotIn(words, said)
                if "tv" in case:
                    document = json.loads(self.run_case(case, "--json").stdout)
                    self.assertEqual(document["quantities"]["tv"]["lower"], case["tv"])


class Packed(unittest.TestCase):
    def said_of(self, name, content, *options):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / name).write_bytes(content)
            law = "normalise(file(" + ",".join((name,) + options) + "))"
            run = subprocess.run([PROGRAM, "evaluate", "--data", law, "--generator", law], cwd=folder,
                                 capture_output=True, text=True, timeout=60)
            return run.returncode, run.stdout + run.stderr

    @staticmethod
    def zipped(files):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        return buffer.getvalue()

    def test_a_table_in_a_zip_archive(self):
        rows = "k,n\na,1\nb,3\n"
        code, said = self.said_of("t.zip", self.zipped({"data/": "", "data/t.csv": rows}))
        self.assertEqual(code, 0, said)
        self.assertIn("labels a to b", said)
        two = self.zipped({"a.csv": rows, "b c.csv": rows})
        code, said = self.said_of("t.zip", two)
        self.assertEqual(code, 4)
        self.assertIn("several files, 'a.csv', 'b c.csv': name one, as in file(t.zip, member=a.csv)", said)
        self.assertEqual(self.said_of("t.zip", two, 'member="b c.csv"')[0], 0)
        code, said = self.said_of("t.zip", self.zipped({"w": rows, "w.npy": rows}), "member=w.npy")
        self.assertEqual(code, 4)
        self.assertIn("several files are called 'w'", said)

    def test_other_files_are_named(self):
        rows = b"k,n\na,1\nb,3\n"
        for content, words in ((bz2.compress(rows), "packed by bzip2"), (lzma.compress(rows), "packed by xz"),
                               (b"\x28\xb5\x2f\xfd" + rows, "packed by zstd"),
                               (b"PAR1\0\0PAR1", "a Parquet file"), (pickle.dumps([1], 4), "a Python pickle"),
                               (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Excel workbook")):
            code, said = self.said_of("t.bin", content)
            self.assertEqual((code, said.count("\n")), (4, 1), said)
            self.assertIn("t.bin: " + words, said)
        self.assertEqual(self.said_of("t.csv", b"PAR1,2\nBZh,3\n")[0], 0)

    def test_stored_doubles_are_printed_as_such(self):
        header = b"{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }"
        header += b" " * (117 - len(header)) + b"\n"
        content = b"\x93NUMPY\x01\0" + struct.pack("<H", len(header)) + header + struct.pack("<2d", 0.6, -0.1)
        self.assertIn("a negative weight, -0.1:", self.said_of("t.npy", content)[1])


class CommandLine(unittest.TestCase):
    def evaluate(self, *arguments, typed=None):
        outcome = Outcome(["evaluate", *arguments, "--json"], typed)
        self.assertEqual(outcome.code, 0, outcome.messages)
        return json.loads(outcome.out), outcome.messages

    def refused(self, *arguments):
        outcome = Outcome(["evaluate", *arguments])
        self.assertEqual((outcome.code, outcome.out), (4, ""))
        self.assertEqual(outcome.messages.count("\n"), 1, outcome.messages)
        return outcome.messages

    def test_standard_input_is_read_once_for_both_laws(self):
        for table in ("-", None):
            laws = (["--table", "-", "--data", "p", "--generator", "q"] if table else
                    ["--data", "file(-,weight=p)", "--generator", "file(-,weight=q)"])
            document, _ = self.evaluate(*laws, typed="k,p,q\na,0.5,0.25\nb,0.5,0.75\n")
            self.assertEqual(document["quantities"]["tv"]["lower"], "0.25")
            self.assertEqual(document["read"]["data"]["file"], "standard input")

    def test_normalise_takes_column_names_under_table(self):
        document, _ = self.evaluate("--table", "-", "--data", "normalise(p)", "--generator",
                                    "normalise( q )", typed="k,p,q\na,1,1\nb,1,3\n")
        self.assertEqual(document["quantities"]["tv"]["lower"], "0.25")
        self.assertEqual(document["read"]["generator"]["sum"], "4")

    def test_warnings_stand_on_standard_error_once_and_in_the_document(self):
        document, messages = self.evaluate("--data", "{dir}/grid_saved.npy", "--generator",
                                           "{dir}/grid_text.txt")
        self.assertEqual(messages.count("gancheck: warning: "), 1)
        self.assertIn("--match", document["read"]["data"]["warnings"][0])
        self.assertIn(document["read"]["data"]["warnings"][0], messages)
        _, messages = self.evaluate("--data", "{dir}/grid_saved.npy", "--generator",
                                    "{dir}/grid_text.txt", "--match", "1e-12")
        self.assertEqual(messages, "")

    def test_columns_that_neither_law_takes_are_said(self):
        rows = "age,p,q\n20,0.25,0.5\n21,0.75,0.5\n"
        _, messages = self.evaluate("--table", "-", "--data", "p", "--generator", "q", typed=rows)
        self.assertEqual(messages, "")  # age names the points, as its name says
        rows = "Var,p,q\n20,0.25,0.5\n21,0.75,0.5\n"
        _, messages = self.evaluate("--table", "-", "--data", "p", "--generator", "q", typed=rows)
        self.assertIn("'Var' was left out: point=Var", messages)
        _, messages = self.evaluate("--table", "-", "--data", "p", "--generator", "q",
                                    typed="p,q\n0.25,0.5\n0.75,0.5\n")
        self.assertEqual(messages, "")

    def test_a_table_without_points_beside_a_family_from_zero_is_said(self):
        for laws in (["--data", "normalise(file(-))", "--generator", "poisson(1)"],
                     ["--data", "poisson(1)", "--generator", "normalise(file(-))"]):
            _, messages = self.evaluate(*laws, typed="12\n20\n9\n")
            self.assertEqual(messages.count("was put on 1 to 3, but poisson(1) begins at 0"), 1)

    def refused_typed(self, typed, *arguments):
        outcome = Outcome(["evaluate", *arguments], typed)
        self.assertEqual((outcome.code, outcome.out), (4, ""), outcome.messages)
        self.assertEqual(outcome.messages.count("\n"), 1, outcome.messages)
        return outcome.messages

    def test_a_sum_that_is_taken_though_it_is_not_one_is_said(self):
        laws = ["--data", "file(-)", "--generator", "file(-)"]
        for rows, words in (("l,p\na,0.5\nb,0.3\nc,0.1\n", "sum to 0.9, taken as they are"),
                            ("k,p\n" + "".join(f"k{i},0.1\n" for i in range(20)),
                             "sum to 2, taken as they are, though"),
                            ("k,p\nk0,0.2\n" + "".join(f"k{i},0.0\n" for i in range(1, 20)),
                             "hardly explains more than 0.05")):
            _, messages = self.evaluate(*laws, typed=rows)
            self.assertIn(words, messages)
            self.assertIn("normalise(file(-))", messages)
        _, messages = self.evaluate(*laws, typed="0.333333333333333\n" * 3)
        self.assertEqual(messages, "")

    def test_weights_with_marks_do_not_make_weights_of_ages(self):
        laws = ["--data", "normalise(file(-))", "--generator", "poisson(1)"]
        messages = self.refused_typed("age,cases\n20,1 (a)\n30,2 (b)\n40,7 (c)\n50,3\n", *laws)
        self.assertIn("2:4: '1 (a)' is not a number", messages)
        self.assertIn("label=cases,weight=age", messages)

    def test_points_that_may_be_weights_are_doubted(self):
        laws = ["--data", "file(-)", "--generator", "file(-)"]
        rows = "0.1,0.5\n0.4,0.3\n0.5,0.2\n"
        _, messages = self.evaluate(*laws, typed=rows)
        self.assertEqual(messages.count("the points sum to 1 too: where both are weights, write weight=1"), 1)
        document, messages = self.evaluate("--data", "file(-,weight=1)", "--generator",
                                           "file(-,weight=2)", typed=rows)
        self.assertNotIn("sum to 1 too", messages)
        self.assertEqual(document["quantities"]["tv"]["lower"], "0.4")
        for sure in ("0,0.5\n1,0.5\n", "1,0.5\n2,0.3\n3,0.2\n", "x,p\n0.25,0.5\n0.75,0.5\n"):
            self.assertEqual(self.evaluate(*laws, typed=sure)[1], "")
        _, messages = self.evaluate(*laws, typed="0.4,0.5\n0.2,0.5\n")
        self.assertIn("the points are not sorted", messages)

    def test_numbers_above_a_matrix_are_doubted(self):
        laws = ["--data", "normalise(file(-,joint))", "--generator", "normalise(file(-,joint))"]
        _, messages = self.evaluate(*laws, typed="0,1\n50,10\n5,35\n")
        self.assertIn("1:1: the first row, 0 to 1, was read as weights", messages)
        self.refused_typed("0,1\n0.5,0.1\n0.05,0.35\n", *laws)

    def test_points_beside_decimal_commas_part_thousands(self):
        laws = ["--data", "file(-)", "--generator", "file(-)"]
        document, _ = self.evaluate(*laws, typed="Einkommen;Anteil\n1.000;0,5\n2.000;0,5\n")
        self.assertEqual(document["read"]["data"]["from"], "1000")

    def test_how_many_points_were_matched_is_said(self):
        document, _ = self.evaluate("--data", "{dir}/grid_saved.npy", "--generator",
                                    "{dir}/grid_text.txt", "--match", "1e-12")
        self.assertIn("generator: 4 of 4 points were matched", document["remarks"][0])
        self.assertIn("--match", self.refused("--data", "{dir}/pets_a.csv", "--generator",
                                              "{dir}/pets_b.csv", "--match", "1e-9"))
        self.assertIn("no positive decimal", self.refused("--data", "{dir}/grid_saved.npy",
                      "--generator", "{dir}/grid_text.txt", "--match", "near"))

    def test_many_atoms_are_added_up_in_floating_point(self):
        rows = "k,p,q\n" + "".join(f"{k},{1 + k % 3},{1 + k % 5}\n" for k in range(20001))
        laws = ["--table", "-", "--data", "normalise(p)", "--generator", "normalise(q)"]
        document, _ = self.evaluate(*laws, typed=rows)
        jsd = document["quantities"]["jsd"]
        self.assertEqual((jsd["witness"], jsd["rigorous"]), ("grid", False))
        self.assertIn("--digits N", document["remarks"][-1])
        self.assertGreaterEqual(jsd["digits"], 12)
        document, _ = self.evaluate(*laws, "--digits", "15", typed=rows)
        exact = document["quantities"]["jsd"]
        self.assertTrue(exact["rigorous"])
        self.assertLessEqual(number(jsd["lower"]), number(exact["lower"]))
        self.assertGreaterEqual(number(jsd["upper"]), number(exact["upper"]))

    def test_a_discriminator_on_labels(self):
        laws = ["--data", "{dir}/pets_a.csv", "--generator", "{dir}/pets_b.csv"]
        d = "label,value\ncat,0.5\ndog,0.5\nowl,0.5\nfox,0.5\n"
        document, _ = self.evaluate(*laws, "--discriminator", "file(-)", typed=d)
        constant, _ = self.evaluate(*laws, "--discriminator", "constant(1/2)")
        for name in ("value_at_discriminator", "regret"):
            self.assertEqual(document["quantities"][name]["lower"],
                             constant["quantities"][name]["lower"])
        self.assertIn("labels", self.refused(*laws, "--discriminator", "logistic(1,0)"))
        self.assertIn("constant(0.5)", self.refused(*laws, "--discriminator", "0.5"))

    def test_labels_and_numbers_are_not_compared(self):
        self.assertIn("labels", self.refused("--data", "{dir}/pets_a.csv", "--generator",
                                             "{dir}/plain.csv"))

    def test_check_and_verify_take_tables_too(self):
        found = Outcome(["check", "--table", "{dir}/trees.csv", "--data", "North", "--generator",
                         "South", "--quantity", "total_variation", "--value", "0.165"])
        self.assertEqual(found.code, 0, found.messages)
        found = Outcome(["verify", "--data", "{dir}/pets_a.csv", "--generator", "{dir}/pets_b.csv",
                         "--claim", "29", "--json"])
        self.assertEqual(found.code, 0, found.messages)


if __name__ == "__main__":
    unittest.main()
