// Claim 9: on generated samples D is to be small: q log(1-D) falls as D grows. That is a
// preference: the optimum of both terms of V is not D = 0.
#include "theory/checks/one_term.hpp"

namespace gancheck {
namespace {

using one_term::OfGenerator;

/// +q/(1-d).
constexpr auto slope_without_sign = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return -one_term::slope<OfGenerator>(p, q, d);
};

void add_twins(Claim& claim) {
  Twins(claim, one_term::grows<OfGenerator>())
      .on("W7")
      .grid(R"(d \mapsto q \log(1-d) \text{ increases})",
            {"increasing in the place of decreasing", "误作递增"}, one_term::falls<OfGenerator>());
  Twins(claim,
        at_every_point(equal(one_term::chance_found<OfGenerator>, one_term::weight<OfGenerator>)))
      .on("W1")
      .grid(R"(D^* = 0 \text{ on the support of } Q)",
            {"the best D for the generated term taken for that of V: it is 5/12 and 5/8",
             "把生成样本项的最优 D 当作 V 的最优 D：后者为 5/12 与 5/8"},
            at_every_point(equal(one_term::chance_found<OfGenerator>, one_term::both_weights)));
  Twins(claim, one_term::slope_is<OfGenerator>(one_term::slope<OfGenerator>))
      .on("W7")
      .grid(R"(\frac{d}{dd}\,q \log(1-d) = +\frac{q}{1-d})",
            {"the inner derivative -1 is lost", "漏掉内层导数 -1"},
            one_term::slope_is<OfGenerator>(slope_without_sign));
}

}  // namespace

void d_down_on_fake(Claim& claim) {
  one_term::add_parts<OfGenerator>(claim);
  add_twins(claim);
}

}  // namespace gancheck
