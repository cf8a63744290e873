// Claim 10: t -> 1-t reverses the order of [0, 1], so that D(x) falls exactly where 1 - D(G(z))
// rises, x = G(z).
#include "theory/checks/noise.hpp"
#include "theory/checks/two_chances.hpp"

namespace gancheck {
namespace {

/// 1 - (1-d) = d, and 1-d lies in [0, 1].
constexpr auto involution = []<class T>(const Chance<T>& d, const Chance<T>& other, Take<T>& take,
                                        const Where& where) {
  take.equal(1 - (1 - d.yes), d.yes, where);
  take.equal(1 - d.yes, d.no, where);
  take.at_most(1 - other.yes, 1, where);
  take.at_most(0, 1 - other.yes, where);
};
/// For d < d': 1-d' < 1-d, and the contrary.
constexpr auto reverses = []<class T>(const Chance<T>& d, const Chance<T>& other, Take<T>& take,
                                      const Where& where) {
  take.less(1 - other.yes, 1 - d.yes, where);
};
constexpr auto keeps = []<class T>(const Chance<T>& d, const Chance<T>& other, Take<T>& take,
                                   const Where& where) {
  take.less(1 - d.yes, 1 - other.yes, where);
};
/// The complement and the inverse against 1.
constexpr auto complement_at_most_one = []<class T>(const Chance<T>& d, const Chance<T>&,
                                                    Take<T>& take, const Where& where) {
  take.at_most(1 - d.yes, 1, where);
};
constexpr auto inverse_at_most_one = []<class T>(const Chance<T>& d, const Chance<T>&,
                                                 Take<T>& take, const Where& where) {
  take.at_most(1 / d.yes, 1, where);
};

/// D(x) = x² at x = G(z) = z: 1 - D(G(z)) = 1 - z² is (1-z)(1+z), and not D(1-G(z)) = (1-z)².
template <class T>
T squared(const T& x) {
  return x * x;
}
constexpr auto complement_of_square_factored = []<class T>(const Chance<T>& z, const Chance<T>&,
                                                           Take<T>& take, const Where& where) {
  take.equal(T((1 - z.yes) * (1 + z.yes)), T(1 - squared(z.yes)), where);
};
constexpr auto square_of_complement = []<class T>(const Chance<T>& z, const Chance<T>&,
                                                  Take<T>& take, const Where& where) {
  take.equal(squared(T(1 - z.yes)), T(1 - squared(z.yes)), where);
};

/// 1 - (1-d) = d; with d' = d + e the complement falls by e; the complement of u/(u+v) is v/(u+v).
template <class T>
std::vector<std::pair<T, T>> flips(const T& d, const T& e, const Chance<T>& y) {
  return {{T(1 - (1 - d)), d}, {T((1 - d) - (1 - (d + e))), e}, {T(1 - y.yes), y.no}};
}
Evidence flips_by_algebra() {
  std::vector<Identity> proof;
  for (const auto& [left, right] :
       flips(Symbol::positive("d"), Symbol::positive("e"), free_chance())) {
    proof.push_back({left, right});
  }
  return same_forms(proof, {"all D < D' in [0, 1]", "[0, 1] 中的一切 D < D'"}, {});
}
Evidence flips_at_random_points() {
  return at_random_points(
      {"d", "ε", "u", "v"}, [](std::span<const Rational> x) -> std::vector<Sides> {
        std::vector<Sides> sides;
        for (const auto& [left, right] : flips(x[0], x[1], rational_chance(x[2], x[3]))) {
          sides.push_back({left, right});
        }
        return sides;
      });
}

/// D and D' on the targets of the generator, in thousandths.
constexpr int first_table[] = {250, 500, 1000}, second_table[] = {900, 500, 0};

/// Every map G, every z: from D to D' the number 1 - D(G(z)) changes by as much as D(x), x = G(z),
/// with the other sign.
template <class T>
void compare_changes(const FiniteMap& map, Take<T>& take) {
  for (std::size_t z = 0; z < map.image.size(); ++z) {
    const auto d = spread::chance<T>(first_table[map.image[z]]);
    const auto other = spread::chance<T>(second_table[map.image[z]]);
    take.equal((1 - other.yes) - (1 - d.yes), d.yes - other.yes,
               [&] { return fmt::format("{}, z = {}", map.text(), z); });
  }
}
/// The expectation of 1 - D(G(z)) over the noise is 1 less that of D(x) over the image law.
template <class T>
void compare_expectations(const NoiseLaw& law, const FiniteMap& map, Take<T>& take) {
  const auto noise = weights_of<T>(law);
  const auto image = image_law(noise, map);
  std::vector<T> over_noise, over_image;
  for (std::size_t z = 0; z < noise.size(); ++z) {
    over_noise.push_back(T(noise[z] * spread::chance<T>(first_table[map.image[z]]).no));
  }
  for (std::size_t x = 0; x < image.size(); ++x) {
    over_image.push_back(T(image[x] * spread::chance<T>(first_table[x]).yes));
  }
  take.equal(sum_of(over_noise), 1 - sum_of(over_image), [&] { return map.text(); });
}
constexpr auto through_every_map = []<class T>(const Setting&, Take<T>& take) {
  take.over({"all 81 maps from 4 points to 3, 4 laws of noise",
             "从 4 点到 3 点的全部 81 个映射，4 个噪声分布"});
  for (const FiniteMap& map : all_maps(noise_points, noise_targets)) {
    compare_changes(map, take);
    for (const NoiseLaw& law : noise_laws()) compare_expectations(law, map, take);
  }
};

void add_twins(Claim& claim) {
  Twins(claim, for_two_chances(reverses))
      .grid(R"(D \uparrow \implies 1 - D \uparrow)",
            {"the complement rises with D", "误认为 1-D 随 D 上升"}, for_two_chances(keeps));
  Twins(claim, for_two_chances(complement_of_square_factored))
      .grid(R"(D(1 - G(z)) = 1 - D(G(z)))",
            {"the complement taken of the wrong thing; D(x) = x², G(z) = z",
             "补错了对象；取 D(x) = x²，G(z) = z"},
            for_two_chances(square_of_complement));
  Twins(claim, for_two_chances(complement_at_most_one))
      .grid(R"(1/D(G(z)) \text{ for } 1 - D(G(z)))",
            {"another function that reverses the order, which leaves [0, 1]",
             "误用另一个反序的函数，其值超出 [0, 1]"},
            for_two_chances(inverse_at_most_one));
}

}  // namespace

void complement_flip(Claim& claim) {
  const Text by_forms = {"1 - (1-d) = d, and (1-d) - (1-d-ε) = ε",
                         "1 - (1-d) = d，(1-d) - (1-d-ε) = ε"};
  PartOf(claim, "involution")
      .summed(for_two_chances(involution),
              {"1 - (1-d) against d, and 1-d in [0, 1]", "比较 1 - (1-d) 与 d，且 1-d 属于 [0, 1]"})
      .enclosed(for_two_chances(involution), the_same_enclosed)
      .at_random_points(flips_at_random_points)
      .proved(by_forms, flips_by_algebra);
  PartOf(claim, "reverses")
      .summed(for_two_chances(reverses), {"1-d' < 1-d for d < d'", "d < d' 时 1-d' < 1-d"})
      .enclosed(for_two_chances(reverses), the_same_enclosed)
      .at_random_points(flips_at_random_points)
      .proved(by_forms, flips_by_algebra);
  PartOf(claim, "through-generator")
      .summed(through_every_map,
              {"the changes of D(x) and of 1 - D(G(z)) at every z, and both expectations",
               "每个 z 处 D(x) 与 1 - D(G(z)) 的改变量，以及两种期望"})
      .enclosed(through_every_map, the_same_enclosed)
      .proved(by_forms, flips_by_algebra);
  add_twins(claim);
}

}  // namespace gancheck
