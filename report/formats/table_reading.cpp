#include "report/formats/table_reading.hpp"

#include "report/formats/json_value.hpp"

namespace gancheck {
namespace {

nlohmann::ordered_json json_of(const TableReading& r) {
  nlohmann::ordered_json document{{"kind", "table"},
                                  {"file", r.file},
                                  {"atoms", r.atoms},
                                  {"on", r.on},
                                  {"from", r.from},
                                  {"to", r.to},
                                  {"column", r.column.en},
                                  {"column_zh", r.column.zh},
                                  {"place_column", r.place_column.en},
                                  {"place_column_zh", r.place_column.zh},
                                  {"sum", r.sum.en},
                                  {"said", json_notes(r.said, Language::en)},
                                  {"said_zh", json_notes(r.said, Language::zh)},
                                  {"warnings", json_notes(r.warnings, Language::en)},
                                  {"warnings_zh", json_notes(r.warnings, Language::zh)}};
  document["labels"] = nullptr;
  if (r.on == "labels") document["labels"] = {r.from, r.to};
  return document;
}

}  // namespace

nlohmann::ordered_json json_reading(const std::vector<TableReading>& tables) {
  if (tables.empty()) return nullptr;
  if (tables.size() == 1) return json_of(tables[0]);
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  Notes warnings;
  for (const TableReading& table : tables) {
    list.push_back(json_of(table));
    warnings.insert(warnings.end(), table.warnings.begin(), table.warnings.end());
  }
  return {{"kind", "several tables"},
          {"tables", list},
          {"warnings", json_notes(warnings, Language::en)},
          {"warnings_zh", json_notes(warnings, Language::zh)}};
}

}  // namespace gancheck
