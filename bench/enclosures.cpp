// How long certified enclosures of JSD take, from the parsed laws on, in one thread.
//
//   build/bench/bench-enclosures < requests
//
// A request is a line "DIGITS RUNS DATA GENERATOR", separated by tabs; its answer a line of JSON:
// the least time of so many runs in milliseconds, and the enclosure's decimal bounds, a few digits
// longer than asked for. Every run parses the laws anew, outside its time, so that nothing that a
// law remembers from one run serves the next. bench/enclosures.py asks, and compares with mpmath.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>

#include "numerics/distribution/specification.hpp"
#include "theory/divergence/enclosed/digits_sought.hpp"
#include "theory/divergence/enclosed/divergences.hpp"

using namespace gancheck;

namespace {

/// Shown beyond the digits asked for: enough to see by how much a peer misses them.
constexpr int more_digits = 5;

struct Request {
  int digits, runs;
  std::string data, generator;
};

Request parsed(const std::string& line) {
  Request request;
  std::istringstream fields(line);
  char tab = 0;
  fields >> request.digits >> request.runs >> std::noskipws >> tab;
  std::getline(fields, request.data, '\t');
  std::getline(fields, request.generator);
  if (!fields || request.digits < 1 || request.runs < 1)
    throw std::runtime_error("not a request: '" + line + "'");
  return request;
}

struct Timed {
  double milliseconds = std::numeric_limits<double>::infinity();
  Enclosed jsd;
};

Timed timed(const Request& request) {
  using Clock = std::chrono::steady_clock;
  Timed best;
  for (int i = 0; i < request.runs; ++i) {
    const Law data = parse_law(request.data), generator = parse_law(request.generator);
    const auto start = Clock::now();
    best.jsd = enclose_jsd(data, generator, request.digits);
    const double taken = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    best.milliseconds = std::min(best.milliseconds, taken);
  }
  return best;
}

void answer(const Request& request) {
  const Timed best = timed(request);
  const int shown = request.digits + more_digits;
  const BallPrecision precision(4 * bits_for(shown));
  fmt::print(R"({{"milliseconds": {}, "lower": "{}", "upper": "{}"}})"
             "\n",
             best.milliseconds, best.jsd.value.lower_text(shown), best.jsd.value.upper_text(shown));
  std::fflush(stdout);
}

}  // namespace

int main() {
  const BallThread thread;
  try {
    for (std::string line; std::getline(std::cin, line);) answer(parsed(line));
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench-enclosures: {}\n", error.what());
    return 1;
  }
}
