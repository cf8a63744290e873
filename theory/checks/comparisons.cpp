#include "theory/checks/comparisons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "theory/evidence/counterexample.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/evidence/residuals.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {
namespace {

using Found = Evidence::Found;

Found look_at(Order order, const Ball& gap, double scale) {
  if (!gap.is_finite()) return Found::too_wide;
  const bool at_zero = gap.contains_zero();
  const bool narrow = gap.radius() <= certified_relative_radius * scale;
  if (at_zero) return narrow && order != Order::less ? Found::agrees : Found::too_wide;
  if (order == Order::equal) return Found::excludes;
  return gap.is_negative() ? Found::agrees : Found::excludes;
}

/// excludes before too_wide before agrees: the case to show.
int gravity(Found found) {
  return found == Found::excludes ? 2 : found == Found::too_wide ? 1 : 0;
}

/// What a true comparison met: the bound of its residual or the radius of its enclosure, and where.
struct Met {
  double bound;
  std::string where;
};

/// What the truth met in the case that a twin comes to next. Throws std::logic_error where the twin
/// speaks of another case.
const Met& next_of(const std::vector<Met>& truth, std::size_t& next, const std::string& where) {
  if (next >= truth.size() || truth[next].where != where)
    throw std::logic_error(
        fmt::format("a twin compares at {}, its truth at {}: they must correspond", where,
                    next < truth.size() ? truth[next].where : "no further place"));
  return truth[next++];
}

/// `truth`: what the true comparisons met, one a comparison in the same order, for a false twin. A
/// twin is held against the larger of that bound and its own: what is rejected is wrong, and by
/// more than the truth is ever off.
class HoldAgainstBounds final : public Take<Tracked> {
 public:
  explicit HoldAgainstBounds(const std::vector<Met>* truth = nullptr) : truth_(truth) {}
  void over(Text scope) override { residuals_.over(std::move(scope)); }
  void compare(Order order, const Tracked& left, const Tracked& right,
               const Where& where) override {
    std::optional<double> bound;
    if (truth_) bound = std::max(next_of(*truth_, next_, where().en).bound, bound_of(left, right));
    switch (order) {
      case Order::equal:
        return residuals_.equal(left, right, where, bound);
      case Order::at_most:
        return residuals_.at_most(left, right, where, bound);
      case Order::less:
        return residuals_.less(left, right, where, bound);
    }
  }
  void leave_out(const Text& rule) override { residuals_.leave_out(rule); }
  Evidence evidence() const { return residuals_.evidence(); }
  std::size_t bounds_used() const { return next_; }

 private:
  Residuals residuals_;
  const std::vector<Met>* truth_;
  std::size_t next_ = 0;
};

class CollectBounds final : public Take<Tracked> {
 public:
  void over(Text) override {}
  void compare(Order, const Tracked& left, const Tracked& right, const Where& where) override {
    bounds.push_back({bound_of(left, right), where().en});
  }
  void leave_out(const Text&) override {}
  std::vector<Met> bounds;
};

/// `truth` as above.
class Enclose final : public Take<Ball> {
 public:
  explicit Enclose(const std::vector<Met>* truth = nullptr) : truth_(truth) {
    evidence.ground = Ground::enclosure;
  }
  void over(Text scope) override { evidence.scope = std::move(scope); }
  void compare(Order order, const Ball& left, const Ball& right, const Where& where) override {
    const PlaceName name = where();
    const double radius = truth_ ? next_of(*truth_, next_, name.en).bound : (left - right).radius();
    take_enclosure(evidence, order, left, right, name, radius);
  }
  void leave_out(const Text& rule) override {
    ++evidence.attempted;
    ++evidence.left_out;
    evidence.left_out_by = rule;
  }
  Evidence evidence;
  std::size_t radii_used() const { return next_; }

 private:
  const std::vector<Met>* truth_;
  std::size_t next_ = 0;
};

class CollectRadii final : public Take<Ball> {
 public:
  void over(Text) override {}
  void compare(Order, const Ball& left, const Ball& right, const Where& where) override {
    radii.push_back({(left - right).radius(), where().en});
  }
  void leave_out(const Text&) override {}
  std::vector<Met> radii;
};

/// A twin that stops early would be held, from some case on, against the bounds of others.
void check_as_many(std::size_t twin, std::size_t truth) {
  if (twin != truth)
    throw std::logic_error(fmt::format(
        "a twin makes {} comparisons, its truth {}: they must correspond", twin, truth));
}

Text every_point_of(const Text& pairs) {
  return {"every point of " + pairs.en, pairs.zh + "的每个点"};
}

// The scale at which relations between formulas are judged.
Tracked at_scale(const Tracked& x) {
  return x;
}
Ball at_scale(const Ball& x) {
  return 1 + x;
}

/// A pair and one of its discriminators, which may be called "random D 1" or "random D in {0, 1}".
Text name_of_game(const Pair& pair, const Discriminator& d) {
  const std::string english = pair.name() + ", " + d.name;
  const std::string drawn = "random D ", among = drawn + "in ";
  if (d.name.starts_with(among))
    return {english, pair.name() + "，随机 D ∈ " + d.name.substr(among.size())};
  if (d.name.starts_with(drawn))
    return {english, pair.name() + "，第 " + d.name.substr(drawn.size()) + " 个随机 D"};
  return {english, english};
}

/// Both sides for the discriminators of every pair.
template <class T>
void compare_games(const Setting& setting, const GameRelation& relation,
                   const Discriminators& discriminators, Take<T>& take) {
  for (const auto& pair : Seen<T>::pairs(setting)) {
    const Columns<T>& c = Seen<T>::columns(*pair);
    for (const Discriminator& d : discriminators(*pair)) {
      take.compare(relation.order, integrate_with(c, d, relation.left),
                   integrate_with(c, d, relation.right), [&] { return name_of_game(*pair, d); });
    }
  }
}

}  // namespace

Text Seen<Ball>::scope(const Setting& setting) {
  const std::string n = std::to_string(setting.named.size());
  return {n + (setting.named.size() == 1 ? " named pair" : " named pairs") + " without densities",
          n + " 个无密度的具名分布对"};
}

Comparisons::Comparisons(const Relation& relation)
    : Comparisons(for_pairs_where({[](const Pair&) { return true; }, {"", ""}}, relation)) {}

Comparisons for_pairs_where(PairRule rule, Relation relation) {
  return [rule, relation]<class T>(const Setting& setting, Take<T>& take) {
    take.over(Seen<T>::scope(setting));
    for (const auto& pair : Seen<T>::pairs(setting)) {
      if (!rule.holds(*pair)) {
        take.leave_out(rule.otherwise);
        continue;
      }
      const Columns<T>& c = Seen<T>::columns(*pair);
      take.compare(relation.order, relation.left(c), relation.right(c),
                   [&] { return pair->name(); });
    }
  };
}

Comparisons on_built_in(std::vector<std::string> names, Comparisons comparisons) {
  return [names, comparisons]<class T>(const Setting&, Take<T>& take) {
    comparisons(only(names), take);
  };
}

std::string name_of_point(const Pair& pair, std::size_t i) {
  return fmt::format("{}, x = {}", pair.name(), pair.densities().grid.name(i));
}

Comparisons at_every_point(PointRelation relation) {
  return [relation]<class T>(const Setting& setting, Take<T>& take) {
    take.over(every_point_of(Seen<T>::scope(setting)));
    for (const auto& pair : Seen<T>::pairs(setting)) {
      const Columns<T>& c = Seen<T>::columns(*pair);
      for (std::size_t i = 0; i < c.size(); ++i) {
        if (is_null(c, i)) continue;
        take.compare(relation.order, at_scale(relation.left(c.p[i], c.q[i])),
                     at_scale(relation.right(c.p[i], c.q[i])),
                     [&] { return name_of_point(*pair, i); });
      }
    }
  };
}

Comparisons for_discriminators(GameRelation relation, Discriminators discriminators) {
  struct Games {
    GameRelation relation;
    Discriminators discriminators;
    void operator()(const Setting& setting, Take<Tracked>& take) const {
      take.over(
          {"several D on each of " + setting.scope.en, setting.scope.zh + "，每对取若干个 D"});
      compare_games(setting, relation, discriminators, take);
    }
    void operator()(const Setting& setting, Take<Ball>& take) const {
      const Text pairs = Seen<Ball>::scope(setting);
      take.over({"1/2 and 2 random D on each of " + pairs.en,
                 pairs.zh + "，每对取 D = 1/2 与 2 个随机 D"});
      compare_games(setting, relation, other_discriminators, take);
    }
  };
  return Games{std::move(relation), std::move(discriminators)};
}

Evidence on_grid(const Setting& setting, const Comparisons& comparisons) {
  HoldAgainstBounds take;
  comparisons(setting, take);
  return take.evidence();
}

Evidence twin_on_grid(const Setting& setting, const Comparisons& twin, const Comparisons& truth) {
  CollectBounds truths;
  truth(setting, truths);
  HoldAgainstBounds take(&truths.bounds);
  twin(setting, take);
  check_as_many(take.bounds_used(), truths.bounds.size());
  return take.evidence();
}

Evidence in_balls(const Setting& setting, const Comparisons& comparisons) {
  const BallPrecision precision(relation_bits);
  Enclose take;
  comparisons(setting, take);
  return take.evidence;
}

Evidence twin_in_balls(const Setting& setting, const Comparisons& twin, const Comparisons& truth) {
  const BallPrecision precision(relation_bits);
  CollectRadii truths;
  truth(setting, truths);
  Enclose take(&truths.radii);
  twin(setting, take);
  check_as_many(take.radii_used(), truths.radii.size());
  return take.evidence;
}

Evidence nearest_in_balls(const Setting& setting, const Comparisons& comparisons) {
  std::optional<Evidence> nearest;
  for (const auto& pair : setting.named) {
    const Evidence e = in_balls(own_suite({pair}), comparisons);
    if (!nearest || !(margin(e) >= margin(*nearest))) nearest = e;
  }
  if (!nearest) return no_example(setting.scope);
  nearest->scope = Seen<Ball>::scope(setting);
  return *nearest;
}

void take_enclosure(Evidence& evidence, Order order, const Ball& left, const Ball& right,
                    const PlaceName& where, double radius_of_truth, double scale) {
  const Ball gap = left - right;
  const double larger = std::max({left.magnitude(), right.magnitude(), scale});
  const bool both_vanish = left.contains_zero() && right.contains_zero();
  const Found found = look_at(order, gap, both_vanish ? 1.0 : larger);
  constexpr int digits_of_case = 12;
  const Ball shown = order == Order::equal ? gap : right - left;
  evidence.cases.push_back(
      {where, shown.lower_text(digits_of_case), shown.upper_text(digits_of_case)});
  ++evidence.attempted;
  if (found != Found::too_wide) ++evidence.decided;
  const double distance =
      found == Found::excludes ? std::max(0.0, std::max(gap.lower(), -gap.upper())) : 0.0;
  const double radius = found == Found::excludes ? radius_of_truth : gap.radius();
  const bool first = evidence.cases.size() == 1;
  const bool graver = gravity(found) > gravity(evidence.found);
  const bool as_grave = gravity(found) == gravity(evidence.found);
  const bool worse = found == Found::excludes ? distance > evidence.residual.value_or(0.0)
                                              : radius > evidence.bound.value_or(0.0);
  if (!(first || graver || (as_grave && worse))) return;
  evidence.found = found;
  evidence.residual = distance;
  evidence.bound = radius;
  constexpr int digits_of_worst = 6;
  evidence.lower = shown.lower_text(digits_of_worst);
  evidence.upper = shown.upper_text(digits_of_worst);
  evidence.where = where;
}

}  // namespace gancheck
