#include "report/text/tex_in_unicode.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "report/text/note.hpp"
#include "theory/derivation.hpp"
#include "theory/evidence/lemmas.hpp"

using namespace gancheck;

namespace {

/// What must not reach a reader: a command, a dollar sign, a tab stop, a brace without its other.
bool is_left_of_tex(const std::string& text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '\\' || c == '$' || c == '&') return true;
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) return true;
  }
  return depth != 0;
}

void add(std::vector<std::string>& all, const Text& words) {
  all.push_back(words.en);
  all.push_back(words.zh);
}

std::vector<std::string> sentences_of(const Claim& claim) {
  std::vector<std::string> all;
  add(all, claim.title);
  add(all, claim.statement);
  if (claim.erratum) add(all, *claim.erratum);
  for (const Text& assumption : claim.assumptions) add(all, assumption);
  for (const Part& part : claim.parts) add(all, part.statement);
  for (const Check& check : claim.checks) add(all, check.what);
  for (const Control& control : claim.controls) add(all, control.what);
  return all;
}

}  // namespace

TEST_CASE("formulas that a reader would write down the same way by hand") {
  const std::vector<std::pair<const char*, const char*>> by_hand{
      {R"(\log\frac{p}{2})", "log(p/2)"},
      {R"(D^*_G(x) = \frac{p_{data}(x)}{p_{data}(x)+p_g(x)})",
       "D*_G(x) = p_data(x)/(p_data(x)+p_g(x))"},
      {R"(\frac{p+q}{2})", "(p+q)/2"},
      {R"(\frac{p}{\frac{p+q}{2}})", "p/((p+q)/2)"},
      {R"(\frac{a}{b c})", "a/(b c)"},
      {R"(\frac{\log p}{\log q})", "(log p)/(log q)"},
      {R"(\frac{dP}{d\mu} \le 2)", "dP/dμ ≤ 2"},
      {R"(\tfrac12 \mathrm{KL}(P\|M) \ge \tfrac{9}{10})", "½ KL(P‖M) ≥ 9/10"},
      {R"(\int p \log D\,d\mu + \sum_{k} q^2)", "∫ p log D dμ + ∑_k q²"},
      {R"(\left(\frac{a}{y}-b\right)^{-1})", "(a/y - b)⁻¹"},
      {R"(P \ll M,\ D \in [0,1])", "P ≪ M, D ∈ [0,1]"},
      {R"(\mathrm{arg\,max}_D\, V)", "arg max_D V"},
      {R"(\underset{D: X \to [0,1]}{\mathrm{arg\,max}}\; V)", "arg max_{D: X→[0,1]} V"},
      {R"(\operatorname{logit} s = \mathrm{E}_{z \sim P_z} \log z)", "logit s = E_{z∼P_z} log z"},
      {R"(G : \mathbb{R} \to \mathcal{G})", "G: ℝ → 𝒢"},
      {R"(D = \begin{cases} 1 & p > 0 \\ 0 & \text{else} \end{cases})", "D = {1: p > 0; 0: else}"},
      {R"(\begin{aligned} a &= b \\ &= c \end{aligned})", "a = b = c"},
      {R"(\frac{\sqrt p}{\sqrt{pq}})", "√p/√(pq)"},
      {R"(V(\,\cdot\,, G) = 0 \cdot \log 0)", "V(·, G) = 0 · log 0"},
      {R"(\bar D \not= D' \not\Longleftrightarrow f''(t) < 0)", "D̄ ≠ D′ ⇎ f′′(t) < 0"},
      {R"({P_{data} \over P_{data}+P_g})", "P_data/(P_data+P_g)"},
      {R"(\mathbb{1}\{p > q\} \text{ for every } D)", "𝟙{p > q} for every D"},
      {R"(V \ge 0 \text{，对每个 } D)", "V ≥ 0，对每个 D"},
      {R"(Y{=}1)", "Y=1"}};
  for (const auto& [tex, unicode] : by_hand) CHECK(tex_in_unicode(tex) == unicode);
}

TEST_CASE("broken TeX is read as far as it goes") {
  CHECK(tex_in_unicode("") == "");
  CHECK(tex_in_unicode("\\") == "");
  CHECK(tex_in_unicode("{a}}b") == "ab");
  CHECK(tex_in_unicode("a & b") == "a b");
  CHECK(tex_in_unicode("x^") == "x");
  CHECK(tex_in_unicode("\\unheard of") == "unheard of");
  CHECK(!is_left_of_tex(tex_in_unicode("\\frac{\\begin{cases} 1 & \\text{a")));
}

TEST_CASE("a display is read formula by formula, and words keep their formulas") {
  const std::vector<std::string> two{"p ≥ 0", "q = 1"};
  CHECK(formulas_in_unicode(R"(p \ge 0, \qquad q = 1)") == two);
  CHECK(words_in_unicode("so $\\frac12$ it is, $D^*$") == "so ½ it is, D*");
  CHECK(words_in_unicode("a single $ sign") == "a single sign");
  CHECK(words_in_unicode("\\int p \\log D") == "∫ p log D");
}

TEST_CASE("nothing of TeX is left of any formula or sentence of the program") {
  std::size_t formulas = 0;
  const auto check = [&formulas](const std::string& text, const std::string& unicode) {
    ++formulas;
    CHECK_MESSAGE(!is_left_of_tex(unicode), text << " as " << unicode);
  };
  for (const Chapter& chapter : derivation())
    for (const Claim& claim : chapter.claims) {
      check(claim.tex, tex_in_unicode(claim.tex));
      for (const Control& control : claim.controls)
        check(control.mutant, tex_in_unicode(control.mutant));
      for (const std::string& words : sentences_of(claim)) check(words, words_in_unicode(words));
    }
  for (const Notation& symbol : notation()) check(symbol.tex, tex_in_unicode(symbol.tex));
  for (const Erratum& erratum : errata())
    for (const Text& words : {erratum.issue, erratum.repaired})
      for (const Language language : {Language::en, Language::zh})
        check(words.in(language), words_in_unicode(words.in(language)));
  for (const Lemma& lemma : lemmas())
    check(lemma.statement.en, words_in_unicode(lemma.statement.en));
  for (int line = 1; line <= note_length(); ++line)
    check(std::string(note_line(line)), words_in_unicode(note_line(line)));
  CHECK(formulas > 1000);
}
