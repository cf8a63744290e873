#include "theory/checks/part_of.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "theory/checks/on_densities.hpp"

namespace gancheck {

const Text the_same_enclosed = {"the same, enclosed", "同上，计算包含区间"};

PartOf::PartOf(Claim& claim, std::string part) : claim_(claim), part_(std::move(part)) {
  const auto is_it = [&](const Part& p) { return p.id == part_; };
  if (std::none_of(claim.parts.begin(), claim.parts.end(), is_it))
    throw std::logic_error("the words of " + claim.id + " have no part '" + part_ + "'");
}

PartOf& PartOf::checked(Witness witness, Text what, Run run) {
  claim_.checks.push_back({part_, std::move(what), witness, std::move(run)});
  return *this;
}

PartOf& PartOf::summed(Comparisons comparisons, Text what) {
  return checked(Witness::grid, std::move(what),
                 [comparisons](const Setting& s) { return on_grid(s, comparisons); });
}

PartOf& PartOf::summed(Comparisons comparisons, Text what,
                       std::function<std::vector<Series>()> courses) {
  return checked(Witness::grid, std::move(what), [comparisons, courses](const Setting& s) {
    Evidence evidence = on_grid(s, comparisons);
    evidence.series = courses();
    return evidence;
  });
}

PartOf& PartOf::enclosed(Comparisons comparisons, Text what) {
  return checked(Witness::ball, std::move(what),
                 [comparisons](const Setting& s) { return in_balls(s, comparisons); });
}

PartOf& PartOf::summed(Comparisons comparisons) {
  return summed(std::move(comparisons),
                {"both sides summed over the grid", "在网格上求和，比较两边"});
}

PartOf& PartOf::enclosed(Comparisons comparisons) {
  return enclosed(std::move(comparisons), {"both sides enclosed", "两边的包含区间"});
}

PartOf& PartOf::integrated(Text what, Order order, NumberOfPair left, NumberOfPair right) {
  return checked(Witness::ball, std::move(what), [order, left, right](const Setting& s) {
    return on_densities(s, order, left, right);
  });
}

PartOf& PartOf::at_random_points(Proof run) {
  return checked(
      Witness::grid,
      {"both sides in rational arithmetic at random points", "在随机有理点上以有理数精确计算两边"},
      [run](const Setting&) { return run(); });
}

PartOf& PartOf::same_at_random_points(RationalFormula f, RationalFormula g) {
  return at_random_points([f, g] { return gancheck::same_at_random_points(f, g); });
}

PartOf& PartOf::same_integrands(SymbolicFormula f, SymbolicFormula g) {
  return proved({"the integrands are identical, also where p = 0 or q = 0",
                 "两个被积函数恒等，p = 0 或 q = 0 处亦然"},
                [f, g] { return same_integrals(f, g); });
}

PartOf& PartOf::same_values(SymbolicFormula f, SymbolicFormula g) {
  return proved(
      {"the identity, also where p = 0 or q = 0", "恒等式，p = 0 或 q = 0 处亦然"}, [f, g] {
        return same_forms(same_where_not_null(f, g), all_pairs_of_laws, {lemma::radon_nikodym});
      });
}

PartOf& PartOf::proved(Text what, Proof run) {
  return checked(Witness::symbolic, std::move(what), [run](const Setting&) { return run(); });
}

PartOf& PartOf::swept(Text what, Proof run) {
  return checked(Witness::ball, std::move(what), [run](const Setting&) { return run(); });
}

void add_twin(Claim& claim, Witness witness, std::string mutant, Text what,
              std::vector<std::string> on, std::function<Evidence(const Setting&)> run,
              Expect expect) {
  const auto letter = static_cast<char>('a' + claim.controls.size());
  claim.controls.push_back({.letter = letter,
                            .mutant = std::move(mutant),
                            .what = std::move(what),
                            .witness = witness,
                            .expect = expect,
                            .on = std::move(on),
                            .run = std::move(run)});
}

Twins& Twins::grid(std::string mutant, Text what, Comparisons twin) {
  return compared(Witness::grid, std::move(mutant), std::move(what), std::move(twin), twin_on_grid);
}

Twins& Twins::ball(std::string mutant, Text what, Comparisons twin) {
  return compared(Witness::ball, std::move(mutant), std::move(what), std::move(twin),
                  twin_in_balls);
}

Twins& Twins::compared(Witness witness, std::string mutant, Text what, Comparisons twin,
                       Evidence (*judged)(const Setting&, const Comparisons&, const Comparisons&)) {
  const auto false_one = std::make_shared<const Comparisons>(std::move(twin));
  add_twin(claim_, witness, std::move(mutant), std::move(what), on_,
           [judged, truth = truth_, false_one](const Setting& s) {
             return judged(s, *false_one, *truth);
           });
  claim_.controls.back().comparisons = false_one;
  claim_.controls.back().truth = truth_;
  return *this;
}

}  // namespace gancheck
