#include "report/figures/draw.hpp"

namespace gancheck {

Drawing draw(const Figure&, Language) {
  return {"",
          {"gnuplot is not installed: apt-get install gnuplot-nox",
           "未安装 gnuplot：apt-get install gnuplot-nox"}};
}

}  // namespace gancheck
