#include "report/formats/json_names.hpp"

namespace gancheck::json_names {
namespace {

/// Of an enumeration whose names the theory has.
template <class Enum, class Values, class Name>
Names<Enum> from(std::string what, const Values& values, const Name& name_of) {
  std::vector<std::pair<Enum, std::string>> names;
  names.reserve(values.size());
  for (const Enum value : values) names.emplace_back(value, std::string(name_of(value)));
  return {std::move(what), std::move(names)};
}

const auto name_in_theory = [](const auto& value) { return name(value); };

}  // namespace

const Names<Ground> ground("ground", {{Ground::rounding, "rounding"},
                                      {Ground::enclosure, "enclosure"},
                                      {Ground::sweep, "sweep"},
                                      {Ground::normal_form, "normal_form"},
                                      {Ground::counterexample, "counterexample"}});
const Names<Evidence::Found> found("finding", {{Evidence::Found::agrees, "agrees"},
                                               {Evidence::Found::excludes, "excludes"},
                                               {Evidence::Found::too_wide, "too_wide"}});
const Names<Kind> kind("kind of claim",
                       {{Kind::theorem, "theorem"}, {Kind::definition, "definition"}});
const Names<Expect> expect("expectation",
                           {{Expect::rejected, "rejected"}, {Expect::undecided, "undecided"}});
const Names<Kill> kill("outcome", {{Kill::rejected, "rejected"},
                                   {Kill::weak, "weak"},
                                   {Kill::blind, "blind"},
                                   {Kill::undecided, "undecided"}});
const Names<Verdict> verdict =
    from<Verdict>("verdict",
                  std::array{Verdict::proved, Verdict::certified, Verdict::supported,
                             Verdict::undecided, Verdict::failed, Verdict::refuted},
                  name_in_theory);
const Names<Witness> witness = from<Witness>(
    "witness", std::array{Witness::grid, Witness::ball, Witness::symbolic}, name_in_theory);
const Names<NoteVerdict> note_verdict =
    from<NoteVerdict>("verdict on the note", all_note_verdicts, name_in_theory);
const Names<Severity> severity =
    from<Severity>("severity", all_severities, [](Severity s) { return in_words(s).en; });

const Names<Curve::Line> line("line", {{Curve::Line::solid, "solid"},
                                       {Curve::Line::dashed, "dashed"},
                                       {Curve::Line::dotted, "dotted"},
                                       {Curve::Line::dash_dotted, "dash_dotted"},
                                       {Curve::Line::points, "points"},
                                       {Curve::Line::bars, "bars"}});
const Names<Curve::Ink> ink("ink", {{Curve::Ink::data, "data"},
                                    {Curve::Ink::generator, "generator"},
                                    {Curve::Ink::mixture, "mixture"},
                                    {Curve::Ink::optimum, "optimum"},
                                    {Curve::Ink::reference, "reference"},
                                    {Curve::Ink::other, "other"}});
const Names<Inscription::Side> side("side", {{Inscription::Side::right, "right"},
                                             {Inscription::Side::left, "left"},
                                             {Inscription::Side::centre, "centre"}});

}  // namespace gancheck::json_names
