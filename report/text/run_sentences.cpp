#include "report/text/run_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

/// The parts that are not nothing, with commas.
class Counts {
 public:
  void add(int n, std::string_view en, std::string_view zh) {
    if (n == 0) return;
    text_.en += (text_.en.empty() ? "" : ", ") + fmt::format(fmt::runtime(en), n);
    text_.zh += (text_.zh.empty() ? "" : "，") + fmt::format(fmt::runtime(zh), n);
  }
  const Text& text() const { return text_; }

 private:
  Text text_{"", ""};
};

Text of_what_kind(const Summary& s) {
  Counts counts;
  counts.add(s.proved, "{} for all laws P and Q", "{} 个对一切分布 P、Q 成立");
  counts.add(s.certified, "{} rigorously for the named pairs",
             "{} 个对所列的分布对成立（经严格验证）");
  counts.add(s.supported, "{} as far as floating point can tell", "{} 个在浮点计算的范围内成立");
  return counts.text();
}

/// For a shell.
std::string quoted_for_shell(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// The laws of the reader's own pair, as the report lists it: "own pair: data | generator".
std::string options_of_pair(const std::string& line) {
  const auto colon = line.find(": "), bar = line.find(" | ");
  if (colon == std::string::npos || bar == std::string::npos) return "";
  const auto remark = line.find(" (", bar);
  const std::string data = line.substr(colon + 2, bar - colon - 2);
  const std::string generator = line.substr(bar + 3, std::min(remark, line.size()) - bar - 3);
  return fmt::format(" --data {} --generator {}", quoted_for_shell(data),
                     quoted_for_shell(generator));
}

}  // namespace

Text sentence_of(const Text& clause) {
  Text out{clause.en + ".", clause.zh + "。"};
  if (!out.en.empty())
    out.en.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(out.en.front())));
  return out;
}

Text verdict_of_the_run(const Report& report) {
  const Summary& s = report.summary;
  if (s.claims == 0) return {"No claim was run.", "没有运行任何命题。"};
  const int against = s.failed + s.refuted;
  const Text kind = of_what_kind(s);
  if (against == 0 && s.undecided == 0) {
    const Text all = s.claims == 1 ? Text{"The claim holds", "该命题成立"}
                                   : Text{fmt::format("All {} claims hold", s.claims),
                                          fmt::format("全部 {} 个命题成立", s.claims)};
    return {fmt::format("{}: {}.", all.en, kind.en), fmt::format("{}：{}。", all.zh, kind.zh)};
  }
  Counts rest;
  rest.add(against, "{} failed or refuted", "{} 个失败或被推翻");
  rest.add(s.undecided, "{} undecided", "{} 个未决");
  const Text hold = kind.empty() ? Text{"none holds", "没有命题成立"} : kind;
  return {
      fmt::format("Of {}: {}; {}.", s.claims == 1 ? "1 claim" : fmt::format("{} claims", s.claims),
                  rest.text().en, hold.en),
      fmt::format("{} 个命题中：{}；{}。", s.claims, rest.text().zh, hold.zh)};
}

Text what_was_found_of_the_note(const Report& report) {
  std::vector<int> n(all_note_verdicts.size(), 0);
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims)
      ++n[static_cast<std::size_t>(claim.claim.note_verdict)];
  const auto of = [&](NoteVerdict v) { return n[static_cast<std::size_t>(v)]; };
  Counts counts;
  counts.add(of(NoteVerdict::true_), "{} true as they stand", "{} 处照原样成立");
  counts.add(of(NoteVerdict::true_cond), "{} true once conditions are added",
             "{} 处补上条件后成立");
  counts.add(of(NoteVerdict::ill_typed), "{} ill-typed", "{} 处类型不符");
  counts.add(of(NoteVerdict::false_as_written), "{} false as written", "{} 处原文不成立");
  counts.add(of(NoteVerdict::modelling), "{} a choice of model", "{} 处为建模约定");
  counts.add(of(NoteVerdict::implicit), "{} needed but not written", "{} 处用到而未写出");
  if (counts.text().empty()) return {"", ""};
  return {fmt::format("Of the note's own sentences: {}.", counts.text().en),
          fmt::format("笔记的原句：{}。", counts.text().zh)};
}

Text pairs_in_words(const Report& report) {
  const std::size_t n = report.pairs.size();
  if (report.suite == "built-in") return {"the built-in pairs of laws", "内置的分布对"};
  Text text{fmt::format("{} of the reader's own ({})",
                        n == 1 ? "a pair" : fmt::format("{} pairs", n), report.suite),
            fmt::format("自定义的 {} 对分布（{}）", n, report.suite)};
  if (report.pairs_fingerprint.empty()) return text;
  text.en += fmt::format(", fingerprint of their numbers {}", report.pairs_fingerprint);
  text.zh += fmt::format("，数据指纹 {}", report.pairs_fingerprint);
  return text;
}

std::string command_of(const Report& report) {
  std::string command = "gancheck verify";
  if (report.suite == "own pair" && report.pairs.size() == 1)
    command += options_of_pair(report.pairs.front().en);
  else if (report.suite != "built-in")
    command += " --suite " + quoted_for_shell(report.suite);
  const auto claims = static_cast<std::size_t>(report.summary.claims);
  if (claims < report.words.claim_numbers.size())
    for (const ChapterResult& chapter : report.chapters)
      for (const ClaimResult& claim : chapter.claims) command += " --claim " + claim.claim.id;
  return report.kill_matrix ? command + " --mutation" : command;
}

Text run_in_words(const Report& report) {
  const std::string date = report.date.empty() ? "" : ", " + report.date;
  const std::string date_zh = report.date.empty() ? "" : "，" + report.date;
  return {fmt::format("gancheck {}{}, {}, {:.1f} s", report.version, date,
                      report.threads == 1 ? "1 thread" : fmt::format("{} threads", report.threads),
                      report.seconds),
          fmt::format("gancheck {}{}，{} 个线程，用时 {:.1f} 秒", report.version, date_zh,
                      report.threads, report.seconds)};
}

}  // namespace gancheck
