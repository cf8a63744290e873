"""`gancheck check` as its contract says, against the built program.

Usage: check_test.py PROGRAM SOURCE_DIRECTORY
"""
import copy
import decimal
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import unittest

import jsonschema

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
W1 = ["--data", "discrete(1/2,1/2)", "--generator", "discrete(7/10,3/10)"]
W2 = ["--data", "discrete(1,0)", "--generator", "discrete(1/2,1/2)"]
NORMAL = ["--data", "normal(0,1)", "--generator", "normal(1,2)"]
SCIPY = "0.46450140402245893"  # scipy.spatial.distance.jensenshannon([1, 0], [.5, .5])
AGREES, DIFFERS, UNDECIDED = 0, 1, 6
decimal.getcontext().prec = 60


def schema():
    return json.loads((ROOT / "report" / "schema" / "check.schema.json").read_text())


def members(value):
    """All (object, key) in the document."""
    if isinstance(value, dict):
        for key in value:
            yield value, key
            yield from members(value[key])
    elif isinstance(value, list):
        for item in value:
            yield from members(item)


class Check(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.cwd = pathlib.Path(directory.name)

    def run_program(self, *arguments, environment=None, **options):
        clean = {k: v for k, v in os.environ.items()
                 if not k.startswith("LC_") and k not in ("LANG", "NO_COLOR", "FORCE_COLOR")}
        clean.update(environment or {})
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.cwd, env=clean, text=True,
                              stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=600,
                              **options)

    def check(self, pair, quantity, value, *more, code):
        """The text of an answer with this exit code."""
        result = self.run_program("check", *pair, "--quantity", quantity, "--value", value, *more)
        self.assertEqual(result.returncode, code, f"{quantity} {value}: {result}")
        self.assertEqual(result.stderr, "")
        for line in result.stdout.splitlines():
            self.assertEqual(line, line.rstrip(), "a trailing space")
        return result.stdout

    def document(self, *arguments, code):
        def refuse(constant):
            raise ValueError(f"{constant} is no JSON")
        document = json.loads(self.check(*arguments, "--json", code=code), parse_constant=refuse)
        jsonschema.Draft7Validator(schema()).validate(document)
        return document

    def mistakes(self, *arguments, code=DIFFERS):
        return [[step["id"] for step in mistake["steps"]]
                for mistake in self.document(*arguments, code=code)["mistakes"]]

    def assert_refused(self, arguments, *words):
        result = self.run_program("check", *arguments)
        self.assertEqual(result.returncode, 4, f"{arguments}: {result}")
        self.assertEqual(result.stdout, "", arguments)
        self.assertEqual(result.stderr.count("\n"), 1, f"{arguments}: {result.stderr}")
        self.assertTrue(result.stderr.startswith("gancheck: "), result.stderr)
        for word in words:
            self.assertIn(word, result.stderr, arguments)


class Answers(Check):
    def test_a_right_number_agrees_to_its_last_digit(self):
        # 3/4 log(4/3) = 0.21576155433883569...
        for value in ("0.2", "0.22", "0.2158", "0.21576155434", "2.1576e-1", "+.21576", " 0.216 "):
            self.assertIn("agrees", self.check(W2, "jsd", value, code=AGREES))
        for value in ("0.3", "0.21", "0.2157", "0.21576155433", "-0.2158", "0.220", "1e300"):
            self.assertIn("differs", self.check(W2, "jsd", value, code=DIFFERS))

    def test_a_tolerance_widens_and_narrows(self):
        self.check(W2, "jsd", "0.2157", "--tolerance", "1e-4", code=AGREES)
        self.check(W2, "jsd", "0.2158", "--tolerance", "1e-5", code=DIFFERS)
        self.check(W1, "mass_data", "1", "--tolerance", "0", code=AGREES)

    def test_the_default_tolerance_is_half_a_unit_of_the_last_digit(self):
        for value, tolerance in (("0.2158", "0.00005"), ("0.215800", "0.0000005"), ("1e-9", "5e-10"),
                                 ("2.2e-30", "5e-32"), ("1", "0.5"), ("100", "0.5"), ("inf", "0")):
            result = self.run_program("check", *W2, "--quantity", "jsd", "--value", value, "--json")
            found = json.loads(result.stdout)["tolerance"]
            self.assertEqual(decimal.Decimal(found), decimal.Decimal(tolerance), value)

    def test_what_the_bounds_leave_open_is_undecided_and_says_what_decides_it(self):
        with decimal.localcontext() as context:
            context.prec = 400  # more than any bounds have
            value = str((decimal.Decimal(4) / 3).ln() * 3 / 4)
        document = self.document(W2, "jsd", value, code=UNDECIDED)
        self.assertEqual(document["mistakes"], [])
        enough = document["distance"]["upper"]
        self.assertIn(f"--tolerance {enough}", document["advice"]["en"])
        self.check(W2, "jsd", value, "--tolerance", enough, code=AGREES)

    def test_the_answer_says_whether_its_bounds_are_certified(self):
        for quantity, value in (("jsd", "0.2158"), ("kl_generator_data", "inf"), ("tv", "0.5")):
            document = self.document(W2, quantity, value, code=AGREES)
            text = self.check(W2, quantity, value, code=AGREES)
            self.assertEqual("bounds of the true value are certified." in text,
                             document["truth"]["rigorous"])
            self.assertTrue(document["truth"]["rigorous"] or document["truth"]["note"])

    def test_infinities(self):
        self.check(W2, "kl_generator_data", "inf", code=AGREES)
        self.check(W2, "kl_generator_data", "-inf", code=DIFFERS)
        self.check(W2, "kl_generator_data", "1e300", "--tolerance", "1e300", code=DIFFERS)
        document = self.document(W2, "kl_data_generator", "inf", code=DIFFERS)
        self.assertEqual(document["distance"], {"lower": "inf", "upper": "inf"})
        self.assertIsNone(document["agreeing_digits"])
        self.assertEqual(len(document["mistakes"]), 1)

    def test_an_unknown_value_is_undecided(self):
        pair = ["--data", "pushforward(geometric(1/2),square())",
                "--generator", "pushforward(geometric(1/3),square())"]
        for value in ("0.1", "-1", "inf"):
            document = self.document(pair, "kl_data_generator", value, code=UNDECIDED)
            self.assertIsNone(document["truth"]["value"])
            self.assertIn("another quantity", document["advice"]["en"])

    def test_units(self):
        # 3/4 log2(4/3), and its root.
        self.check(W2, "jsd", "0.31127812445913", "--unit", "bit", code=AGREES)
        self.check(W2, "js_distance", "0.557923045284", "--unit", "bit", code=AGREES)
        document = self.document(W2, "js_distance", "0.55", "--unit", "bit", code=DIFFERS)
        self.assertEqual(document["unit"], "bit")
        self.assertEqual(document["truth"]["unit"], "sqrt(bit)")
        self.assertIsNone(self.document(W2, "tv", "0.5", code=AGREES)["truth"]["unit"])

    def test_every_quantity_agrees_with_what_evaluate_prints(self):
        for pair in (W1, W2, NORMAL):
            text = self.run_program("evaluate", *pair, "--json").stdout
            for name, quantity in json.loads(text)["quantities"].items():
                self.check(pair, name, quantity["value"], "--tolerance", "1e-12", code=AGREES)


class Printed(Check):
    """Every number that is printed passes, to half a unit of its last digit."""

    def printed(self, text):
        """The quantities of a table as `evaluate` prints it, without bounds in the place of a value."""
        rows = text[text.index("quantity"):].split("\n\n")[0].splitlines()[1:]
        return {row.split()[0]: row.split()[1] for row in rows if " in [" not in row}

    def assert_agree(self, laws, text, *unit):
        values = self.printed(text)
        self.assertGreaterEqual(len(values), 8)
        for quantity, value in values.items():
            with self.subTest(laws=laws, quantity=quantity, value=value):
                self.check(laws, quantity, value, *unit, code=AGREES)

    def test_what_evaluate_prints(self):
        pairs = [["normal(0,1)", "normal(1,1)"], ["gamma(5/2,2)", "weibull(3/2,1)"],
                 ["discrete(1/2,1/2)", "discrete(7/10,3/10)"], ["poisson(3)", "geometric(1/3)"]]
        for data, generator in pairs:
            laws = ["--data", data, "--generator", generator]
            for more in (["--digits", "3"], ["--digits", "6"], [], ["--witness", "grid"],
                         ["--digits", "45", "--unit", "bit"]):
                text = self.run_program("evaluate", *laws, *more).stdout
                self.assert_agree(laws, text, *more[2:])

    def test_as_many_digits_as_are_asked_for(self):
        for digits in (1, 2, 7, 40):
            text = self.run_program("evaluate", *NORMAL, "--digits", digits).stdout
            for value in self.printed(text).values():
                self.assertEqual(len(decimal.Decimal(value).as_tuple().digits), digits, value)

    def test_what_the_readme_prints(self):
        readme = (ROOT / "README.md").read_text()
        tables = {"birds.csv": readme.split("$ cat birds.csv\n")[1].split("\n\n")[0] + "\n"}
        for name, text in tables.items():
            (self.cwd / name).write_text(text)
        (self.cwd / "examples").symlink_to(ROOT / "examples")
        printed = {}  # both have the same tables: each is checked once
        for readme in ("README.md", "README.zh.md"):
            blocks = (ROOT / readme).read_text().split("$ build/gancheck evaluate ")[1:]
            self.assertGreaterEqual(len(blocks), 4)
            for block in blocks:
                command, table = block.split("\n", 1)
                printed[command] = printed.get(command, table.split("```")[0])
                self.assertEqual(printed[command], table.split("```")[0])
        for command, table in printed.items():
            self.assert_agree(shlex.split(command), table)


class Mistakes(Check):
    def test_scipy_prints_the_root(self):
        self.assertEqual(self.mistakes(W2, "jsd", SCIPY), [["root-taken"]])
        self.assertEqual(self.mistakes(W2, "jsd", "0.5579230452841438"), [["root-taken", "in-bits"]])
        self.check(W2, "js_distance", SCIPY, "--tolerance", "1e-15", code=AGREES)
        text = self.check(W2, "jsd", SCIPY, code=DIFFERS)
        self.assertIn("(square root): the square root is taken", text)

    def test_the_names(self):
        for quantity, value, steps in [
            ("js_distance", "0.21576155433883569", ["root-not-taken"]),
            ("jsd", "0.31127812445913283", ["in-bits"]),
            ("jsd", "0.43152310867767139", ["doubled"]),
            ("jsd", "0.10788077716941785", ["halved"]),
            ("kl_data_mixture", "-0.40546510810816438", ["sum-for-mixture"]),
            ("value_at_optimum", "0.43152310867767139", ["mixture-for-sum"]),
            ("value_at_optimum", "0.95477125244221922", ["negated"]),
        ]:
            self.assertEqual(self.mistakes(W2, quantity, value), [steps], quantity)
        self.assertEqual(self.mistakes(W2, "jsd", "0.21576155433883569", "--unit", "bit"),
                         [["in-nats"]])
        # KL(N(1,2) || N(0,1)) = 2 - log 2.
        self.assertEqual(self.mistakes(NORMAL, "kl_data_generator", "1.3068528194400547"),
                         [["swapped-arguments"]])
        self.assertEqual(self.mistakes(W2, "jsd", "0.92"), [])
        # log(4/3) is the other KL to the mixture, and twice this one.
        self.assertEqual(self.mistakes(W2, "kl_generator_mixture", "0.28768207245178093"),
                         [["swapped-arguments"], ["doubled"]])

    def test_digits_and_the_mark(self):
        document = self.document(W2, "jsd", "0.215762", "--tolerance", "0", code=DIFFERS)
        self.assertEqual((document["agreeing_digits"], document["given_digits"]), (5, 6))
        lines = self.check(W2, "jsd", "0.215772", code=DIFFERS).splitlines()
        mark = next(i for i, line in enumerate(lines) if line.strip() == "^")
        column = lines[mark].index("^")
        given = next(line for line in lines if line.startswith("given"))
        self.assertEqual((given[column], lines[mark - 1][column]), ("7", "6"))
        self.assertEqual(given[:column].split()[-1], "0.2157")

    def test_in_chinese_and_in_colour(self):
        text = self.check(W2, "jsd", SCIPY, "--lang", "zh", code=DIFFERS)
        for word in ("不符", "平方根", "所给值", "容差"):
            self.assertIn(word, text)
        result = self.run_program("check", *W2, "--quantity", "jsd", "--value", "0.3",
                                  environment={"LC_ALL": "zh_CN.UTF-8"})
        self.assertIn("不符", result.stdout)
        self.assertIn("\033[1;31mdiffers\033[0m",
                      self.check(W2, "jsd", SCIPY, "--color", "always", code=DIFFERS))
        self.assertNotIn("\033", self.check(W2, "jsd", SCIPY, code=DIFFERS))

    def test_remarks_of_the_laws_are_passed_on(self):
        (self.cwd / "w.csv").write_text("1\n3\n")
        pair = ["--data", "normalise(file(w.csv))", "--generator", "discrete(1/2,1/2)"]
        document = self.document(pair, "tv", "0.25", code=AGREES)
        self.assertTrue(document["remarks"][0].startswith("data: "))
        self.assertIn(document["remarks"][0], self.check(pair, "tv", "0.25", code=AGREES))


class Usage(Check):
    def test_help_has_examples_that_run(self):
        text = self.run_program("check", "--help").stdout
        examples = [line.strip() for line in text.splitlines()
                    if line.strip().startswith("gancheck check --data")]
        self.assertGreaterEqual(len(examples), 3)
        for example in examples:
            result = subprocess.run(example.replace("gancheck", str(PROGRAM), 1), shell=True,
                                    cwd=self.cwd, capture_output=True)
            self.assertIn(result.returncode, (AGREES, DIFFERS, UNDECIDED), example)
        self.assertIn("check", self.run_program("--help").stdout)

    def test_bad_usage_is_one_line_and_exit_4(self):
        jsd = [*W2, "--quantity", "jsd"]
        for arguments, *words in [
            (W2, "--quantity"),
            (jsd, "--value"),
            ([*W2, "--value", "1"], "--quantity"),
            (["--quantity", "jsd", "--value", "1"], "--data"),
            ([*W2, "--quantity", "jds", "--value", "1"], "'jds'", "'jsd'", "list quantities"),
            ([*W2, "--quantity", "js_distanc", "--value", "1"], "'js_distance'"),
            ([*W2, "--quantity", "", "--value", "1"], "--quantity"),
            ([*jsd, "--value", ""], "--value", "empty"),
            ([*jsd, "--value", "nan"], "--value", "'nan'", "inf"),
            ([*jsd, "--value", "1/3"], "--value", "quotient", "decimal"),
            ([*jsd, "--value", "0,5"], "--value", "decimal point"),
            ([*jsd, "--value", "0.5x"], "--value", "'x'"),
            ([*jsd, "--value", "half"], "--value", "'half'"),
            ([*jsd, "--value", "1e99999"], "--value", "1e10000"),
            ([*jsd, "--value", "0e-999999999"], "--value", "1e10000"),
            ([*jsd, "--value", "--json"], "--value"),
            ([*jsd, "--value", "1", "--tolerance", "-1"], "--tolerance", "negative"),
            ([*jsd, "--value", "1", "--tolerance", ""], "--tolerance", "empty"),
            ([*jsd, "--value", "1", "--tolerance", "inf"], "--tolerance", "finite"),
            ([*jsd, "--value", "1", "--tolerance", "nan"], "--tolerance", "'nan'"),
            ([*jsd, "--value", "1", "--tolerance", "1%"], "--tolerance", "'%'"),
            ([*jsd, "--value", "1", "--unit", "byte"], "byte"),
            ([*jsd, "--value", "1", "--lang", "fr"], "--lang"),
            ([*jsd, "--value", "1", "--colour", "never"], "'--color'"),
            ([*jsd, "--value", "1", "2"], "one word too many"),
            (["--data", "discrete(1/2,1/3)", "--generator", "point(1)", "--quantity", "jsd",
              "--value", "1"], "--data", "5/6"),
            (["--data", "point(1)", "--generator", "nosuch(1)", "--quantity", "jsd", "--value",
              "1"], "--generator", "nosuch"),
        ]:
            self.assert_refused(arguments, *words)
        (self.cwd / "two.csv").write_text("0.5\n0.5\n")
        (self.cwd / "three.csv").write_text("0.5\n0.25\n0.25\n")
        self.assert_refused(["--data", "file(two.csv)", "--generator", "file(three.csv)",
                             "--quantity", "jsd", "--value", "1"], "one length")

    def test_a_full_standard_output_is_exit_3(self):
        with open("/dev/full", "w") as full:
            result = self.run_program("check", *W2, "--quantity", "jsd", "--value", "1",
                                      stdout=full)
        self.assertEqual(result.returncode, 3)

    def test_the_schema_notices_every_missing_member(self):
        jsonschema.Draft7Validator.check_schema(schema())
        validator = jsonschema.Draft7Validator(schema())
        original = self.document(W2, "jsd", SCIPY, code=DIFFERS)
        count = sum(1 for _ in members(original))
        self.assertGreater(count, 30)
        for i in range(count):
            broken = copy.deepcopy(original)
            owner, key = list(members(broken))[i]
            del owner[key]
            self.assertFalse(validator.is_valid(broken), f"without {key}")
        for key, wrong in [("answer", "yes"), ("kind", "luck"), ("tolerance", "-1"),
                           ("agreeing_digits", -1), ("lower", "nan"), ("schema", 2)]:
            broken = copy.deepcopy(original)
            owner = next(o for o, k in members(broken) if k == key)
            owner[key] = wrong
            self.assertFalse(validator.is_valid(broken), key)


if __name__ == "__main__":
    unittest.main()
