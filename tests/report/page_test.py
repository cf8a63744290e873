"""report.html as a browser meets it: every formula is set by the KaTeX that it carries, it says nothing on the
console, asks for nothing, and stays below 3 MB. What needs node or Chromium is left out where they are not there.

Usage: page_test.py GANCHECK
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

GANCHECK = pathlib.Path(sys.argv.pop(1)).resolve()
MEGABYTES = 1_000_000

SET_ALL = r"""
const page = require('fs').readFileSync(process.argv[1], 'utf8');
const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map((m) => m[1]);
const katex = {}; new Function('module', 'exports', scripts[0])(katex, {});
const plain = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
  .replace(/&#39;/g, "'").replace(/&amp;/g, '&');
let n = 0;
for (const [, tex] of page.matchAll(/data-tex="([^"]*)"/g)) {
  n += 1;
  try { katex.exports.renderToString(plain(tex), { throwOnError: true, strict: 'ignore' }); }
  catch (error) { console.log(plain(tex) + ': ' + error.message); }
}
console.error(n);
"""


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        # One witness is enough for every claim, twin and sentence to be there.
        subprocess.run([GANCHECK, "verify", "--witness", "symbolic", "--format", "html", "--out", cls.folder.name],
                       check=True, capture_output=True)
        cls.file = pathlib.Path(cls.folder.name) / "report.html"
        cls.text = cls.file.read_text()
        cls.carries_katex = "renderToString" in cls.text

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_it_is_small_and_asks_for_no_other_file(self):
        self.assertLess(self.file.stat().st_size, 3 * MEGABYTES)
        marked_up = re.sub(r"<script[^>]*>.*?</script>", "", self.text, flags=re.S)
        self.assertEqual(re.findall(r"\ssrc=|@import|url\((?!data:)", marked_up), [])

    def test_every_formula_is_set(self):
        if not shutil.which("node") or not self.carries_katex:
            self.skipTest("needs node, and KaTeX at configuration")
        done = subprocess.run(["node", "-e", SET_ALL, self.file], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout, "")
        self.assertGreater(int(done.stderr), 400)

    @unittest.skipUnless(shutil.which("tidy"), "needs tidy")
    def test_a_validator_has_nothing_to_say(self):
        # tidy knows no links and titles inside SVG, and stumbles over a character in KaTeX's script.
        known = ("<a> proprietary attribute", '<title> proprietary attribute "id"', "U+FFFF")
        said = subprocess.run(["tidy", "-q", "-errors", self.file], capture_output=True, text=True).stderr
        self.assertEqual([line for line in said.splitlines() if not any(k in line for k in known)], [])

    def test_a_browser_has_nothing_to_say(self):
        chromium = shutil.which("chromium")
        if not chromium:
            self.skipTest("needs Chromium")
        done = subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
                               f"--user-data-dir={self.folder.name}/profile", "--dump-dom", self.file.as_uri()],
                              capture_output=True, text=True, timeout=240)
        self.assertNotIn("CONSOLE", done.stderr)
        self.assertNotIn("katex-error", re.sub(r"<script[^>]*>.*?</script>|<style>.*?</style>", "", done.stdout,
                                               flags=re.S))
        self.assertIn('<header class="bar">', done.stdout)  # the script ran to its switches
        if self.carries_katex:
            self.assertGreater(done.stdout.count('class="katex"'), 400)


if __name__ == "__main__":
    unittest.main()
