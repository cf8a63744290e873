#include "report/formats/json_figure.hpp"

#include <stdexcept>

#include "report/formats/json_names.hpp"
#include "report/formats/json_value.hpp"

namespace gancheck {
namespace {

using Json = nlohmann::ordered_json;

Json json_numbers(const std::vector<double>& numbers) {
  Json all = Json::array();
  for (const double x : numbers) all.push_back(json_number(x));
  return all;
}

std::vector<double> numbers_in(const Json& x) {
  std::vector<double> all;
  all.reserve(x.size());
  for (const Json& number : x) all.push_back(number_in(number));
  return all;
}

Json json_axis(const FigureAxis& axis) {
  Json ticks = Json::array();
  for (const Tick& tick : axis.ticks)
    ticks.push_back({{"at", json_number(tick.at)}, {"text", json_text(tick.text)}});
  return {{"label", json_text(axis.label)},
          {"logarithmic", axis.logarithmic},
          {"from", json_number(axis.from)},
          {"to", json_number(axis.to)},
          {"ticks", ticks}};
}

std::optional<double> number_or_none(const Json& x) {
  return x.is_null() ? std::nullopt : std::optional(number_in(x));
}

FigureAxis axis_in(const Json& x) {
  FigureAxis axis{text_in(x.at("label")), x.at("logarithmic").get<bool>(),
                  number_or_none(x.at("from")), number_or_none(x.at("to"))};
  for (const Json& tick : x.at("ticks"))
    axis.ticks.push_back({number_in(tick.at("at")), text_in(tick.at("text"))});
  return axis;
}

Json json_curve(const Curve& curve) {
  return {{"label", json_text(curve.label)},      {"x", json_numbers(curve.x)},
          {"y", json_numbers(curve.y)},           {"line", json_names::line.of(curve.line)},
          {"ink", json_names::ink.of(curve.ink)}, {"on_right_axis", curve.on_right_axis},
          {"is_filled", curve.is_filled},         {"is_bold", curve.is_bold}};
}

Curve curve_in(const Json& x) {
  Curve curve{text_in(x.at("label")),
              numbers_in(x.at("x")),
              numbers_in(x.at("y")),
              json_names::line.named(x.at("line").get<std::string>()),
              x.at("on_right_axis").get<bool>(),
              json_names::ink.named(x.at("ink").get<std::string>()),
              x.at("is_filled").get<bool>(),
              x.at("is_bold").get<bool>()};
  if (curve.x.size() != curve.y.size())
    throw std::invalid_argument("a curve has not as many x as y");
  return curve;
}

Json json_inscription(const Inscription& i) {
  return {{"x", json_number(i.x)},
          {"y", json_number(i.y)},
          {"text", json_text(i.text)},
          {"side", json_names::side.of(i.side)}};
}

Inscription inscription_in(const Json& x) {
  return {number_in(x.at("x")), number_in(x.at("y")), text_in(x.at("text")),
          json_names::side.named(x.at("side").get<std::string>())};
}

Json json_field(const Field& field) {
  return {{"label", json_text(field.label)}, {"x", json_numbers(field.x)},
          {"y", json_numbers(field.y)},      {"values", json_numbers(field.values)},
          {"from", json_number(field.from)}, {"to", json_number(field.to)}};
}

Field field_in(const Json& x) {
  Field field{text_in(x.at("label")),     numbers_in(x.at("x")),   numbers_in(x.at("y")),
              numbers_in(x.at("values")), number_in(x.at("from")), number_in(x.at("to"))};
  const bool fits = field.x.size() > 1 && field.y.size() > 1 &&
                    field.values.size() == field.x.size() * field.y.size();
  if (!fits) throw std::invalid_argument("a field has not one value a point of its grid");
  return field;
}

}  // namespace

Json json_of(const Figure& figure) {
  Json curves = Json::array(), inscriptions = Json::array();
  for (const Curve& curve : figure.curves) curves.push_back(json_curve(curve));
  for (const Inscription& i : figure.inscriptions) inscriptions.push_back(json_inscription(i));
  return {{"name", figure.name},
          {"title", json_text(figure.title)},
          {"alternative", json_text(figure.alternative)},
          {"claims", figure.claims},
          {"x", json_axis(figure.x)},
          {"y", json_axis(figure.y)},
          {"right", json_axis(figure.right)},
          {"curves", curves},
          {"inscriptions", inscriptions},
          {"field", figure.field ? json_field(*figure.field) : Json(nullptr)}};
}

Figure figure_of(const Json& json) {
  Figure figure{json.at("name").get<std::string>(),
                text_in(json.at("title")),
                text_in(json.at("alternative")),
                axis_in(json.at("x")),
                axis_in(json.at("y")),
                axis_in(json.at("right")),
                {},
                json.at("claims").get<std::vector<std::string>>()};
  for (const Json& curve : json.at("curves")) figure.curves.push_back(curve_in(curve));
  for (const Json& i : json.at("inscriptions")) figure.inscriptions.push_back(inscription_in(i));
  if (!json.at("field").is_null()) figure.field = field_in(json.at("field"));
  return figure;
}

}  // namespace gancheck
