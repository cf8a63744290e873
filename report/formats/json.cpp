#include "report/formats/json.hpp"

#include <cmath>

#include "report/formats/json_figure.hpp"
#include "report/formats/json_names.hpp"
#include "report/formats/json_value.hpp"

namespace gancheck {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json or_null(const std::optional<T>& x) {
  return x ? Json(*x) : Json(nullptr);
}

/// What enclosures found; null for evidence of another kind.
Json name_of_found(const Evidence& e) {
  if (e.ground != Ground::enclosure && e.ground != Ground::sweep) return nullptr;
  return json_names::found.of(e.found);
}

/// What was enclosed on each pair; null for evidence of another kind.
Json cases(const Evidence& e) {
  if (e.ground != Ground::enclosure) return nullptr;
  Json list = Json::array();
  for (const Evidence::Case& c : e.cases)
    list.push_back(
        {{"where", c.where.en}, {"where_zh", c.where.zh}, {"lower", c.lower}, {"upper", c.upper}});
  return list;
}

Json enclosure(const Evidence& e) {
  if (e.lower.empty() && e.upper.empty()) return nullptr;
  return {{"lower", e.lower}, {"upper", e.upper}};
}

Json row(const std::vector<double>& numbers) {
  Json all = Json::array();
  for (const double x : numbers) all.push_back(json_number(x));
  return all;
}

/// The courses that belong to the check; null where there are none.
Json series(const Evidence& e) {
  if (e.series.empty()) return nullptr;
  Json list = Json::array();
  for (const Series& s : e.series) {
    Json rows = Json::array();
    for (const auto& numbers : s.rows) rows.push_back(row(numbers));
    list.push_back({{"name", json_text(s.name)}, {"columns", s.columns}, {"rows", rows}});
  }
  return list;
}

template <class T, class F>
Json list(const std::vector<T>& items, const F& one) {
  Json all = Json::array();
  for (const T& item : items) all.push_back(one(item));
  return all;
}

/// The members that are no numbers: null alone would mean that there are none.
Json not_numbers(const Evidence& e) {
  Json names = Json::array();
  const auto look = [&](const char* name, const std::optional<double>& x) {
    if (x && std::isnan(*x)) names.push_back(name);
  };
  look("residual", e.residual);
  look("bound", e.bound);
  look("slack", e.slack);
  return names;
}

/// The members of what a check or a control brought, behind those of its own.
Json with_evidence(Json members, const Evidence& e) {
  members.update(
      {{"ground", json_names::ground.of(e.ground)},
       {"scope", e.scope.en},
       {"scope_zh", e.scope.zh},
       {"rests_on", e.rests_on},
       {"attempted", e.attempted},
       {"decided", e.decided},
       {"left_out", e.left_out},
       {"left_out_by", e.left_out == 0 ? Json(nullptr) : json_text(e.left_out_by)},
       {"residual", json_number(e.residual)},
       {"bound", json_number(e.bound)},
       {"slack", json_number(e.slack)},
       {"not_numbers", not_numbers(e)},
       {"strict", e.strict},
       {"enclosure", enclosure(e)},
       {"cases", cases(e)},
       {"found", name_of_found(e)},
       {"forms", e.forms.empty() ? Json(nullptr) : Json(e.forms)},
       {"same_form", e.ground == Ground::normal_form ? Json(e.same_form) : Json(nullptr)},
       {"example_confirms",
        e.ground == Ground::counterexample ? Json(e.example_confirms) : Json(nullptr)},
       {"series", series(e)},
       {"trouble", e.trouble.en},
       {"trouble_zh", e.trouble.zh}});
  return members;
}

Json check(const CheckResult& c) {
  return with_evidence({{"part", c.part},
                        {"what", c.what.en},
                        {"what_zh", c.what.zh},
                        {"witness", name(c.witness)},
                        {"verdict", name(c.verdict)},
                        {"of_own_pairs", or_null(c.of_own_pairs)},
                        {"where", c.evidence.where.en},
                        {"where_zh", c.evidence.where.zh}},
                       c.evidence);
}

/// `where` names the pairs that the twin runs on; the worst place among them is `worst_at`.
Json control(const ControlResult& c) {
  return with_evidence({{"letter", std::string(1, c.letter)},
                        {"mutant", c.mutant},
                        {"what", c.what.en},
                        {"what_zh", c.what.zh},
                        {"witness", name(c.witness)},
                        {"verdict", name(c.verdict)},
                        {"expect", json_names::expect.of(c.expect)},
                        {"as_expected", c.as_expected},
                        {"margin", json_number(c.margin)},
                        {"where", c.where},
                        {"worst_at", c.evidence.where.en},
                        {"worst_at_zh", c.evidence.where.zh},
                        {"rejected_on_own_pairs", or_null(c.rejected_on_own_pairs)}},
                       c.evidence);
}

Json part(const PartResult& p) {
  return {{"id", p.id}, {"statement", json_text(p.statement)}, {"verdict", name(p.verdict)}};
}

Json claim(const ClaimResult& c) {
  const ClaimWords& row = c.claim;
  return {{"id", row.id},
          {"number", row.number},
          {"kind", json_names::kind.of(row.kind)},
          {"title", json_text(row.title)},
          {"tex", row.tex},
          {"statement", json_text(row.statement)},
          {"assumptions", list(row.assumptions, json_text)},
          {"note_lines", row.note_lines},
          {"note_verdict", name(row.note_verdict)},
          {"erratum", row.erratum ? json_text(*row.erratum) : Json(nullptr)},
          {"errata", row.errata},
          {"verdict", name(c.verdict)},
          {"foundations_hold", or_null(c.foundations_hold)},
          {"foundations_not_checked", c.foundations_not_checked},
          {"foundations_against", c.foundations_against},
          {"depends_on", row.depends_on},
          {"parts", list(c.parts, part)},
          {"checks", list(c.checks, check)},
          {"controls", list(c.controls, control)}};
}

Json erratum(const ReportedErratum& reported) {
  const Erratum& e = reported.erratum;
  const auto severity = [](Severity s) { return Json(in_words(s).en); };
  return {{"number", e.number},
          {"lines", e.lines},
          {"severities", list(e.severities, severity)},
          {"issue", json_text(e.issue)},
          {"repaired", json_text(e.repaired)},
          {"shown_by", list(e.shown_by,
                            [](const PartName& name) {
                              return Json{{"claim", name.claim}, {"part", name.part}};
                            })},
          {"repaired_by", reported.repaired_by}};
}

/// What the report refers to beside the errata.
Json reference(const ReferenceWords& words) {
  Json note = Json::array(), claims = Json::array();
  for (const auto& [id, number] : words.claim_numbers)
    claims.push_back({{"id", id}, {"number", number}});
  for (const auto& [line, text] : words.note) note.push_back({{"line", line}, {"text", text}});
  return {
      {"notation",
       list(words.notation,
            [](const Notation& n) {
              return Json{{"symbol", n.symbol}, {"tex", n.tex}, {"meaning", json_text(n.meaning)}};
            })},
      {"lemmas", list(words.lemmas,
                      [](const Lemma& lemma) {
                        return Json{{"id", lemma.id}, {"statement", json_text(lemma.statement)}};
                      })},
      {"claim_numbers", claims},
      {"note", note}};
}

Json chapter(const ChapterResult& c) {
  return {{"title", json_text(c.title)}, {"claims", list(c.claims, claim)}};
}

Json summary(const Summary& s) {
  return {{"claims", s.claims},
          {"proved", s.proved},
          {"certified", s.certified},
          {"supported", s.supported},
          {"undecided", s.undecided},
          {"failed", s.failed},
          {"refuted", s.refuted},
          {"controls", s.controls},
          {"controls_rejected", s.controls_rejected},
          {"controls_undecided", s.controls_undecided}};
}

Json kill_matrix(const KillMatrix& matrix) {
  const auto row = [](const KillMatrix::Row& r) {
    return Json{
        {"claim", r.claim},
        {"number", r.number},
        {"letter", std::string(1, r.letter)},
        {"on", list(r.on, [](const KilledOn& k) {
           return Json{{"outcome", json_names::kill.of(k.kill)}, {"margin", json_number(k.margin)}};
         })}};
  };
  return {{"pairs", matrix.pairs},
          {"twins", list(matrix.rows, row)},
          {"twins_without_pairs", matrix.twins_without_pairs}};
}

Json own_pairs(const OwnPairsSummary& s) {
  return {{"decided", s.decided},
          {"undecided", s.undecided},
          {"without_case", s.without_case},
          {"unchecked", s.unchecked}};
}

}  // namespace

void write_json(std::ostream& out, const Report& report, Language) {
  out << json_document(
      {{"schema", 1},
       {"run",
        {{"version", report.version},
         {"date", report.date},
         {"made_with", report.made_with},
         {"suite", report.suite},
         {"threads", report.threads},
         {"seconds", json_number(report.seconds)},
         {"complete", report.complete},
         {"pairs", list(report.pairs, json_text)},
         {"pairs_fingerprint", report.pairs_fingerprint},
         {"notes", list(report.notes, json_text)}}},
       {"chapters", list(report.chapters, chapter)},
       {"errata", list(report.words.errata, erratum)},
       {"reference", reference(report.words)},
       {"figures", list(report.figures, json_of)},
       {"kill_matrix", report.kill_matrix ? kill_matrix(*report.kill_matrix) : Json(nullptr)},
       {"own_pairs", report.own_pairs ? own_pairs(*report.own_pairs) : Json(nullptr)},
       {"summary", summary(report.summary)}});
}

}  // namespace gancheck
