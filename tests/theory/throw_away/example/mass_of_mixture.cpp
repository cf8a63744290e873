// Claim 60: the integral of (p+q)/2 is half of both masses.
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"

namespace gancheck {
namespace {

constexpr auto larger = []<class T>(const T& p, const T& q) -> T { return max(p, q); };
constexpr auto both = []<class T>(const T& p, const T& q) -> T { return p + q; };
constexpr auto geometric_mean = []<class T>(const T& p, const T& q) -> T { return sqrt(p * q); };

/// The integral of `density` is half of both masses.
Relation has_half_the_masses(const Formula& density) {
  return equal(integral_of(density), functionals::total_mass / 2);
}

}  // namespace

void mass_of_mixture(Claim& claim) {
  const Relation truth = has_half_the_masses(formulas::mixture);
  PartOf(claim, "mass").summed(truth).enclosed(truth);
  Twins(claim, truth)
      .on("W7")
      .grid(R"(\int \max(p, q)\,d\mu = \frac{P(X) + Q(X)}{2})",
            {"the larger density in the place of m", "把 m 误作较大的密度"},
            has_half_the_masses(larger))
      .grid(R"(\int (p+q)\,d\mu = \frac{P(X) + Q(X)}{2})", {"the half is lost", "少了二分之一"},
            has_half_the_masses(both))
      .grid(R"(\int \sqrt{pq}\,d\mu = \frac{P(X) + Q(X)}{2})",
            {"the geometric mean", "误取几何平均"}, has_half_the_masses(geometric_mean));
}

}  // namespace gancheck
