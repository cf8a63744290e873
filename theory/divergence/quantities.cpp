#include "theory/divergence/quantities.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "numerics/line/grid.hpp"
#include "numerics/number/exact_sum.hpp"
#include "theory/divergence/forms.hpp"
#include "theory/divergence/law_rules.hpp"
#include "theory/divergence/printed_quantity.hpp"

namespace gancheck {
namespace {

/// The mass of a law without density: exact for rational weights.
Quantity mass(std::string name, const Law& law) {
  if (law.mass.is_rational())
    return printed_exactly(std::move(name), Dimension::none, law.mass.rational());
  return printed_enclosure(std::move(name), Dimension::none, law.mass.enclose());
}

}  // namespace

std::vector<Quantity> evaluate(const Law& data, const Law& generator, Unit unit,
                               const QuantityRows& rows) {
  std::vector<Quantity> all = printed_sums(add_up(data, generator, wanted_for(rows)), data.mass,
                                           generator.mass, unit, rows);
  for (std::size_t k = 0; k < all.size(); ++k) {
    const auto& role = rows[k].mass;
    const Law& law = role == Role::generator ? generator : data;
    if (role && law.pieces.empty()) all[k] = mass(all[k].name, law);
  }
  return all;
}

namespace {

/// The grid's number, and why there is no enclosure.
Quantity not_enclosed(Quantity grid, const Enclosed& found) {
  grid.notes.insert(grid.notes.begin(), found.notes.begin(), found.notes.end());
  return grid;
}

/// TV of laws on finitely many points with rational weights: a rational number.
std::optional<Rational> exact_tv(const Law& data, const Law& generator) {
  const auto is_rational = [](const Law& law) {
    return law.tails.empty() && law.pieces.empty() &&
           std::all_of(law.atoms.begin(), law.atoms.end(),
                       [](const Atom& atom) { return atom.mass.is_rational(); });
  };
  if (!is_rational(data) || !is_rational(generator)) return std::nullopt;
  std::vector<Real> differences;
  for_each_atom(data.atoms, generator.atoms, [&](const Real&, const Real& p, const Real& q) {
    differences.push_back(abs(p - q));
  });
  return exact_sum(differences) / 2;
}

std::vector<Quantity> enclosed(const Law& data, const Law& generator, Unit unit, int digits,
                               const QuantityRows& rows) {
  const EnclosedDivergences all = enclose_divergences(data, generator, digits, wanted_for(rows));
  const bool are_one = is_one(data.mass) && is_one(generator.mass);
  std::vector<Quantity> quantities, by_grid;
  const auto exactly_known = [&](const QuantityRow& row) -> std::optional<Quantity> {
    const Law& law = row.mass == Role::generator ? generator : data;
    if (row.entropy) return std::nullopt;
    if (row.mass) return law.pieces.empty() ? std::optional(mass(row.name, law)) : std::nullopt;
    const auto tv = row.is_of_divergence() && row.of == Divergence::tv ? exact_tv(data, generator)
                                                                       : std::nullopt;
    return tv ? std::optional(printed_exactly(row.name, row.dimension, *tv)) : std::nullopt;
  };
  for (const QuantityRow& row : rows) {
    if (auto exact = exactly_known(row)) {
      quantities.push_back(std::move(*exact));
      quantities.back().witness = Witness::ball;
      continue;
    }
    const Enclosed found = formed(row, all, are_one);
    if (found.rigorous) {
      quantities.push_back(printed(row.name, row.dimension, found, unit, digits, all.bits));
    } else {
      if (by_grid.empty()) by_grid = evaluate(data, generator, unit, rows);
      quantities.push_back(not_enclosed(by_grid[quantities.size()], found));
    }
  }
  return quantities;
}

}  // namespace

std::vector<Quantity> evaluate_enclosed(const Law& data, const Law& generator, Unit unit,
                                        int digits, const QuantityRows& rows) {
  return to_last_digit(digits, [&](int n) { return enclosed(data, generator, unit, n, rows); });
}

const Text& in_words(Method method) {
  static const std::array<Text, 7> words = {
      Text{"exact", "精确"},           Text{"exact, rounded", "精确，已舍入"},
      Text{"by rule", "由规则得出"},   Text{"error bound", "误差界"},
      Text{"not bounded", "得不出界"}, Text{"enclosure", "包含区间"},
      Text{"enclosed sum", "包含求和"}};
  return words[static_cast<std::size_t>(method)];
}

const std::vector<QuantityRow>& quantities() {
  using enum Dimension;
  using enum Divergence;
  static const std::vector<QuantityRow> list = {
      {"jsd", R"(\mathrm{JSD}(P, P_g))", "Jensen-Shannon divergence", "Jensen–Shannon 散度",
       information, jsd},
      {"js_distance", R"(\sqrt{\mathrm{JSD}(P, P_g)})",
       "its square root, a metric (SciPy's jensenshannon)",
       "其平方根，是度量（SciPy 的 jensenshannon）", root_of_information, jsd,
       DivergenceForm::root},
      {"kl_data_mixture", R"(\mathrm{KL}(P \| M))",
       "Kullback-Leibler divergence of the data law to "
       "the mixture M = (P + P_g)/2",
       "数据分布到混合分布 M = (P + P_g)/2 的 KL 散度", information, kl_data_mixture},
      {"kl_generator_mixture", R"(\mathrm{KL}(P_g \| M))",
       "Kullback-Leibler divergence of the generator's law to the mixture",
       "生成器分布到混合分布的 KL 散度", information, kl_generator_mixture},
      {"kl_data_generator", R"(\mathrm{KL}(P \| P_g))", "direct Kullback-Leibler divergence",
       "数据分布到生成器分布的 KL 散度", information, kl_data_generator},
      {"kl_generator_data", R"(\mathrm{KL}(P_g \| P))",
       "direct Kullback-Leibler divergence, the other way",
       "反方向：生成器分布到数据分布的 KL 散度", information, kl_generator_data},
      {"tv", R"(\mathrm{TV}(P, P_g))", "total variation distance, from 0 to 1",
       "全变差距离，介于 0 与 1 之间", none, tv},
      {"value_at_optimum", R"(V(D^*, G))", "value of the game at the optimal discriminator, C(G)",
       "博弈在最优判别器处的值 C(G)", information, value},
      {"mass_data",
       R"(P(X))",
       "total mass of the data law",
       "数据分布的总质量",
       none,
       {},
       DivergenceForm::itself,
       Role::data},
      {"mass_generator",
       R"(P_g(X))",
       "total mass of the generator's law",
       "生成器分布的总质量",
       none,
       {},
       DivergenceForm::itself,
       Role::generator},
      {"jeffreys",
       R"(\mathrm{KL}(P \| P_g) + \mathrm{KL}(P_g \| P))",
       "Jeffreys divergence, the sum of both direct ones (psi, the population stability index)",
       "Jeffreys 散度，即两个方向的 KL 散度之和（psi，群体稳定性指标）",
       information,
       kl_data_generator,
       DivergenceForm::both_ways,
       {},
       false},
      {"hellinger",
       R"(\sqrt{1 - \int \sqrt{p\,p_g}\,\mathrm{d}x})",
       "Hellinger distance H, H^2 = 1 - integral of sqrt(p p_g), from 0 to 1",
       "Hellinger 距离 H，H² = 1 − ∫√(p·p_g)，介于 0 与 1 之间",
       none,
       {},
       DivergenceForm::root,
       {},
       false,
       {},
       &squared_hellinger()},
      {"bhattacharyya",
       R"(-\log \int \sqrt{p\,p_g}\,\mathrm{d}x)",
       "Bhattacharyya distance, -log of the integral of sqrt(p p_g)",
       "Bhattacharyya 距离，−log ∫√(p·p_g)",
       information,
       {},
       DivergenceForm::minus_log,
       {},
       false,
       {},
       &affinity()},
      {"chi_square",
       R"(\int (p - p_g)^2 / p_g\,\mathrm{d}x)",
       "Pearson's chi-square divergence, the data against the generator",
       "Pearson 卡方散度：分母为生成器分布的密度",
       none,
       chi_square,
       DivergenceForm::itself,
       {},
       false},
      {"chi_square_neyman",
       R"(\int (p - p_g)^2 / p\,\mathrm{d}x)",
       "Neyman's chi-square divergence, with the density of the data below",
       "Neyman 卡方散度：分母为数据分布的密度",
       none,
       chi_square_neyman,
       DivergenceForm::itself,
       {},
       false},
      {"entropy_data",
       R"(-\int p \log p\,\mathrm{d}x)",
       "entropy of the data law: -sum of p log p, or the differential entropy of a density",
       "数据分布的熵：−∑ p log p；有密度时为微分熵",
       information,
       {},
       DivergenceForm::itself,
       {},
       false,
       Role::data},
      {"entropy_generator",
       R"(-\int p_g \log p_g\,\mathrm{d}x)",
       "entropy of the generator's law, likewise",
       "生成器分布的熵，同上",
       information,
       {},
       DivergenceForm::itself,
       {},
       false,
       Role::generator},
      {"cross_entropy",
       R"(-\int p \log p_g\,\mathrm{d}x)",
       "cross entropy, -integral of p log p_g: entropy_data and kl_data_generator together",
       "交叉熵 −∫ p log p_g，即 entropy_data 与 kl_data_generator 之和",
       information,
       kl_data_generator,
       DivergenceForm::with_entropy,
       {},
       false},
  };
  return list;
}

const QuantityRows& standard_quantities() {
  static const QuantityRows rows = [] {
    QuantityRows standard;
    std::copy_if(quantities().begin(), quantities().end(), std::back_inserter(standard),
                 [](const QuantityRow& row) { return row.is_standard; });
    return standard;
  }();
  return rows;
}

}  // namespace gancheck
