#include "report/text/verdicts.hpp"

#include <array>

#include "report/text/words.hpp"

namespace gancheck {

const Text& in_words(Verdict verdict) {
  static const std::array<Text, 6> texts{{{"proved", "已证明"},
                                          {"certified", "已认证"},
                                          {"supported", "获支持"},
                                          {"undecided", "未决"},
                                          {"failed", "失败"},
                                          {"refuted", "被推翻"}}};
  return texts.at(static_cast<std::size_t>(verdict));
}

Style style_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::proved:
    case Verdict::certified:
      return Style::good;
    case Verdict::supported:
      return Style::fair;
    case Verdict::undecided:
      return Style::doubtful;
    case Verdict::failed:
    case Verdict::refuted:
      break;
  }
  return Style::bad;
}

const Text& meaning(Verdict verdict) {
  static const std::array<Text, 6> texts{
      {{"holds for all P, Q: equal normal forms, a certificate over a whole domain, or an exact "
        "example for a statement of existence; it may rest on named lemmas only",
        "对一切 P、Q 成立：两边的标准形相同，或在整个区域上逐块严格验证，"
        "或（对存在性命题）有精确实例；除列出的引理外不依赖其他结论"},
       {"holds for the named pairs: a rigorous enclosure excludes the contrary",
        "对所列的具名分布对成立：严格的包含区间排除了相反的情形"},
       {"floating point: the residual meets its derived bound",
        "浮点计算：残差不超过推导出的误差界"},
       {"neither for nor against: not a number, too wide an enclosure, or not every case decided",
        "既不支持也不反对：出现 NaN、包含区间过宽，或并非每种情形都有定论"},
       {"floating point: the residual exceeds its derived bound",
        "浮点计算：残差超过推导出的误差界"},
       {"excluded by a rigorous enclosure, a normal form or an exact counterexample",
        "被严格的包含区间、标准形或精确反例排除"}}};
  return texts.at(static_cast<std::size_t>(verdict));
}

const Text& in_words(Witness witness) {
  static const std::array<Text, 3> texts{
      {{"grid", "网格"}, {"ball", "球算术"}, {"symbolic", "符号"}}};
  return texts.at(static_cast<std::size_t>(witness));
}

const Text& meaning(NoteVerdict verdict) {
  static const std::array<Text, 6> texts{
      {{"true as it stands", "原句成立"},
       {"true once the stated conditions are added", "补上所列条件后成立"},
       {"its symbols do not type-check; the repaired statement is verified",
        "符号的类型不符；验证的是改正后的命题"},
       {"false as written; the counterexample and the repaired statement are verified",
        "原文不成立；反例与改正后的命题均已验证"},
       {"a modelling choice; only its formal shadow is checked", "建模约定；只检验其中的数学内容"},
       {"needed by the note but not written there", "笔记用到而未写出的一步"}}};
  return texts.at(static_cast<std::size_t>(verdict));
}

std::string severities_in_words(const Erratum& erratum, Language language) {
  std::string list;
  for (const Severity severity : erratum.severities)
    list += (list.empty() ? "" : words::list_comma(language)) + in_words(severity).in(language);
  return list;
}

const Text& exit_meaning(int code) {
  static const std::array<Text, 7> texts{
      {{"nothing failed, every control came out as it must", "无一失败，对照的结果全部符合预期"},
       {"a claim failed or was refuted, or a control did not come out as it must",
        "有命题失败或被推翻，或有对照的结果不符合预期"},
       {"interrupted", "已中断"},
       {"internal error, or a disk that is full", "内部错误或磁盘已满"},
       {"bad usage, specification or file", "用法、分布表达式或文件有误"},
       {"nothing selected", "没有选中任何命题"},
       {"undecided results, and --strict was asked for", "有未决结果，且启用了 --strict"}}};
  return texts.at(static_cast<std::size_t>(code));
}

const Text& in_words(Expect expect) {
  static const Text rejected{"rejected", "被否定"}, undecided{"undecided", "未决"};
  return expect == Expect::rejected ? rejected : undecided;
}

}  // namespace gancheck
