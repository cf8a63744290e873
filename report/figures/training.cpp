// A training run beside the theory: V(D, G) of the players, C(G) = V(D*, G) above it, and -log 4
// below that.
#include <cmath>

#include "numerics/distribution/specification.hpp"
#include "numerics/network/network.hpp"
#include "report/figures/figures.hpp"
#include "report/figures/finished.hpp"
#include "theory/training/training.hpp"

namespace gancheck {

Figure figures::training() {
  TrainingOptions options;
  options.steps = 300;
  options.every = 15;
  options.rate_generator = 0.02;
  const Layer identity{1, {1}, {0}, false};
  const Training run = train(parse_law("normal(2,1)"), parse_law("normal(0,1)"),
                             dense(Network({identity})), options);
  Curve value{{"V(D, G), D as trained", "V(D, G)，D 为训练所得"},
              {},
              {},
              Curve::Line::solid,
              false,
              Curve::Ink::data};
  Curve optimum{{"C(G) = V(D*, G)", "C(G) = V(D*, G)"},
                {},
                {},
                Curve::Line::dashed,
                false,
                Curve::Ink::optimum};
  for (const TrainingRow& row : run.rows) {
    for (Curve* curve : {&value, &optimum}) curve->x.push_back(row.step);
    value.y.push_back(row.value.value());
    optimum.y.push_back(row.value_at_optimum.value());
  }
  const double least = -std::log(4);
  Figure figure{
      "training",
      {"Training beside the theory: data normal(2,1), G(z) = a z + b from G(z) = z",
       "训练与理论对照：数据 normal(2,1)，G(z) = a z + b，由 G(z) = z 出发"},
      {"V(D, G) and C(G) over 300 steps: C falls from −0.71 towards −log 4. V of the trained D "
       "starts near −2.05, comes up to C within some 60 steps and follows it down, below "
       "C at every step that is drawn.",
       "300 步中的 V(D, G) 与 C(G)：C 由 −0.71 降向 −log 4。由训练中的 D 算得的 V 始于 −2.05 "
       "附近，约 60 步内升到略低于 C 处，此后随 C 下降；图中每一步它都低于 C。"},
      {{"step", "步数"}, false, 0.0, static_cast<double>(options.steps)},
      {{"nat", "奈特"}, false, -2.15, -0.6},
      no_axis,
      {std::move(value),
       std::move(optimum),
       {{"", ""},
        {0, static_cast<double>(options.steps)},
        {least, least},
        Curve::Line::dotted,
        false,
        Curve::Ink::reference}}};
  figure.inscriptions = {
      {options.steps * 0.99, least - 0.06, {"−log 4", "−log 4"}, Inscription::Side::left}};
  return finished(std::move(figure));
}

}  // namespace gancheck
