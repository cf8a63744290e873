"""`gancheck plot` and `gancheck sweep` as their contract says, against the built program; and the
figures of a report. Pictures are looked at where gnuplot is installed.

Usage: plot_sweep_test.py PROGRAM SOURCE_DIRECTORY
"""
import csv
import fractions
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
OWN = ["--data", "normal(0,1)", "--generator", "laplace(1,1/2)"]
FOR_OWN_PAIRS = ["densities", "landscape", "supports", "regret", "separation"]
GNUPLOT = shutil.which("gnuplot")


class Case(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.cwd = pathlib.Path(directory.name)

    def run_program(self, *arguments, path=None):
        environment = dict(os.environ, LC_ALL="C.UTF-8")
        if path is not None:
            environment["PATH"] = path
        return subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.cwd, text=True,
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, timeout=600)

    def succeed(self, *arguments):
        done = self.run_program(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return done.stdout

    def assert_refused(self, arguments, *words):
        done = self.run_program(*arguments)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        return done.stderr


class Plot(Case):
    def plot(self, *arguments):
        return self.succeed("plot", *arguments)

    @unittest.skipUnless(GNUPLOT, "gnuplot is not installed")
    def test_formats_and_languages(self):
        for name, start in [("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.png", b"\x89PNG")]:
            self.assertEqual(self.plot(*OWN, "--figure", "densities", "--out", name), "")
            self.assertTrue((self.cwd / name).read_bytes().startswith(start))
        self.plot(*OWN, "--figure", "densities", "--out", "zh.svg", "--lang", "zh")
        self.assertIn("密度", (self.cwd / "zh.svg").read_text())

    @unittest.skipUnless(GNUPLOT, "gnuplot is not installed")
    def test_supports_beyond_both_edges_are_drawn(self):
        self.plot("--data", "normal(0,1)", "--generator", "laplace(0,1)", "--figure", "supports",
                  "--out", "a.svg")
        picture = (self.cwd / "a.svg").read_text()
        # A line for P in the ink of the data, one for Q in that of the generator.
        for ink in (r"0, 114, 178", r"213, +94, +0"):
            self.assertRegex(picture, rf"<path stroke='rgb\( *{ink}\)'[^>]* d='M")

    @unittest.skipUnless(GNUPLOT, "gnuplot is not installed")
    def test_every_figure_is_svg_with_words_and_the_same_bytes_again(self):
        names = [line.split()[0] for line in self.succeed("list", "figures").splitlines()[1:]]
        self.assertGreaterEqual(len(names), 11)
        for name in names:
            self.plot("--figure", name, "--out", "a.svg", "--lang", "en")
            first = (self.cwd / "a.svg").read_bytes()
            tree = xml.etree.ElementTree.fromstring(first)
            svg = "{http://www.w3.org/2000/svg}"
            self.assertEqual(tree.get("role"), "img")
            self.assertTrue(tree.find(f"{svg}title").text)
            self.assertTrue(tree.find(f"{svg}desc").text)
            self.assertTrue(list(tree.iter(f"{svg}text")), name)
            ids = [e.get("id") for e in tree.iter() if e.get("id")]
            self.assertEqual(len(ids), len(set(ids)), name)
            self.assertTrue(all(i.startswith(f"{name}-en-") for i in ids), name)
            self.assertNotIn(b"black", first)
        self.plot("--figure", names[-1], "--out", "b.svg", "--lang", "en")
        self.assertEqual((self.cwd / "b.svg").read_bytes(), first)

    @unittest.skipUnless(GNUPLOT, "gnuplot is not installed")
    def test_own_pairs_of_every_kind(self):
        (self.cwd / "it's`date`.csv").write_text("letter,a,b\nx,0.5,0.25\ny,0.5,0.75\n")
        table = ["--table", "it's`date`.csv", "--data", "a", "--generator", "b"]
        pairs = [(OWN, FOR_OWN_PAIRS),
                 (["--data", "poisson(3)", "--generator", "geometric(1/3)"], FOR_OWN_PAIRS),
                 (["--data", "beta(1/2,1/2)", "--generator", "cauchy(0,1)"], FOR_OWN_PAIRS),
                 (["--data", "mixture(1/2*point(0),1/2*uniform(0,1))", "--generator",
                   "uniform(0,2)"], FOR_OWN_PAIRS),
                 (table, ["densities", "landscape", "regret"]),
                 (["--data", "ring(5,3,1/4)", "--generator", "product(uniform(-4,4),laplace(0,1))"],
                  ["ring", "regret"])]
        for pair, names in pairs:
            for name in names:
                self.plot(*pair, "--figure", name, "--out", "a.svg")
                xml.etree.ElementTree.parse(self.cwd / "a.svg")

    def test_refusals(self):
        file = ["--out", "a.svg"]
        self.assert_refused(["plot", "--figure", "densitys", *file], "'densitys'", "densities")
        self.assert_refused(["plot", "--figure", "scipy", "--out", "a.jpg"], "a.jpg", ".svg")
        self.assert_refused(["plot", "--figure", "scipy", "--out", "a"], ".svg, .pdf or .png")
        self.assert_refused(["plot", "--figure", "scipy"], "--out")
        self.assert_refused(["plot", "--figure", "scipy", "--out", "/proc/none/a.svg"],
                            "/proc/none", "--out")
        (self.cwd / "d.svg").mkdir()
        self.assert_refused(["plot", "--figure", "scipy", "--out", "d.svg"], "is a directory")
        self.assert_refused(["plot", "--figure", "regret", "--data", "normal(0,1)", *file],
                            "--generator")
        self.assert_refused(["plot", "--figure", "scipy", *OWN, *file], *FOR_OWN_PAIRS)
        self.assert_refused(["plot", "--figure", "ring", *OWN, *file], *FOR_OWN_PAIRS)
        self.assert_refused(["plot", "--figure", "regret", "--data", "uniform(0,1)", "--generator",
                             "uniform(2,3)", *file], "share no point", "densities")
        self.assert_refused(["plot", "--figure", "densities", "--data", "normal(0)", "--generator",
                             "normal(0,1)", *file], "--data", "character")
        self.assertFalse((self.cwd / "a.svg").exists())

    def test_without_gnuplot(self):
        done = self.run_program("plot", "--figure", "landscape", "--out", "a.svg", path="/none")
        self.assertEqual(done.returncode, 4)
        self.assertIn("apt-get install gnuplot-nox", done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertFalse((self.cwd / "a.svg").exists())


class FiguresOfReports(Case):
    def verify(self, *arguments, path=None):
        done = self.run_program("verify", "--claim", "jsd-identity", "--witness", "symbolic",
                                "--quiet", *arguments, path=path)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    @unittest.skipUnless(GNUPLOT, "gnuplot is not installed")
    def test_files_beside_the_report_and_again_by_render(self):
        self.verify("--out", "r", "--lang", "both", "--format", "markdown,latex,json")
        names = sorted(p.name for p in (self.cwd / "r" / "figures").iterdir())
        self.assertEqual(names, [f"{figure}{tongue}.{kind}" for figure in ("scipy", "separation")
                                 for tongue, kind in (("", "pdf"), ("", "svg"), (".zh", "pdf"),
                                                      (".zh", "svg"))])
        time.sleep(1.1)  # a file that says when it was made says something else now
        self.succeed("render", "r/report.json", "--out", "again", "--lang", "both", "--format",
                     "markdown,latex,json")
        for name in names:
            self.assertEqual((self.cwd / "again" / "figures" / name).read_bytes(),
                             (self.cwd / "r" / "figures" / name).read_bytes())
        self.assertEqual((self.cwd / "again" / "report.json").read_bytes(),
                         (self.cwd / "r" / "report.json").read_bytes())
        figures = json.loads((self.cwd / "r" / "report.json").read_text())["figures"]
        self.assertEqual([f["name"] for f in figures], ["separation", "scipy"])

    def test_own_pair(self):
        self.verify("--out", "r", "--format", "json", *OWN)
        figures = json.loads((self.cwd / "r" / "report.json").read_text())["figures"]
        self.assertEqual([f["name"] for f in figures],
                         ["densities", "landscape", "supports", "regret"])
        self.assertFalse((self.cwd / "r" / "figures").exists())

    def test_without_gnuplot_the_report_is_written_and_says_what_is_missing(self):
        done = self.verify("--out", "r", "--format", "markdown", path="/none")
        self.assertIn("apt-get install gnuplot-nox", done.stderr)
        self.assertTrue((self.cwd / "r" / "report.md").exists())
        self.assertFalse((self.cwd / "r" / "figures").exists())


class Sweep(Case):
    PAIR = ["--data", "normal(0,1)", "--generator", "normal(t,1)"]

    def sweep(self, *arguments):
        return self.succeed("sweep", *arguments)

    def rows(self, *arguments):
        return list(csv.DictReader(io.StringIO(self.sweep(*arguments))))

    def test_values_are_those_of_evaluate(self):
        rows = self.rows(*self.PAIR, "--t", "0:2:1/2", "--quantity", "jsd", "--quantity",
                         "kl_data_generator", "--quantity", "tv")
        self.assertEqual([row["t"] for row in rows], ["0", "0.5", "1", "1.5", "2"])
        for row in rows:
            found = json.loads(self.succeed("evaluate", "--data", "normal(0,1)", "--generator",
                                            f"normal({row['t']},1)", "--json"))["quantities"]
            for name in ("jsd", "kl_data_generator", "tv"):
                self.assertEqual(float(row[name]), found[name]["value"])
                self.assertEqual(row[f"{name}_lower"], found[name]["lower"])
                self.assertEqual(row[f"{name}_upper"], found[name]["upper"])
            t = fractions.Fraction(row["t"])  # KL(N(0,1)||N(t,1)) = t²/2
            lower, upper = (fractions.Fraction(row[f"kl_data_generator_{end}"])
                            for end in ("lower", "upper"))
            self.assertLessEqual(lower, t * t / 2)
            self.assertGreaterEqual(upper, t * t / 2)

    def test_the_range_is_exact(self):
        grid = ["--witness", "grid", "--quantity", "tv"]
        tenths = self.rows(*self.PAIR, "--t", "0:1:0.1", *grid)
        self.assertEqual([row["t"] for row in tenths],
                         ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"])
        self.assertEqual(len(self.rows(*self.PAIR, "--t", "0:1:1/3", *grid)), 4)
        self.assertEqual(len(self.rows(*self.PAIR, "--t", "0:0.99:1/3", *grid)), 3)
        self.assertEqual([row["t"] for row in self.rows(*self.PAIR, "--t", "1:-1:-1", *grid)],
                         ["1", "0", "-1"])
        self.assertEqual(len(self.rows(*self.PAIR, "--t", "2:2:1", *grid)), 1)

    def test_json_lines(self):
        text = self.sweep("--data", "discrete(1,0)", "--generator", "discrete(t,1-t)", "--t",
                          "1/3:1:1/3", "--format", "jsonl", "--quantity", "kl_generator_data",
                          "--quantity", "tv")
        lines = [json.loads(line) for line in text.splitlines()]
        self.assertEqual([line["t_exact"] for line in lines], ["1/3", "2/3", "1"])
        self.assertEqual(lines[0]["quantities"]["kl_generator_data"]["value"], "inf")
        self.assertEqual(lines[2]["quantities"]["tv"]["value"], 0)
        self.assertAlmostEqual(lines[1]["quantities"]["tv"]["value"], 1 / 3)
        self.assertTrue(lines[0]["quantities"]["tv"]["rigorous"])

    def test_t_stands_for_a_number_only(self):
        (self.cwd / "t").write_text("0.5\n0.5\n")
        rows = self.rows("--data", "file(t)", "--generator", "discrete(t,1-t)", "--t", "1/4:3/4:1/4",
                         "--quantity", "tv")
        self.assertEqual([float(row["tv"]) for row in rows], [0.25, 0, 0.25])
        rows = self.rows("--data", "normal(-t,1)", "--generator", "student_t( t , 0 , 1 )", "--t",
                         "3:4:1", "--quantity", "tv")
        self.assertEqual(len(rows), 2)

    def test_units_planes_and_files(self):
        nat, bit = (self.rows(*self.PAIR, "--t", "1:1:1", "--quantity", "jsd", "--unit", unit)[0]
                    for unit in ("nat", "bit"))
        self.assertAlmostEqual(float(nat["jsd"]) / float(bit["jsd"]), 0.6931471805599453)
        plane = self.rows("--data", "normal2(0,0,1,1,0)", "--generator", "normal2(t,0,1,1,0)", "--t",
                          "1:1:1", "--quantity", "jsd")[0]
        self.assertAlmostEqual(float(plane["jsd"]), float(nat["jsd"]), places=12)
        self.assertEqual(self.sweep(*self.PAIR, "--t", "1:1:1", "--out", "s.csv"), "")
        self.assertTrue((self.cwd / "s.csv").read_text().startswith("t,jsd,jsd_lower,jsd_upper,"))

    def test_refusals(self):
        def refused(range_, *words, pair=self.PAIR):
            self.assert_refused(["sweep", *pair, "--t", range_, "--out", "s.csv"], *words)
        refused("0:8", "start:stop:step")
        refused("0:8:0", "step of 0")
        refused("0:8:-1", "step of -1")
        refused("a:1:1", "'a'")
        refused("0:1:1/0", "'1/0'")
        refused("0:1:1e-9", "100000")
        refused("0:1:", "no number")
        refused("0:1:1", "parameter t", pair=["--data", "normal(0,1)", "--generator", "normal(0,1)"])
        refused("0:1:1", "at t = 0", "stddev",
                pair=["--data", "normal(0,1)", "--generator", "normal(0,t)"])
        self.assert_refused(["sweep", *self.PAIR, "--t", "0:1:1", "--quantity", "jsdd"], "'jsdd'")
        self.assert_refused(["sweep", *self.PAIR, "--t", "0:1:1", "--out", "/proc/none/s.csv"],
                            "/proc/none")
        self.assertFalse((self.cwd / "s.csv").exists())


if __name__ == "__main__":
    unittest.main()
