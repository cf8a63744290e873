#include "theory/number_check/mistakes.hpp"

#include <stdexcept>

namespace gancheck {
namespace {

using Wrong = std::optional<Candidate>;

Bounds exactly_this(const Rational& x) {
  return Bounds::of(x);
}

Wrong scaled(const Candidate& x, const Bounds& factor) {
  return Candidate{x.quantity, x.dimension, x.bounds * factor};
}

Wrong replaced(const Candidate& x, const Bounds& bounds) {
  return Candidate{x.quantity, x.dimension, bounds};
}

Wrong taken(const TrueQuantities& truth, const std::string& name) {
  return truth.named(name);
}

/// (P + P_g)(X)·log 2: log 4 for probability measures.
Bounds log4(const TrueQuantities& truth) {
  return (truth.named("mass_data").bounds + truth.named("mass_generator").bounds) * truth.log2();
}

Bounds twice_jsd(const TrueQuantities& truth) {
  return truth.named("jsd").bounds * exactly_this(2);
}

Wrong with_swapped_laws(const TrueQuantities& truth, const Candidate& x) {
  static const std::map<std::string, std::string> other{{"kl_data_generator", "kl_generator_data"},
                                                        {"kl_generator_data", "kl_data_generator"},
                                                        {"kl_data_mixture", "kl_generator_mixture"},
                                                        {"kl_generator_mixture", "kl_data_mixture"},
                                                        {"mass_data", "mass_generator"},
                                                        {"mass_generator", "mass_data"}};
  const auto found = other.find(x.quantity);
  return found == other.end() ? std::nullopt : taken(truth, found->second);
}

/// p log(p/(p+q)) = p log(p/m) - p log 2, with m = (p+q)/2.
Wrong with_sum_for_mixture(const TrueQuantities& truth, const Candidate& x) {
  if (x.quantity == "kl_data_mixture")
    return replaced(x, x.bounds - truth.named("mass_data").bounds * truth.log2());
  if (x.quantity == "kl_generator_mixture")
    return replaced(x, x.bounds - truth.named("mass_generator").bounds * truth.log2());
  if (x.quantity == "jsd") return replaced(x, x.bounds - log4(truth) * exactly_this({1, 2}));
  if (x.quantity == "value_at_optimum") return replaced(x, x.bounds - log4(truth));
  return std::nullopt;
}

/// C(G) = 2 JSD - log 4.
Wrong without_log4(const TrueQuantities& truth, const Candidate& x) {
  if (x.quantity != "value_at_optimum") return std::nullopt;
  return replaced(x, twice_jsd(truth));
}

Wrong without_root(const TrueQuantities& truth, const Candidate& x) {
  return x.quantity == "js_distance" ? taken(truth, "jsd") : std::nullopt;
}

Wrong with_root(const TrueQuantities&, const Candidate& x) {
  if (x.dimension != Dimension::information) return std::nullopt;
  const auto root = square_root(x.bounds);
  if (!root) return std::nullopt;
  return Candidate{x.quantity == "jsd" ? "js_distance" : "", Dimension::root_of_information, *root};
}

/// The number in another base, in which the present unit is `factor`; roots by its root.
Wrong in_other_base(const Candidate& x, const Bounds& factor) {
  if (x.dimension == Dimension::none) return std::nullopt;
  return scaled(x, x.dimension == Dimension::information ? factor : *square_root(factor));
}

/// 1/x; both ends positive.
Bounds reciprocal(const Bounds& x) {
  return {{1 / x.upper.value, 0}, {1 / x.lower.value, 0}};
}

/// The present unit in the other one: 1 nat is 1/log 2 bit.
Bounds in_other_unit(Unit present) {
  return present == Unit::nat ? reciprocal(bounds_of_log2()) : bounds_of_log2();
}

Wrong in_bits(const TrueQuantities& truth, const Candidate& x) {
  return truth.unit == Unit::nat ? in_other_base(x, in_other_unit(truth.unit)) : std::nullopt;
}

Wrong in_nats(const TrueQuantities& truth, const Candidate& x) {
  return truth.unit == Unit::bit ? in_other_base(x, in_other_unit(truth.unit)) : std::nullopt;
}

Wrong in_base_ten(const TrueQuantities& truth, const Candidate& x) {
  const Bounds per_nat = reciprocal(bounds_of_log10());
  return in_other_base(x, truth.unit == Unit::nat ? per_nat : per_nat * bounds_of_log2());
}

Wrong converted_like_information(const TrueQuantities& truth, const Candidate& x) {
  if (x.dimension != Dimension::root_of_information) return std::nullopt;
  return scaled(x, in_other_unit(truth.unit));
}

Wrong doubled(const TrueQuantities&, const Candidate& x) {
  return scaled(x, exactly_this(2));
}

Wrong halved(const TrueQuantities&, const Candidate& x) {
  return scaled(x, exactly_this({1, 2}));
}

Wrong doubled_under_root(const TrueQuantities&, const Candidate& x) {
  if (x.dimension != Dimension::root_of_information) return std::nullopt;
  return scaled(x, *square_root(exactly_this(2)));
}

Wrong halved_under_root(const TrueQuantities&, const Candidate& x) {
  if (x.dimension != Dimension::root_of_information) return std::nullopt;
  return scaled(x, *square_root(exactly_this({1, 2})));
}

Wrong with_one_jsd(const TrueQuantities& truth, const Candidate& x) {
  if (x.quantity != "value_at_optimum") return std::nullopt;
  return replaced(x, truth.named("jsd").bounds - log4(truth));
}

Wrong with_log2_for_log4(const TrueQuantities& truth, const Candidate& x) {
  if (x.quantity != "value_at_optimum") return std::nullopt;
  return replaced(x, twice_jsd(truth) - log4(truth) * exactly_this({1, 2}));
}

Wrong with_plus_log4(const TrueQuantities& truth, const Candidate& x) {
  if (x.quantity != "value_at_optimum") return std::nullopt;
  return replaced(x, twice_jsd(truth) + log4(truth));
}

Wrong negated(const TrueQuantities&, const Candidate& x) {
  return replaced(x, -x.bounds);
}

/// Where it is not what another mistake makes of the quantity: the two laws swapped, a root more or
/// less.
Wrong another(const TrueQuantities& truth, const Candidate& x, const std::string& name) {
  const bool is_root = (x.quantity == "jsd" && name == "js_distance") ||
                       (x.quantity == "js_distance" && name == "jsd");
  const auto other_way = with_swapped_laws(truth, x);
  const bool is_swapped = other_way && other_way->quantity == name;
  if (x.quantity == name || is_root || is_swapped || !truth.has(name)) return std::nullopt;
  return taken(truth, name);
}

Mistake another_quantity(const std::string& name, std::string id) {
  return {
      std::move(id),
      MistakeKind::another_quantity,
      {"this is " + name + ", another quantity of the pair", "这是该分布对的另一个量 " + name},
      [name](const TrueQuantities& truth, const Candidate& x) { return another(truth, x, name); }};
}

/// KL(P||Q) + KL(Q||P) [Jeffreys 1946].
Wrong jeffreys(const TrueQuantities& truth, const Candidate& x, const Rational& factor) {
  const bool has_both = truth.has("kl_data_generator") && truth.has("kl_generator_data");
  if (x.dimension != Dimension::information || !has_both) return std::nullopt;
  const Bounds both =
      truth.named("kl_data_generator").bounds + truth.named("kl_generator_data").bounds;
  return replaced(x, both * exactly_this(factor));
}

Wrong both_direct(const TrueQuantities& truth, const Candidate& x) {
  return jeffreys(truth, x, 1);
}

Wrong mean_of_direct(const TrueQuantities& truth, const Candidate& x) {
  return jeffreys(truth, x, {1, 2});
}

}  // namespace

const Text& in_words(MistakeKind kind) {
  static const std::map<MistakeKind, Text> words{
      {MistakeKind::swapped_arguments, {"swapped arguments", "参数对调"}},
      {MistakeKind::unnormalised_mass, {"unnormalised mass", "质量未归一化"}},
      {MistakeKind::square_root, {"square root", "平方根"}},
      {MistakeKind::log_base, {"log base", "对数的底"}},
      {MistakeKind::factor_two, {"factor 2", "因子 2"}},
      {MistakeKind::sign, {"sign", "符号"}},
      {MistakeKind::another_quantity, {"another quantity", "另一个量"}}};
  return words.at(kind);
}

TrueQuantities::TrueQuantities(const std::vector<Quantity>& quantities, Unit in) : unit(in) {
  for (const Quantity& q : quantities)
    by_name[q.name] = {q.name, q.dimension, read_bounds(q.lower, q.upper)};
}

const Candidate& TrueQuantities::named(const std::string& name) const {
  const auto found = by_name.find(name);
  if (found == by_name.end())
    throw std::invalid_argument("the quantity '" + name + "' is missing among the true ones");
  return found->second;
}

bool TrueQuantities::has(const std::string& name) const {
  return by_name.contains(name);
}

Bounds TrueQuantities::log2() const {
  return unit == Unit::bit ? Bounds::of(1) : bounds_of_log2();
}

const std::vector<Mistake>& mistakes() {
  using Kind = MistakeKind;
  static const std::vector<Mistake> all{
      {"swapped-arguments",
       Kind::swapped_arguments,
       {"the two laws are swapped, data for generator", "两个分布对调了：data 与 generator 互换"},
       with_swapped_laws},
      {"sum-for-mixture",
       Kind::unnormalised_mass,
       {"p + q, of mass 2, stands in the place of the mixture (p + q)/2",
        "用质量为 2 的 p + q 代替了混合分布 (p + q)/2"},
       with_sum_for_mixture},
      {"mixture-for-sum",
       Kind::unnormalised_mass,
       {"the mixture (p + q)/2 stands in the place of p + q, so that -log 4 is lost",
        "用混合分布 (p + q)/2 代替了 p + q，丢了 -log 4"},
       without_log4},
      {"root-not-taken",
       Kind::square_root,
       {"the square root is not taken: this is the JSD itself", "没有开平方：这是 JSD 本身"},
       without_root},
      {"root-taken",
       Kind::square_root,
       {"the square root is taken, as in SciPy's jensenshannon",
        "多开了平方，与 SciPy 的 jensenshannon 一样"},
       with_root},
      {"in-bits",
       Kind::log_base,
       {"in bits instead of nats (logarithms to base 2)", "单位是比特而非奈特（对数以 2 为底）"},
       in_bits},
      {"in-nats",
       Kind::log_base,
       {"in nats instead of bits (natural logarithms)", "单位是奈特而非比特（自然对数）"},
       in_nats},
      {"in-base-10", Kind::log_base, {"with logarithms to base 10", "对数以 10 为底"}, in_base_ten},
      {"root-converted-like-jsd",
       Kind::log_base,
       {"nats and bits converted by log 2, where the root of a divergence needs sqrt(log 2)",
        "奈特与比特之间按 log 2 换算，而散度的平方根应按 sqrt(log 2) 换算"},
       converted_like_information},
      {"doubled",
       Kind::factor_two,
       {"doubled: a factor 1/2 is missing", "大了一倍：漏了因子 1/2"},
       doubled},
      {"halved",
       Kind::factor_two,
       {"halved: a factor 2 is missing", "小了一半：漏了因子 2"},
       halved},
      {"doubled-under-root",
       Kind::factor_two,
       {"doubled under the square root: sqrt(2 JSD)", "根号下大了一倍：sqrt(2 JSD)"},
       doubled_under_root},
      {"halved-under-root",
       Kind::factor_two,
       {"halved under the square root: sqrt(JSD/2)", "根号下小了一半：sqrt(JSD/2)"},
       halved_under_root},
      {"one-jsd",
       Kind::factor_two,
       {"JSD - log 4 in the place of 2 JSD - log 4", "把 2 JSD - log 4 写成了 JSD - log 4"},
       with_one_jsd},
      {"log-2-for-log-4",
       Kind::factor_two,
       {"2 JSD - log 2 in the place of 2 JSD - log 4", "把 2 JSD - log 4 写成了 2 JSD - log 2"},
       with_log2_for_log4},
      {"plus-log-4",
       Kind::sign,
       {"2 JSD + log 4 in the place of 2 JSD - log 4", "把 2 JSD - log 4 写成了 2 JSD + log 4"},
       with_plus_log4},
      {"negated", Kind::sign, {"the sign is wrong", "符号反了"}, negated},
      another_quantity("jsd", "is-jsd"),
      another_quantity("js_distance", "is-js-distance"),
      another_quantity("kl_data_mixture", "is-kl-data-mixture"),
      another_quantity("kl_generator_mixture", "is-kl-generator-mixture"),
      another_quantity("kl_data_generator", "is-kl-data-generator"),
      another_quantity("kl_generator_data", "is-kl-generator-data"),
      another_quantity("tv", "is-tv"),
      another_quantity("value_at_optimum", "is-value-at-optimum"),
      {"is-jeffreys",
       Kind::another_quantity,
       {"both direct divergences are added: Jeffreys' divergence",
        "把两个方向的 KL 散度相加：Jeffreys 散度"},
       both_direct},
      {"is-half-jeffreys",
       Kind::another_quantity,
       {"the mean of both direct divergences, half of Jeffreys' divergence",
        "两个方向 KL 散度的平均，即 Jeffreys 散度的一半"},
       mean_of_direct}};
  return all;
}

}  // namespace gancheck
