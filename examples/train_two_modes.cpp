// Trains a generator with one hidden layer of 16 ReLU units to turn normal(0,1) into the two modes
// of mixture(1/2*normal(-2,1/2),1/2*normal(2,1/2)), and prints it as two_modes.json.
//
// The criterion is least squares on quantiles: G shall be near the map T that takes each quantile
// of the noise to that of the data (on the line, the optimal transport). The units bend where T
// takes the values -7/2, -3, ..., 7/2, which leaves a linear problem for their slopes.
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <iostream>
#include <vector>

#include "numerics/network/network.hpp"
#include "numerics/network/network_file.hpp"

using namespace gancheck;

namespace {

constexpr int quantiles = 20000, units = 16;

double noise_cdf(double z) {
  return std::erfc(-z / std::sqrt(2.0)) / 2;
}

double data_cdf(double x) {
  return (noise_cdf(2 * (x + 2)) + noise_cdf(2 * (x - 2))) / 2;
}

/// Where an increasing function takes the value, by bisection to the last bit.
double inverse(double (*cdf)(double), double value) {
  double low = -10, high = 10;
  for (double middle = 0; low < middle && middle < high; middle = (low + high) / 2)
    (cdf(middle) < value ? low : high) = middle;
  return high;
}

/// max(direction·(z - bend), 0)
struct Unit {
  double direction, bend;
  double operator()(double z) const { return std::max(direction * (z - bend), 0.0); }
};

/// Eight look to the right, eight to the left, and two of them stand back to back at 0.
std::vector<Unit> hidden_units() {
  std::vector<Unit> hidden;
  for (int k = 0; k < units / 2; ++k)
    for (const double direction : {1.0, -1.0})
      hidden.push_back({direction, inverse(noise_cdf, data_cdf(direction * k / 2))});
  return hidden;
}

/// The slope of every unit, and the constant, that come nearest to T at the quantiles.
Eigen::VectorXd least_squares(const std::vector<Unit>& hidden) {
  Eigen::MatrixXd at(quantiles, units + 1);
  Eigen::VectorXd target(quantiles);
  for (int i = 0; i < quantiles; ++i) {
    const double level = (i + 0.5) / quantiles, z = inverse(noise_cdf, level);
    for (int k = 0; k < units; ++k) at(i, k) = hidden[static_cast<std::size_t>(k)](z);
    at(i, units) = 1;
    target[i] = inverse(data_cdf, level);
  }
  return at.colPivHouseholderQr().solve(target);
}

/// Six decimals.
Rational rounded(double x) {
  return Rational(std::llround(x * 1e6)) / 1000000;
}

/// ReLU is homogeneous: each unit shares its slope equally between its two weights, which suits
/// further training.
Network network_of(const std::vector<Unit>& hidden, const Eigen::VectorXd& slopes) {
  Layer first{1, {}, {}, true}, second{units, {}, {rounded(slopes[units])}, false};
  for (int k = 0; k < units; ++k) {
    const Unit& unit = hidden[static_cast<std::size_t>(k)];
    const double root = std::sqrt(std::abs(slopes[k]));
    first.weight.push_back(rounded(root * unit.direction));
    first.bias.push_back(rounded(-root * unit.direction * unit.bend));
    second.weight.push_back(rounded(std::copysign(root, slopes[k])));
  }
  return Network({first, second});
}

}  // namespace

int main() {
  const std::vector<Unit> hidden = hidden_units();
  std::cout << to_json(network_of(hidden, least_squares(hidden)));
}
