// CSV: one entry a line for weights on 1, 2, ..., or two for a point and its weight.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "numerics/distribution/table.hpp"
#include "numerics/number/exact_sum.hpp"
#include "numerics/number/numeral.hpp"

namespace gancheck {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}
bool is_separator(char c) {
  return c == ',' || c == ';';
}

class CsvReader {
 public:
  CsvReader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  Table read() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    table_.place = "line";
    if (bytes_.substr(0, byte_order_mark.size()) == byte_order_mark)
      bytes_.remove_prefix(byte_order_mark.size());
    while (!bytes_.empty()) {
      const std::size_t end = std::min(bytes_.find('\n'), bytes_.size());
      line_ = bytes_.substr(0, end);
      bytes_.remove_prefix(std::min(end + 1, bytes_.size()));
      ++line_number_;
      read_line();
    }
    table_.tolerance = last_digits();
    return std::move(table_);
  }

 private:
  [[noreturn]] void refuse_at(std::size_t at, const std::string& what) const {
    throw BadSpecification(fmt::format("{}:{}:{}: {}", name_, line_number_, at + 1, what));
  }

  void skip_blanks(std::size_t& at) const {
    while (at < line_.size() && is_blank(line_[at])) ++at;
  }

  void read_line() {
    std::size_t at = 0;
    skip_blanks(at);
    if (at == line_.size() || line_[at] == '#') return;
    const bool first = !seen_content_;
    seen_content_ = true;
    if (first && is_header()) return;
    read_row(at);
  }

  /// Names in every field: "p", "x,weight".
  bool is_header() const {
    constexpr std::string_view between = ",; \t\r";
    for (std::size_t at = 0; (at = line_.find_first_not_of(between, at)) < line_.size();) {
      const std::size_t end = std::min(line_.find_first_of(between, at), line_.size());
      if (!is_name(line_.substr(at, end - at))) return false;
      at = end;
    }
    return true;
  }

  static bool is_name(std::string_view field) {
    constexpr std::string_view begins_number = "+-.0123456789";
    if (begins_number.find(field[0]) != std::string_view::npos) return false;
    std::string lower(field);
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower != "nan" && lower != "inf" && lower != "infinity";
  }

  void read_row(std::size_t at) {
    constexpr std::size_t most_columns = 2;
    Numeral entries[most_columns];
    std::size_t places[most_columns]{};
    std::size_t count = 0;
    for (bool more = true; more; ++count) {
      skip_blanks(at);
      if (count == most_columns)
        refuse_at(at, "a third entry: give a weight, or a point and its weight");
      places[count] = at;
      entries[count] = read_entry(at);
      more = read_separator(at);
    }
    if (columns_ == 0) columns_ = count;
    if (count != columns_)
      refuse_at(at, fmt::format("{} instead of {} as in the lines before",
                                count == 1 ? "one entry" : "two entries", columns_));
    const Numeral& weight = entries[count - 1];
    if (line_[places[count - 1]] == '-' && !weight.value.is_zero())
      refuse_at(places[count - 1], "a negative weight: weights are at least 0");
    table_.has_points = count == most_columns;
    const auto number = static_cast<std::int64_t>(table_.rows.size()) + 1;
    // A number that is written without a fraction is a count, not a rounded value.
    constexpr long finest =
        -2 * Numeral::farthest;  // below it a 0 is written with an absurd exponent
    if (weight.last_digit < 0 && weight.last_digit > finest) ++rounded_at_[weight.last_digit];
    table_.rows.push_back({table_.has_points ? entries[0].value : Real(Decimal{number, 0}),
                           weight.value, line_number_});
  }

  Numeral read_entry(std::size_t& at) const {
    constexpr long largest = 300, least = -400;
    const auto numeral = read_numeral(line_.substr(at));
    const std::size_t end = at + (numeral ? numeral->length : 0);
    const bool ends = end == line_.size() || is_blank(line_[end]) || is_separator(line_[end]);
    if (!numeral || !ends) {
      const std::string_view rest = line_.substr(at);
      const auto stop = std::find_if(rest.begin(), rest.end(),
                                     [](char c) { return is_blank(c) || is_separator(c); });
      const auto length = static_cast<std::size_t>(stop - rest.begin());
      refuse_at(at, length == 0 ? std::string("an entry is missing")
                                : in_quotes(rest.substr(0, length)) + " is not a number");
    }
    if (numeral->digits > most_digits)
      refuse_at(
          at, fmt::format("an entry of {} digits: give at most {}", numeral->digits, most_digits));
    if (numeral->leading > largest || numeral->leading < least)
      refuse_at(at, fmt::format("{} is not between 1e{} and 1e{} in magnitude",
                                in_quotes(line_.substr(at, numeral->length)), least, largest));
    at = end;
    return *numeral;
  }

  /// Whether another entry follows: after blanks, a comma, a semicolon.
  bool read_separator(std::size_t& at) const {
    skip_blanks(at);
    if (at == line_.size()) return false;
    if (is_separator(line_[at])) ++at;
    return true;
  }

  /// Half a unit of the last printed digit, for every weight.
  Rational last_digits() const {
    constexpr std::int64_t half_in_tenths = 5;
    std::vector<Real> halves;
    for (const auto& [exponent, count] : rounded_at_)
      halves.emplace_back(Decimal{half_in_tenths * count, static_cast<int>(exponent) - 1});
    return exact_sum(halves);
  }

  std::string_view bytes_, line_;
  const std::string& name_;
  std::size_t line_number_ = 0, columns_ = 0;
  bool seen_content_ = false;
  std::map<long, std::int64_t> rounded_at_;
  Table table_;
};

}  // namespace

Table read_csv(std::string_view bytes, const std::string& name) {
  return CsvReader(bytes, name).read();
}

}  // namespace gancheck
