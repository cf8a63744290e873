#include "report/formats/table_reading.hpp"

namespace gancheck {
namespace {

nlohmann::ordered_json json_of(const TableReading& r) {
  nlohmann::ordered_json document{{"kind", "table"},       {"file", r.file},
                                  {"atoms", r.atoms},      {"on", r.on},
                                  {"from", r.from},        {"to", r.to},
                                  {"column", r.column},    {"place_column", r.place_column},
                                  {"sum", r.sum},          {"said", r.said},
                                  {"warnings", r.warnings}};
  document["labels"] = nullptr;
  if (r.on == "labels") document["labels"] = {r.from, r.to};
  return document;
}

}  // namespace

nlohmann::ordered_json json_reading(const std::vector<TableReading>& tables) {
  if (tables.empty()) return nullptr;
  if (tables.size() == 1) return json_of(tables[0]);
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  std::vector<std::string> warnings;
  for (const TableReading& table : tables) {
    list.push_back(json_of(table));
    warnings.insert(warnings.end(), table.warnings.begin(), table.warnings.end());
  }
  return {{"kind", "several tables"}, {"tables", list}, {"warnings", warnings}};
}

}  // namespace gancheck
