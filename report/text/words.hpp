// The words around the claims: headings, column titles, answers.
#pragma once

#include <string>
#include <vector>

#include "theory/evidence/text.hpp"

namespace gancheck::words {

inline const Text number{"no.", "编号"};
inline const Text claim{"claim", "命题"};
inline const Text title{"title", "标题"};
inline const Text verdict{"verdict", "判定"};
inline const Text meaning{"meaning", "含义"};
inline const Text count{"count", "数目"};
inline const Text ratio{"residual/bound", "残差/误差界"};
inline const Text controls{"controls", "对照"};
inline const Text control{"control", "对照"};
inline const Text own_pairs{"on own pairs", "在自定义分布对上"};
inline const Text foundations{"foundations", "前置命题"};
inline const Text part{"part", "部分"};
inline const Text what{"what", "内容"};
inline const Text witness{"witness", "见证"};
inline const Text scope{"scope", "范围"};
inline const Text decided{"decided/attempted", "已决/已尝试"};
inline const Text evidence{"evidence", "证据"};
inline const Text residual{"residual", "残差"};
inline const Text slack{"slack", "余量"};
inline const Text bound{"bound", "误差界"};
inline const Text enclosure{"enclosure", "包含区间"};
inline const Text forms{"normal forms", "标准形"};
inline const Text rests_on{"rests on", "所用引理"};
inline const Text where{"where", "位置"};
inline const Text remark{"remark", "备注"};
inline const Text letter{"letter", "字母"};
inline const Text mutant{"false twin", "伪命题"};
inline const Text margin{"margin", "裕度"};
inline const Text expected{"expected", "预期"};
inline const Text line{"line", "行"};
inline const Text severity{"severity", "性质"};
inline const Text issue{"issue", "问题"};
inline const Text repaired_by{"repaired by", "作出更正的命题"};
inline const Text what_is_wrong{"What is wrong", "问题所在"};
inline const Text what_holds_instead{"What holds instead", "正确的陈述"};
inline const Text repaired_by_claims{"Claims that state it", "陈述它的命题"};
inline const Text what_shows_it{"What shows it, computed now", "证据（当场算出）"};
inline const Text shown_by{"Shown by", "证据"};
inline const Text the_writing_alone{"nothing to compute, only the writing is at fault",
                                    "只是书写问题，无需计算"};
inline const Text claims_of_line{"Claims of this line", "此行的命题"};
inline const Text no_claim{"None: the line has no content that could be checked.",
                           "无：此行没有可供检验的内容。"};
inline const Text nothing_listed{"Nothing is listed for this line.", "没有列出此行的问题。"};
inline const Text symbol{"symbol", "符号"};
inline const Text symbols{"Symbols", "符号表"};
inline const Text family{"family", "分布族"};
inline const Text quantity{"quantity", "量"};
inline const Text value{"value", "值"};
inline const Text within{"within", "误差不超过"};
inline const Text lower{"lower", "下界"};
inline const Text upper{"upper", "上界"};
inline const Text unit{"unit", "单位"};
inline const Text digits{"digits", "位数"};
inline const Text how{"how", "依据"};
inline const Text formula{"formula", "公式"};
inline const Text format{"format", "格式"};
inline const Text file{"file", "文件"};
inline const Text figure{"figure", "图"};
inline const Text of_own_pair{"of a pair of your own", "可用于自定义分布对"};
inline const Text drawn{"yes", "可"};
inline const Text not_drawn{"no, of laws of its own", "否，用其自带的分布"};
inline const Text pair{"pair", "分布对"};
inline const Text built_in_suite{"built-in suite", "内置分布对集"};
inline const Text data{"data", "数据分布"};
inline const Text generator{"generator", "生成器分布"};
inline const Text note_lines{"note lines", "笔记行"};
inline const Text note_verdict{"the note", "笔记"};

inline const Text statement{"Statement", "命题内容"};
inline const Text assumptions{"Assumptions", "假设"};
inline const Text what_the_note_says{"What the note says", "笔记原文"};
inline const Text its_verdict{"The note's sentence", "原文评定"};
inline const Text enclosed_on{"what is claimed to vanish or not to be negative, on each pair",
                              "所断言为零或非负的量，在每一对上的包含区间"};
/// Of a check whose evidence has series.
inline Text courses(std::size_t n) {
  const std::string count_of_series = std::to_string(n);
  return {count_of_series + " series in report.json",
          "report.json 中有 " + count_of_series + " 个序列"};
}
inline Text many_cases(std::size_t n) {
  const std::string total = std::to_string(n);
  return {"one enclosure a point, " + total +
              " in all, of which this is the worst; report.json of gancheck verify has them",
          "每点一个包含区间，共 " + total +
              " 个，以上为其中最差者；全部见 gancheck verify 的 report.json"};
}
inline const Text what_is_trusted{"What has to be trusted (docs/trusted-base.md)",
                                  "须信任之处（docs/trusted-base.md）"};
inline const Text lemma_word{"lemma", "引理"};
inline const Text run_again{"To run it again", "如何重新运行"};
inline const Text run_again_claim{"the checks of one witness, and all controls:",
                                  "某一见证的全部检验，以及所有对照："};
inline const Text run_again_pair{"the numbers of one pair, to 40 digits:",
                                 "某一分布对的各个数值，精确到 40 位："};
inline const Text extent_and_lemmas{"What each check covers and rests on",
                                    "各项检验的范围与所用引理"};
/// In place of a normal form that nobody would read.
inline Text form_in_json(std::size_t length) {
  const std::string characters = std::to_string(length);
  return {characters + " characters, in report.json", characters + " 个字符，见 report.json"};
}
inline const Text how_it_is_checked{"How it is checked", "如何检验"};
inline const Text evidence_in_short{"The evidence in short", "证据概要"};
inline const Text worked_example{"A small example, computed now", "一个小例子（当场算出）"};
inline const Text enclosed_here{
    "What the claim says vanishes or is not negative, enclosed on this pair:",
    "命题断言为零或非负的量，在这一对上的包含区间："};
inline const Text exact_examples{"Exact examples", "精确实例"};
inline const Text erratum{"Erratum", "勘误"};
inline const Text depends_on{"Depends on", "依赖"};
inline const Text parts{"Parts", "各部分"};
inline const Text checks{"Checks", "检验"};
inline const Text controls_heading{"Controls: false twins that must be rejected",
                                   "对照：必须被否定的伪命题"};
inline const Text summary{"Summary", "总览"};
inline const Text note_gets_wrong{"What the note gets wrong", "笔记中的错误与缺漏"};
inline const Text report_title{"gancheck: the theory of GANs, verified", "gancheck：验证 GAN 理论"};
inline const Text pairs_used{"Pairs", "所用分布对"};
inline const Text lemmas_used{"What the proofs rest on", "证明所用的引理"};
inline const Text lemma{"lemma", "引理"};

inline const Text holds{"hold", "成立"};
inline const Text does_not_hold{"do not hold", "不成立"};
inline const Text not_run{"not run", "未运行"};
inline const Text no_foundations{"none needed", "无"};
inline const Text rejected{"rejected", "被否定"};
inline const Text blind{"blind", "无分辨力"};
inline const Text checked_by_no_witness{"no witness could check these claims on them",
                                        "以下命题在其上未能由任何见证检验"};
inline const Text kill_matrix{"Which pair rejects which false twin", "哪一对分布否定哪个伪命题"};
inline const Text nobody_looked{"no check of these claims looked at your own pairs",
                                "所选命题没有一项检验用到自定义分布对"};
inline const Text kill_legend{
    "k: rejected with a margin of 10^k (inf: exactly); (k): not enough to reject; .: blind, the "
    "check does not tell the twin from the truth on this pair; ?: nothing decided",
    "k：以 10^k 的裕度否定（inf：精确否定）；(k)：裕度不足；.：无分辨力，"
    "该检验在这一对上分不清伪命题与真命题；?：未决"};
inline const Text blind_to{"blind to", "分辨不出"};
inline const Text none{"none", "无"};
inline const Text is_a_definition{
    "A definition, or measure theory that the note takes from outside: examples are checked, and "
    "it does not count as proved.",
    "定义，或笔记取自外部的测度论事实：只检验实例，不计入已证明。"};
inline const Text incomplete{"INCOMPLETE: the run was interrupted; this is what was finished.",
                             "不完整：运行被中断，这里只有已完成的部分。"};
inline const Text at{"at", "位置："};
inline const Text exact_algebra{"equal normal forms", "标准形相同"};
inline const Text different_forms{"the normal forms differ", "标准形不同"};
inline const Text example_for{"an exact example confirms it", "精确实例证实"};
inline const Text example_against{"an exact counterexample", "精确反例"};
inline const Text left_out{"left out", "按规则略去"};

/// In brackets behind other words.
inline std::string bracketed(const std::string& words, Language language) {
  return language == Language::en ? " (" + words + ")" : "（" + words + "）";
}
/// Between two clauses; English puts a space behind its marks.
inline std::string colon(Language language) {
  return language == Language::en ? ": " : "：";
}
inline std::string full_stop(Language language) {
  return language == Language::en ? "." : "。";
}
inline std::string comma(Language language) {
  return language == Language::en ? ", " : "，";
}
/// Between two words where English has a space and Chinese none.
inline std::string space(Language language) {
  return language == Language::en ? " " : "";
}
/// Between things that are listed.
inline std::string list_comma(Language language) {
  return language == Language::en ? ", " : "、";
}
inline std::string semicolon(Language language) {
  return language == Language::en ? "; " : "；";
}
/// "line 21", "lines 21, 24"; "第 21、24 行".
inline std::string lines_in_words(const std::vector<int>& lines, Language language) {
  std::string numbers;
  for (const int n : lines)
    numbers += (numbers.empty() ? "" : list_comma(language)) + std::to_string(n);
  if (language == Language::zh) return "第 " + numbers + " 行";
  return (lines.size() == 1 ? "line " : "lines ") + numbers;
}
inline Text note_line_title(int number_of_line) {
  return {"The note, " + lines_in_words({number_of_line}, Language::en),
          "笔记" + lines_in_words({number_of_line}, Language::zh)};
}

}  // namespace gancheck::words
