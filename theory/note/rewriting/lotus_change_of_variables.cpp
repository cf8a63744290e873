// Claim 19: the expectation of log(1-D(G(z))) over the noise is that of log(1-D(x)) over Q, for
// every G.
#include <fmt/format.h>

#include <algorithm>

#include "numerics/distribution/maps/network_map.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/network/piecewise_affine.hpp"
#include "numerics/number/expression.hpp"
#include "numerics/number/special_functions.hpp"
#include "theory/checks/noise.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"

namespace gancheck {
namespace {

// Finite spaces.

/// Values of D on the targets 0, 1, 2, and on the fourth point of the noise, in thousandths.
using Table = std::vector<int>;
const std::vector<Table> inner_tables = {{250, 500, 750, 125}, {900, 100, 333, 999}};
const std::vector<Table> all_tables = {
    {250, 500, 750, 125}, {900, 100, 333, 999}, {0, 500, 1000, 250}, {1000, 0, 1000, 0}};

/// The sum of m log(1-D) over the points of a law, D looked up at `place(i)`.
template <class T, class Place>
T expectation(const std::vector<T>& law, const Table& d, const Place& place) {
  std::vector<T> terms;
  for (std::size_t i = 0; i < law.size(); ++i) {
    terms.push_back(times_log(law[i], spread::chance<T>(d[place(i)]).no));
  }
  return sum_of(terms);
}

/// Over the noise, with D(G(z)), against over the law of x, with D(x).
template <class LawOfX>
Comparisons every_map(const std::vector<Table>& tables, const LawOfX& law_of_x) {
  return [&tables, law_of_x]<class T>(const Setting&, Take<T>& take) {
    take.over(
        {fmt::format("all 81 maps from 4 points to 3, 4 laws of noise, {} D each", tables.size()),
         fmt::format("从 4 点到 3 点的全部 81 个映射，4 个噪声分布，各取 {} 个 D", tables.size())});
    for (const NoiseLaw& law : noise_laws()) {
      const auto noise = weights_of<T>(law);
      for (const FiniteMap& map : all_maps(noise_points, noise_targets)) {
        for (const Table& d : tables) {
          take.equal(expectation(noise, d, [&](std::size_t z) { return map.image[z]; }),
                     expectation(law_of_x(noise, map), d, [](std::size_t x) { return x; }), [&] {
                       return fmt::format("{}, D = ({})/1000", map.text(), fmt::join(d, ","));
                     });
        }
      }
    }
  };
}
/// x ~ Q.
constexpr auto image = []<class T>(const std::vector<T>& noise, const FiniteMap& map) {
  return image_law(noise, map);
};
/// x ~ P_z.
constexpr auto noise_itself = []<class T>(const std::vector<T>& noise, const FiniteMap&) {
  return noise;
};

// G(z) = z², z ~ U(-1, 1), D(x) = x/2 + 1/4: two preimages, and 1 - D(x) = (3-2x)/4 = (c²-x)/2
// with c² = 3/2.

/// log(1-D(x)).
constexpr auto score = []<class T>(const T& x) -> T { return log((3 - 2 * x) / 4); };

/// The derivative with respect to z is log((c²-z²)/2).
constexpr auto primitive_over_noise = []<class T>(const T& z, const T& c) -> T {
  return (c + z) * log(c + z) - (c - z) * log(c - z) - 2 * z - z * log(T(2));
};
/// With r = sqrt x the derivative with respect to x is log((c²-x)/2)/(2 sqrt x), the score times
/// the density of Q.
constexpr auto primitive_over_image = []<class T>(const T& x, const T& c) -> T {
  const T r = sqrt(x);
  return r * log((c * c - x) / 2) - 2 * r + c * log((c + r) / (c - r));
};

template <class T>
T root_of_three_halves() {
  return sqrt(T(3) / 2);
}
/// The integral of (1/2) log(1-D(z²)) over (-1, 1).
template <class T>
T over_noise() {
  const T c = root_of_three_halves<T>();
  return (primitive_over_noise(T(1), c) - primitive_over_noise(T(-1), c)) / 2;
}
/// The integral of log(1-D(x))/(2 sqrt x) over (0, 1).
template <class T>
T over_image() {
  const T c = root_of_three_halves<T>();
  return primitive_over_image(T(1), c) - primitive_over_image(T(0), c);
}

constexpr int cells = 64;

/// Bounds of an integral of the score, cell by cell: the mass of the cell times the score's values
/// at its ends, between which it is monotone.
template <class T>
struct Bounds {
  T below = 0, above = 0;
  void add(const T& mass, const T& begin, const T& end) {
    below = below + mass * min(begin, end);
    above = above + mass * max(begin, end);
  }
};
template <class T>
Bounds<T> bounds_over_noise() {
  Bounds<T> bounds;
  for (int k = -cells; k < cells; ++k) {
    const T z = exactly<T>(Rational(k, cells)), next = exactly<T>(Rational(k + 1, cells));
    bounds.add(T((next - z) / 2), score(T(z * z)), score(T(next * next)));
  }
  return bounds;
}
template <class T>
Bounds<T> bounds_over_image() {
  Bounds<T> bounds;
  for (int k = 0; k < cells; ++k) {
    const T x = exactly<T>(Rational(k, cells)), next = exactly<T>(Rational(k + 1, cells));
    bounds.add(T(sqrt(next) - sqrt(x)), score(x), score(next));
  }
  return bounds;
}

template <class T>
void take_between(Take<T>& take, const Bounds<T>& bounds, const T& integral, const Text& name) {
  take.at_most(bounds.below, integral, [&] { return name; });
  take.at_most(integral, bounds.above, [&] { return name; });
}

constexpr auto where_squared = [] { return "G(z) = z², D(x) = x/2 + 1/4"; };
const Text squared_scope = {"G(z) = z², z ~ U(-1, 1), D(x) = x/2 + 1/4",
                            "G(z) = z²，z ~ U(-1, 1)，D(x) = x/2 + 1/4"};

/// Both integrals are equal.
constexpr auto both_sides = []<class T>(const Setting&, Take<T>& take) {
  take.over(squared_scope);
  take.equal(over_noise<T>(), over_image<T>(), where_squared);
};

/// Both integrals, to twenty digits by mpmath's quadrature.
template <class T>
T reference() {
  return -exactly<T>(Rational(Integer("57865043080918028737"), Integer("100000000000000000000")));
}

/// That; and each integral lies between its sums over cells, which find it without any primitive;
/// and it has the value of the reference.
constexpr auto squared = []<class T>(const Setting& setting, Take<T>& take) {
  both_sides(setting, take);
  take_between(take, bounds_over_noise<T>(), over_noise<T>(), {"cells of z", "z 的小区间"});
  take_between(take, bounds_over_image<T>(), over_image<T>(), {"cells of x", "x 的小区间"});
  take.at_most(abs(over_noise<T>() - reference<T>()), exactly<T>(power_of_ten(-20)), [] {
    return Text{"the reference", "参考值"};
  });
};

/// The primitives, and the substitution x = z² on both branches: dx = G'(z) dz takes the one
/// integrand to the other. For every c = z + e > z, that is for D(x) = 1 - (c²-x)/2, which is a
/// discriminator for 1 < c² <= 2.
Evidence substituted() {
  const Symbol z = Symbol::positive("z"), x = Symbol::positive("x"), c = Symbol::positive("c");
  const Symbol e = Symbol::positive("e"), two(2);
  const auto at_root = [&](const Symbol& f) {
    return substitute(substitute(f, x, z * z), c, z + e);
  };
  const Symbol score_there = log(e * (2 * z + e) / two);  // c² - z² = e (2z + e)
  const Symbol over_z = primitive_over_noise(z, c), over_x = primitive_over_image(x, c);
  const Symbol at_z = derivative(over_z, z), at_minus_z = substitute(at_z, z, -z);
  const Symbol slope = 2 * z;
  return same_forms({{at_root(at_z), score_there},
                     {at_root(at_minus_z), score_there},
                     {at_root(derivative(over_x, x)), score_there / slope},
                     {at_root(derivative(over_x, x)) * slope, at_root(at_z + at_minus_z) / two}},
                    {"G(z) = z² on (-1, 1), D(x) = 1 - (c²-x)/2 for 1 < c² ≤ 2",
                     "(-1, 1) 上 G(z) = z²，D(x) = 1 - (c²-x)/2，1 < c² ≤ 2"},
                    {lemma::fundamental_theorem, lemma::linearity});
}

/// The integral of log(a + b z) over [from, to], b != 0.
template <class T>
T integral_of_log(const T& from, const T& to, const T& a, const T& b) {
  const auto primitive = [](const T& u) -> T { return u * log(u) - u; };
  return (primitive(T(a + b * to)) - primitive(T(a + b * from))) / b;
}

constexpr auto one_preimage = []<class T>(const Setting&, Take<T>& take) {
  take.over(squared_scope);
  take.equal(over_noise<T>(), over_image<T>() / 2, where_squared);
};
/// The integral of (1/2)|2z| log(1-D(z²)) over (-1, 1) is that of log(1-D(x)) over (0, 1).
constexpr auto extra_slope = []<class T>(const Setting&, Take<T>& take) {
  take.over(squared_scope);
  take.equal(integral_of_log(T(0), T(1), T(T(3) / 4), T(T(-1) / 2)), over_image<T>(),
             where_squared);
};
constexpr auto fails_without_inverse = []<class T>(const Setting&, Take<T>& take) {
  take.over(squared_scope);
  take.at_most(T(1) / 1000, abs(over_noise<T>() - over_image<T>()), where_squared);
};

// Images without a density.

/// z ~ U(0, 1) runs once round the boundary of the unit square: Q is its arc length over 4, which
/// has no density in the plane. D(x) = (1+x1+x2)/4. Over the noise 1 - D(G(z)) is (3-4z)/4 on the
/// first two sides and (4z-1)/4 on the others; over Q every side has its own integral.
template <class T>
void round_a_square(Take<T>& take) {
  const T none(0), one(1), half = T(1) / 2, quarter = T(1) / 4;
  const T noise = integral_of_log(none, half, T(3 * quarter), T(-1)) +
                  integral_of_log(half, one, T(-quarter), one);
  const T below = integral_of_log(none, one, T(3 * quarter), T(-quarter));
  const T right = integral_of_log(none, one, half, T(-quarter));
  // The upper side is like the right one, the left one like the lower.
  take.equal(noise, (below + right) / 2, [] {
    return Text{"round the boundary of a square", "绕正方形边界一周"};
  });
}
/// G = 1/2 for every z ~ U(-1, 1): Q is the point mass there, and log(1-D(1/2)) = log(1/2).
template <class T>
void constant_map(Take<T>& take) {
  const T score_there = score(T(T(1) / 2));
  T over_cells(0);
  for (int k = -cells; k < cells; ++k) {
    over_cells = over_cells + exactly<T>(Rational(1, 2 * cells)) * score_there;
  }
  take.equal(over_cells, score_there, [] { return "G = 1/2"; });
}
constexpr auto without_density = []<class T>(const Setting&, Take<T>& take) {
  take.over({"the boundary of a square; a constant", "正方形的边界；常数"});
  round_a_square(take);
  constant_map(take);
};

// z ~ U(0, 1) once round the circle: Q is its arc length over 2 pi. D(x) = (5 + 4 x1)/10.

/// cos(2 pi k/n) as an exact number.
Real cosine(int k, int n) {
  return named(fmt::format("cos(2 pi {}/{})", k, n), [k, n] {
    return sin(pi() * exactly<Ball>(Rational(Rational(2 * k, n) + Rational(1, 2))));
  });
}
template <class T>
T score_on_circle(const T& cosine) {
  return log((5 - 4 * cosine) / 10);
}
/// Of (1/2 pi) log((5 - 4 cos t)/10) over (0, 2 pi): Jensen's formula for |2 - e^it|² = 5 - 4 cos t
/// gives log 4 - log 10.
template <class T>
T over_circle() {
  return log(T(2) / 5);
}

/// n points of equal mass go to the n-th roots of unity w: the product of |2 - w|² over them is
/// (2^n - 1)². And cell by cell, between whose ends the score is monotone, the sums hold the
/// integral.
constexpr auto round_the_circle = []<class T>(const Setting&, Take<T>& take) {
  take.over({"n = 4, 8, 16, 32 points of the circle", "圆周上 n = 4、8、16、32 个点"});
  for (const int n : {4, 8, 16, 32}) {
    const auto where = [n] { return fmt::format("n = {}", n); };
    T sum(0);
    Bounds<T> bounds;
    for (int k = 0; k < n; ++k) {
      const T here = exactly<T>(cosine(k, n)), next = exactly<T>(cosine(k + 1, n));
      sum = sum + score_on_circle(here);
      bounds.add(T(T(1) / n), score_on_circle(here), score_on_circle(next));
    }
    const T power = exactly<T>(Rational(pow(Integer(2), static_cast<unsigned long>(n)) - 1));
    take.equal(sum / n, 2 * log(power) / n - log(T(10)), where);
    take_between(take, bounds, over_circle<T>(), {"arcs of the circle", "圆周上的弧"});
  }
};
/// The integral from 32 points, which are 2 log(1 - 2^-32)/32 off.
constexpr auto arc_length = []<class T>(const Setting&, Take<T>& take) {
  take.over({"the circle", "圆周"});
  constexpr int n = 32;
  T sum(0);
  for (int k = 0; k < n; ++k) sum = sum + score_on_circle(exactly<T>(cosine(k, n)));
  const T off = 2 * log(1 - exactly<T>(Rational(Integer(1), pow(Integer(2), n)))) / n;
  take.equal(over_circle<T>(), sum / n - off, [] { return Text{"the circle", "圆周"}; });
};
/// With x1 uniform on (-1, 1) instead.
constexpr auto uniform_in_one_coordinate = []<class T>(const Setting&, Take<T>& take) {
  take.over({"the circle", "圆周"});
  take.equal(over_circle<T>(), integral_of_log(T(-1), T(1), T(T(1) / 2), T(T(-2) / 5)) / 2, [] {
    return Text{"the circle", "圆周"};
  });
};

// G a ReLU network on the line, z ~ U(-2, 2), D(x) = (5 - x)/10: 1 - D is affine on each piece of
// G.

/// The integral of log((5+x)/10) with x = slope z + shift over [from, to].
template <class T>
T score_over(const Rational& from, const Rational& to, const Rational& slope,
             const Rational& shift) {
  const T a = exactly<T>(Rational((shift + 5) / 10));
  if (slope == 0) return exactly<T>(Rational(to - from)) * log(a);
  return integral_of_log(exactly<T>(from), exactly<T>(to), a, exactly<T>(Rational(slope / 10)));
}

/// z, 2z below 0 · |z| · max(|z|, 1/2), flat in the middle · three units that fold twice.
const std::vector<std::pair<PlaceName, Network>>& small_networks() {
  static const std::vector<std::pair<PlaceName, Network>> all{
      {Text{"an injective network", "单射网络"},
       Network({{1, {1, -1}, {0, 0}, true}, {2, {1, -2}, {0}, false}})},
      {"|z|", Network({{1, {1, -1}, {0, 0}, true}, {2, {1, 1}, {0}, false}})},
      {"max(|z|, 1/2)", Network({{1, {1, -1}, {Rational(-1, 2), Rational(-1, 2)}, true},
                                 {2, {1, 1}, {Rational(1, 2)}, false}})},
      {Text{"a network that folds twice", "折叠两次的网络"},
       Network({{1, {1, 1, 1}, {1, 0, -1}, true}, {3, {2, -4, 4}, {-1}, false}})}};
  return all;
}

/// Over the noise: piece by piece of G.
template <class T>
T over_noise_of(const Network& network) {
  T sum(0);
  const std::vector<AffinePiece> pieces = affine_pieces(network);
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    const Rational from = std::max(Rational(-2), pieces[k].from.value_or(-2));
    const Rational to = k + 1 < pieces.size() ? std::min(Rational(2), *pieces[k + 1].from) : 2;
    if (from < to) sum = sum + score_over<T>(from, to, pieces[k].slope, pieces[k].shift);
  }
  return sum / 4;
}
/// Over Q, as the specification language builds it: parts of constant density, and atoms.
template <class T>
T over_law_of(const Network& network, bool with_atoms) {
  Law law = parse_law("uniform(-2,2)");
  apply(network, law);
  T sum(0);
  for (const Piece& piece : law.pieces) {
    const Rational from = piece.lower.at->rational(), to = piece.upper.at->rational();
    const T density = exactly<T>(piece.mass) / exactly<T>(Rational(to - from));
    sum = sum + density * score_over<T>(from, to, 1, 0);
  }
  if (!with_atoms) return sum;
  for (const Atom& atom : law.atoms)
    sum = sum + exactly<T>(atom.mass) * log((5 + exactly<T>(atom.at)) / 10);
  return sum;
}

template <bool with_atoms>
constexpr auto through_networks = []<class T>(const Setting&, Take<T>& take) {
  take.over({"four ReLU networks, z ~ U(-2, 2), D(x) = (5-x)/10",
             "四个 ReLU 网络，z ~ U(-2, 2)，D(x) = (5-x)/10"});
  for (const auto& named : small_networks())
    take.equal(over_noise_of<T>(named.second), over_law_of<T>(named.second, with_atoms),
               [&] { return named.first; });
};

void add_twins(Claim& claim) {
  Twins(claim, every_map(inner_tables, image))
      .grid(R"(\mathrm{E}_{x \sim P_z} \log(1-D(x)))",
            {"x is drawn from the noise law", "误从噪声分布抽取 x"},
            every_map(inner_tables, noise_itself));
  Twins(claim, both_sides)
      .grid(R"(\int \frac{1}{4\sqrt x} \log(1-D(x))\,dx)",
            {"only one of the two preimages", "两个原像只取一个"}, one_preimage)
      .grid(R"(\int |G'(z)| \log(1-D(G(z)))\,dP_z(z))",
            {"an extra factor |G'(z)|", "多出因子 |G'(z)|"}, extra_slope)
      .grid(R"(\text{the identity fails for every } G \text{ that is not injective})",
            {"both sides differ by at least 1/1000 for z²", "对 z²，两边至少相差 1/1000"},
            fails_without_inverse);
  Twins(claim, through_networks<true>)
      .grid(R"(\int \log(1-D)\,q\,dx \text{ with a density } q \text{ for every } G)",
            {"the atoms are left out that a flat piece of a network makes",
             "略去网络平坦段产生的原子"},
            through_networks<false>);
  Twins(claim, arc_length)
      .grid(R"(x_1 \text{ uniform for } x \text{ uniform on the circle})",
            {"the length of the diameter for that of the arc", "以直径上的长度代替弧长"},
            uniform_in_one_coordinate);
}

}  // namespace

void lotus_change_of_variables(Claim& claim) {
  PartOf(claim, "finite-spaces")
      .summed(every_map(all_tables, image), {"both sides for every map, also with D = 0 and 1",
                                             "对每个映射比较两边，D 可取 0 与 1"})
      .enclosed(every_map(inner_tables, image));
  PartOf(claim, "two-preimages")
      .summed(squared, {"both integrals by their primitives, and between sums over cells",
                        "由原函数求两个积分，并以小区间上的和夹住"})
      .enclosed(squared)
      .proved({"the primitives differentiated, and dx = G'(z) dz on both branches",
               "对原函数求导，并在两个单调分支上作代换 dx = G'(z) dz"},
              substituted);
  PartOf(claim, "no-density")
      .summed(without_density, {"both sides for a closed curve in the plane and for a point",
                                "像为平面闭曲线与单点时比较两边"})
      .enclosed(without_density);
  PartOf(claim, "circle")
      .summed(round_the_circle,
              {"points of equal mass go to roots of unity, whose sum is exact; arcs "
               "hold the integral",
               "等质量的点映到单位根，其和有精确值；各段弧夹住积分"})
      .enclosed(round_the_circle);
  PartOf(claim, "networks")
      .summed(through_networks<true>,
              {"over the noise piece by piece of G, and over the law that the language builds",
               "对噪声按 G 的各段积分，与分布表达式给出的分布比较"})
      .enclosed(through_networks<true>);
  add_twins(claim);
}

}  // namespace gancheck
