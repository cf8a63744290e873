#include "app/parameter.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <vector>

#include "app/exit_codes.hpp"
#include "numerics/distribution/language/syntax.hpp"
#include "numerics/number/numeral.hpp"

namespace gancheck {
namespace {

/// A path may be called t.
bool takes_a_path(std::string_view call) {
  for (const char* name : {"file", "logits", "histogram", "density", "samples", "network"})
    if (call == name) return true;
  return false;
}

bool is_delimiter(char c) {
  return c == '(' || c == ')' || c == ',' || c == '*' || c == '=' || c == '"' ||
         std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::optional<Rational> meant_by(std::string_view word, const Rational& value) {
  if (word == "t") return value;
  if (word == "-t") return -value;
  if (word == "1-t") return 1 - value;
  return std::nullopt;
}

/// Walks over the words of a specification, with the calls that are open around each.
class Substitution {
 public:
  Substitution(std::string_view text, const Rational& value) : text_(text), value_(value) {}

  std::optional<std::string> result() {
    while (at_ < text_.size()) {
      if (text_[at_] == '"')
        copy_quoted();
      else if (is_delimiter(text_[at_]))
        copy_delimiter();
      else
        copy_word();
    }
    return found_ ? std::optional(written_) : std::nullopt;
  }

 private:
  void copy_quoted() {
    const std::size_t end = text_.find('"', at_ + 1);
    const std::size_t length = end == std::string_view::npos ? text_.size() - at_ : end + 1 - at_;
    written_ += text_.substr(at_, length);
    at_ += length;
  }

  void copy_delimiter() {
    const char c = text_[at_++];
    if (c == '(') open_calls_.push_back(word_);
    if (c == ')' && !open_calls_.empty()) open_calls_.pop_back();
    is_named_ = c == '=';
    written_ += c;
  }

  void copy_word() {
    std::size_t end = at_;
    while (end < text_.size() && !is_delimiter(text_[end])) ++end;
    word_ = text_.substr(at_, end - at_);
    at_ = end;
    const bool is_number_place =
        !open_calls_.empty() && !takes_a_path(open_calls_.back()) && !is_named_;
    const auto number = is_number_place ? meant_by(word_, value_) : std::nullopt;
    found_ = found_ || number.has_value();
    written_ += number ? number->str() : std::string(word_);
  }

  std::string_view text_;
  const Rational& value_;
  std::size_t at_ = 0;
  std::string_view word_;
  std::vector<std::string_view> open_calls_;
  bool is_named_ = false;  ///< behind `name=`
  bool found_ = false;
  std::string written_;
};

std::optional<Rational> whole_numeral(std::string_view text) {
  const auto numeral = read_numeral(text);
  const bool is_number =
      numeral && numeral->length == text.size() && std::abs(numeral->leading) <= Numeral::farthest;
  return is_number ? std::optional(numeral->value.rational()) : std::nullopt;
}

/// A decimal or a quotient of two.
std::optional<Rational> number_in_range(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return whole_numeral(text);
  const auto over = whole_numeral(text.substr(0, slash)),
             under = whole_numeral(text.substr(slash + 1));
  if (!over || !under || *under == 0) return std::nullopt;
  return *over / *under;
}

std::array<Rational, 3> three_numbers(const std::string& text) {
  const std::size_t first = text.find(':');
  const std::size_t second = first == std::string::npos ? first : text.find(':', first + 1);
  if (second == std::string::npos)
    throw BadUsage(
        fmt::format("--t: {} is no range: write start:stop:step, as 0:8:0.1", in_quotes(text)));
  const std::string_view whole = text;
  std::array<Rational, 3> numbers;
  const std::string_view parts[] = {whole.substr(0, first),
                                    whole.substr(first + 1, second - first - 1),
                                    whole.substr(second + 1)};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto number = number_in_range(parts[i]);
    if (!number)
      throw BadUsage(fmt::format(
          "--t: {} in {} is no number: write a decimal or a quotient, as in 0:8:0.1 or 0:1:1/3",
          in_quotes(parts[i]), in_quotes(text)));
    numbers[i] = *number;
  }
  return numbers;
}

}  // namespace

std::optional<std::string> with_parameter(std::string_view specification, const Rational& value) {
  return Substitution(specification, value).result();
}

ParameterRange read_range(const std::string& text) {
  const auto [start, stop, step] = three_numbers(text);
  if (step == 0 || (stop - start) / step < 0)
    throw BadUsage(fmt::format("--t: a step of {} never leads from {} to {}: give another one",
                               shown(step), shown(start), shown(stop)));
  const Rational steps = (stop - start) / step;
  if (steps >= static_cast<long>(most_values))
    throw BadUsage(fmt::format("--t: {} has more than {} values: take longer steps",
                               in_quotes(text), most_values));
  // Counted in doubles, which may be off by one, and settled exactly.
  auto last = static_cast<std::size_t>(nearest_double(steps));
  while (steps < static_cast<long>(last)) --last;
  while (steps >= static_cast<long>(last + 1)) ++last;
  return {start, step, last + 1};
}

}  // namespace gancheck
