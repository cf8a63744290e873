#include "report/formats/checked_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "numerics/number/numeral.hpp"
#include "report/formats/json_value.hpp"
#include "report/formats/table_reading.hpp"
#include "report/text/check_sentences.hpp"
#include "report/text/table.hpp"
#include "report/text/units.hpp"
#include "report/text/words.hpp"

namespace gancheck {
namespace {

constexpr std::size_t page_width = 100;

/// A decimal of at most 1000 digits, or half a unit of its last one, in full.
std::string exact_text(const Rational& tolerance) {
  return decimal_rounded_down(tolerance, static_cast<int>(most_digits) + 1);
}

/// X in the form in which the bounds are printed; as it was given where that is this form already.
std::string shown(const PrintedNumber& x) {
  if (x.value.infinite != 0) return x.text;
  const std::string form =
      decimal_rounded_down(x.value.value, std::max(1, static_cast<int>(x.digits)));
  return x.text.starts_with(form) ? x.text : form;
}

/// The first character in which X is not the bound, as if zeros followed the shorter of them.
std::size_t first_difference(const std::string& x, const std::string& bound) {
  const auto at = [](const std::string& text, std::size_t i) {
    return i < text.size() ? text[i] : '0';
  };
  std::size_t i = 0;
  while (i < std::max(x.size(), bound.size()) && at(x, i) == at(bound, i)) ++i;
  return i;
}

Style style_of(Answer answer) {
  return answer == Answer::agrees    ? Style::good
         : answer == Answer::differs ? Style::bad
                                     : Style::doubtful;
}

/// The numbers one below the other, and a mark at the first digit that differs.
Table numbers(const CheckedNumber& checked, Language language) {
  const NumberCheck& check = checked.check;
  const Quantity& truth = check.quantity;
  const std::string given = shown(check.given), unit = unit_of(truth.dimension, checked.unit);
  Table table({Align::left, Align::left});
  table.row({words::data.in(language), checked.data});
  table.row({words::generator.in(language), checked.generator});
  table.row({words::quantity.in(language),
             truth.name + (unit.empty() ? "" : words::bracketed(unit, language))});
  table.row({Text{"tolerance", "容差"}.in(language), exact_text(check.tolerance)});
  table.line("");
  table.row({Text{"given", "所给值"}.in(language), given});
  if (truth.lower == truth.upper) {
    table.row({Text{"true", "真值"}.in(language), truth.lower});
  } else {
    table.row({Text{"true, at least", "真值下界"}.in(language), truth.lower});
    table.row({Text{"true, at most", "真值上界"}.in(language), truth.upper});
  }
  if (check.agreeing_digits) {
    const std::size_t place =
        std::min(first_difference(given, truth.lower), first_difference(given, truth.upper));
    table.row({std::string(), Cell(std::string(place, ' ') + "^", Style::bad)});
  }
  return table;
}

nlohmann::ordered_json json(const Explanation& e, int digits) {
  nlohmann::ordered_json steps = nlohmann::ordered_json::array();
  for (const Mistake* step : e.steps)
    steps.push_back({{"id", step->id},
                     {"kind", gancheck::in_words(step->kind).en},
                     {"name", json_text(step->name)}});
  return {{"steps", steps},
          {"lower", lower_text(e.wrong, digits)},
          {"upper", upper_text(e.wrong, digits)},
          {"within_tolerance", e.within_tolerance}};
}

nlohmann::ordered_json json(const Quantity& q, Unit unit) {
  const std::string its_unit = unit_of(q.dimension, unit);
  return {{"value", json_number(q.value)},
          {"lower", q.lower},
          {"upper", q.upper},
          {"unit", its_unit.empty() ? nullptr : nlohmann::ordered_json(its_unit)},
          {"rigorous", q.rigorous},
          {"note", joined(q.notes, Language::en)}};
}

}  // namespace

void write_checked_number(std::ostream& out, const CheckedNumber& checked, Language language,
                          bool colour) {
  const NumberCheck& check = checked.check;
  const auto say = [&](const std::string& text) { out << wrapped(text, page_width, 0); };
  const std::string answer = gancheck::in_words(check.answer).in(language);
  const std::string verdict =
      answer + words::colon(language) + reason(check).in(language) + Text{".", "。"}.in(language);
  out << numbers(checked, language).text(colour) << "\n"
      << styled(answer, style_of(check.answer), colour)
      << wrapped(verdict, page_width, 0).substr(answer.size());
  for (const Explanation& e : check.explanations)
    say(sentence(e, digits_beside(check.given), language));
  if (check.answer == Answer::differs && check.explanations.empty() && !may_be_rounding(check))
    say(Text{"No known mistake leads to it.", "没有哪种已知错误会得到它。"}.in(language));
  if (const auto text = advice(check)) say(text->in(language));
  say(ground(check.quantity).in(language));
  for (const Text& remark : checked.remarks) say(remark.in(language));
}

void write_checked_number_json(std::ostream& out, const CheckedNumber& checked) {
  const NumberCheck& check = checked.check;
  nlohmann::ordered_json found = nlohmann::ordered_json::array(), digits = nullptr,
                         remedy = nullptr;
  for (const Explanation& e : check.explanations)
    found.push_back(json(e, digits_beside(check.given)));
  if (check.agreeing_digits) digits = *check.agreeing_digits;
  if (const auto text = advice(check)) remedy = json_text(*text);
  out << json_document({{"schema", 1},
                        {"data", checked.data},
                        {"generator", checked.generator},
                        {"read",
                         {{"data", json_reading(checked.data_tables)},
                          {"generator", json_reading(checked.generator_tables)}}},
                        {"unit", name_of(checked.unit)},
                        {"quantity", check.quantity.name},
                        {"given", check.given.text},
                        {"given_digits", check.given.digits},
                        {"tolerance", exact_text(check.tolerance)},
                        {"answer", gancheck::in_words(check.answer).en},
                        {"truth", json(check.quantity, checked.unit)},
                        {"distance",
                         {{"lower", lower_text(check.distance, digits_in_passing)},
                          {"upper", upper_text(check.distance, digits_in_passing)}}},
                        {"agreeing_digits", digits},
                        {"same_double", check.same_double},
                        {"mistakes", found},
                        {"advice", remedy},
                        {"remarks", json_notes(checked.remarks, Language::en)},
                        {"remarks_zh", json_notes(checked.remarks, Language::zh)}});
}

}  // namespace gancheck
