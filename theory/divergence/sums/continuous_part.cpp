#include "theory/divergence/sums/continuous_part.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "numerics/distribution/log_ratio.hpp"
#include "numerics/line/tail_bound.hpp"
#include "numerics/number/infinity.hpp"
#include "numerics/number/rounded.hpp"
#include "theory/divergence/truncation.hpp"

namespace gancheck {
namespace {

constexpr long first_bits = 128, most_bits = 1024;
/// p - q of two enclosures is exact but for this.
constexpr long difference_bits = 256;
/// Relative radius at which a number counts as known to the last bit of a double.
constexpr double sharp = 0x1p-58;
constexpr std::size_t mass_p = all_divergences.size(), mass_q = mass_p + 1, entropy_p = mass_q + 1,
                      entropy_q = entropy_p + 1, value_of_d = entropy_q + 1,
                      regret_of_d = value_of_d + 1;

bool is_sharp(const Ball& x) {
  return x.is_zero() || (x.is_finite() && x.radius() <= sharp * std::abs(x.midpoint())) ||
         x.magnitude() <= std::numeric_limits<double>::denorm_min();
}

/// Terms of two densities at one point, and the sign of p - q as far as it is known.
struct PointTerms {
  Terms terms;
  std::vector<Tracked> bounded;  ///< in the order of what is wanted
  LogWeight p_weight, q_weight;
  Tracked p, q;
  double relative_difference;
};

/// Below this a product or quotient of two densities may leave the range of double.
constexpr double smallest_safe_density = 0x1p-960;
bool is_safe(const Ball& x) {
  return x.is_zero() || (x.lower() >= smallest_safe_density);
}

Ball point_at(const Stretch& stretch, double t) {
  return stretch.anchor.enclose() + stretch.offset(t).value();
}

PointTerms terms_of(const Stretch& stretch, double t, const Wanted& wanted) {
  const DensityPair d = densities_at(stretch, t);
  const Ball &p = d.p.value, &q = d.q.value;
  const BallPrecision precision(difference_bits);
  const Ball difference = p - q;
  PointTerms result{{}, {}, d.p, d.q, rounded(p), rounded(q), 0};
  if (!difference.contains_zero()) result.relative_difference = (difference / (p + q)).midpoint();
  const bool are_safe = is_safe(p) && is_safe(q);
  result.terms = are_safe ? terms_at(result.p, result.q, rounded(difference), wanted)
                          : terms_enclosed(d.p, d.q, wanted);
  for (const BoundedDivergence* k : wanted.bounded) {
    result.bounded.push_back(are_safe && k->in_doubles
                                 ? k->in_doubles(result.p, result.q, rounded(difference))
                                 : term_enclosed(*k, d.p, d.q));
  }
  return result;
}

Finiteness finiteness(const std::optional<bool>& integrable, bool p_is_alone) {
  if (p_is_alone) return Finiteness::infinite;
  if (!integrable) return Finiteness::unknown;
  return *integrable ? Finiteness::finite : Finiteness::infinite;
}

/// A bound of the integral of p·load beyond a cut, where it is known to be finite: the root of the
/// mass there times 1 + the load at the cut, which must be below 2^-400: the root leaves a factor
/// of at least 2^200 for what the load still grows by. Assumed: it does not grow by more.
template <class Load>
double beyond(const Stretch& stretch, std::span<const LocalPiece> p, const Cut& cut,
              const Load& load) {
  if (p.empty()) return 0;
  const Ball product = mass_beyond(stretch, p, cut) * (Ball(1) + load(cut.at));
  if (!(product.upper() < 0x1p-400)) return infinity;
  return std::sqrt(std::max(0.0, product.upper()));
}

/// With load |log(p/q)|; where q is not known, as little of it may be left as where it is large.
double direct_beyond(const Stretch& stretch, std::span<const LocalPiece> p,
                     std::span<const LocalPiece> q, const Cut& cut) {
  if (q.empty() && stretch.misses_pieces)
    return beyond(stretch, p, cut, [](double) { return Ball(0); });
  if (q.empty()) return 0;
  return beyond(stretch, p, cut, [&](double t) {
    return abs(log_density_at(stretch, p, t) - log_density_at(stretch, q, t));
  });
}

/// Of p²/q, as it is for enclosures.
double square_beyond(const Stretch& stretch, std::span<const LocalPiece> p,
                     std::span<const LocalPiece> q, const Cut& cut) {
  if (stretch.misses_pieces) return infinity;
  const Ball most = most_square_beyond(stretch, p, q, cut);
  return most.is_finite() ? std::max(0.0, most.upper()) : infinity;
}

/// Of -p log p, from either side.
double entropy_there(const Stretch& stretch, const Law& law, std::span<const LocalPiece> p,
                     const Cut& cut) {
  if (log_is_integrable(law) != true || stretch.misses_pieces) return infinity;
  const EntropyBeyond rest = entropy_beyond(stretch, p, cut);
  const Ball both = rest.least + rest.most;
  return both.is_finite() ? std::max(0.0, both.upper()) : infinity;
}

/// Of p (-log D) + q (-log(1-D)).
double value_beyond(const Stretch& stretch, const Cut& cut, const DiscriminatorOfPoint& d) {
  const auto at = [&](double t) { return d(point_at(stretch, t)); };
  return beyond(stretch, stretch.data, cut, [&](double t) { return -at(t).log_yes; }) +
         beyond(stretch, stretch.generator, cut, [&](double t) { return -at(t).log_no; });
}

}  // namespace

DensityPair densities_at(const Stretch& stretch, double t) {
  const auto weight = [&](std::span<const LocalPiece> pieces) -> LogWeight {
    if (pieces.empty()) return {Ball(0), Ball(0)};
    const Ball log_density = log_density_at(stretch, pieces, t);
    return {exp(log_density), log_density};
  };
  for (long bits = first_bits;; bits *= 2) {
    const BallPrecision precision(bits);
    DensityPair d{weight(stretch.data), weight(stretch.generator)};
    if (bits >= most_bits) return d;
    const Ball &p = d.p.value, &q = d.q.value;
    if (is_sharp(p) && is_sharp(q) && is_sharp(p - q)) return d;
  }
}

ContinuousPart::ContinuousPart(const Law& data, const Law& generator, const Wanted& wanted,
                               const DiscriminatorOfPoint& discriminator,
                               std::span<const Real> discriminator_changes_at)
    : bounded_(wanted.bounded),
      first_bounded_(discriminator ? regret_of_d + 1 : entropy_q + 1),
      panels_(panels_of(data, generator, discriminator_changes_at)) {
  Two<bool> is_alone;
  for (const Stretch& s : panels_.stretches) {
    if (s.misses_pieces) continue;
    is_alone.data |= !s.data.empty() && s.generator.empty();
    is_alone.generator |= !s.generator.empty() && s.data.empty();
  }
  const Two<const Law*> law{&data, &generator};
  for (const Role role : both_roles) {
    const Law &p = *law.of(role), &q = *law.of(other(role));
    direct_.of(role) = finiteness(log_ratio_is_integrable(p, q), is_alone.of(role));
    if (wanted[chi_square_of(role)])
      square_.of(role) = finiteness(square_ratio_is_integrable(p, q), is_alone.of(role));
  }
  const auto integrand = [&](std::size_t s, double t, std::span<Tracked> values) {
    const Stretch& stretch = panels_.stretches[s];
    const PointTerms at = terms_of(stretch, t, wanted);
    std::copy(at.terms.all.begin(), at.terms.all.end(), values.begin());
    // What is infinite or not asked for must not steer the others.
    for (const Role role : both_roles) {
      if (direct_.of(role) != Finiteness::finite) values[number_of(direct_kl(role))] = Tracked(0);
      if (square_.of(role) != Finiteness::finite)
        values[number_of(chi_square_of(role))] = Tracked(0);
    }
    for (const Divergence k : all_divergences)
      if (!wanted[k]) values[number_of(k)] = Tracked(0);
    values[mass_p] = at.p;
    values[mass_q] = at.q;
    const Ball log_length = stretch.side == 0 ? Ball(0) : Ball::exact(t);
    const auto entropy = [&](bool is_wanted, const LogWeight& weight) {
      const bool is_there = is_wanted && !weight.value.is_zero();
      return is_there ? rounded(weight.value * (log_length - weight.log)) : Tracked(0);
    };
    values[entropy_p] = entropy(wanted.entropy.data, at.p_weight);
    values[entropy_q] = entropy(wanted.entropy.generator, at.q_weight);
    if (discriminator) {
      const BallPrecision precision(difference_bits);
      const DiscriminatorTerms d =
          terms_of_discriminator(at.p_weight, at.q_weight, discriminator(point_at(stretch, t)));
      values[value_of_d] = d.value;
      values[regret_of_d] = d.regret;
    }
    std::copy(at.bounded.begin(), at.bounded.end(),
              values.begin() + static_cast<std::ptrdiff_t>(first_bounded_));
    return at.relative_difference;
  };
  quadrature_ = integrate_adaptively(panels_.panels, first_bounded_ + bounded_.size(), integrand);
  const BallPrecision precision(first_bits);
  for (const Cut& cut : panels_.cuts) {
    const Stretch& s = panels_.stretches[cut.stretch];
    beyond_.data += mass_beyond(s, s.data, cut).upper();
    beyond_.generator += mass_beyond(s, s.generator, cut).upper();
    direct_beyond_.data += direct_beyond(s, s.data, s.generator, cut);
    direct_beyond_.generator += direct_beyond(s, s.generator, s.data, cut);
    if (square_.data == Finiteness::finite)
      square_beyond_.data += square_beyond(s, s.data, s.generator, cut);
    if (square_.generator == Finiteness::finite)
      square_beyond_.generator += square_beyond(s, s.generator, s.data, cut);
    if (wanted.entropy.data) entropy_beyond_.data += entropy_there(s, data, s.data, cut);
    if (wanted.entropy.generator)
      entropy_beyond_.generator += entropy_there(s, generator, s.generator, cut);
    if (discriminator) value_beyond_ += value_beyond(s, cut, discriminator);
  }
  for (const Stretch& s : panels_.stretches) {
    const bool is_integrated = s.misses_pieces && exactly<double>(s.from) < exactly<double>(s.to);
    if (is_integrated && !s.data.empty() && s.generator.empty()) direct_beyond_.data = infinity;
    if (is_integrated && !s.generator.empty() && s.data.empty())
      direct_beyond_.generator = infinity;
  }
}

double missing_mass(const Law& law, const Share& found) {
  if (law.pieces.empty()) return 0;
  Ball mass(0);
  for (const Piece& piece : law.pieces) mass = mass + piece.mass.enclose();
  const Tracked gap = rounded(mass) - found.value;
  return std::max(0.0,
                  std::abs(gap.value()) - gap.error() - found.truncation - found.discretisation);
}

Share ContinuousPart::integral(std::size_t k, double truncation) const {
  const Integral& i = quadrature_.integrals[k];
  return {i.value, truncation, i.discretisation};
}

Share ContinuousPart::share(Divergence d) const {
  Truncation rest = truncation_of(beyond_.data, beyond_.generator);
  for (const Role role : both_roles) {
    rest[direct_kl(role)] = direct_beyond_.of(role) + beyond_.data + beyond_.generator;
    rest[chi_square_of(role)] = square_beyond_.of(role) + beyond_.of(other(role));
  }
  return integral(number_of(d), rest[d]);
}

Share ContinuousPart::share(const BoundedDivergence& d) const {
  const auto found = std::find(bounded_.begin(), bounded_.end(), &d) - bounded_.begin();
  return integral(first_bounded_ + static_cast<std::size_t>(found),
                  most_of(d, beyond_.data, beyond_.generator));
}

Share ContinuousPart::mass(Role role) const {
  return integral(role == Role::data ? mass_p : mass_q, beyond_.of(role));
}
Share ContinuousPart::entropy(Role role) const {
  return integral(role == Role::data ? entropy_p : entropy_q, entropy_beyond_.of(role));
}
Share ContinuousPart::value_at_discriminator() const {
  return integral(value_of_d, value_beyond_);
}
Share ContinuousPart::regret() const {
  return integral(regret_of_d, value_beyond_);
}

bool ContinuousPart::overlap() const {
  return std::any_of(panels_.stretches.begin(), panels_.stretches.end(),
                     [](const Stretch& s) { return !s.data.empty() && !s.generator.empty(); });
}

}  // namespace gancheck
