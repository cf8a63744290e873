// Claim 54: if T preserves the noise law, G and G∘T have the same law and the same value: the
// optimal generator is not unique.
#include <fmt/format.h>

#include "theory/checks/functionals.hpp"
#include "theory/checks/noise.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/evidence/counterexample.hpp"

namespace gancheck {
namespace {

// Finite noise.

/// All maps T of the noise points with P_z(T^-1(A)) = P_z(A), decided in rational arithmetic.
std::vector<FiniteMap> preserving_maps(const NoiseLaw& law) {
  std::vector<FiniteMap> result;
  for (const FiniteMap& map : all_maps(noise_points, noise_points)) {
    if (image_law<Rational>(law, map) == law) result.push_back(map);
  }
  return result;
}

/// z -> G(T(z)).
FiniteMap composed(const FiniteMap& g, const FiniteMap& t) {
  FiniteMap result = g;
  for (std::size_t z = 0; z < t.image.size(); ++z) result.image[z] = g.image[t.image[z]];
  return result;
}

std::string name_of(const FiniteMap& g, const FiniteMap& t) {
  return fmt::format("{}, T = ({})", g.text(), fmt::join(t.image, ","));
}

/// The second term of V(D, G) for D = 1/4, 1/2, 7/8 on the targets: the sum of P_z log(1-D(G(z)))
/// over the noise.
template <class T>
T generator_term(const std::vector<T>& noise, const FiniteMap& g) {
  constexpr int d[] = {250, 500, 875};
  std::vector<T> terms;
  for (std::size_t z = 0; z < noise.size(); ++z) {
    terms.push_back(times_log(noise[z], spread::chance<T>(d[g.image[z]]).no));
  }
  return sum_of(terms);
}

constexpr auto as_it_is = [](const FiniteMap& t) -> FiniteMap { return t; };
/// Every point goes to the first one.
constexpr auto constant_map = [](const FiniteMap& t) -> FiniteMap {
  return {std::vector<std::size_t>(t.image.size(), 0), t.targets};
};

/// For every law of noise, every T that preserves it and every G into so many targets: Q and the
/// value of G∘T' against those of G, where T' is made from T.
template <class F>
Comparisons composed_with(std::size_t targets, const F& made_from) {
  return [targets, made_from]<class T>(const Setting&, Take<T>& take) {
    take.over(
        {fmt::format("4 laws of noise on 4 points, every T that preserves them, every G to "
                     "{} points",
                     targets),
         fmt::format("4 点上的 4 个噪声分布，一切保持该分布的 T，一切取值于 {} 点的 G", targets)});
    for (const NoiseLaw& law : noise_laws()) {
      const auto noise = weights_of<T>(law);
      for (const FiniteMap& t : preserving_maps(law)) {
        for (const FiniteMap& g : all_maps(noise_points, targets)) {
          const FiniteMap other = composed(g, made_from(t));
          const auto where = [&] { return name_of(g, t); };
          const auto of_g = image_law(noise, g), of_other = image_law(noise, other);
          for (std::size_t x = 0; x < targets; ++x) take.equal(of_other[x], of_g[x], where);
          take.equal(generator_term(noise, other), generator_term(noise, g), where);
        }
      }
    }
  };
}

/// With P the law of G: C(G∘T) = -log 4, for uniform noise, all 24 permutations T and all G.
constexpr auto still_optimal = []<class T>(const Setting&, Take<T>& take) {
  take.over({"uniform noise on 4 points, all permutations T, every G to 3 points",
             "4 点上的均匀噪声，一切置换 T，一切取值于 3 点的 G"});
  const NoiseLaw& uniform = noise_laws().front();
  const auto noise = weights_of<T>(uniform);
  for (const FiniteMap& t : preserving_maps(uniform)) {
    for (const FiniteMap& g : all_maps(noise_points, noise_targets)) {
      const auto p = image_law(noise, g), q = image_law(noise, composed(g, t));
      std::vector<T> terms;
      for (std::size_t x = 0; x < noise_targets; ++x) {
        if (!is_exactly_zero(p[x])) terms.push_back(formulas::value_at_optimum(p[x], q[x]));
      }
      take.equal(sum_of(terms), T(-2) * log(T(2)), [&] { return name_of(g, t); });
    }
  }
};

/// Uniform noise on 4 points, G = (0,1,2,2), and T exchanging the first two points.
struct TwoOptima {
  NoiseLaw noise = noise_laws().front();
  FiniteMap g{{0, 1, 2, 2}, 3}, exchange{{1, 0, 2, 3}, 4};
  FiniteMap other = composed(g, exchange);

  /// T preserves P_z, both generators have the law P = (1/4, 1/4, 1/2), they are different maps,
  /// and C = -log 4 where p = q: in rational arithmetic and by a normal form.
  bool holds() const {
    const Symbol p = Symbol::positive("p");
    const bool optimal =
        same_form(formulas::value_at_optimum(p, p), -(2 * p * log(Symbol(2))), all_positive("p"))
            .same_form;
    const std::vector<Rational> data = {Rational(1, 4), Rational(1, 4), Rational(1, 2)};
    return optimal && image_law<Rational>(noise, exchange) == noise &&
           image_law<Rational>(noise, g) == data && image_law<Rational>(noise, other) == data &&
           g.image != other.image;
  }
};
const Text one_example = {"one example", "一个例子"};

Evidence two_optima(bool confirms) {
  const TwoOptima optima;
  if (!optima.holds()) return no_example(one_example);
  return example(confirms,
                 Text{"z uniform on 4 points, P = (1/4,1/4,1/2): " + optima.g.text() + " and " +
                          optima.other.text() + " have C = -log 4 exactly",
                      "z 在 4 点上均匀分布，P = (1/4,1/4,1/2)：" + optima.g.text() + " 与 " +
                          optima.other.text() + " 的 C 都恰为 -log 4"},
                 one_example);
}

/// Against "P_z must equal P": the optimum with noise on four points and P on three.
Evidence other_noise_than_data() {
  const TwoOptima optima;
  if (!optima.holds() || optima.noise.size() == optima.g.targets) return no_example(one_example);
  return example(false,
                 Text{"z uniform on 4 points, P = (1/4,1/4,1/2) on 3: " + optima.g.text() +
                          " has C = -log 4 exactly",
                      "z 在 4 点上均匀分布，P = (1/4,1/4,1/2) 是 3 点上的分布：" + optima.g.text() +
                          " 的 C 恰为 -log 4"},
                 one_example);
}

// z ~ U(0, 1), T(z) = 1 - z, G(z) = sqrt z.

constexpr auto root = []<class T>(const T& z) -> T { return sqrt(z); };
constexpr auto root_of_reflected = []<class T>(const T& z) -> T { return sqrt(1 - z); };
/// The z with sqrt z = x, and with sqrt(1-z) = x.
constexpr auto root_at = []<class T>(const T& x) -> T { return x * x; };
constexpr auto reflected_at = []<class T>(const T& x) -> T { return 1 - x * x; };

constexpr int cells = 64;
constexpr int moments = 4;

template <class T>
T to_the(const T& x, int power) {
  T result(1);
  for (int k = 0; k < power; ++k) result = result * x;
  return result;
}

/// For the generator with the preimages `at`: {G <= x} has mass x², and the moments of G, which lie
/// between sums over cells, are 2/(k+2).
template <class T, class Map, class At>
void law_of_root(const Map& map, const At& at, const char* name, Take<T>& take) {
  const auto where = [=] { return std::string(name); };
  const T begin = at(T(0));
  std::vector<T> below(moments + 1, T(0)), above(moments + 1, T(0));
  for (int i = 0; i < cells; ++i) {
    const T x = exactly<T>(Rational(i, cells)), next = exactly<T>(Rational(i + 1, cells));
    take.equal(map(at(next)), next, where);
    take.equal(abs(T(at(next) - begin)), next * next, where);
    const T mass = abs(T(at(next) - at(x)));
    for (int k = 1; k <= moments; ++k) {
      const auto m = static_cast<std::size_t>(k);
      below[m] = below[m] + mass * to_the(x, k);
      above[m] = above[m] + mass * to_the(next, k);
    }
  }
  for (int k = 1; k <= moments; ++k) {
    const auto m = static_cast<std::size_t>(k);
    take.at_most(below[m], T(2) / (k + 2), where);
    take.at_most(T(2) / (k + 2), above[m], where);
  }
}
constexpr auto roots = []<class T>(const Setting&, Take<T>& take) {
  take.over({"z ~ U(0, 1), G(z) = √z and √(1-z): 64 values of x, 4 moments",
             "z ~ U(0, 1)，G(z) = √z 与 √(1-z)：64 个 x，4 个矩"});
  law_of_root(root, root_at, "√z", take);
  law_of_root(root_of_reflected, reflected_at, "√(1-z)", take);
};

/// T takes the interval (a, b) to one of the same length. The preimages of x under both generators;
/// their distance from those of 0 is x², so that both laws have the density 2x, and the k-th
/// moment, the integral of x^k 2x over (0, 1), is 2/(k+2).
Evidence roots_by_algebra() {
  const Symbol x = Symbol::positive("x"), a = Symbol::positive("a"), b = Symbol::positive("b");
  const Symbol one(1);
  std::vector<Identity> proof = {{(one - a) - (one - b), b - a},
                                 {root(root_at(x)), x},
                                 {root_of_reflected(reflected_at(x)), x},
                                 {reflected_at(Symbol(0)) - reflected_at(x), root_at(x)},
                                 {derivative(root_at(x), x), 2 * x},
                                 {derivative(reflected_at(x), x), -(2 * x)}};
  for (int k = 1; k <= moments; ++k) {
    const Symbol primitive = 2 * to_the(x, k + 2) / (k + 2);
    proof.push_back({derivative(primitive, x), to_the(x, k) * 2 * x});
    proof.push_back({substitute(primitive, x, one), Symbol(2) / (k + 2)});
  }
  return same_forms(proof,
                    {"G(z) = √z and √(1-z) on (0, 1), the first 4 moments",
                     "(0, 1) 上的 G(z) = √z 与 √(1-z)，前 4 个矩"},
                    {lemma::fundamental_theorem});
}

// z ~ N(0, I) in the plane, T a rotation.

template <class T>
struct Point {
  T first, second;
};
/// The rotation whose half angle has the tangent v/u: cos = (u²-v²)/(u²+v²), sin = 2uv/(u²+v²).
template <class T>
struct Rotation {
  T u, v;
  T cosine() const { return (u * u - v * v) / (u * u + v * v); }
  T sine() const { return 2 * u * v / (u * u + v * v); }
  Point<T> operator()(const Point<T>& z) const {
    return {cosine() * z.first - sine() * z.second, sine() * z.first + cosine() * z.second};
  }
  T determinant() const { return cosine() * cosine() + sine() * sine(); }
};
template <class T>
T squared_norm(const Point<T>& z) {
  return z.first * z.first + z.second * z.second;
}

/// The density exp(-|z|²/2)/(2 pi) depends on |z|² alone, and areas are multiplied by det T.
constexpr auto rotations = []<class T>(const Setting&, Take<T>& take) {
  take.over({"16 rotations, 25 points each", "16 个旋转，各取 25 个点"});
  for (int u = 1; u <= 4; ++u) {
    for (int v = 1; v <= 4; ++v) {
      const Rotation<T> rotation = {T(u), T(v)};
      const auto where = [=] {
        return Text{fmt::format("the rotation with (u, v) = ({}, {})", u, v),
                    fmt::format("(u, v) = ({}, {}) 的旋转", u, v)};
      };
      take.equal(rotation.determinant(), T(1), where);
      for (int i = -2; i <= 2; ++i) {
        for (int k = -2; k <= 2; ++k) {
          const Point<T> z = {T(i), T(k)};
          take.equal(squared_norm(rotation(z)), squared_norm(z), where);
        }
      }
    }
  }
};
Evidence rotations_by_algebra() {
  const Rotation<Symbol> rotation = {Symbol::positive("u"), Symbol::positive("v")};
  const Point<Symbol> z = {Symbol::positive("x"), Symbol::positive("y")};
  return same_forms(
      {{squared_norm(rotation(z)), squared_norm(z)}, {rotation.determinant(), Symbol(1)}},
      {"all rotations of the plane", "平面上一切旋转"}, {});
}
Evidence rotations_at_random_points() {
  return at_random_points(
      {"u", "v", "x", "y"}, [](std::span<const Rational> a) -> std::vector<Sides> {
        const Rotation<Rational> rotation = {a[0], a[1]};
        const Point<Rational> z = {a[2], a[3]};
        return {{squared_norm(rotation(z)), squared_norm(z)}, {rotation.determinant(), 1}};
      });
}

}  // namespace

void generator_not_unique(Claim& claim) {
  const Comparisons same_law = composed_with(noise_targets, as_it_is);
  PartOf(claim, "same-law")
      .summed(same_law, {"Q and the second term of V for G and for G(T(z))",
                         "比较 G 与 G(T(z)) 的 Q 和 V 的第二项"})
      .enclosed(composed_with(2, as_it_is), the_same_enclosed);
  PartOf(claim, "reflection")
      .summed(roots, {"the distribution functions and the moments", "分布函数与矩"})
      .enclosed(roots, the_same_enclosed)
      .proved({"both densities are 2x", "两个密度均为 2x"}, roots_by_algebra);
  PartOf(claim, "rotation")
      .summed(rotations, {"|T(z)|² against |z|², and det T", "|T(z)|² 与 |z|² 比较，以及 det T"})
      .enclosed(rotations, the_same_enclosed)
      .at_random_points(rotations_at_random_points)
      .proved({"|T(z)|² = |z|² and det T = 1", "|T(z)|² = |z|² 且 det T = 1"},
              rotations_by_algebra);
  PartOf(claim, "two-optima")
      .summed(still_optimal,
              {"C for G(T(z)) where P is the law of G", "P 取 G 的分布时，G(T(z)) 的 C"})
      .enclosed(still_optimal, the_same_enclosed)
      .proved({"two different generators with C = -log 4", "两个不同的生成器都有 C = -log 4"},
              [] { return two_optima(true); });
  add_twin(claim, Witness::symbolic, R"(\text{the optimal } G \text{ is unique})",
           {"uniqueness of Q taken for that of G", "把 Q 的唯一性误作 G 的唯一性"}, {},
           [](const Setting&) { return two_optima(false); });
  Twins(claim, same_law)
      .grid(R"(G \circ T \text{ has the law of } G \text{ for every } T)",
            {"T need not preserve the noise law; here T is constant",
             "误认为 T 不必保持噪声分布；此处 T 为常值"},
            composed_with(noise_targets, constant_map));
  add_twin(claim, Witness::symbolic, R"(C(G) = -\log 4 \implies P_z = P)",
           {"the noise must have the law of the data", "误认为噪声必须与数据同分布"}, {},
           [](const Setting&) { return other_noise_than_data(); });
}

}  // namespace gancheck
