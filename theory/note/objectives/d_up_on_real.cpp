// Claim 8: on real samples D is to be large: p log D grows with D. That is a preference: the
// optimum of both terms of V is not D = 1.
#include "theory/checks/one_term.hpp"

namespace gancheck {
namespace {

using one_term::OfData;

void add_twins(Claim& claim) {
  Twins(claim, one_term::grows<OfData>())
      .on("W7")
      .grid(R"(d \mapsto p \log d \text{ decreases})",
            {"decreasing in the place of increasing", "误作递减"}, one_term::falls<OfData>());
  Twins(claim, at_every_point(equal(one_term::chance_found<OfData>, one_term::weight<OfData>)))
      .on("W1")
      .grid(R"(D^* = 1 \text{ on the support of } P)",
            {"the best D for the real term taken for that of V: it is 5/12 and 5/8",
             "把真实样本项的最优 D 当作 V 的最优 D：后者为 5/12 与 5/8"},
            at_every_point(equal(one_term::chance_found<OfData>, one_term::both_weights)));
  add_twin(claim, Witness::grid, R"(d \mapsto p \log d \text{ increases strictly also for } p = 0)",
           {"strict also where no real sample lies", "误认为 p = 0 处也严格递增"}, {"W2"},
           one_term::flat_without_weight<OfData>);
}

}  // namespace

void d_up_on_real(Claim& claim) {
  one_term::add_parts<OfData>(claim);
  add_twins(claim);
}

}  // namespace gancheck
