#include "numerics/distribution/tables/reading.hpp"

#include "numerics/phrase.hpp"

namespace gancheck {

std::string in_words(const TableReading& r, Language language) {
  const Text places = r.on == "labels"   ? Text{"labels", "标签"}
                      : r.on == "points" ? Text{"points", "点"}
                                         : Text{"numbered", "编号"};
  std::string line = phrase("{} atom{}, {} {} to {}", "{0} 个原子，{2} {3} 至 {4}", r.atoms,
                            r.atoms == 1 ? "" : "s", places, r.from, r.to)
                         .in(language);
  if (!r.place_column.empty()) line += phrase(" ({})", "（{}）", r.place_column).in(language);
  Notes more;
  if (!r.column.empty()) more.push_back(phrase("weights: {}", "权重：{}", r.column));
  more.insert(more.end(), r.said.begin(), r.said.end());
  more.push_back(phrase("sum {}", "总和：{}", r.sum));
  return line + Text{"; ", "；"}.in(language) + joined(more, language);
}

}  // namespace gancheck
