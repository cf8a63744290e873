#include "report/text/count_sentences.hpp"

#include <fmt/format.h>

namespace gancheck {

Text controls_counted(const Summary& s) {
  const int rejected = s.controls_rejected - s.controls_undecided;
  const int others = s.controls - s.controls_rejected;
  Text text{fmt::format("controls: {} of {} rejected", rejected, s.controls),
            fmt::format("对照：{} 个中 {} 个被否定", s.controls, rejected)};
  if (s.controls_undecided > 0) {
    text.en += fmt::format(", {} undecided as expected (aimed at the judge)", s.controls_undecided);
    text.zh += fmt::format("，{} 个按预期未决（检验的是判定程序本身）", s.controls_undecided);
  }
  if (others > 0) {
    text.en += fmt::format(", {} NOT as expected", others);
    text.zh += fmt::format("，{} 个不符合预期", others);
  }
  return text;
}

Text own_pairs_counted(const OwnPairsSummary& s) {
  return {
      fmt::format("checks on your own pairs: {} decided, {} undecided, {} with nothing there to "
                  "decide",
                  s.decided, s.undecided, s.without_case),
      fmt::format("在自定义分布对上的检验：已决 {} 项，未决 {} 项，无从判定 {} 项", s.decided,
                  s.undecided, s.without_case)};
}

Text twins_without_pairs_counted(const KillMatrix& matrix) {
  return {
      fmt::format("refuted without a pair (at points, by algebra, by an example of their own): {}",
                  matrix.twins_without_pairs),
      fmt::format("不用分布对即被否定（在点上、用代数或用各自的实例）：{}",
                  matrix.twins_without_pairs)};
}

}  // namespace gancheck
