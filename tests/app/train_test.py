"""`gancheck train` as its contract says, against the built program; and the networks of examples/.

Usage: train_test.py PROGRAM SOURCE_DIRECTORY PROGRAM_THAT_TRAINS_TWO_MODES
"""
import copy
import csv
import io
import json
import math
import os
import pathlib
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

import jsonschema

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
TRAINER = pathlib.Path(sys.argv.pop(1)).resolve()
FOLD = ROOT / "examples" / "fold.json"
TWO_MODES = ROOT / "examples" / "two_modes.json"
MODES = "mixture(1/2*normal(-2,1/2),1/2*normal(2,1/2))"
START = ["--data", "normal(1,1)", "--generator", FOLD]
SHORT = [*START, "--steps", 20, "--every", 8]
COLUMNS = ["step", "value", "value_error", "value_at_optimum", "value_at_optimum_error", "jsd",
           "jsd_error", "tv", "tv_error", "minus_log_4"]


def validator():
    schema = json.loads((ROOT / "report" / "schema" / "train.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def parsed(text):
    def refuse(constant):
        raise ValueError(f"{constant} is no JSON")
    return json.loads(text, parse_constant=refuse)


def rows_of(text):
    return [{name: float(value) for name, value in row.items()}
            for row in csv.DictReader(io.StringIO(text))]


class Train(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.cwd = pathlib.Path(directory.name)

    def run_program(self, *arguments):
        return subprocess.run([PROGRAM, "train", *map(str, arguments)], cwd=self.cwd, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, timeout=600)

    def output(self, *arguments):
        result = self.run_program(*arguments)
        self.assertEqual((result.returncode, result.stderr), (0, ""), arguments)
        return result.stdout

    def assert_refused(self, arguments, *words):
        result = self.run_program(*arguments)
        self.assertEqual(result.returncode, 4, f"{arguments}: {result.stderr}")
        self.assertEqual(result.stdout, "", arguments)
        self.assertEqual(result.stderr.count("\n"), 1, f"{arguments}: {result.stderr}")
        self.assertTrue(result.stderr.startswith("gancheck: "), result.stderr)
        for word in words:
            self.assertIn(word, result.stderr, arguments)

    def network(self, name, text):
        (self.cwd / name).write_text(text)
        return name


class Result(Train):
    def test_a_row_before_the_first_step_every_so_many_and_after_the_last(self):
        text = self.output(*SHORT)
        self.assertEqual(text.splitlines()[0].split(","), COLUMNS)
        rows = rows_of(text)
        self.assertEqual([row["step"] for row in rows], [0, 8, 16, 20])
        for row in rows:
            self.assertEqual(row["minus_log_4"], -math.log(4))
            room = row["value_error"] + row["value_at_optimum_error"]
            self.assertLess(room, 1e-9)
            self.assertLessEqual(row["value"], row["value_at_optimum"] + room)

    def test_the_same_numbers_as_evaluate(self):
        row = rows_of(self.output(*START, "--steps", 0))[0]
        result = subprocess.run(
            [PROGRAM, "evaluate", "--data", "normal(1,1)", "--generator",
             f"pushforward(normal(0,1),network({FOLD}))", "--json"],
            stdout=subprocess.PIPE, text=True, check=True)
        quantities = parsed(result.stdout)["quantities"]
        for name in ("value_at_optimum", "jsd", "tv"):
            self.assertAlmostEqual(row[name], quantities[name]["value"], delta=1e-12)

    def test_the_same_seed_the_same_bytes(self):
        self.assertEqual(self.output(*SHORT), self.output(*SHORT))
        self.assertNotEqual(self.output(*SHORT), self.output(*SHORT, "--seed", 2))

    def test_json_has_the_same_numbers_and_its_schema_notices_what_is_missing(self):
        document = parsed(self.output(*SHORT, "--format", "json", "--objective", "non-saturating"))
        validator().validate(document)
        rows = rows_of(self.output(*SHORT, "--objective", "non-saturating"))
        for row, numbers in zip(rows, document["rows"]):
            for name in ("value", "value_at_optimum", "jsd", "tv"):
                self.assertEqual(row[name], numbers[name]["value"])
                self.assertGreaterEqual(row[name + "_error"], numbers[name]["error"])
        self.assertEqual(document["options"]["objective"], "non-saturating")
        self.assertIsNone(document["trouble"])
        for owner, members in [((), document), (("options",), document["options"]),
                               (("rows", 0), document["rows"][0]),
                               (("rows", 0, "value"), document["rows"][0]["value"])]:
            for key in members:
                broken = copy.deepcopy(document)
                at = broken
                for step in owner:
                    at = at[step]
                del at[key]
                self.assertFalse(validator().is_valid(broken), f"without {key}")

    def test_a_file_instead_of_standard_output_and_the_trained_generator(self):
        text = self.output(*SHORT)
        self.assertEqual(self.output(*SHORT, "--out", "runs/a.csv", "--save", "trained.json"), "")
        self.assertEqual((self.cwd / "runs" / "a.csv").read_text(), text)
        # What was saved goes on where the run ended.
        last, again = rows_of(text)[-1], rows_of(self.output(
            "--data", "normal(1,1)", "--generator", "trained.json", "--steps", 0))[0]
        for name in ("value_at_optimum", "jsd", "tv"):
            self.assertEqual(last[name], again[name])

    def test_a_discriminator_that_stands_still_and_a_generator_that_does(self):
        rows = rows_of(self.output(*SHORT, "--rate-generator", 0))
        self.assertEqual(len({row["jsd"] for row in rows}), 1)
        self.assertEqual(len({row["value"] for row in rows}), len(rows))

    def test_weights_that_are_not_finite_end_the_run_in_one_line(self):
        result = self.run_program(*SHORT, "--rate-generator", "1e300")
        self.assertEqual(result.returncode, 1)
        self.assertGreaterEqual(len(rows_of(result.stdout)), 1)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        self.assertIn("no longer finite after step", result.stderr)
        self.assertIn("--rate-generator", result.stderr)
        result = self.run_program(*SHORT, "--rate-generator", "1e300", "--format", "json")
        validator().validate(parsed(result.stdout))
        self.assertIn("no longer finite", parsed(result.stdout)["trouble"])


class Refusals(Train):
    def test_one_line_that_names_thing_place_and_remedy(self):
        data = ["--data", "normal(0,1)"]
        self.assert_refused(data, "--generator")
        self.assert_refused([*data, "--generator", "missing.json"], "--generator", "missing.json",
                            "JSON")
        wide = self.network("wide.json", '{"layers": [{"weight": [[1, 2]], "bias": [0], '
                                         '"activation": "linear"}]}')
        self.assert_refused([*data, "--generator", wide], "--generator")
        broken = self.network("broken.json", '{"layers": [')
        self.assert_refused([*data, "--generator", broken], "--generator", "broken.json:1:")
        self.assert_refused(["--data", "normal(0)", "--generator", FOLD], "--data")
        self.assert_refused([*data, "--generator", FOLD, "--noise", "normal(0)"], "--noise")
        (self.cwd / "birds.csv").write_text("blackbird,1/2\nrobin,1/2\n")
        self.assert_refused(["--data", "birds.csv", "--generator", FOLD], "--data", "labels")

    def test_laws_without_a_mean_make_v_infinite(self):
        for law in ("cauchy(0,1)", "pareto(1,1/2)", "student_t(1/100)"):
            self.assert_refused(["--data", law, "--generator", FOLD], "--data", "no mean")
        self.assert_refused([*START, "--noise", "cauchy(0,1)"], "--noise", "no mean")

    def test_options_out_of_range(self):
        for option, value in [("--steps", -1), ("--every", 0), ("--batch", 0), ("--seed", -1),
                              ("--seed", 2**64),
                              ("--rate-discriminator", "nan"), ("--rate-generator", "inf"),
                              ("--rate-generator", -1), ("--discriminator-width", 0),
                              ("--discriminator-steps", -1), ("--objective", "wgan"),
                              ("--format", "xml"), ("--noise", ""), ("--out", "")]:
            self.assert_refused([*START, option, value], option)

    def test_files_that_cannot_be_written_are_refused_before_the_run(self):
        endless = [*START, "--steps", 10**9]
        (self.cwd / "file").write_text("")
        for option in ("--out", "--save"):
            self.assert_refused([*endless, option, "."], option, "is a directory")
            self.assert_refused([*endless, option, "file/run.csv"], "file")
        self.assert_refused([*endless, "--out", "run", "--save", "./run"], "--out", "--save")

    def test_a_device_is_written_into_and_stays_one(self):
        self.assertEqual(self.output(*SHORT, "--out", "/dev/stdout"), self.output(*SHORT))
        result = self.run_program(*SHORT, "--out", "/dev/full")
        self.assertEqual(result.returncode, 3)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))

    def test_an_interrupted_run_keeps_its_rows(self):
        run = subprocess.Popen([PROGRAM, "train", *map(str, START), "--steps", str(10**9), "--every",
                                str(10**9), "--out", "run.csv"], cwd=self.cwd, stderr=subprocess.PIPE,
                               text=True)
        time.sleep(1)
        run.send_signal(signal.SIGINT)
        _, errors = run.communicate(timeout=20)
        self.assertEqual(run.returncode, 2)
        self.assertIn("stopped after step", errors)
        self.assertEqual(len(rows_of((self.cwd / "run.csv").read_text())), 2)


class Examples(Train):
    def test_two_modes_is_what_its_program_writes(self):
        written = subprocess.run([TRAINER], stdout=subprocess.PIPE, check=True).stdout
        self.assertEqual(written, TWO_MODES.read_bytes())

    def test_two_modes_are_near_their_data(self):
        row = rows_of(self.output("--data", MODES, "--generator", TWO_MODES, "--steps", 0))[0]
        self.assertLess(row["jsd"], 0.01)

    def test_fold_makes_an_atom(self):
        # P(|z| <= 1/2) on the point 1/2, where a normal law has no mass: TV is at least that.
        row = rows_of(self.output("--data", "normal(0,1)", "--generator", FOLD, "--steps", 0))[0]
        self.assertGreater(row["tv"], math.erf(0.5 / math.sqrt(2)))


if __name__ == "__main__":
    unittest.main()
