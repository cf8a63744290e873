"""The command line as its contract says, against the built program.

Usage: command_line_test.py PROGRAM SOURCE_DIRECTORY
"""
import decimal
import json
import os
import pathlib
import re
import resource
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
import unittest

import jsonschema

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
SMALL = ["--data", "discrete(1/2,1/2)", "--generator", "discrete(7/10,3/10)"]
W2 = ["--data", "discrete(1,0)", "--generator", "discrete(1/2,1/2)"]
ALONE = ["--claim", "24"]  # a claim that takes no time
# What is written where no format is named.
STANDARD_FILES = {"report.html", "report.md", "report.tex", "report.json", "report.junit.xml",
                  "report.csv"}
CLAIM = [*SMALL, *ALONE]  # without the built-in pairs, which take a while to build
decimal.getcontext().prec = 60
# The release, its commit, a hash of what differs from that; and the libraries.
VERSION = r"\Agancheck 0\.2\.0(\+[0-9a-f]+(\.[0-9a-f]{7})?)?\nFLINT [0-9.]+, .*\n\Z"
# Under the sanitizers these take minutes, in code that the unit tests run there too.
long = unittest.skipIf(os.environ.get("GANCHECK_SANITIZED"), "long under the sanitizers")


def validator(name):
    text = (ROOT / "report" / "schema" / f"{name}.schema.json").read_text()
    return jsonschema.Draft7Validator(json.loads(text))


def parsed(text):
    def refuse(constant):
        raise ValueError(f"{constant} is no JSON")
    return json.loads(text, parse_constant=refuse)


class CommandLine(unittest.TestCase):
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

    def files(self, directory):
        """The files of a report; its pictures have tests of their own."""
        return {f.name: f.read_bytes() for f in (self.cwd / directory).iterdir() if f.is_file()}

    def assert_refused(self, arguments, code, *words):
        result = self.run_program(*arguments)
        self.assertEqual(result.returncode, code, f"{arguments}: {result.stderr}")
        self.assertEqual(result.stdout, "", arguments)
        self.assertEqual(result.stderr.count("\n"), 1, f"{arguments}: {result.stderr}")
        self.assertTrue(result.stderr.startswith("gancheck: "), result.stderr)
        for word in words:
            self.assertIn(word, result.stderr, arguments)

    def assert_no_trailing_space(self, text):
        for line in text.splitlines():
            self.assertEqual(line, line.rstrip(), "a trailing space")


class Usage(CommandLine):
    def test_help_shows_examples_and_the_version_is_there(self):
        self.assertRegex(self.run_program("--version").stdout, VERSION)
        self.assertIn("verify", self.run_program("--help").stdout)
        for command in ("verify", "evaluate", "explain", "check", "list", "train"):
            result = self.run_program(command, "--help")
            self.assertEqual(result.returncode, 0)
            self.assertIn("Examples:\n  gancheck " + command, result.stdout)
            self.assertRegex(self.run_program(command, "--version").stdout, VERSION)

    def test_bad_usage_is_one_line_and_exit_4(self):
        for arguments, *words in [
            ([], "--help"),
            (["verfy"], "verfy", "'verify'"),
            (["verify", "--clam", "24"], "'--clam'", "'--claim'", "gancheck verify --help"),
            (["verify", "stray"], "stray"),
            (["verify", "--claim"], "--claim"),
            (["verify", "--claim", "optimal-discriminatr"], "'optimal-discriminator'"),
            (["verify", "--claim", "244"], "244", "'24'"),
            (["verify", "--witness", "grid,eye"], "eye", "symbolic"),
            (["verify", "--format", "jsn"], "jsn", "'json'"),
            (["verify", "--threads", "0"], "--threads"),
            (["verify", "--threads", "two"], "--threads"),
            (["verify", "--lang", "fr"], "--lang"),
            (["verify", "--color", "blue"], "--color"),
            (["verify", "--data", "point(0)"], "--generator"),
            (["verify", *SMALL, "--suite", "s.toml"], "--suite"),
            (["verify", "--data", "discrete(1/2,1/3)", "--generator", "point(1)"], "--data", "5/6"),
            (["verify", "--data", "point(1)", "--generator", "nosuch(1)"], "--generator", "nosuch"),
            (["verify", "--suite", "missing.toml"], "missing.toml"),
            (["verify", "--suite", "."], "directory"),
            (["evaluate", "--data", "point(0)"], "--generator"),
            (["evaluate", *SMALL, "--unit", "byte"], "byte"),
            (["evaluate", "--data", "poisson(", "--generator", "point(1)"], "--data", "character"),
            (["explain"], "claim"),
            (["explain", "24x"], "24x", "'24'"),
            (["list"], "topic"),
            (["list", "claim"], "claims, errata"),
        ]:
            self.assert_refused(arguments, 4, *words)
        self.assertEqual(list(self.cwd.iterdir()), [], "nothing is written")

    def test_tables_of_different_length_are_refused_everywhere(self):
        (self.cwd / "two.csv").write_text("0.5\n0.5\n")
        (self.cwd / "three.csv").write_text("0.5\n0.25\n0.25\n")
        pair = ["--data", "file(two.csv)", "--generator", "file(three.csv)"]
        self.assert_refused(["evaluate", *pair], 4, "2 weights", "3", "one length")
        self.assert_refused(["verify", *pair], 4, "2 weights", "3", "one length")
        (self.cwd / "pairs.toml").write_text(
            '[[pair]]\nname = "uneven"\ndata = "file(two.csv)"\ngenerator = "file(three.csv)"\n')
        self.assert_refused(["verify", "--suite", "pairs.toml"], 4, "pairs.toml:2", "one length")

    def test_an_empty_value_is_not_the_absence_of_an_option(self):
        self.assert_refused(["verify", "--data", "", "--generator", ""], 4, "--data", "empty")
        self.assert_refused(["verify", "--suite", ""], 4, "--suite", "empty")

    def test_what_is_not_there_yet_is_refused(self):
        for arguments in (["list", "games"], ["list", "divergences"]):
            self.assert_refused(arguments, 4, "not available yet")

    def test_a_pattern_without_a_match_is_exit_5(self):
        self.assert_refused(["verify", "--claim", "no-such-*"], 5, "no-such-*")

    def test_a_full_standard_output_is_exit_3(self):
        with open("/dev/full", "w") as full:
            result = self.run_program("list", "errata", stdout=full)
        self.assertEqual(result.returncode, 3)
        self.assertEqual(result.stderr.count("\n"), 1)


class Verify(CommandLine):
    def verify(self, *arguments, code=0, **options):
        """`code` None: this test does not ask whether the claims hold."""
        result = self.run_program("verify", *arguments, **options)
        if code is not None:
            self.assertEqual(result.returncode, code, result.stderr)
        return result

    def report(self, directory="gancheck-report"):
        document = parsed((self.cwd / directory / "report.json").read_text())
        validator("verify").validate(document)
        return document

    def test_json_is_one_valid_document_and_nothing_else(self):
        result = self.verify(*CLAIM, "--json")
        document = parsed(result.stdout)
        validator("verify").validate(document)
        self.assertEqual([c["number"] for ch in document["chapters"] for c in ch["claims"]], [24])
        self.assertEqual(document["summary"]["claims"], 1)
        self.assertEqual(result.stderr, "")
        self.assertEqual(list(self.cwd.iterdir()), [])

    def test_the_report_is_written_and_the_last_line_says_where(self):
        result = self.verify(*ALONE)  # on the built-in pairs
        self.assertEqual(set(self.files("gancheck-report")), STANDARD_FILES)
        last = result.stdout.splitlines()[-1]
        self.assertIn("exit 0", last)
        for name in STANDARD_FILES:
            self.assertIn("gancheck-report/" + name, last)
        self.assertIn(" 24  integrand-derivative  ", result.stdout)
        self.assert_no_trailing_space(result.stdout)
        self.assert_no_trailing_space((self.cwd / "gancheck-report" / "report.md").read_text())
        self.report()

    def test_formats_are_chosen(self):
        self.verify(*CLAIM, "--format", "json", "--out", "a")
        self.assertEqual([f.name for f in (self.cwd / "a").iterdir()], ["report.json"])
        self.verify(*CLAIM, "--json", "--out", "b")
        self.assertEqual(set(self.files("b")), STANDARD_FILES)
        self.verify(*CLAIM, "--format", "markdown-github,markdown-hexo", "--out", "c")
        self.assertEqual(set(self.files("c")),
                         {"report.github.md", "report.hexo.md"})

    def test_templates_of_ones_own(self):
        (self.cwd / "mine").mkdir()
        (self.cwd / "mine" / "style.css").write_text("/* a style of mine */")
        self.verify(*CLAIM, "--format", "html", "--template-dir", "mine", "--out", "a")
        page = (self.cwd / "a" / "report.html").read_text()
        self.assertIn("<style>/* a style of mine */</style>", page)
        before = self.files("a")
        (self.cwd / "mine" / "front-matter.md").write_text("by: {{author}}")
        self.assert_refused(["verify", *CLAIM, "--template-dir", "mine", "--out", "a"], 4,
                            "front-matter.md", "{{author}}", "{{title}}")
        (self.cwd / "mine" / "front-matter.md").rename(self.cwd / "mine" / "page.css")
        self.assert_refused(["verify", *CLAIM, "--template-dir", "mine", "--out", "a"], 4,
                            "page.css", "style.css")
        self.assert_refused(["verify", *CLAIM, "--template-dir", "nowhere"], 4, "nowhere")
        self.assertEqual(self.files("a"), before)

    def test_languages(self):
        def markdown(name):
            return (self.cwd / name / "report.md").read_text()
        chinese = re.compile("[一-鿿]")
        self.verify(*CLAIM, "--out", "en")
        self.assertNotRegex(markdown("en").split("## ", 2)[1], chinese)
        for environment in ({"LC_ALL": "zh_CN.UTF-8"}, {"LANG": "zh_TW.UTF-8"},
                            {"LC_MESSAGES": "zh_CN", "LANG": "en_GB", "LC_ALL": ""}):
            result = self.verify(*CLAIM, "--out", "zh", environment=environment)
            self.assertRegex(result.stdout, "退出码 0")
            self.assertRegex(markdown("zh"), "## 总览")
        result = self.verify(*CLAIM, "--out", "x", environment={"LC_ALL": "C", "LANG": "zh_CN"})
        self.assertIn("exit 0", result.stdout)
        self.verify(*CLAIM, "--out", "both", "--lang", "both")
        self.assertEqual(set(self.files("both")),
                         STANDARD_FILES | {"report.zh.md", "report.zh.tex"})
        self.assertRegex(markdown("both"), "## Summary")

    def test_colours(self):
        for arguments, environment, coloured in [
            ([], {}, False), (["--color", "always"], {}, True), ([], {"FORCE_COLOR": "1"}, True),
            ([], {"FORCE_COLOR": ""}, False), ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
            (["--color", "always"], {"NO_COLOR": "1"}, True),
            (["--color", "never"], {"FORCE_COLOR": "1"}, False)]:
            result = self.verify(*CLAIM, *arguments, environment=environment)
            self.assertEqual("\033[" in result.stdout, coloured, (arguments, environment))
            self.assertNotIn("\033[", result.stderr)

    def test_globs_numbers_and_ids_select(self):
        for words, numbers in [(["integrand-*"], {24}), (["2?"], None), (["24", "critical-point"],
                                                                         {24, 27})]:
            arguments = [*SMALL, *(a for w in words for a in ("--claim", w))]
            document = parsed(self.verify(*arguments, "--json", code=None).stdout)
            found = {c["number"] for ch in document["chapters"] for c in ch["claims"]}
            if numbers is None:
                self.assertTrue({24, 26, 27, 28, 29} & found)
                self.assertTrue(all(20 <= n <= 29 for n in found), found)
            else:
                self.assertEqual(found, numbers)

    @long
    def test_threads_change_nothing_but_the_time(self):
        # The claims that share the enclosures of a pair, each at its own precisions.
        claims = ("2", "12", "29", "kl-sum-identity", "jsd-identity")

        def outcome(threads):
            document = parsed(self.verify(*(word for c in claims for word in ("--claim", c)),
                                          "--json", "--threads", threads).stdout)
            self.assertEqual(document["run"].pop("threads"), threads)
            document["run"].pop("seconds")
            return document
        self.assertEqual(outcome(1), outcome(2))

    def test_own_pairs_show_controls_as_rejected_or_blind(self):
        document = parsed(self.verify(*SMALL, "--claim", "29", "--json").stdout)
        validator("verify").validate(document)
        self.assertEqual(document["run"]["suite"], "own pair")
        controls = document["chapters"][0]["claims"][0]["controls"]
        self.assertIn(True, [c["rejected_on_own_pairs"] for c in controls])
        self.assertIn("on own pairs", self.verify(*SMALL, "--claim", "29").stdout)

    def test_each_table_is_opened_once(self):
        """A pipe can be read once: another opening would wait for a writer for ever."""
        pipes = []
        for name, text in [("data", "0.5\n0.5\n"), ("generator", "0.25\n0.75\n")]:
            pipe = self.cwd / name
            os.mkfifo(pipe)
            threading.Thread(target=pipe.write_text, args=(text,), daemon=True).start()
            pipes += [f"--{name}", pipe]
        result = self.run_program("verify", *pipes, "--claim", "40", "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        claim = parsed(result.stdout)["chapters"][0]["claims"][0]
        enclosed = [c["verdict"] for c in claim["checks"] if c["witness"] == "ball"]
        self.assertIn("certified", enclosed)

    def test_a_suite_file(self):
        (self.cwd / "s.toml").write_text(
            '[[pair]]\nname = "one"\ndata = "discrete(1/2,1/2)"\ngenerator = "discrete(1,0)"\n'
            '[[pair]]\nname = "two"\ndata = "geometric(1/2)"\ngenerator = "poisson(2)"\n')
        document = parsed(self.verify("--suite", "s.toml", *ALONE, "--json").stdout)
        self.assertEqual(document["run"]["suite"], "s.toml")
        self.assertEqual(len(document["run"]["pairs"]), 2)

    def test_a_bad_suite_file_is_named_with_line_and_column(self):
        good = '[[pair]]\nname = "one"\ndata = "point(1)"\ngenerator = "point(2)"\n'
        for text, *words in [
            (good + 'colour = "red"\n', "s.toml:5:1:", "'colour'"),
            ("suite = 1\n" + good, "s.toml:1:1:", "'suite'"),
            ('[[pair]]\nname = "one"\ndata = "point(1)"\n', "s.toml:1:1:", "generator"),
            ('[[pair]]\nname = "one"\ndata = "point(1"\ngenerator = "point(2)"\n', "s.toml:3:8:",
             "data"),
            ('[[pair]]\nname = 1\ndata = "point(1)"\ngenerator = "point(2)"\n', "s.toml:2:8:", "quotes"),
            (good + good, "s.toml:6:8:", "'one'"),
            ("[[pair]\n", "s.toml:1:"),
            ("", "s.toml:1:1:", "[[pair]]"),
        ]:
            (self.cwd / "s.toml").write_text(text)
            self.assert_refused(["verify", "--suite", "s.toml"], 4, *words)

    def test_an_unwritable_directory_is_found_out_before_the_run(self):
        (self.cwd / "file").write_text("")
        for out in ("file", "file/below", "/proc/gancheck"):
            self.assert_refused(["verify", "--out", out], 4, out, "--out")

    def test_a_full_disk_is_exit_3_and_leaves_the_old_report(self):
        self.verify(*CLAIM)
        before = self.files("gancheck-report")

        def no_file_beyond_1000_bytes():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        result = self.run_program("verify", *CLAIM, "--lang", "zh",
                                  preexec_fn=no_file_beyond_1000_bytes, restore_signals=False)
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertEqual(result.stderr.count("\n"), 1)
        self.assertIn("gancheck-report/report.html", result.stderr)
        after = self.files("gancheck-report")
        self.assertEqual(before, after)

    def test_an_interrupted_run_writes_what_it_finished(self):
        run = subprocess.Popen([PROGRAM, "verify", "--threads", "1"], cwd=self.cwd,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        # The directory of the report is made just before the run begins.
        while not (self.cwd / "gancheck-report").is_dir() and run.poll() is None:
            time.sleep(0.01)
        time.sleep(0.2)
        run.send_signal(signal.SIGINT)
        output, errors = run.communicate(timeout=600)
        self.assertEqual(run.returncode, 2, errors)
        self.assertIs(self.report()["run"]["complete"], False)
        self.assertIn("INCOMPLETE", output)
        self.assertIn("**INCOMPLETE",
                      (self.cwd / "gancheck-report" / "report.md").read_text())

    def test_quiet_prints_the_totals_only_where_all_is_well(self):
        result = self.verify(*CLAIM, "--quiet")
        self.assertNotIn("integrand-derivative", result.stdout)
        self.assertIn("1 claim:", result.stdout)


class Render(CommandLine):
    def test_a_finished_report_is_written_again_to_the_same_bytes(self):
        files = STANDARD_FILES | {"report.zh.md", "report.zh.tex"}
        for own in ([], SMALL):
            self.run_program("verify", *own, *ALONE, "--lang", "both", "--out", "first")
            result = self.run_program("render", "first/report.json", "--lang", "both",
                                      "--out", "second")
            self.assertEqual(result.returncode, 0, result.stderr)
            written = [name for name in result.stdout.split() if name != "second/figures/"]
            self.assertEqual(set(written), {f"second/{name}" for name in files})
            for name in files:
                self.assertEqual((self.cwd / "first" / name).read_bytes(),
                                 (self.cwd / "second" / name).read_bytes(), name)

    def test_runs_of_several_claims_become_one_report(self):
        for name, claims in (("whole", "24 29"), ("one", "29"), ("other", "24")):
            chosen = [word for claim in claims.split() for word in ("--claim", claim)]
            result = self.run_program("verify", *SMALL, *chosen, "--json")
            (self.cwd / f"{name}.json").write_text(result.stdout)
        result = self.run_program("render", "one.json", "other.json", "--format", "json",
                                  "--out", "merged")
        self.assertEqual(result.returncode, 0, result.stderr)
        merged, whole = [parsed((self.cwd / path).read_text())
                         for path in ("merged/report.json", "whole.json")]
        merged["run"]["seconds"] = whole["run"]["seconds"] = 0
        self.assertEqual(merged, whole)
        validator("verify").validate(merged)

    def test_runs_on_a_file_that_changed_between_them_are_no_one_report(self):
        pair = ["--data", "d.csv", "--generator", "discrete(1/2,1/2)"]
        for claim, weights in (("24", "0.5\n0.5\n"), ("29", "0.25\n0.75\n")):
            (self.cwd / "d.csv").write_text(weights)
            result = self.run_program("verify", *pair, "--claim", claim, "--json")
            (self.cwd / f"{claim}.json").write_text(result.stdout)
        self.assert_refused(["render", "24.json", "29.json"], 4, "a file has changed")

    def test_what_is_no_report_is_refused(self):
        (self.cwd / "empty.json").write_text("{}")
        self.run_program("verify", *CLAIM, "--out", "run")
        self.assert_refused(["render", "empty.json"], 4, "empty.json", "'schema'", "name a report")
        self.assert_refused(["render", "run/report.md"], 4, "line 1, column 1")
        self.assert_refused(["render", "missing.json"], 4, "missing.json: it cannot be read")
        self.assert_refused(["render", "run"], 4, "run: it cannot be read")
        self.assert_refused(["render"], 4, "report")
        self.assert_refused(["render", "run/report.json", "run/report.json"], 4, "was run twice")
        self.assert_refused(["render", "run/report.json", "--format", "pdf"], 4, "pdf")


class Evaluate(CommandLine):
    def evaluate(self, *arguments):
        result = self.run_program("evaluate", *arguments, "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        document = parsed(result.stdout)
        validator("evaluate").validate(document)
        return document

    def assert_encloses(self, quantity, value):
        self.assertLessEqual(decimal.Decimal(quantity["lower"]), value)
        self.assertGreaterEqual(decimal.Decimal(quantity["upper"]), value)

    def test_the_second_witness_has_its_closed_forms(self):
        log = decimal.Decimal(4) / 3
        log = log.ln()
        for unit, one in (("nat", decimal.Decimal(1)), ("bit", decimal.Decimal(2).ln())):
            document = self.evaluate(*W2, "--unit", unit)
            self.assertEqual(document["unit"], unit)
            q = document["quantities"]
            jsd = log * 3 / 4 / one
            self.assert_encloses(q["jsd"], jsd)
            self.assertAlmostEqual(q["jsd"]["value"], float(jsd), delta=1e-15)
            self.assert_encloses(q["js_distance"], jsd.sqrt())
            self.assert_encloses(q["kl_data_mixture"], log / one)
            self.assert_encloses(q["kl_generator_mixture"], log / 2 / one)
            self.assert_encloses(q["kl_data_generator"], decimal.Decimal(2).ln() / one)
            self.assertEqual(q["kl_generator_data"]["value"], "inf")
            self.assert_encloses(q["tv"], decimal.Decimal("0.5"))
            self.assert_encloses(q["value_at_optimum"], 2 * jsd - decimal.Decimal(4).ln() / one)
            self.assert_encloses(q["mass_data"], decimal.Decimal(1))
            for quantity in q.values():
                self.assertTrue(quantity["rigorous"] or quantity["note"])

    def test_only_what_is_asked_for_is_printed(self):
        q = self.evaluate(*W2)["quantities"]
        self.assertEqual(len(q), 10)
        self.assertEqual(list(q)[0], "jsd")
        q = self.evaluate(*W2, "--quantity", "psi", "--quantity", "tv")["quantities"]
        self.assertEqual(list(q), ["tv", "jeffreys"])
        self.assertEqual(q["jeffreys"]["value"], "inf")
        # P = (1,0), Q = (1/2,1/2): the affinity is sqrt(1/2).
        q = self.evaluate(*W2, "--quantity", "hellinger", "--quantity", "bhattacharyya")["quantities"]
        root = decimal.Decimal("0.5").sqrt()
        self.assert_encloses(q["hellinger"], (1 - root).sqrt())
        self.assert_encloses(q["bhattacharyya"], decimal.Decimal(2).ln() / 2)
        result = self.run_program("evaluate", *W2, "--quantity", "helinger")
        self.assertEqual(result.returncode, 4)
        self.assertIn("did you mean 'hellinger'?", result.stderr)

    def test_entropies_are_refused_where_there_are_none(self):
        mixed = ["--data", "mixture(1/2*point(0),1/2*normal(0,1))", "--generator", "normal(0,1)"]
        self.assert_refused(["evaluate", *mixed, "--quantity", "entropy_data"], 4,
                            "entropy_data", "atoms and a density")
        self.assert_refused(["check", *mixed, "--quantity", "entropy_data", "--value", "1"], 4,
                            "entropy_data")
        self.assert_refused(["evaluate", "--data", "poisson(1)", "--generator", "normal(0,1)",
                             "--quantity", "cross_entropy"], 4, "atoms and the other a density")
        plane = ["--data", "normal2(0,0,1,1,0)", "--generator", "normal2(1,0,1,1,0)"]
        self.assert_refused(["evaluate", *plane, "--quantity", "entropy_data"], 4, "plane")
        document = self.evaluate(*mixed, "--quantity", "all")
        self.assertNotIn("entropy_data", document["quantities"])
        self.assertIn("entropy_generator", document["quantities"])
        self.assertTrue(any("entropy_data is left out" in r for r in document["remarks"]))

    def test_densities_have_their_closed_forms(self):
        q = self.evaluate("--data", "normal(0,1)", "--generator", "normal(1,2)")["quantities"]
        log2 = decimal.Decimal(2).ln()
        self.assert_encloses(q["kl_data_generator"], log2 - decimal.Decimal("0.25"))
        self.assert_encloses(q["kl_generator_data"], 2 - log2)
        q = self.evaluate("--data", "triangular(0,1,1)", "--generator",
                          "triangular(0,0,1)")["quantities"]
        self.assert_encloses(q["value_at_optimum"], decimal.Decimal(-1))
        self.assert_encloses(q["tv"], decimal.Decimal("0.5"))
        for quantity in ("jsd", "tv", "mass_data"):
            for error in ("rounding", "truncation", "discretisation"):
                self.assertGreaterEqual(q[quantity][error], 0)

    def test_as_many_digits_are_enclosed_as_are_asked_for(self):
        with decimal.localcontext() as context:
            context.prec = 230
            log2 = decimal.Decimal(2).ln()
            for digits in (1, 30, 200):
                q = self.evaluate("--data", "normal(0,1)", "--generator", "normal(1,2)", "--digits",
                                  digits)["quantities"]
                for name, value in q.items():
                    self.assertEqual(value["witness"], "ball", name)
                    self.assertTrue(value["rigorous"], name)
                    self.assertGreaterEqual(value["digits"], digits, name)
                    half = (decimal.Decimal(value["upper"]) - decimal.Decimal(value["lower"])) / 2
                    self.assertLessEqual(half, abs(decimal.Decimal(value["upper"])) *
                                         decimal.Decimal(10) ** -value["digits"], name)
                self.assert_encloses(q["kl_data_generator"], log2 - decimal.Decimal("0.25"))
                self.assert_encloses(q["kl_generator_data"], 2 - log2)
                self.assert_encloses(q["mass_data"], decimal.Decimal(1))
            # JSD of two normal laws at a distance of 1e-100 is 1e-200/8 to a hundred digits.
            q = self.evaluate("--data", "normal(0,1)", "--generator",
                              "normal(1e-100,1)")["quantities"]
            self.assert_encloses(q["jsd"], decimal.Decimal("1.25e-201"))
            self.assertGreaterEqual(q["jsd"]["digits"], 30)
        for bad in (["--digits", "0"], ["--digits", "201"], ["--digits", "many"],
                    ["--digits", "20", "--witness", "grid"], ["--witness", "symbolic"]):
            self.assert_refused(["evaluate", *SMALL, *bad], 4, bad[0])

    def test_the_grid_witness_is_there_when_it_is_asked_for(self):
        q = self.evaluate("--data", "normal(0,1)", "--generator", "normal(1,2)", "--witness",
                          "grid")["quantities"]
        exact = self.evaluate("--data", "normal(0,1)", "--generator", "normal(1,2)")["quantities"]
        for name, value in q.items():
            self.assertEqual(value["witness"], "grid")
            self.assertFalse(value["rigorous"])
            self.assertIn("estimated", value["note"])
            self.assert_encloses(value, decimal.Decimal(exact[name]["lower"]))

    @long
    def test_what_is_certified_needs_no_remark(self):
        q = self.evaluate("--data", "laplace(0,1)", "--generator", "normal(0,1)")["quantities"]
        for name in ("jsd", "kl_data_generator", "kl_generator_data"):
            self.assertTrue(q[name]["rigorous"])
            self.assertEqual(q[name]["note"], "")
        # What has no bound is the grid's number, and not certified.
        cauchys = [f"pushforward(cauchy(0,{scale}),exp())" for scale in (1, 2)]
        q = self.evaluate("--data", cauchys[0], "--generator", cauchys[1])["quantities"]
        self.assertFalse(q["kl_data_generator"]["rigorous"])
        self.assertIn("not enclosed", q["kl_data_generator"]["note"])

    @long
    def test_a_discriminator_is_compared_with_the_optimal_one(self):
        log = (decimal.Decimal(4) / 3).ln()
        document = self.evaluate(*W2, "--discriminator", "constant(1/2)")
        q = document["quantities"]
        self.assertEqual(document["discriminator"], "constant(1/2)")
        self.assert_encloses(q["value_at_discriminator"], -decimal.Decimal(4).ln())
        self.assert_encloses(q["regret"], log * 3 / 2)
        self.assert_encloses(q["sup_distance"], decimal.Decimal("0.5"))
        (self.cwd / "d.csv").write_text("0.25\n0.5\n")
        q = self.evaluate(*W2, "--discriminator", "file(d.csv)")["quantities"]
        self.assert_encloses(q["sup_distance"], decimal.Decimal("0.5"))
        self.assert_encloses(q["value_at_discriminator"],
                             decimal.Decimal("0.25").ln() + decimal.Decimal("0.75").ln() / 2 +
                             decimal.Decimal("0.5").ln() / 2)
        # D* of two normal laws is a logistic function.
        normals = ("--data", "normal(0,1)", "--generator", "normal(1,1)")
        q = self.evaluate(*normals, "--discriminator", "logistic(-1,1/2)")["quantities"]
        self.assertLess(abs(float(q["regret"]["upper"])), 1e-20)
        self.assertLess(q["sup_distance"]["value"], 1e-15)
        self.assertAlmostEqual(q["value_at_discriminator"]["value"],
                               2 * 0.1114214821847361797172368 - 1.3862943611198906188, delta=1e-14)
        q = self.evaluate(*normals, "--discriminator", "constant(0)")["quantities"]
        self.assertEqual(q["value_at_discriminator"]["value"], "-inf")
        self.assertEqual(q["regret"]["value"], "inf")
        # The supremum may lie at an end of the support, or be a limit; a steep D is seen.
        for data, generator, d, value in (
                ("uniform(0,1)", "uniform(0,2)", "logistic(1,0)", 0.8807970779778824),
                ("exponential(1)", "exponential(2)", "constant(9/10)", 0.9 - 1 / 3),
                ("normal(0,1)", "normal(0,1001/1000)", "constant(1/2)", 0.5),
                ("uniform(0,1)", "uniform(1,2)", "logistic(-1e6,1e6)", 0.5)):
            q = self.evaluate("--data", data, "--generator", generator, "--discriminator",
                              d)["quantities"]["sup_distance"]
            self.assertLessEqual(float(q["lower"]), value + 1e-15)
            self.assertGreaterEqual(float(q["upper"]), value - 1e-15)
            self.assertGreaterEqual(q["digits"], 6)
        # D* of two normal laws tends to 0 or 1 however near they are: only [0, 1/2] can be said.
        q = self.evaluate("--data", "normal(0,1)", "--generator", "normal(1e-9,1)",
                          "--discriminator", "constant(1/2)")["quantities"]["sup_distance"]
        self.assertGreaterEqual(float(q["upper"]), 0.5)
        q = self.evaluate("--data", "uniform(0,1)", "--generator", "uniform(1,2)",
                          "--discriminator", "logistic(-1e6,1e6)")["quantities"]
        self.assertAlmostEqual(q["regret"]["value"] * 1e6, 1.6449340668482264, delta=1e-11)
        for bad in ("constant(2)", "constant(-1)", "logistic(1)", "sigmoid(1,2)", "file(none.csv)"):
            self.assert_refused(["evaluate", *normals, "--discriminator", bad], 4,
                                "--discriminator")

    def test_own_pairs_with_densities_are_verified(self):
        result = self.run_program("verify", "--data", "normal(0,1)", "--generator",
                                  "uniform(-1,2)", "--out", "report")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("0 undecided, 0 failed, 0 refuted", result.stdout)
        self.assertNotIn("0 named pairs", result.stdout)

    def test_parameters_out_of_their_domain_are_refused(self):
        for law in ("normal(0,0)", "normal(0,-1)", "uniform(1,0)", "beta(0,1)", "gamma(1,-1)",
                    "student_t(0)", "triangular(0,2,1)", "scale(normal(0,1),0)", "normal(1)",
                    "truncate(uniform(0,1),2,3)", "pushforward(normal(0,1),log())",
                    "normal(0,1e301)", "normal(nan,1)", "shift(" * 65 + "normal(0,1)" + ",1)" * 65):
            self.assert_refused(["evaluate", "--data", law, "--generator", "normal(0,1)"], 4,
                                "--data: ", "character")

    def test_a_remark_of_a_law_is_passed_on(self):
        (self.cwd / "w.csv").write_text("1\n3\n")
        document = self.evaluate("--data", "normalise(file(w.csv))", "--generator",
                                 "discrete(1/2,1/2)")
        self.assertEqual(len(document["remarks"]), 1)
        self.assertTrue(document["remarks"][0].startswith("data: "))

    def test_the_table_names_every_value_with_its_unit(self):
        text = self.run_program("evaluate", *W2, "--unit", "bit").stdout
        self.assertRegex(text, r"\njsd +0\.311278124459132\d* +\S+ +bit ")  # 3/4 log2(4/3)
        self.assertRegex(text, r"\ntv +0\.5 +0 +- ")
        self.assert_no_trailing_space(text)


def english_in(chinese):
    """Three English words in a row, which no name, formula or specification has."""
    text = re.sub(r"\$[^$]*\$|`[^`]*`", "", chinese)
    return re.findall(r"(?:\b[A-Za-z]{2,}\b,? ){2,}\b[A-Za-z]{2,}\b", text)


def chinese_texts(value):
    """Of a document: its members "zh" and "..._zh"."""
    if isinstance(value, list):
        for item in value:
            yield from chinese_texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            of_this = [item] if isinstance(item, str) else item
            if (key == "zh" or key.endswith("_zh")) and all(isinstance(t, str) for t in of_this):
                yield from of_this
            else:
                yield from chinese_texts(item)


class Chinese(CommandLine):
    @long
    def test_no_english_sentence_stands_in_the_chinese_of_a_whole_run(self):
        document = parsed(self.run_program("verify", "--json").stdout)
        texts = list(chinese_texts(document))
        self.assertGreater(len(texts), 2000)
        self.assertEqual([t for t in texts if english_in(t)], [])

    def test_none_in_what_the_other_commands_say(self):
        (self.cwd / "animals.csv").write_text(
            "animal,count,year\ncat,\"1,250\",1\nowl,\"3,000\",2\ntotal,\"4,250\",3\n")
        animals = ["--data", "normalise(animals.csv)", "--generator", "normalise(animals.csv)"]
        mixed = ["--data", "mixture(1/2*point(0),1/2*normal(0,1))", "--generator", "cauchy(0,1)"]
        turned = ["--data", "pushforward(product(laplace(0,1),laplace(0,1)),affine(1,1,-1,1,0,0))",
                  "--generator", "normal2(0,0,1,1,1/2)"]
        for words in (["evaluate", *animals], ["evaluate", *mixed, "--quantity", "all"],
                      ["evaluate", *turned], ["evaluate", *W2, "--witness", "grid"],
                      ["check", *animals, "--quantity", "jsd", "--value", "0.3"],
                      *(["list", topic] for topic in
                        ("claims", "errata", "symbols", "quantities", "formats"))):
            result = self.run_program(*words, "--lang", "zh")
            said = (result.stdout + result.stderr).splitlines()
            self.assertEqual([line for line in said if english_in(line)], [], words)

    def test_the_english_is_not_taken_for_chinese(self):
        self.assertTrue(english_in("the last row was left out"))
        self.assertFalse(english_in("kl_data_generator 0.5 nat"))
        self.assertFalse(english_in("分布 normal(0,1) 与 `a b c d` 及 $x y z w$"))


class Explain(CommandLine):
    @long
    def test_an_id_and_its_number_explain_the_same_claim(self):
        by_id = self.run_program("explain", "integrand-derivative", "--full")
        by_number = self.run_program("explain", "24", "--lang", "en")
        self.assertEqual(by_id.returncode, 0, by_id.stderr)
        self.assertEqual(by_id.stdout.splitlines()[0], by_number.stdout.splitlines()[0])
        self.assertIn(r" 97  $=\int[ P_{data}{1 \over D}+P_g{-1 \over 1-D}]dx$", by_id.stdout)
        self.assertIn("TRUE", by_id.stdout)
        self.assertIn("margin", by_id.stdout)
        self.assert_no_trailing_space(by_id.stdout)

    def test_a_claim_is_told_on_two_pages_without_tex(self):
        for language, heading, wrong in (("en", "A small example, computed now", "What is wrong (E18)"),
                                         ("zh", "一个小例子（当场算出）", "问题所在（E18）")):
            result = self.run_program("explain", "40", "--lang", language)
            self.assertEqual(result.returncode, 0, result.stderr)
            lines = result.stdout.splitlines()
            self.assertLess(len(lines), 100)
            for line in lines:
                self.assertNotRegex(line, r"[\\$&]")
                columns = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
                if "gancheck " not in line:
                    self.assertLessEqual(columns, 80, line)
            self.assertIn("\n" + heading + "\n", result.stdout)
            self.assertIn(wrong, result.stdout)
            # By hand, for P = (6, 3, 1)/10 and Q = (1, 2, 7)/10: p/(p+q) = 6/7, 3/5, 1/8.
            self.assertRegex(result.stdout, r"\n +D\* = p/\(p\+q\) +6/7 +3/5 +1/8\n")
            self.assert_no_trailing_space(result.stdout)

    @long
    def test_an_erratum_is_shown_with_its_counterexample(self):
        result = self.run_program("explain", "E14", "--lang", "en")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stdout.splitlines()[0], "E14: wrong")
        self.assertIn(" 99  令导数为0：", result.stdout)
        for words in ("D = 1/2 solves that equation", "What holds instead", "25  integrated-foc-insufficient",
                      "half-solves [proved]", "half-not-optimal [proved]"):
            self.assertIn(words, result.stdout)
        self.assertEqual(self.run_program("explain", "e14", "--lang", "en").stdout, result.stdout)
        self.assert_no_trailing_space(result.stdout)
        self.assertIn("只是书写问题", self.run_program("explain", "E17", "--lang", "zh").stdout)
        self.assert_refused(["explain", "E26"], 4, "E26", "E1 to E25")

    @long
    def test_a_line_of_the_note_is_explained(self):
        text = self.run_program("explain", "--line", "104", "--lang", "en").stdout
        for words in ("104  故 D 存在最大值", "strict-concavity", "max-exists", "ILL-TYPED", "E16 (wrong, gap)"):
            self.assertIn(words, text)
        self.assert_no_trailing_space(text)
        text = self.run_program("explain", "--line", "142", "--lang", "en").stdout
        self.assertIn("None: the line has no content", text)
        for line in ("0", "147"):
            self.assert_refused(["explain", "--line", line], 4, line, "1 to 1")
        self.assert_refused(["explain", "24", "--line", "3"], 4, "--line")

    def test_in_chinese(self):
        text = self.run_program("explain", "24", "--lang", "zh", "--full").stdout
        for heading in ("命题内容", "假设", "笔记原文", "检验", "对照"):
            self.assertIn("\n" + heading, text)


    @long
    def test_every_piece_can_be_run_again_by_the_printed_command(self):
        text = self.run_program("explain", "lower-bound-log4", "--full").stdout
        commands = [line.split()[1:] for line in text.splitlines()
                    if line.startswith("    gancheck verify")]
        self.assertEqual({c[-1] for c in commands}, {"grid", "ball", "symbolic"})
        self.assertTrue(all(c[1:3] == ["--claim", "lower-bound-log4"] for c in commands))
        evaluations = [shlex.split(line)[1:] for line in text.splitlines()
                       if line.startswith("    gancheck evaluate")]
        self.assertGreater(len(evaluations), 40)
        result = self.run_program(*evaluations[0], "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("all P, Q", text)
        for words in ("linearity-of-the-integral", "FLINT", "GiNaC", "judge.cpp", "W7"):
            self.assertIn(words, text)


class List(CommandLine):
    def listed(self, topic, *arguments):
        result = self.run_program("list", topic, *arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assert_no_trailing_space(result.stdout)
        return result.stdout

    def test_topics(self):
        for topic, words in [("claims", "optimal-discriminator"), ("errata", "E25"),
                             ("families", "geometric(p)"), ("quantities", "value_at_optimum"),
                             ("formats", "report.json"), ("suites", "W7")]:
            for language in ("en", "zh"):
                self.assertIn(words, self.listed(topic, "--lang", language))
        self.assertEqual(len(re.findall(r"(?m)^E\d+ ", self.listed("errata"))), 25)

    def test_every_listed_quantity_is_evaluated(self):
        names = [line.split()[0] for line in self.listed("quantities").splitlines()[1:]]
        for laws in (W2, ("--data", "normal2(0,0,1,1,0)", "--generator", "normal2(1,0,1,2,0)")):
            result = self.run_program("evaluate", *laws, "--quantity", "all", "--json")
            plane = laws is not W2  # where entropies are not evaluated
            there = [n for n in names if not (plane and "entropy" in n)]
            self.assertEqual(there, list(parsed(result.stdout)["quantities"]))


if __name__ == "__main__":
    unittest.main()
