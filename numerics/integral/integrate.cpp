#include "numerics/integral/integrate.hpp"

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <limits>
#include <optional>
#include <queue>

#include "numerics/integral/kronrod.hpp"
#include "numerics/sum.hpp"

namespace gancheck {
namespace {

constexpr double target = 0x1p-49;
/// Below this share of a panel's own sum the two rules differ by rounding alone.
constexpr double rounding_of_a_panel = 0x1p-51;
/// Of weights and panel ends: half a unit each, and of the halves and sums that make them.
constexpr double rounding_of_weights = 0x1p-51;
/// A node is off by at most two units of its own size: of the product, and of the sum.
constexpr double rounding_of_a_node = 2 * 0x1p-53;

/// A panel with what was found on it.
struct Estimate {
  Panel panel;
  std::vector<Tracked> values;          ///< weighted, point by point, integrand by integrand
  std::vector<double> sum, difference;  ///< by the 31 points; between both rules
  std::vector<double> moved;            ///< what the rounding of the nodes may move the sum by
  double badness = 0;
};

/// Points of a panel, ascending, with the number whose sign changes are kinks.
using Signs = std::vector<std::pair<double, double>>;

class Adaptive {
 public:
  Adaptive(std::size_t integrands, const Integrand& integrand)
      : integrands_(integrands),
        integrand_(integrand),
        totals_(integrands),
        steers_(integrands, 1) {}

  void add(const Panel& panel) {
    Estimate e;
    const Signs signs = sample(panel, e);
    if (const auto kink = find_kink(panel, signs)) {
      add({panel.stretch, panel.from, *kink});
      add({panel.stretch, *kink, panel.to});
      return;
    }
    for (std::size_t k = 0; k < integrands_; ++k) totals_[k] += e.sum[k];
    estimates_.push_back(std::move(e));
  }

  void refine(std::size_t most_panels) {
    while (estimates_.size() < most_panels) {
      const std::size_t worst = find_worst();
      if (worst == estimates_.size()) return;
      const Estimate e = std::move(estimates_[worst]);
      estimates_[worst] = std::move(estimates_.back());
      estimates_.pop_back();
      for (std::size_t k = 0; k < integrands_; ++k) totals_[k] -= e.sum[k];
      const double middle = e.panel.from + (e.panel.to - e.panel.from) / 2;
      add({e.panel.stretch, e.panel.from, middle});
      add({e.panel.stretch, middle, e.panel.to});
    }
  }

  Quadrature result() {
    std::sort(estimates_.begin(), estimates_.end(), [](const Estimate& x, const Estimate& y) {
      return x.panel.stretch != y.panel.stretch ? x.panel.stretch < y.panel.stretch
                                                : x.panel.from < y.panel.from;
    });
    Quadrature q;
    for (const Estimate& e : estimates_)
      for (std::size_t i = 0; i < kronrod::points; ++i)
        q.nodes.push_back({e.panel.stretch, node(e.panel, i), weight(e.panel, i)});
    for (std::size_t k = 0; k < integrands_; ++k) q.integrals.push_back(integral(k));
    return q;
  }

 private:
  static double half_length(const Panel& p) { return (p.to - p.from) / 2; }
  static double node(const Panel& p, std::size_t i) { return kronrod::node(p.from, p.to, i); }
  static double weight(const Panel& p, std::size_t i) {
    return half_length(p) * kronrod::weight(i);
  }

  Signs sample(const Panel& panel, Estimate& e) {
    Signs signs;
    e.panel = panel;
    e.values.resize(kronrod::points * integrands_);
    e.sum.assign(integrands_, 0.0);
    e.moved.assign(integrands_, 0.0);
    std::vector<double> gauss(integrands_, 0.0), last(integrands_, 0.0);
    // |sum of w f'(t) dt| <= |dt| times the variation of f over the panel.
    const double off = rounding_of_a_node * std::max(std::abs(panel.from), std::abs(panel.to));
    for (std::size_t i = 0; i < kronrod::points; ++i) {
      const std::span<Tracked> values(e.values.data() + i * integrands_, integrands_);
      signs.push_back({node(panel, i), integrand_(panel.stretch, node(panel, i), values)});
      const Tracked w = Tracked::exact(weight(panel, i));
      const double w_gauss = half_length(panel) * kronrod::gauss_weight(i);
      for (std::size_t k = 0; k < integrands_; ++k) {
        gauss[k] += w_gauss * values[k].value();
        if (i > 0) e.moved[k] += off * std::abs(values[k].value() - last[k]);
        last[k] = values[k].value();
        values[k] = w * values[k];
        e.sum[k] += values[k].value();
        if (!std::isfinite(values[k].value())) steers_[k] = 0;
      }
    }
    e.difference.resize(integrands_);
    for (std::size_t k = 0; k < integrands_; ++k) e.difference[k] = std::abs(e.sum[k] - gauss[k]);
    // A kink between an end and the node next to it is seen by neither rule.
    signs.insert(signs.begin(), {panel.from, sign_at(panel.stretch, panel.from)});
    signs.push_back({panel.to, sign_at(panel.stretch, panel.to)});
    return signs;
  }

  double sign_at(std::size_t stretch, double t) {
    unused_.resize(integrands_);
    return integrand_(stretch, t, unused_);
  }

  /// Between the first two points at which the sign differs, to the last bit of t.
  std::optional<double> find_kink(const Panel& panel, const Signs& signs) {
    const Signs::value_type* last = nullptr;
    for (const auto& here : signs) {
      if (here.second == 0 || std::isnan(here.second)) continue;
      if (last && (last->second > 0) != (here.second > 0)) {
        const double found = bracket(panel.stretch, *last, here);
        const bool inside = panel.from < found && found < panel.to;
        return inside ? std::optional(found) : std::nullopt;
      }
      last = &here;
    }
    return std::nullopt;
  }

  double bracket(std::size_t stretch, const Signs::value_type& from, const Signs::value_type& to) {
    std::uintmax_t steps = 60;
    const auto found = boost::math::tools::toms748_solve(
        [&](double t) { return sign_at(stretch, t); }, from.first, to.first, from.second, to.second,
        boost::math::tools::eps_tolerance<double>(), steps);
    return found.first + (found.second - found.first) / 2;
  }

  /// The panel whose rules differ most, relative to an integral that is not yet good enough; none
  /// if all are, or nothing but rounding is left.
  std::size_t find_worst() const {
    std::size_t worst = estimates_.size();
    double most = 0;
    for (std::size_t k = 0; k < integrands_; ++k) {
      if (!steers_[k] || totals_[k] == 0) continue;
      double total_difference = 0;
      for (const Estimate& e : estimates_) total_difference += e.difference[k];
      const double total = std::abs(totals_[k]);
      if (total_difference <= target * total) continue;
      for (std::size_t i = 0; i < estimates_.size(); ++i) {
        const Estimate& e = estimates_[i];
        const bool is_rounding = e.difference[k] <= rounding_of_a_panel * std::abs(e.sum[k]);
        const double middle = e.panel.from + half_length(e.panel);
        const bool is_point = middle <= e.panel.from || middle >= e.panel.to;
        const double badness = e.difference[k] / total;
        if (is_rounding || is_point || badness <= most) continue;
        most = badness;
        worst = i;
      }
    }
    return worst;
  }

  Integral integral(std::size_t k) const {
    std::vector<Tracked> terms;
    terms.reserve(estimates_.size() * kronrod::points);
    double difference = 0;
    for (const Estimate& e : estimates_) {
      difference += e.difference[k] + e.moved[k];
      for (std::size_t i = 0; i < kronrod::points; ++i)
        terms.push_back(e.values[i * integrands_ + k]);
    }
    const Tracked value = sum(std::span<const Tracked>(terms));
    return {value, difference + rounding_of_weights * std::abs(value.value()) +
                       std::numeric_limits<double>::min()};  // an estimate of 0 proves nothing
  }

  std::size_t integrands_;
  const Integrand& integrand_;
  std::vector<double> totals_;
  std::vector<char> steers_;
  std::vector<Estimate> estimates_;
  std::vector<Tracked> unused_;
};

}  // namespace

Quadrature integrate_adaptively(std::span<const Panel> panels, std::size_t integrands,
                                const Integrand& integrand, std::size_t most_panels) {
  Adaptive adaptive(integrands, integrand);
  for (const Panel& panel : panels) adaptive.add(panel);
  adaptive.refine(most_panels);
  return adaptive.result();
}

}  // namespace gancheck
