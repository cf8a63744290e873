// A training run shows what is infinite, and no error smaller than it is.
#include "report/formats/training.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <sstream>

using namespace gancheck;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

/// A D that is 0 on data, and a JSD that nothing bounds.
TrainingRun run() {
  TrainingRun run{"p", "q", "G.json", {}, {}, {}};
  run.training.rows = {{7, Tracked::exact(-inf), Tracked::within(-1.25, 1.201e-9),
                        Tracked::within(0.25, inf), Tracked::exact(0.5)}};
  return run;
}

template <class F>
std::string printed(const F& print) {
  std::ostringstream out;
  print(out, run());
  return out.str();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a row of numbers has infinities by name and errors rounded up") {
  CHECK(has(printed(write_training_csv),
            "\n7,-inf,0,-1.25,1.3e-9,0.25,inf,0.5,0,-1.3862943611198906\n"));
}

TEST_CASE("a document has infinities as texts, and no trouble is null") {
  const std::string text = printed(write_training_json);
  CHECK(has(text, "\"value\": \"-inf\""));
  CHECK(has(text, "\"error\": \"inf\""));
  CHECK(has(text, "\"trouble\": null"));
  CHECK(has(text, "\"objective\": \"saturating\""));
}
