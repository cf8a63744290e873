#include "report/text/glossary.hpp"

namespace gancheck {

const std::vector<Term>& terms_of_reports() {
  static const std::vector<Term> terms = {
      {{"witness", "见证"},
       {"who testifies: the grid (floating point with derived bounds), balls (rigorous "
        "enclosures), or symbolic algebra (exact)",
        "检验所用的方法：网格（浮点计算，误差界由推导得出）、球算术（严格的包含区间）、"
        "符号运算（精确）"}},
      {{"residual", "残差"},
       {"by how much the two sides of a claim differ in floating point",
        "浮点计算所得的命题两边之差"}},
      {{"bound", "误差界"},
       {"the largest residual that rounding can explain, derived operation by operation and never "
        "chosen; a larger one fails the check",
        "舍入所能解释的最大残差，由逐次运算推导得出，而非人为选定；残差超过它，检验即失败"}},
      {{"room", "余量"},
       {"of an inequality A ≤ B: by how much B exceeds A in the worst case",
        "对不等式 A ≤ B：最不利的情形下 B 超出 A 多少"}},
      {{"enclosure", "包含区间"},
       {"an interval that certainly contains the number; where a claim says 0, it must contain 0 "
        "and be narrow",
        "必定包含该数的区间；若命题断言该数为 0，则区间须含 0 且很窄"}},
      {{"margin", "裕度"},
       {"of a check that passed: how many times its bound is its residual; of a false twin: its "
        "residual over the bound that the true claim met, at least 1000 for it to be rejected",
        "对通过的检验：误差界是残差的多少倍；对伪命题：其残差与真命题所满足的误差界之比，"
        "至少 1000 才算被否定"}},
      {{"false twin", "伪命题"},
       {"the claim with one thing wrong, put through the same check: a check that accepts it "
        "proves nothing",
        "把命题改错一处所得的命题，须经同样的检验：检验若不能否定它，就毫无意义"}},
      {{"blind", "无分辨力"},
       {"a pair of laws on which a check cannot tell the twin from the truth, as the swap of p and "
        "q where P = Q",
        "在这一对分布上，检验分不清伪命题与真命题，例如 P = Q 时交换 p 与 q"}},
      {{"foundations", "前置命题"},
       {"the claims that a claim rests on, directly or not; its own verdict says nothing of them, "
        "so that theirs is shown beside it",
        "一个命题直接或间接依赖的命题；它自身的判定与它们无关，故另行标出"}}};
  return terms;
}

const std::vector<Text>& how_to_read_a_report() {
  static const std::vector<Text> lines = {
      {"The derivation comes first: its formulas in the note's order, each with a verdict, and "
       "what "
       "the note gets wrong there. Open a step to see why it holds.",
       "首先是推导本身：公式按笔记的次序排列，各附判定，并指出笔记在各处的错误。"
       "展开一步，可看到它为什么成立。"},
      {"■ proved holds for all laws P, Q. ✓ certified holds, rigorously, for the pairs that are "
       "named. ○ supported holds as far as floating point can tell.",
       "■ 已证明：对一切分布 P、Q 成立。✓ 已认证：对所列的分布对成立，经严格验证。"
       "○ 获支持：在浮点计算所能分辨的范围内成立。"},
      {"? undecided is neither for nor against. ✗ failed and ✘ refuted are against the claim.",
       "? 未决：既不支持也不反对。✗ 失败与 ✘ 被推翻：结果与命题矛盾。"},
      {"A verdict is on our repaired statement. What we say of the note's own sentence stands "
       "beside it, with the number of the erratum.",
       "判定针对改正后的命题；对笔记原句的评定另行写出，并附勘误编号。"},
      {"Every formula bears the number of its claim. Numbers and anchors stay the same from run to "
       "run, so that they can be cited.",
       "每个公式都带有命题的编号。编号与锚点不随运行而变，可供引用。"}};
  return lines;
}

}  // namespace gancheck
