"""Small tables as people have them: each gives the right number, or one line that tells how.

tables/cases.json has for each case the command ({dir} is the folder of the files) and what must
happen: `value` (the right value lies inside the printed bounds and near the printed value),
`warning` (the same, and a warning), `refused` (exit 4, one line), or `either` of several.
The right values were computed outside the project, to 30 digits.

Usage: tables_test.py PROGRAM SOURCE_DIRECTORY
"""
import fractions
import json
import pathlib
import subprocess
import sys
import unittest

PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
TABLES = pathlib.Path(sys.argv.pop(1)).resolve() / "tests" / "app" / "tables"
CASES = json.loads((TABLES / "cases.json").read_text())


def number(text):
    return float("inf") if text == "inf" else fractions.Fraction(text)


def contains(text, word):
    """A word with capitals as written, others in any case."""
    return word in text if word != word.lower() else word in text.lower()


class Outcome:
    def __init__(self, command):
        run = subprocess.run([PROGRAM] + [word.replace("{dir}", str(TABLES)) for word in command],
                             capture_output=True, text=True, timeout=60)
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


if __name__ == "__main__":
    unittest.main()
