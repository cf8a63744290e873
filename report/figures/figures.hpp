// The figures there are: of the built-in suite, and of a user's own pair.
//
// Every number comes from the program's own numerics; each file says from which.
#pragma once

#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "numerics/distribution/pair_of_laws.hpp"
#include "report/figures/figure.hpp"

namespace gancheck {

/// A figure that these laws do not have; in one line.
class NoFigure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct FigureRow {
  std::string name;                 ///< as `plot --figure` takes it
  Text meaning;                     ///< for `gancheck list figures`
  std::vector<std::string> claims;  ///< ids of the claims that it illustrates
  Figure (*of_suite)();
  /// Null where it shows laws of its own only. Throws NoFigure.
  Figure (*of_pair)(const PairOfLaws& laws);
  bool in_reports_on_own_pairs = false;
};

/// In the order in which a report shows them.
const std::vector<FigureRow>& figure_rows();

/// Brings them into that order.
void sort_figures(std::vector<Figure>& figures);

struct MadeFigures {
  std::vector<Figure> figures;
  Notes notes;  ///< which one failed, and why: none sinks a report
};

/// Those that illustrate one of these claims, on as many threads.
MadeFigures figures_of_suite(const std::set<std::string>& claims, int threads);

/// Those that a report on the user's own pair has: as many as these laws have.
MadeFigures figures_of_pair(const PairOfLaws& laws);

namespace figures {

Figure densities();
Figure densities(const PairOfLaws& laws);
Figure landscape();
Figure landscape(const PairOfLaws& laws);
Figure regret();
Figure regret(const PairOfLaws& laws);
Figure separation();
Figure separation(const PairOfLaws& laws);
Figure supports();
Figure supports(const PairOfLaws& laws);
Figure ring();
Figure ring(const PairOfLaws& laws);
Figure error();
Figure trajectories();
Figure training();
Figure network();
Figure scipy();

}  // namespace figures
}  // namespace gancheck
