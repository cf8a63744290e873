// Tables in JSON, by nlohmann's parser, which hands numbers over as they are written.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/sheet.hpp"

namespace gancheck {
namespace {

constexpr std::string_view accepted =
    "give a map {\"label\": weight, ...}, an array of weights, of rows or of objects";

/// A scalar of the document, with its key where it lies in an object.
struct Scalar {
  std::string key, text;
  bool is_string = false;
};

enum class Holds { scalars, array, object };

/// An entry of the outermost array or object: a scalar, or an array or object of scalars.
struct Entry {
  std::string key;
  Holds holds = Holds::scalars;
  std::vector<Scalar> scalars;
};

/// Collects the entries of a document that is at most two deep.
class Collector : public nlohmann::json_sax<nlohmann::json> {
 public:
  Collector(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  bool null() override { return add("", false); }
  bool boolean(bool value) override { return add(value ? "true" : "false", true); }
  bool number_integer(number_integer_t value) override { return add(std::to_string(value), false); }
  bool number_unsigned(number_unsigned_t value) override {
    return add(std::to_string(value), false);
  }
  bool number_float(number_float_t /*value*/, const string_t& text) override {
    return add(text, false);
  }
  bool string(string_t& value) override { return add(value, true); }
  bool binary(binary_t& /*value*/) override { return refuse_form(); }
  bool key(string_t& value) override {
    key_ = value;
    return true;
  }
  bool start_object(std::size_t /*size*/) override { return open(Holds::object); }
  bool start_array(std::size_t /*size*/) override { return open(Holds::array); }
  bool end_object() override { return --depth_, true; }
  bool end_array() override { return --depth_, true; }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    const std::size_t at = std::min(text_.size(), position == 0 ? 0 : position - 1);
    const std::string_view before = text_.substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t begin = before.find_last_of('\n');
    const std::size_t column = at - (begin == std::string_view::npos ? 0 : begin + 1) + 1;
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ..."
    std::string what = error.what();
    if (const auto colon = what.find(": "); colon != std::string::npos) what.erase(0, colon + 2);
    for (char& c : what)
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    throw BadSpecification(fmt::format("{}:{}:{}: no JSON: {}", name_, line, column, what));
  }

  bool outermost_is_object() const { return outermost_ == Holds::object; }
  std::vector<Entry>& entries() { return entries_; }

 private:
  bool refuse_form() const {
    throw BadSpecification(fmt::format("{}, entry {}: not a table: {}", name_,
                                       entries_.size() + (depth_ < 2 ? 1 : 0), accepted));
  }

  bool open(Holds holds) {
    ++depth_;
    if (depth_ == 1) {
      outermost_ = holds;
    } else if (depth_ == 2) {
      entries_.push_back({std::exchange(key_, {}), holds, {}});
    } else {
      refuse_form();
    }
    return true;
  }

  bool add(std::string text, bool is_string) {
    if (depth_ == 0) return refuse_form();
    if (depth_ == 1) entries_.push_back({std::exchange(key_, {}), Holds::scalars, {}});
    entries_.back().scalars.push_back(
        {depth_ == 2 ? std::exchange(key_, {}) : std::string(), std::move(text), is_string});
    return true;
  }

  std::string_view text_;
  const std::string& name_;
  std::string key_;
  int depth_ = 0;
  Holds outermost_ = Holds::scalars;
  std::vector<Entry> entries_;
};

/// Cells one after the other, numbered by their entries.
class Writer {
 public:
  explicit Writer(Sheet& sheet) : sheet_(sheet) {}

  void add(const std::string& text, bool is_quoted, std::size_t entry) {
    SheetCell cell;
    cell.begin = static_cast<std::uint32_t>(sheet_.text.size());
    cell.length = static_cast<std::uint32_t>(text.size()) & 0x7FFFFFFFU;
    cell.is_quoted = is_quoted ? 1 : 0;
    cell.line = static_cast<std::uint32_t>(entry + 1);
    sheet_.text += text;
    sheet_.cells.push_back(cell);
  }

 private:
  Sheet& sheet_;
};

[[noreturn]] void refuse_entry(const Sheet& sheet, std::size_t entry, const std::string& what) {
  throw BadSpecification(fmt::format("{}, entry {}: {}", sheet.name, entry + 1, what));
}

/// {"label": weight, ...}
void write_map(Sheet& sheet, const std::vector<Entry>& entries) {
  sheet.columns = 2;
  Writer writer(sheet);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].holds != Holds::scalars)
      refuse_entry(sheet, i, fmt::format("not a table: {}", accepted));
    writer.add(entries[i].key, true, i);
    writer.add(entries[i].scalars[0].text, entries[i].scalars[0].is_string, i);
  }
}

/// [0.2, 0.8], [[1, 0.2], [2, 0.8]] or [{"label": "a", "weight": 0.2}, ...]
void write_rows(Sheet& sheet, const std::vector<Entry>& entries) {
  const Entry& first = entries[0];
  sheet.columns = first.scalars.size();
  if (sheet.columns == 0) refuse_entry(sheet, 0, "an empty row: leave it out");
  if (first.holds == Holds::object) {
    sheet.header.emplace();
    for (const Scalar& s : first.scalars) {
      if (std::find(sheet.header->begin(), sheet.header->end(), s.key) != sheet.header->end())
        refuse_entry(sheet, 0, fmt::format("two values {}: name each once", in_quotes(s.key)));
      sheet.header->push_back(s.key);
    }
  }
  Writer writer(sheet);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (entry.holds != first.holds || entry.scalars.size() != sheet.columns)
      refuse_entry(sheet, i,
                   fmt::format("{} values instead of {} as in the entries before",
                               entry.scalars.size(), sheet.columns));
    for (std::size_t j = 0; j < sheet.columns; ++j) {
      const Scalar* s = &entry.scalars[j];
      if (sheet.header) {
        const auto named =
            std::find_if(entry.scalars.begin(), entry.scalars.end(),
                         [&](const Scalar& other) { return other.key == (*sheet.header)[j]; });
        if (named == entry.scalars.end())
          refuse_entry(
              sheet, i,
              fmt::format("no value {}, which the first entry has", in_quotes((*sheet.header)[j])));
        s = &*named;
      }
      writer.add(s->text, s->is_string, i);
    }
  }
}

}  // namespace

Sheet read_json(std::string_view text, const std::string& name) {
  Collector collector(text, name);
  nlohmann::json::sax_parse(text.begin(), text.end(), &collector);
  Sheet sheet;
  sheet.name = name;
  sheet.place = "entry";
  const std::vector<Entry>& entries = collector.entries();
  if (entries.empty()) throw BadSpecification(name + ": no weights: give at least one");
  if (collector.outermost_is_object())
    write_map(sheet, entries);
  else
    write_rows(sheet, entries);
  return sheet;
}

}  // namespace gancheck
