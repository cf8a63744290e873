#include "numerics/network/network_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "numerics/number/numeral.hpp"

namespace gancheck {
namespace {

using nlohmann::json;

[[noreturn]] void refuse(const std::string& place, const std::string& what) {
  throw std::invalid_argument(place + ": " + what);
}

/// Builds the document with every number as the text that it was: no digit is lost.
class Exactly : public nlohmann::json_sax<json> {
 public:
  Exactly(std::string_view text, const std::string& name) : text_(text), name_(name) {}
  json& document() { return document_; }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return add(text); }
  bool string(string_t& value) override { return add(value); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool key(string_t& value) override {
    key_ = value;
    if (open_.back()->contains(key_)) refuse(name_, "two members are called \"" + key_ + "\"");
    return true;
  }
  bool start_object(std::size_t /*size*/) override { return open(json::object()); }
  bool start_array(std::size_t /*size*/) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    const std::string_view before = text_.substr(0, position == 0 ? 0 : position - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t begin = before.find_last_of('\n');
    const std::size_t column =
        before.size() - (begin == std::string_view::npos ? 0 : begin + 1) + 1;
    constexpr int overflow = 406;
    refuse(fmt::format("{}:{}:{}", name_, line, column),
           error.id == overflow ? "a number beyond 1e300: give smaller ones"
                                : "no JSON from here on: mend the file");
  }

 private:
  json* put(json value) {
    if (open_.empty()) return &(document_ = std::move(value));
    json& around = *open_.back();
    if (around.is_array()) return &around.emplace_back(std::move(value));
    return &(around[key_] = std::move(value));
  }
  bool add(json value) { return put(std::move(value)) != nullptr; }
  bool open(json value) {
    constexpr std::size_t deepest = 16;
    if (open_.size() == deepest) refuse(name_, "brackets nested too deeply for a network");
    open_.push_back(put(std::move(value)));
    return true;
  }
  bool close() { return open_.pop_back(), true; }

  std::string_view text_;
  const std::string& name_;
  json document_;
  std::vector<json*> open_;
  std::string key_;
};

/// A decimal, or a quotient of two.
Rational number(const json& value, const std::string& place) {
  constexpr long farthest = 300;
  constexpr std::string_view remedy = "write a decimal, or a quotient in quotes";
  if (!value.is_string()) refuse(place, fmt::format("{} is no number: {}", value.dump(), remedy));
  const std::string& text = value.get_ref<const std::string&>();
  const auto whole = [&](std::string_view part) -> Rational {
    const auto numeral = read_numeral(part);
    if (!numeral || numeral->length != part.size())
      refuse(place, fmt::format("{} is no number: {}", value.dump(), remedy));
    if (numeral->digits > most_digits || std::abs(numeral->leading) > farthest)
      refuse(place,
             fmt::format("a number with {} digits, about 1e{}: give at most {} digits, and "
                         "magnitudes from 1e-{} to 1e{}",
                         numeral->digits, numeral->leading, most_digits, farthest, farthest));
    return numeral->value.rational();
  };
  const std::size_t stroke = text.find('/');
  if (stroke == std::string::npos) return whole(text);
  const Rational below = whole(std::string_view(text).substr(stroke + 1));
  if (below == 0) refuse(place, fmt::format("{} divides by 0", value.dump()));
  return whole(std::string_view(text).substr(0, stroke)) / below;
}

const json& member(const json& object, const char* name, const std::string& place) {
  if (!object.contains(name))
    refuse(place, fmt::format("no \"{}\": a layer has weight, bias and activation", name));
  return object[name];
}

/// A list that is not empty.
const json& list(const json& value, const std::string& place, const char* of_what) {
  if (!value.is_array() || value.empty())
    refuse(place, fmt::format("give a list of {} in [ ]", of_what));
  return value;
}

bool is_rectified(const json& activation, const std::string& place) {
  if (activation == "relu") return true;
  if (activation == "linear") return false;
  refuse(place,
         fmt::format("the activation {}: there are \"relu\" and \"linear\"", activation.dump()));
}

void read_weight(const json& rows, const std::string& place, Layer& layer) {
  std::size_t i = 0;
  for (const json& row : list(rows, place + ", weight", "rows")) {
    const std::string here = fmt::format("{}, weight, row {}", place, ++i);
    list(row, here, "numbers");
    if (i == 1) layer.inputs = row.size();
    if (row.size() != layer.inputs)
      refuse(here,
             fmt::format("{} numbers, and the rows before have {}", row.size(), layer.inputs));
    std::size_t j = 0;
    for (const json& entry : row)
      layer.weight.push_back(number(entry, fmt::format("{}, entry {}", here, ++j)));
  }
}

Layer read_layer(const json& object, const std::string& place) {
  if (!object.is_object())
    refuse(place,
           R"(a layer has the form {"weight": [[...]], "bias": [...], "activation": "relu"})");
  for (const auto& [name, value] : object.items())
    if (name != "weight" && name != "bias" && name != "activation")
      refuse(
          place,
          fmt::format("there is no member \"{}\": a layer has weight, bias and activation", name));
  Layer layer;
  layer.is_rectified = is_rectified(member(object, "activation", place), place);
  read_weight(member(object, "weight", place), place, layer);
  std::size_t i = 0;
  for (const json& entry : list(member(object, "bias", place), place + ", bias", "numbers"))
    layer.bias.push_back(number(entry, fmt::format("{}, bias, entry {}", place, ++i)));
  const std::size_t rows = layer.weight.size() / layer.inputs;
  if (rows != layer.bias.size())
    refuse(place, fmt::format("{} rows of weight and {} entries of bias: give one entry a row",
                              rows, layer.bias.size()));
  return layer;
}

/// A decimal that ends, as a JSON number; else a quotient in quotes.
std::string written(const Rational& x) {
  const std::string text = to_text(x);
  return text.find('/') == std::string::npos ? text : '"' + text + '"';
}

std::string to_json(const Layer& layer) {
  std::string rows, bias;
  for (std::size_t i = 0; i < layer.outputs(); ++i) {
    std::string row;
    for (std::size_t j = 0; j < layer.inputs; ++j)
      row += (j == 0 ? "" : ", ") + written(layer.weight_at(i, j));
    rows += (i == 0 ? "[" : ", [") + row + "]";
    bias += (i == 0 ? "" : ", ") + written(layer.bias[i]);
  }
  return fmt::format("    {{\"weight\": [{}],\n     \"bias\": [{}],\n     \"activation\": \"{}\"}}",
                     rows, bias, layer.is_rectified ? "relu" : "linear");
}

}  // namespace

Network read_network(std::string_view text, const std::string& name) {
  Exactly reader(text, name);
  json::sax_parse(text.begin(), text.end(), &reader);
  const json& document = reader.document();
  if (!document.is_object() || document.size() != 1 || !document.contains("layers"))
    refuse(name, R"(a network has the form {"layers": [...]})");
  std::vector<Layer> layers;
  for (const json& object : list(document["layers"], name + ", layers", "layers"))
    layers.push_back(read_layer(object, fmt::format("{}, layer {}", name, layers.size() + 1)));
  try {
    return Network(std::move(layers));
  } catch (const std::invalid_argument& error) {
    refuse(name, error.what());
  }
}

std::string to_json(const Network& network) {
  std::string text = "{\"layers\": [\n";
  for (std::size_t k = 0; k < network.layers().size(); ++k)
    text += (k == 0 ? "" : ",\n") + to_json(network.layers()[k]);
  return text + "\n]}\n";
}

}  // namespace gancheck
