#include "theory/divergence/enclosed/joint_logs.hpp"

#include <algorithm>

namespace gancheck {

bool are_equal(const Stretch& stretch) {
  const auto same = [](const LocalPiece& x, const LocalPiece& y) {
    return x.piece->density->text() == y.piece->density->text() &&
           x.piece->weight.text() == y.piece->weight.text();
  };
  return std::equal(stretch.data.begin(), stretch.data.end(), stretch.generator.begin(),
                    stretch.generator.end(), same);
}

JointLogs::JointLogs(const Stretch& stretch, long ratio_bits)
    : stretch_(stretch), ratio_bits_(ratio_bits), equal_(are_equal(stretch)) {
  if (equal_ || stretch.data.size() != 1 || stretch.generator.size() != 1) return;
  const LocalPiece &p = stretch.data.front(), &q = stretch.generator.front();
  ratio_ = p.density->log_ratio_to(*q.density);
  weights_ = std::make_unique<Constant>(log_of_weight(p.piece->weight / q.piece->weight));
}

LogPair<ComplexBall> JointLogs::operator()(const ComplexBall& t) const {
  return t.is_real() ? by_formulas(t) : over(t);
}

LogPair<ComplexBall> JointLogs::by_formulas(const ComplexBall& t) const {
  const ComplexBall log_p = log_density_at(stretch_, stretch_.data, t);
  if (equal_) return {log_p, log_p, ComplexBall(0)};
  if (ratio_) {
    const ComplexBall ratio = ratio_(offset_at(stretch_, t)) + log_of_weights();
    // At a point log q follows; over a wide ball log p - ratio would be wider than log q itself.
    if (ratio.is_finite() && kernels::is_narrow(t)) return {log_p, log_p - ratio, ratio};
    if (ratio.is_finite()) return {log_p, log_q_at(t), ratio};
  }
  const ComplexBall log_q = log_q_at(t);
  if (ratio_bits_ == 0) return {log_p, log_q, log_p - log_q};
  const BallPrecision more(BallPrecision::bits() + ratio_bits_);
  return {log_p, log_q, log_density_at(stretch_, stretch_.data, t) - log_q_at(t)};
}

LogPair<ComplexBall> JointLogs::over(const ComplexBall& t) const {
  const LogPair<ComplexBall> plain = by_formulas(t);
  const ComplexBall centre = centre_of(t);
  const LogPair<ComplexBall> there = by_formulas(centre);
  // Slopes of nearly equal laws cancel like the logarithms.
  const BallPrecision more(BallPrecision::bits() + ratio_bits_);
  const ComplexBall slope_p = log_slope_at(stretch_, stretch_.data, t);
  const ComplexBall log_p = by_mean_value(there.log_p, slope_p, t, centre);
  if (equal_) return {sharper(plain.log_p, log_p), sharper(plain.log_p, log_p), ComplexBall(0)};
  const ComplexBall slope_q = log_slope_at(stretch_, stretch_.generator, t);
  return {sharper(plain.log_p, log_p),
          sharper(plain.log_q, by_mean_value(there.log_q, slope_q, t, centre)),
          sharper(plain.ratio, by_mean_value(there.ratio, slope_p - slope_q, t, centre))};
}

/// Of nearly equal weights the logarithm loses digits as log p - log q does.
const Ball& JointLogs::log_of_weights() const {
  const BallPrecision more(BallPrecision::bits() + ratio_bits_);
  return weights_->ball();
}

ComplexBall JointLogs::log_q_at(const ComplexBall& t) const {
  return log_density_at(stretch_, stretch_.generator, t);
}

}  // namespace gancheck
