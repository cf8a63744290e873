#include "tests/report/sample_report.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "report/formats/json.hpp"
#include "report/reference_words.hpp"

namespace gancheck::sample {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

const ClaimWords& optimal_discriminator() {
  static const ClaimWords row{
      "optimal-discriminator",
      29,
      Kind::theorem,
      {"The optimal discriminator", "最优判别器"},
      R"(D^*_G = \frac{p}{p+q})",
      {"The maximum of $V(\\cdot,G)$ is at $D^*_G=p/(p+q)$, $(P+Q)$-almost everywhere.",
       "$V(\\cdot,G)$ 在 $D^*_G=p/(p+q)$ 处取最大值，$(P+Q)$-几乎处处唯一。"},
      {{"all measurable $D: X\\to[0,1]$", "一切可测的 $D: X\\to[0,1]$"}},
      {102},
      NoteVerdict::true_cond,
      Text{"Unique almost everywhere only; $p+q=0$ is not treated.",
           "只在几乎处处的意义下唯一；未讨论 $p+q=0$。"},
      {"E15"},
      {"critical-point", "boundary-cases"}};
  return row;
}

const ClaimWords& kl_sum_identity() {
  static const ClaimWords row{"kl-sum-identity",
                              40,
                              Kind::theorem,
                              {"The sum of two divergences", "两个散度之和"},
                              R"(C(G) = \mathrm{KL}(P\|M) + \mathrm{KL}(Q\|M) - \log 4)",
                              {"The value is a sum of two divergences | minus $\\log 4$.",
                               "值等于两个散度之和减去 $\\log 4$。"},
                              {{"none", "无"}},
                              {116},
                              NoteVerdict::true_,
                              std::nullopt,
                              {},
                              {"optimal-discriminator"}};
  return row;
}

const ClaimWords& lower_bound() {
  static const ClaimWords row{"lower-bound-log4",
                              48,
                              Kind::definition,
                              {"The bound", "下界"},
                              R"(C(G) \ge -\log 4)",
                              {"The value is at least $-\\log 4$.", "值不小于 $-\\log 4$。"},
                              {{"none", "无"}},
                              {118},
                              NoteVerdict::true_,
                              std::nullopt,
                              {"E20"},
                              {"kl-sum-identity"}};
  return row;
}

Evidence rounding(double residual, double bound, const std::string& where) {
  Evidence e;
  e.scope = {"36 pairs", "36 对分布"};
  e.attempted = e.decided = 36;
  e.residual = residual;
  e.bound = bound;
  e.where = where;
  return e;
}

Evidence equal_forms() {
  Evidence e;
  e.ground = Ground::normal_form;
  e.scope = {"all P, Q", "一切 P、Q"};
  e.rests_on = {"Radon-Nikodym for P, Q << P+Q"};
  e.attempted = e.decided = 1;
  e.forms = {"p*log(p)", "p*log(p)"};
  e.same_form = true;
  return e;
}

Evidence example() {
  Evidence e;
  e.ground = Ground::counterexample;
  e.scope = {"one example", "一个实例"};
  e.attempted = e.decided = 1;
  e.where = "W3, point 4";
  return e;
}

Evidence enclosed() {
  Evidence e;
  e.ground = Ground::enclosure;
  e.scope = {"2 pairs", "2 对分布"};
  e.attempted = 3;
  e.decided = 2;
  e.left_out = 1;
  e.left_out_by = {"disjoint supports", "支撑不相交"};
  e.residual = 0;
  e.bound = 1.5e-33;
  e.found = Evidence::Found::agrees;
  e.lower = "-1.5e-33";
  e.upper = "1.5e-33";
  e.cases = {{"W1", "-1.5e-33", "1.5e-33"}, {"W7", "-7.1e-34", "7.2e-34"}};
  return e;
}

Evidence with_course() {
  Evidence e = rounding(1e-17, 4e-17, "W7");
  e.series = {{{"a route", "一条路径"}, {"step", "value"}, {{0, -1.25}, {1, -infinity}, {2, nan}}}};
  return e;
}

Evidence in_trouble() {
  Evidence e;
  e.scope = {"2 pairs", "2 对分布"};
  e.attempted = 2;
  e.residual = nan;
  e.bound = infinity;
  e.trouble = {"log of a negative number", "负数的对数"};
  return e;
}

ClaimResult proved() {
  ClaimResult c{
      optimal_discriminator(), Verdict::proved, std::nullopt, {"boundary-cases"}, {}, {}, {}, {}};
  c.parts = {{"maximum", {"it is a maximum", "是最大值"}, Verdict::proved},
             {"unique", {"it is the only one", "唯一"}, Verdict::certified}};
  c.checks = {{"maximum",
               {"regret is at least 0", "遗憾不小于 0"},
               Witness::grid,
               Verdict::supported,
               with_course()},
              {"maximum",
               {"equal normal forms", "标准形相同"},
               Witness::symbolic,
               Verdict::proved,
               equal_forms()},
              {"unique",
               {"the regret encloses 0", "遗憾的包含区间含 0"},
               Witness::ball,
               Verdict::certified,
               enclosed()}};
  c.controls = {{'a',
                 R"(\frac{q}{p+q})",
                 {"numerators swapped", "分子互换"},
                 Witness::grid,
                 Verdict::failed,
                 Expect::rejected,
                 true,
                 2.1e9,
                 rounding(2.1e-7, 1e-16, "W7"),
                 "W7",
                 std::nullopt},
                {'b',
                 R"(D^*|_{p=q=0} = \frac12)",
                 {"forced on a null set", "零测集上取定值"},
                 Witness::symbolic,
                 Verdict::refuted,
                 Expect::rejected,
                 true,
                 infinity,
                 example(),
                 "W3",
                 std::nullopt},
                {'c',
                 R"(\mathrm{NaN} = 0)",
                 {"NaN counted as a pass", "把 NaN 当作通过"},
                 Witness::grid,
                 Verdict::undecided,
                 Expect::undecided,
                 true,
                 nan,
                 in_trouble(),
                 "pointwise",
                 std::nullopt}};
  return c;
}

ClaimResult failed() {
  ClaimResult c{kl_sum_identity(), Verdict::failed, true, {}, {}, {}, {}, {}};
  c.parts = {{"identity", {"both sides agree", "两边相等"}, Verdict::failed}};
  c.checks = {{"identity",
               {"value and divergences", "值与散度"},
               Witness::grid,
               Verdict::failed,
               rounding(3.1e-3, 2.2e-16, "W7")}};
  c.controls = {{'a',
                 R"(2\,\mathrm{KL}(P\|M) - \log 4)",
                 {"one divergence twice", "同一散度取两次"},
                 Witness::grid,
                 Verdict::supported,
                 Expect::rejected,
                 false,
                 0.5,
                 rounding(1e-16, 2e-16, "W3"),
                 "W3",
                 std::nullopt}};
  return c;
}

ClaimResult undecided() {
  ClaimResult c{lower_bound(), Verdict::undecided, false, {}, {"kl-sum-identity"}, {}, {}, {}};
  c.parts = {{"bound", {"the bound holds", "下界成立"}, Verdict::undecided}};
  c.checks = {
      {"bound", {"on every pair", "逐对"}, Witness::grid, Verdict::undecided, in_trouble()}};
  return c;
}

/// With a gap, a backward logarithmic axis and a field.
Figure figure() {
  Figure f{"densities",
           {"Both laws", "两个分布"},
           {"D* falls | from 1 to 0.", "D* 由 1 降到 0。"},
           {{"x", "x"}, true, 10.0, 0.1},
           {{"density", "密度"}, false, 0.0, std::nullopt, {{0.5, {"half", "一半"}}}},
           {{"D*", "D*"}},
           {{{"p", "p"},
             {0.1, 1, 10},
             {0.25, nan, 0.5},
             Curve::Line::solid,
             false,
             Curve::Ink::data,
             true},
            {{"D*", "D*"}, {0.1, 10}, {1, 0}, Curve::Line::points, true, Curve::Ink::optimum}},
           {"optimal-discriminator"},
           {{1, 0.5, {"here", "此处"}, Inscription::Side::left}}};
  f.field = Field{{"D*", "D*"}, {0, 1}, {0, 1}, {0, 0.5, nan, 1}, 0, 1};
  return f;
}

}  // namespace

Report report() {
  Report r;
  r.version = "0.1.0";
  r.date = "2020-03-24";
  r.made_with = {"FLINT 2.9.0", "Arb 2.23.0"};
  r.suite = "built-in";
  r.pairs = {{"W7: discrete(6/10,3/10,1/10) | discrete(1/10,2/10,7/10)",
              "W7：discrete(6/10,3/10,1/10) | discrete(1/10,2/10,7/10)"}};
  r.threads = 2;
  r.seconds = 1.25;
  r.complete = false;
  r.notes = {{"the ball witness was not asked for", "未要求球算术见证"}};
  r.chapters = {{{"The optimal discriminator", "最优判别器"}, {proved()}},
                {{"Divergence form", "散度形式"}, {failed(), undecided()}}};
  r.summary = {3, 1, 0, 0, 1, 1, 0, 4, 3, 1};
  r.words = reference_words(r.chapters);
  r.figures = {figure()};
  r.kill_matrix = {{"W0", "W7", "near"},
                   {{"optimal-discriminator",
                     29,
                     'a',
                     {{Kill::blind, 0}, {Kill::rejected, 2.1e9}, {Kill::weak, 12.5}}},
                    {"optimal-discriminator",
                     29,
                     'b',
                     {{Kill::undecided, nan}, {Kill::rejected, infinity}, {Kill::blind, 0}}}},
                   1};
  return r;
}

Report report_on_own_pair() {
  Report r = report();
  r.suite = "own pair";
  r.pairs_fingerprint = "0123456789abcdef";
  r.complete = true;
  r.notes.clear();
  r.chapters.erase(r.chapters.begin() + 1, r.chapters.end());
  auto& controls = r.chapters[0].claims[0].controls;
  controls[0].rejected_on_own_pairs = true;
  controls[1].rejected_on_own_pairs = false;
  r.words = reference_words(r.chapters);
  r.kill_matrix.reset();
  r.own_pairs = {12, 3, 4, {"kl-sum-identity", "optimal-discriminator"}};
  r.summary = {1, 1, 0, 0, 0, 0, 0, 3, 3, 1};
  return r;
}

Evaluation evaluation() {
  Evaluation e;
  e.data = "discrete(1,0)";
  e.generator = "discrete(1/2,1/2)";
  e.unit = Unit::nat;
  const auto estimated = [](std::string name, Dimension dimension, double value, std::string lower,
                            std::string upper) {
    return Quantity{std::move(name),
                    dimension,
                    value,
                    std::move(lower),
                    std::move(upper),
                    14,
                    false,
                    {{"the error of the library's log is assumed", "假定函数库 log 的误差"}},
                    Method::error_bound};
  };
  const auto by_rule = [](std::string name, Dimension dimension, double value, std::string text) {
    return Quantity{std::move(name), dimension, value, text,           text,
                    std::nullopt,    true,      {},    Method::by_rule};
  };
  // W2: JSD = 3/4 log 4/3, the KLs to the mixture log 4/3 and half of it, V = 2 JSD - log 4.
  e.quantities = {estimated("jsd", Dimension::information, 0.21576155433883570, "0.215761554338835",
                            "0.215761554338836"),
                  estimated("js_distance", Dimension::root_of_information, 0.46450140402245893,
                            "0.464501404022458", "0.464501404022459"),
                  estimated("kl_data_mixture", Dimension::information, 0.28768207245178093,
                            "0.287682072451780", "0.287682072451781"),
                  estimated("kl_generator_mixture", Dimension::information, 0.14384103622589046,
                            "0.143841036225890", "0.143841036225891"),
                  estimated("kl_data_generator", Dimension::information, 0.69314718055994531,
                            "0.693147180559945", "0.693147180559946"),
                  by_rule("kl_generator_data", Dimension::information, infinity, "inf"),
                  by_rule("tv", Dimension::none, 0.5, "0.5"),
                  estimated("value_at_optimum", Dimension::information, -0.95477125244221923,
                            "-0.954771252442220", "-0.954771252442219"),
                  by_rule("mass_data", Dimension::none, 1, "1"),
                  {"mass_generator",
                   Dimension::none,
                   nan,
                   "-inf",
                   "inf",
                   std::nullopt,
                   false,
                   {{"nothing was decided", "未作出任何判定"}},
                   Method::not_bounded}};
  TableReading table;
  table.file = "counts.csv";
  table.atoms = 3;
  table.on = "labels";
  table.from = "cat";
  table.to = "owl";
  table.column = {"column 2, 'n'", "第 2 列 'n'"};
  table.place_column = {"column 1, 'animal'", "第 1 列 'animal'"};
  table.sum = {"1250", "1250"};
  table.said = {{"commas between thousands", "以逗号作千分位分隔符"}};
  table.warnings = {{"counts.csv:5: 'Total' is the sum of the rows above and was left out",
                     "counts.csv:5：'Total' 是以上各行之和，已略去"}};
  e.data_tables = {table};
  e.remarks = {{"data: the table was divided by its sum", "data：该表已除以其总和"}};
  return e;
}

std::string json(const Report& report) {
  std::ostringstream out;
  write_json(out, report, Language::en);
  return out.str();
}

namespace {

std::filesystem::path golden_file(const std::string& name) {
  return std::filesystem::path(__FILE__).parent_path() / "golden" / name;
}

}  // namespace

std::string golden(const std::string& name) {
  std::ifstream file(golden_file(name), std::ios::binary);
  if (!file) throw std::runtime_error("no golden file " + golden_file(name).string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool matches_golden(const std::string& name, const std::string& text) {
  if (!std::getenv("GANCHECK_REWRITE_GOLDEN")) return text == golden(name);
  std::ofstream(golden_file(name), std::ios::binary) << text;
  return true;
}

}  // namespace gancheck::sample
