// Claim 5: Q is the image of P_z under G, Q(A) = P_z(G^-1(A)), and its density where it has
// one.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "numerics/distribution/specification.hpp"
#include "theory/checks/noise.hpp"
#include "theory/checks/part_of.hpp"

namespace gancheck {
namespace {

// Finite spaces.

/// "{0, 2}": a set of points of the target.
std::string set_in_words(PointSet set) {
  std::vector<int> points;
  for (int i = 0; i < static_cast<int>(noise_targets); ++i)
    if ((set >> static_cast<unsigned>(i) & 1U) != 0) points.push_back(i);
  return fmt::format("{{{}}}", fmt::join(points, ", "));
}

/// Q(A), added up over A, against P_z(G^-1(A)), added up over the noise: every law of noise,
/// every map, every A.
constexpr auto every_map = []<class T>(const Setting&, Take<T>& take) {
  take.over({"all 81 maps from 4 points to 3, 4 laws of noise, every A",
             "从 4 点到 3 点的全部 81 个映射，4 个噪声分布，一切 A"});
  for (const NoiseLaw& law : noise_laws()) {
    const auto noise = weights_of<T>(law);
    for (const FiniteMap& map : all_maps(noise_points, noise_targets)) {
      const auto image = image_law(noise, map);
      for (PointSet set = 0; set < (1U << noise_targets); ++set) {
        take.equal(mass_of(image, set), mass_of_preimage(noise, map, set),
                   [&] { return fmt::format("{}, A = {}", map.text(), set_in_words(set)); });
      }
    }
  }
};

/// A law of noise as a specification, a map of the language, and the map in exact arithmetic.
struct SpecifiedImage {
  std::string noise, map;
  Real (*apply)(const Real& z);
};
const std::vector<SpecifiedImage>& specified_images() {
  static const std::vector<SpecifiedImage> images = {
      {"shift(discrete(1/10,2/10,3/10,1/10,3/10),-3)", "square()",
       [](const Real& z) -> Real { return z * z; }},
      {"shift(discrete(1/10,2/10,3/10,1/10,3/10),-3)", "abs()",
       [](const Real& z) -> Real { return abs(z); }},
      {"shift(discrete(1/7,2/7,4/7),-2)", "affine(-3,1)",
       [](const Real& z) -> Real { return Real(1) - Real(3) * z; }},
      {"discrete(1/6,1/3,1/2)", "log()", [](const Real& z) -> Real { return log(z); }},
      {"truncate(poisson(2),0,6)", "sqrt()", [](const Real& z) -> Real { return sqrt(z); }}};
  return images;
}

/// Every atom of the law that the specification language builds, against the preimage of its point
/// added up by hand; and its number of atoms against that of different images.
constexpr auto specified = []<class T>(const Setting&, Take<T>& take) {
  take.over({"5 images of the specification language, every atom",
             "分布表达式给出的 5 个像分布，每个原子"});
  for (const SpecifiedImage& image : specified_images()) {
    const std::string text = fmt::format("pushforward({},{})", image.noise, image.map);
    const Law noise = parse_law(image.noise), law = parse_law(text);
    std::size_t reached = 0;
    for (const Atom& atom : law.atoms) {
      std::vector<T> preimage;
      for (const Atom& z : noise.atoms) {
        if (compare(image.apply(z.at), atom.at) == 0) preimage.push_back(exactly<T>(z.mass));
      }
      reached += preimage.size();
      take.equal(exactly<T>(atom.mass), sum_of(preimage),
                 [&] { return fmt::format("{}, x = {}", text, atom.at.text()); });
    }
    take.equal(static_cast<int>(reached), static_cast<int>(noise.atoms.size()), [&] {
      return Text{text + ", points of the noise", text + "，噪声的点数"};
    });
  }
};

// Densities on the line. Each example is written in a parameter t of (0, 1) in which the preimages
// are rational, so that the same lines serve the exact algebra.

/// One z with G(z) = x, and G'(z) there.
template <class T>
struct Preimage {
  T z, slope;
  bool increasing;
};
template <class T>
using Preimages = std::vector<Preimage<T>>;

/// z ~ U(-1, 1), G(z) = z², t = sqrt x.
struct Square {
  static constexpr const char* name = "G(z) = z², z ~ U(-1, 1)";
  template <class T>
  static T noise_density() {
    return T(1) / 2;
  }
  static constexpr auto map = []<class T>(const T& z) -> T { return z * z; };
  static constexpr auto preimages = []<class T>(const T& t) -> Preimages<T> {
    return {{t, 2 * t, true}, {-t, -(2 * t), false}};
  };
  static constexpr auto distribution_at = []<class T>(const T& x) -> T { return sqrt(x); };
  static constexpr auto density_at = []<class T>(const T& x) -> T { return 1 / (2 * sqrt(x)); };
};

/// z ~ U(0, 1): the noise of the other examples.
struct Uniform {
  template <class T>
  static T noise_density() {
    return T(1);
  }
};

/// G(z) = -log(1-z), t = z: the exponential law by its quantile function.
struct Quantile : Uniform {
  static constexpr const char* name = "G(z) = -log(1-z), z ~ U(0, 1)";
  static constexpr auto map = []<class T>(const T& z) -> T { return -log(1 - z); };
  static constexpr auto preimages = []<class T>(const T& t) -> Preimages<T> {
    return {{t, 1 / (1 - t), true}};
  };
  static constexpr auto distribution_at = []<class T>(const T& x) -> T { return 1 - exp(-x); };
  static constexpr auto density_at = []<class T>(const T& x) -> T { return exp(-x); };
};

/// G(z) = sqrt z, z = t².
struct Root : Uniform {
  static constexpr const char* name = "G(z) = √z, z ~ U(0, 1)";
  static constexpr auto map = []<class T>(const T& z) -> T { return sqrt(z); };
  static constexpr auto preimages = []<class T>(const T& t) -> Preimages<T> {
    return {{t * t, 1 / (2 * t), true}};
  };
  static constexpr auto distribution_at = []<class T>(const T& x) -> T { return x * x; };
  static constexpr auto density_at = []<class T>(const T& x) -> T { return 2 * x; };
};

/// G(z) = -log z, t = z: decreasing, so that the sign of G' matters. The law is Quantile's.
struct Decreasing : Uniform {
  static constexpr const char* name = "G(z) = -log z, z ~ U(0, 1)";
  static constexpr auto map = []<class T>(const T& z) -> T { return -log(z); };
  static constexpr auto preimages = []<class T>(const T& t) -> Preimages<T> {
    return {{t, -(1 / t), false}};
  };
  static constexpr auto distribution_at = Quantile::distribution_at;
  static constexpr auto density_at = Quantile::density_at;
};

/// An example in one arithmetic: the map, and for numbers the law of its values in closed form.
template <class T>
struct Map {
  const char* name;
  T noise_density;
  T (*map)(const T& z);
  Preimages<T> (*preimages)(const T& t);
};
template <class T>
struct Example : Map<T> {
  T (*distribution_at)(const T& x);
  T (*density_at)(const T& x);
};

template <class T, class Of>
Map<T> map_of() {
  return {Of::name, Of::template noise_density<T>(), Of::map, Of::preimages};
}
template <class T, class Of>
Example<T> example_of() {
  return {map_of<T, Of>(), Of::distribution_at, Of::density_at};
}
template <class T>
std::vector<Example<T>> examples() {
  return {example_of<T, Square>(), example_of<T, Quantile>(), example_of<T, Root>(),
          example_of<T, Decreasing>()};
}
std::vector<Map<Symbol>> symbolic_maps() {
  return {map_of<Symbol, Square>(), map_of<Symbol, Quantile>(), map_of<Symbol, Root>(),
          map_of<Symbol, Decreasing>()};
}

/// The sum of f over all z with G(z) = x.
template <class T, class F>
T sum_over(const Preimages<T>& all, const F& f) {
  T result(0);
  for (const Preimage<T>& at : all) result = result + f(at);
  return result;
}
template <class T>
T steepness(const Preimage<T>& at) {
  return at.increasing ? at.slope : T(-at.slope);
}

/// q(x) = sum of p_z(z)/|G'(z)| over the z with G(z) = x.
constexpr auto divided_by_slope = []<class T>(const T& noise_density,
                                              const Preimages<T>& all) -> T {
  return sum_over(all, [&](const auto& at) -> T { return noise_density / steepness(at); });
};
constexpr auto one_preimage = []<class T>(const T& noise_density, const Preimages<T>& all) -> T {
  return noise_density / steepness(all.front());
};
constexpr auto signed_slope = []<class T>(const T& noise_density, const Preimages<T>& all) -> T {
  return sum_over(all, [&](const auto& at) -> T { return noise_density / at.slope; });
};
constexpr auto times_slope = []<class T>(const T& noise_density, const Preimages<T>& all) -> T {
  return sum_over(all, [&](const auto& at) -> T { return noise_density * steepness(at); });
};

constexpr int cells = 64;

/// The image of one cell of parameters: its ends x, and the rule's densities there.
template <class T>
struct Cell {
  T from, to, density_from, density_to, mass_of_preimage;
};

/// The density at x from that of the noise and the preimages of x.
template <class T>
using Rule = T (*)(const T& noise_density, const Preimages<T>& all);

template <class T>
Cell<T> cell_of(const Example<T>& example, Rule<T> rule, int k) {
  const auto begin = example.preimages(exactly<T>(Rational(k, cells)));
  const auto end = example.preimages(exactly<T>(Rational(k + 1, cells)));
  T mass(0);
  for (std::size_t i = 0; i < begin.size(); ++i) {
    mass = mass + example.noise_density * abs(end[i].z - begin[i].z);
  }
  return {example.map(begin.front().z), example.map(end.front().z),
          rule(example.noise_density, begin), rule(example.noise_density, end), mass};
}

/// On 62 cells [a, b] of every example, q as the rule has it: it is the closed form of the density;
/// and, since each q here is monotone, P_z(G^-1[a,b]) lies between (b-a) min q and (b-a) max q.
/// P_z(G^-1[a,b]) itself, by the lengths of the preimages, is F(b) - F(a).
template <class T>
void compare_cells(const Example<T>& example, Rule<T> rule, Take<T>& take) {
  for (int k = 1; k + 1 < cells; ++k) {
    const auto where = [&] {
      return Text{fmt::format("{}, cell {}", example.name, k),
                  fmt::format("{}，第 {} 个小区间", example.name, k)};
    };
    const Cell<T> cell = cell_of(example, rule, k);
    const T width = abs(cell.to - cell.from);
    take.equal(cell.density_from, example.density_at(cell.from), where);
    take.at_most(width * min(cell.density_from, cell.density_to), cell.mass_of_preimage, where);
    take.at_most(cell.mass_of_preimage, width * max(cell.density_from, cell.density_to), where);
    take.equal(cell.mass_of_preimage,
               abs(example.distribution_at(cell.to) - example.distribution_at(cell.from)), where);
  }
}
template <class F>
Comparisons cell_by_cell(const F& rule) {
  return [rule]<class T>(const Setting&, Take<T>& take) {
    take.over({"4 maps, 62 cells each", "4 个映射，各取 62 个小区间"});
    for (const Example<T>& example : examples<T>()) compare_cells<T>(example, rule, take);
  };
}

/// P_z(G <= x) up to a constant: below z where G increases through x, above z where it decreases.
Symbol distribution_of(const Symbol& noise_density, const Preimages<Symbol>& all) {
  return sum_over(all,
                  [&](const auto& at) { return noise_density * (at.increasing ? at.z : -at.z); });
}

/// With x = G(z(t)) and F(t) = P_z(G <= x): F'(t)/x'(t) is the sum of p_z/|G'|, and every slope is
/// that of G.
Evidence differentiated() {
  const Symbol t = Symbol::positive("t"), z = Symbol::positive("z");
  std::vector<Identity> identities;
  for (const Map<Symbol>& example : symbolic_maps()) {
    const auto all = example.preimages(t);
    const Symbol x = example.map(all.front().z);
    const Symbol slope_of_map = derivative(example.map(z), z);
    for (const Preimage<Symbol>& at : all) {
      identities.push_back({substitute(slope_of_map, z, at.z), at.slope});
    }
    identities.push_back(
        {derivative(distribution_of(example.noise_density, all), t) / derivative(x, t),
         divided_by_slope(example.noise_density, all)});
  }
  return same_forms(identities,
                    {"z², -log(1-z), √z and -log z on their whole ranges",
                     "z²、-log(1-z)、√z 与 -log z，在整个值域上"},
                    {lemma::fundamental_theorem});
}

// Densities in the plane.

template <class T>
struct Point {
  T first, second;
};

/// G(z) = (z_1 + 2 z_2, 3 z_1 + z_2) with det G' = -5.
template <class T>
struct Matrix {
  T a, b, c, d;
  T determinant() const { return a * d - b * c; }
  Point<T> preimage(const Point<T>& x) const {
    return {(d * x.first - b * x.second) / determinant(),
            (a * x.second - c * x.first) / determinant()};
  }
};
template <class T>
Matrix<T> shear_and_flip() {
  return {T(1), T(2), T(3), T(1)};
}

/// The signed area of the parallelogram G^-1([x, x + width] x [y, y + height]), by its corners.
template <class T>
T area_of_preimage(const Matrix<T>& g, const Point<T>& corner, const T& width, const T& height) {
  const Point<T> corners[] = {g.preimage(corner), g.preimage({corner.first + width, corner.second}),
                              g.preimage({corner.first + width, corner.second + height}),
                              g.preimage({corner.first, corner.second + height})};
  T twice(0);
  for (std::size_t i = 0; i < 4; ++i) {
    const Point<T>&u = corners[i], &v = corners[(i + 1) % 4];
    twice = twice + u.first * v.second - v.first * u.second;
  }
  return twice / 2;
}

/// G(z) = (z_1², z_1 z_2), z ~ U(0, 1)²: the mass of G(z) <= (a, b) is b + b log(√a/b) for
/// b <= √a.
constexpr auto joint_distribution = []<class T>(const T& a, const T& b) -> T {
  return b + b * (log(a) / 2 - log(b));
};
/// 1/|det J_G| with det J_G = 2 z1² = 2 x1.
constexpr auto curved_density = []<class T>(const T& x1) -> T { return 1 / (2 * x1); };

constexpr int side = 8;

/// z ~ U(-1,1)²: the mass of the preimage of a square of side 1/4, and (1/4)|det J_(G^-1)| times
/// its area.
template <class T>
void linear_cell(Take<T>& take, int i, int k) {
  const Point<T> corner = {exactly<T>(Rational(i - side / 2, 4)),
                           exactly<T>(Rational(k - side / 2, 4))};
  const T step = exactly<T>(Rational(1, 4));
  const Matrix<T> g = shear_and_flip<T>();
  const T density = T(1) / 4 / abs(g.determinant());
  take.equal(abs(area_of_preimage(g, corner, step, step)) / 4, density * step * step, [=] {
    return Text{fmt::format("the linear map, cell ({},{})", i, k),
                fmt::format("线性映射，小区域 ({},{})", i, k)};
  });
}

/// [a, a'] x [b, b'] with 1/4 <= a and b' <= 1/2: its mass by the joint distribution function, and
/// the integral of 1/(2 x1) over it, which lies between its least and its largest value times the
/// area.
template <class T>
void curved_cell(Take<T>& take, int i, int k) {
  const auto at = [](int n, int d) { return exactly<T>(Rational(n, d)); };
  const T a = at(side + 3 * i, 4 * side), next_a = at(side + 3 * i + 3, 4 * side);
  const T b = at(k + 1, 2 * side + 2), next_b = at(k + 2, 2 * side + 2);
  const T mass = joint_distribution(next_a, next_b) - joint_distribution(a, next_b) -
                 joint_distribution(next_a, b) + joint_distribution(a, b);
  const auto where = [=] {
    return Text{fmt::format("the curved map, cell ({},{})", i, k),
                fmt::format("非线性映射，小区域 ({},{})", i, k)};
  };
  const T area = (next_a - a) * (next_b - b);
  take.equal(mass, (next_b - b) * log(next_a / a) / 2, where);
  take.at_most(area * curved_density(next_a), mass, where);
  take.at_most(mass, area * curved_density(a), where);
}

constexpr auto in_the_plane = []<class T>(const Setting&, Take<T>& take) {
  take.over({"a linear and a curved map, 64 cells each",
             "一个线性映射与一个非线性映射，各取 64 个小区域"});
  for (int i = 0; i < side; ++i) {
    for (int k = 0; k < side; ++k) {
      linear_cell(take, i, k);
      curved_cell(take, i, k);
    }
  }
};

/// Every invertible linear map: the area of a rectangle's preimage is its own area over det. The
/// curved map: the mixed derivative of the distribution function is 1/|det J|, J by
/// differentiation.
Evidence determinants() {
  const auto variable = [](const char* name) { return Symbol::positive(name); };
  const Matrix<Symbol> g = {variable("a"), variable("b"), variable("c"), variable("d")};
  const Symbol width = variable("w"), height = variable("h");
  const Symbol x1 = variable("x"), x2 = variable("y"), z1 = variable("s"), z2 = variable("t");
  const Symbol first = z1 * z1, second = z1 * z2;
  const Symbol jacobian = derivative(first, z1) * derivative(second, z2) -
                          derivative(first, z2) * derivative(second, z1);
  const Symbol density = derivative(derivative(joint_distribution(x1, x2), x1), x2);
  return same_forms(
      {{area_of_preimage(g, {x1, x2}, width, height), width * height / g.determinant()},
       {substitute(density, x1, z1 * z1), 1 / jacobian},
       {density, curved_density(x1)}},
      {"every invertible linear map of the plane; (z_1², z_1 z_2)",
       "平面上一切可逆线性映射；(z_1², z_1 z_2)"},
      {lemma::fundamental_theorem});
}

/// The areas again, in rational arithmetic.
Evidence areas_at_random_points() {
  return at_random_points(
      {"a", "b", "c", "d", "x", "y", "r", "s"},
      [](std::span<const Rational> v) -> std::vector<Sides> {
        const Matrix<Rational> g = {v[0], v[1], v[2], v[3]};
        return {{area_of_preimage(g, {v[4], v[5]}, v[6], v[7]), v[6] * v[7] / g.determinant()}};
      });
}

}  // namespace

void pushforward_law(Claim& claim) {
  PartOf(claim, "image-law")
      .summed(every_map, {"Q(A) and P_z(G⁻¹(A)) for every map of finite spaces",
                          "对有限空间的每个映射比较 Q(A) 与 P_z(G⁻¹(A))"})
      .summed(specified, {"the images that the specification language builds, atom by atom",
                          "逐个原子检验分布表达式给出的像分布"})
      .enclosed(every_map, {"Q(A) and P_z(G⁻¹(A)), enclosed", "Q(A) 与 P_z(G⁻¹(A)) 的包含区间"})
      .enclosed(specified, {"the images of the specification language, enclosed",
                            "分布表达式给出的像分布，计算包含区间"});
  const Comparisons on_the_line = cell_by_cell(divided_by_slope);
  PartOf(claim, "on-the-line")
      .summed(on_the_line, {"the mass of the preimage of every cell, against q",
                            "每个小区间原像的质量与 q 比较"})
      .enclosed(on_the_line, the_same_enclosed)
      .proved({"the distribution function of G(z), differentiated", "对 G(z) 的分布函数求导"},
              differentiated);
  PartOf(claim, "in-the-plane")
      .summed(in_the_plane, {"the mass of the preimage of every cell, against q",
                             "每个小区域原像的质量与 q 比较"})
      .enclosed(in_the_plane, the_same_enclosed)
      .proved({"areas of preimages and mixed derivatives", "原像的面积与混合偏导数"}, determinants)
      .at_random_points(areas_at_random_points);
  Twins(claim, on_the_line)
      .grid(R"(q(x) = \frac{p_z(z)}{|G'(z)|} \text{ for one } z \in G^{-1}(x))",
            {"only one of two preimages: z² gets the mass 1/2",
             "两个原像只取一个：z² 的总质量成了 1/2"},
            cell_by_cell(one_preimage))
      .grid(R"(q(x) = \sum \frac{p_z(z)}{G'(z)})",
            {"no absolute value: the density is negative where G decreases",
             "漏掉绝对值：G 递减处密度为负"},
            cell_by_cell(signed_slope))
      .grid(R"(q(x) = \sum p_z(z)\,|G'(z)|)",
            {"multiplied by |G'| instead of divided", "该除以 |G'| 却乘以 |G'|"},
            cell_by_cell(times_slope));
}

}  // namespace gancheck
