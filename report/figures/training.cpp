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
      {"V(D, G) and C(G) over 300 steps: C falls from −0.71 to near −log 4 and then sways "
       "a little above it; V of the trained D stays below C at every step, and may go "
       "below −log 4.",
       "300 步中的 V(D, G) 与 C(G)：C 由 −0.71 降到 −log 4 附近，此后在其上方略有摆动；"
       "训练所得的 D 的 V 始终低于 C，也可低于 −log 4。"},
      {{"step", "步数"}, false, 0.0, static_cast<double>(options.steps)},
      {{"nat", "nat"}, false, -2.15, -0.6},
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
