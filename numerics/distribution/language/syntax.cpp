#include "numerics/distribution/language/syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "numerics/distribution/specification.hpp"
#include "numerics/number/numeral.hpp"

namespace gancheck {

namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool takes_path(std::string_view name) {
  constexpr std::array<std::string_view, 3> names{"file", "samples", "network"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Call whole() {
    if (skip_space(); done())
      refuse(place(), "nothing is specified: write for example geometric(1/2)");
    Call call = read_call();
    if (skip_space(); !done())
      refuse(place(), fmt::format("{} follows the specification {}: remove it",
                                  in_quotes(text_.substr(at_)), in_quotes(call.text)));
    return call;
  }

 private:
  bool done() const { return at_ >= text_.size(); }
  char next() const { return done() ? '\0' : text_[at_]; }
  bool at(char c) const { return !done() && text_[at_] == c; }
  void skip_space() {
    while (!done() && is_space(text_[at_])) ++at_;
  }

  /// The number of the character at the reading position, counted as a reader counts.
  std::size_t place() const {
    const std::string_view before = text_.substr(0, at_);
    return before.size() + 1 -
           static_cast<std::size_t>(
               std::count_if(before.begin(), before.end(), continues_character));
  }

  /// What stands at the reading position, for a message.
  std::string found() const {
    if (done()) return "the end";
    constexpr std::size_t longest_character = 4;
    const std::string_view rest = text_.substr(at_, longest_character);
    std::size_t end = 1;
    while (end < rest.size() && continues_character(rest[end])) ++end;
    const std::string_view character = rest.substr(0, end);
    constexpr std::array<std::string_view, 3> full_width{"\xEF\xBC\x88", "\xEF\xBC\x89",
                                                         "\xEF\xBC\x8C"};
    const bool is_wide =
        std::find(full_width.begin(), full_width.end(), character) != full_width.end();
    return in_quotes(character) + (is_wide ? " (of full width: write ( ) and , plain)" : "");
  }

  Call read_call() {
    if (++depth_ > most_nested)
      refuse(place(),
             fmt::format("nested deeper than {}: simplify the specification", most_nested));
    Call call;
    call.place = place();
    call.name = read_name();
    if (skip_space(); !at('('))
      refuse(place(), fmt::format("{} instead of ( after {}", found(), in_quotes(call.name)));
    const std::size_t opened = place();
    ++at_;
    if (takes_path(call.name)) {
      call.arguments.push_back(read_path());
      read_options(call);
    } else {
      read_arguments(call);
    }
    if (!at(')'))
      refuse(place(), fmt::format("{} instead of , or ) in the bracket that opened at character {}",
                                  found(), opened));
    ++at_;
    --depth_;
    call.text = call.name + "(";
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
      call.text += (i > 0 ? "," : "") + call.arguments[i].text;
    for (const CallOption& option : call.options)
      call.text += "," + option.name.text +
                   (option.value.empty() ? "" : "=" + quoted_if_needed(option.value));
    call.text += ")";
    return call;
  }

  void read_arguments(Call& call) {
    if (skip_space(); at(')')) return;
    for (;; ++at_) {
      call.arguments.push_back(read_argument());
      if (skip_space(); !at(',')) return;
    }
  }

  std::string read_name() {
    const std::size_t begin = at_;
    if (is_digit(next()))
      refuse(place(), found() + " instead of a name: a number alone is no law, point(1/2) is one");
    if (!is_letter(next())) refuse(place(), found() + " instead of a name such as geometric");
    while (is_letter(next()) || is_digit(next())) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  Argument read_argument() {
    skip_space();
    Argument argument;
    argument.place = place();
    if (is_letter(next())) {
      refuse_unreal();
      argument.call = std::make_unique<Call>(read_call());
      argument.text = argument.call->text;
      return argument;
    }
    argument.number = read_number(argument.text);
    if (skip_space(); at('*')) {
      ++at_;
      skip_space();
      argument.call = std::make_unique<Call>(read_call());
      argument.text += "*" + argument.call->text;
    }
    return argument;
  }

  void refuse_unreal() {
    const std::size_t begin = at_;
    std::string name = read_name();
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    at_ = begin;
    if (name == "nan" || name == "inf" || name == "infinity")
      refuse(place(), name + " is not a real number: give a finite one");
  }

  Rational read_number(std::string& text) {
    const Rational above = read_decimal(text);
    if (skip_space(); !at('/')) return above;
    ++at_;
    skip_space();
    const std::size_t below_place = place();
    text += "/";
    const Rational below = read_decimal(text);
    if (below == 0) refuse(below_place, "division by 0");
    return in_range(above / below, below_place, text);
  }

  Rational read_decimal(std::string& text) {
    const std::size_t where = place();
    const auto numeral = read_numeral(text_.substr(at_));
    if (!numeral) refuse(where, found() + " instead of a number or a specification");
    const std::string_view written = text_.substr(at_, numeral->length);
    if (numeral->digits > most_digits)
      refuse(where, fmt::format("{} has {} digits: give at most {}", in_quotes(written),
                                numeral->digits, most_digits));
    at_ += numeral->length;
    text += written;
    if (std::abs(numeral->leading) > most_exponent + 1) refuse_magnitude(where, written);
    return in_range(numeral->value.rational(), where, written);
  }

  [[noreturn]] static void refuse_magnitude(std::size_t where, std::string_view written) {
    refuse(where, fmt::format("{} is not between 1e-{} and 1e{} in magnitude", in_quotes(written),
                              most_exponent, most_exponent));
  }

  static Rational in_range(const Rational& x, std::size_t where, std::string_view written) {
    static const Rational most = power_of_ten(most_exponent), least = power_of_ten(-most_exponent);
    if (x != 0 && (abs(x) > most || abs(x) < least)) refuse_magnitude(where, written);
    return x;
  }

  /// A text up to a character of `ends`, or in quotes.
  std::string read_text(std::string_view ends, std::string_view what) {
    skip_space();
    if (at('\'') || at('"')) {
      const char quote = next();
      const std::size_t end = text_.find(quote, at_ + 1);
      if (end == std::string_view::npos)
        refuse(place(),
               fmt::format("the {} that opens with {} does not end: close it", what, quote));
      std::string inside(text_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
      skip_space();
      return inside;
    }
    const std::size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
    std::size_t last = end;
    while (last > at_ && is_space(text_[last - 1])) --last;
    std::string plain(text_.substr(at_, last - at_));
    at_ = end;
    return plain;
  }

  Argument read_path() {
    skip_space();
    Argument argument;
    argument.place = place();
    argument.path = read_text(",)", "path");
    argument.text = quoted_if_needed(argument.path);
    if (argument.path.empty())
      refuse(argument.place, "a path is missing: write for example file(p.csv) or network(g.json)");
    return argument;
  }

  void read_options(Call& call) {
    while (at(',')) {
      ++at_;
      skip_space();
      CallOption option;
      option.name.place = place();
      option.name.text = read_text("=,)", "option");
      if (at('=')) {
        ++at_;
        skip_space();
        const std::size_t begin = place();
        option.value = read_text(",)", "value");
        if (option.value.empty())
          refuse(begin, fmt::format("nothing follows {}=: give a value", option.name.text));
      }
      call.options.push_back(std::move(option));
    }
  }

  static constexpr int most_exponent = 300;
  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Call parse_call(std::string_view specification) {
  if (specification.size() > longest_specification)
    refuse(longest_specification + 1,
           fmt::format("a specification of {} bytes is longer than {}: put the weights into a file",
                       specification.size(), longest_specification));
  return Parser(specification).whole();
}

void refuse(std::size_t place, const std::string& what) {
  throw BadSpecification(fmt::format("character {}: {}", place, what));
}

std::string quoted_if_needed(std::string_view text) {
  constexpr std::string_view special = ",()='\"* ";
  if (text.find_first_of(special) == std::string_view::npos) return std::string(text);
  const char quote = text.find('"') == std::string_view::npos ? '"' : '\'';
  return quote + std::string(text) + quote;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t most = 40;
  std::string line = "'";
  std::size_t end = std::min(text.size(), most);
  while (end > 0 && end < text.size() && continues_character(text[end])) --end;
  for (const char c : text.substr(0, end)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F)
      line += fmt::format("\\x{:02x}", byte);
    else
      line += c;
  }
  return line + (end < text.size() ? "...'" : "'");
}

std::string shown(const Rational& x) {
  constexpr std::size_t most_bits = 140;
  constexpr int digits = 20;
  if (msb(denominator(x)) + (x == 0 ? 0 : msb(Integer(abs(numerator(x))))) <= most_bits)
    return to_text(x);
  return "about " + decimal_rounded_down(x, digits);
}

}  // namespace gancheck
