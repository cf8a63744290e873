// Claim 2: P is a fixed probability measure: of mass 1, without a parameter of the networks,
// and not necessarily with a density.
#include <fmt/format.h>

#include "numerics/distribution/specification.hpp"
#include "theory/checks/finite_game.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/masses.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"

namespace gancheck {
namespace {

using functionals::mass_of_data;

/// Laws of every kind: tables, infinite support, bounded and unbounded densities, atoms beside a
/// density.
constexpr const char* laws[] = {"discrete(1/2,1/2)",
                                "geometric(1/2)",
                                "poisson(3)",
                                "mixture(1/2*point(1),1/2*poisson(2))",
                                "triangular(0,1,1)",
                                "exponential(1)",
                                "normal(0,1)",
                                "cauchy(0,1)",
                                "mixture(1/2*point(0),1/2*uniform(0,1))",
                                "mixture(1/3*point(0),2/3*normal(0,1))"};
constexpr const char* with_an_atom = "mixture(1/2*point(0),1/2*uniform(0,1))";

template <class T>
T mass_of_atoms(const Law& law) {
  std::vector<T> masses;
  for (const Atom& atom : law.atoms) masses.push_back(exactly<T>(atom.mass));
  for (const Tail& tail : law.tails) masses.push_back(exactly<T>(tail.mass));
  return sum_of(masses);
}
template <class T>
T mass_of_densities(const Law& law) {
  std::vector<T> masses;
  for (const Piece& piece : law.pieces) masses.push_back(exactly<T>(piece.mass));
  return sum_of(masses);
}

/// The masses that the specification of a law gives to its atoms one by one, to all atoms beyond
/// them, and to parts with a density. None is integrated here.
constexpr auto adds_up_to_one = []<class T>(const Setting&, Take<T>& take) {
  take.over({fmt::format("{} laws, their atoms and parts with a density", std::size(laws)),
             fmt::format("{} 个分布，各取其原子与有密度的部分", std::size(laws))});
  for (const char* text : laws) {
    const Law law = parse_law(text);
    take.equal(T(mass_of_atoms<T>(law) + mass_of_densities<T>(law)), T(1), [=] { return text; });
  }
};

Comparisons has_mass_one(const Functional& mass) {
  return on_probabilities(equal(mass, 1));
}

// Three masses by hand.

/// The sum of 2^-k for k <= n is 1 - 2^-n; the integral of e^-x over [0, n] lies between its sums
/// over whole cells and is 1 - e^-n; the midpoint rule, exact for 2x, gives 1.
constexpr auto by_hand = []<class T>(const Setting&, Take<T>& take) {
  take.over({"2^-k, e^-x and 2x, up to n = 1, ..., 50", "2^-k、e^-x 与 2x，n = 1、…、50"});
  std::vector<T> powers, below, above;
  T power(1);
  for (int n = 1; n <= 50; ++n) {
    const auto where = [n] { return fmt::format("n = {}", n); };
    power = power / 2;
    powers.push_back(power);
    take.equal(sum_of(powers), T(1 - power), where);
    below.push_back(exp(T(-n)));
    above.push_back(exp(T(1 - n)));
    const T up_to_n = 1 - exp(T(-n));
    take.at_most(sum_of(below), up_to_n, where);
    take.at_most(up_to_n, sum_of(above), where);
    std::vector<T> cells;
    cells.reserve(static_cast<std::size_t>(n));
    for (int k = 0; k < n; ++k) cells.push_back(T(T(2 * k + 1) / n / n));
    take.equal(sum_of(cells), T(1), where);
  }
};

// The generator's parameter.

/// For every map G of the noise V(D, G) - J_G(D, G) is the same number, the integral of log D over
/// P: `data_term` of the law of the generator says which.
template <class DataTerm>
Comparisons for_every_generator(const DataTerm& data_term) {
  return [data_term]<class T>(const Setting&, Take<T>& take) {
    take.over({"all 81 generators from 4 points to 3, 4 laws of noise",
               "从 4 点到 3 点的全部 81 个生成器，4 个噪声分布"});
    const auto data = weights_of<T>(finite_game::data());
    for (const NoiseLaw& law : noise_laws()) {
      const auto noise = weights_of<T>(law);
      for (const FiniteMap& map : all_maps(noise_points, noise_targets)) {
        const auto image = image_law(noise, map);
        take.equal(T(finite_game::value(data, image) - finite_game::cost(image)),
                   data_term(data, image), [&] { return map.text(); });
      }
    }
  };
}
constexpr auto over_data = []<class T>(const std::vector<T>& data, const std::vector<T>&) -> T {
  return finite_game::mean_log(data);
};
constexpr auto over_image = []<class T>(const std::vector<T>&, const std::vector<T>& image) -> T {
  return finite_game::mean_log(image);
};

// No density.

/// Half of the law is the atom, half has a density: so its specification says.
constexpr auto half_and_half = []<class T>(const Setting&, Take<T>& take) {
  take.over({"half an atom, half uniform", "一半为原子，一半为均匀分布"});
  const Law law = parse_law(with_an_atom);
  take.equal(mass_of_atoms<T>(law), T(T(1) / 2), [] { return Text{"the atom", "原子"}; });
  take.equal(mass_of_densities<T>(law), T(T(1) / 2), [] {
    return Text{"the density", "有密度的部分"};
  });
};
/// A point has length 0, so that a law with a density gives it the mass 0.
Evidence atom_without_density(bool confirms) {
  const Text scope = {"one law", "一个分布"};
  for (const Atom& atom : parse_law(with_an_atom).atoms) {
    if (atom.mass.is_zero()) continue;
    return example(confirms,
                   Text{fmt::format("{}: P({{{}}}) = {} > 0 on a set of length 0", with_an_atom,
                                    atom.at.text(), atom.mass.text()),
                        fmt::format("{}：P({{{}}}) = {} > 0，而此集合的长度为 0", with_an_atom,
                                    atom.at.text(), atom.mass.text())},
                   scope);
  }
  return no_example(scope);
}

void add_mass(Claim& claim) {
  PartOf(claim, "mass")
      .summed(has_mass_one(mass_of_data),
              {"the weights of finite laws added up", "对有限分布的权重求和"})
      .summed(adds_up_to_one,
              {"the stated masses of atoms, of what lies beyond them, and of parts with a "
               "density added up",
               "把说明中原子、其余尾部与有密度部分的质量相加"})
      .enclosed(adds_up_to_one, the_same_enclosed)
      .integrated(
          {"densities integrated and enclosed", "对密度积分，计算包含区间"}, Order::equal,
          [](const EnclosedNumbers& n) { return n.mass_data; },
          [](const EnclosedNumbers&) { return Ball(1); });
  PartOf(claim, "by-hand")
      .summed(by_hand, {"partial sums and sums over cells", "部分和与小区间上的和"})
      .enclosed(by_hand, the_same_enclosed);
}

void add_what_it_is_not(Claim& claim) {
  const Comparisons fixed = for_every_generator(over_data);
  PartOf(claim, "no-parameter")
      .summed(fixed, {"V - J_G for every generator of a finite game",
                      "对有限博弈的每个生成器计算 V - J_G"})
      .enclosed(fixed, the_same_enclosed);
  PartOf(claim, "no-density")
      .summed(half_and_half, {"the masses that the law states for the atom and for the density",
                              "说明中原子与有密度部分各自的质量"})
      .enclosed(half_and_half, the_same_enclosed)
      .proved({"an atom, exactly", "一个原子，精确判定"},
              [] { return atom_without_density(true); });
}

}  // namespace

void data_distribution(Claim& claim) {
  add_mass(claim);
  add_what_it_is_not(claim);
  Twins(claim, has_mass_one(mass_of_data))
      .on("W7")
      .grid(R"(\int (p + q)\,d\mu = 1)",
            {"both densities added: the mass is 2", "两个密度相加：总质量为 2"},
            has_mass_one(functionals::total_mass));
  Twins(claim, for_every_generator(over_data))
      .grid(R"(P = P(\,\cdot\,; \theta_g))",
            {"a data law that moves with the generator", "数据分布随生成器而变"},
            for_every_generator(over_image));
  add_twin(claim, Witness::symbolic, R"(\text{every } P \text{ has a Lebesgue density})",
           {"a density for every law", "误认为每个分布都有密度"}, {},
           [](const Setting&) { return atom_without_density(false); });
}

}  // namespace gancheck
