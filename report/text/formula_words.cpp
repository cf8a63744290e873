#include "report/text/formula_words.hpp"

#include <fmt/format.h>

#include <map>

namespace gancheck {
namespace {

/// What stands in \text{...}, where Chinese takes the same order of words.
const std::map<std::string_view, std::string_view>& phrases() {
  static const std::map<std::string_view, std::string_view> chinese{
      {" for every ", "，对每个 "},
      {" for all ", "，对一切 "},
      {" for some ", "，对某个 "},
      {" if ", "，若 "},
      {" otherwise", "，否则"},
      {" only if ", " 仅当 "},
      {" or ", " 或 "},
      {" does not depend on ", " 不依赖于 "},
      {" depends on ", " 依赖于 "},
      {"-a.s.", "-几乎处处"},
      {"-a.e.", "-几乎处处"},
      {" a.e.", " 几乎处处"},
      {"-almost everywhere", "-几乎处处"},
      {"arbitrary", "任意"},
      {" has a density", " 有密度"},
      {" deterministic", " 是确定性的"},
      {" is a point mass", " 是单点分布"},
      {" decreases", " 递减"},
      {" increases", " 递增"},
      {" is convex", " 是凸的"},
      {" is optimal", " 最优"},
      {" is a distribution", " 是概率分布"},
      {" is unique everywhere", " 处处唯一"},
      {" on two points", "，在两点空间上"},
      {" for every pair", "，对每一对分布"},
      {" for every family", "，对每个函数族"},
      {" for every restricted class", "，对每个受限的函数类"},
      {" for every finite measure ", "，对每个有限测度 "},
      {" over networks", "，在神经网络中"},
      {" at every point", "，在每一点"},
      {"uniform", "均匀分布"},
      {"mode", "众数"},
      {"best accuracy", "最佳准确率"},
      {"Bayes error", "贝叶斯错误率"},
      {" nats", " 奈特"},
      {" bits", " 比特"},
      {" bit", " 比特"},
      {"bits", "比特"},
      {" is at one mode", " 位于一个众数处"},
      {" is unique at the equilibrium", " 在均衡处唯一"},
      {" is forced at every point", " 在每一点都必须成立"},
      {" with natural logarithms", "，取自然对数"}};
  return chinese;
}

/// Formulas where it does not.
const std::map<std::string_view, std::string_view>& formulas_as_a_whole() {
  static const std::map<std::string_view, std::string_view> chinese{
      {R"(\text{every } P \text{ has a Lebesgue density})",
       R"(\text{每个 } P \text{ 都有 Lebesgue 密度})"},
      {R"(z \sim P_z \text{ fixed}, \qquad Q = P_g = G(\,\cdot\,; \theta_g)_\# P_z, \qquad \text{e.g. } G(z; \theta) = \theta z,\ z \sim U(0,1): \quad Q(x \le t) = \frac{t}{\theta} \quad (\theta > 0,\ 0 \le t \le \theta))",
       R"(z \sim P_z \text{ 固定}, \qquad Q = P_g = G(\,\cdot\,; \theta_g)_\# P_z, \qquad \text{例如 } G(z; \theta) = \theta z,\ z \sim U(0,1): \quad Q(x \le t) = \frac{t}{\theta} \quad (\theta > 0,\ 0 \le t \le \theta))"},
      {R"(V \text{ depends on } \theta_g \text{ through } P)",
       R"(V \text{ 通过 } P \text{ 依赖于 } \theta_g)"},
      {R"(\text{a smooth } G : \mathbb{R} \to \mathbb{R}^2 \text{ fills an area})",
       R"(\text{光滑的 } G : \mathbb{R} \to \mathbb{R}^2 \text{ 填满一块面积})"},
      {R"(D^* = \frac{p}{p+q} \text{ also for } \Pr(Y = 1) = \tfrac{9}{10})",
       R"(\Pr(Y = 1) = \tfrac{9}{10} \text{ 时亦有 } D^* = \frac{p}{p+q})"},
      {R"(D^* = \Pr(Y = 1 \mid X = x) \text{ also for } \Pr(Y = 1) = \tfrac{9}{10})",
       R"(\Pr(Y = 1) = \tfrac{9}{10} \text{ 时亦有 } D^* = \Pr(Y = 1 \mid X = x))"},
      {R"(d \mapsto p \log d \text{ increases strictly also for } p = 0)",
       R"(p = 0 \text{ 时 } d \mapsto p \log d \text{ 亦严格递增})"},
      {R"(1/D(G(z)) \text{ for } 1 - D(G(z)))",
       R"(\text{以 } 1/D(G(z)) \text{ 代替 } 1 - D(G(z)))"},
      {R"(\log_b \text{ increases also for } b < 1)", R"(b < 1 \text{ 时 } \log_b \text{ 亦递增})"},
      {R"(\text{the best } D \text{ without } \log \text{ is unique also where } p = q)",
       R"(\text{不加 } \log \text{ 时最优的 } D \text{ 在 } p = q \text{ 处亦唯一})"},
      {R"(\text{a } D \text{ that is best without } \log \text{ is best with it})",
       R"(\text{不加 } \log \text{ 时最优的 } D\text{，加 } \log \text{ 后也最优})"},
      {R"(C(Q') \le C(Q) \text{ in every step with } \eta = 2)",
       R"(\eta = 2 \text{ 时每一步都有 } C(Q') \le C(Q))"},
      {R"(C(Q') \le C(Q) \text{ for } Q' \propto Q\, e^{+\eta \log(1 - D^*)})",
       R"(Q' \propto Q\, e^{+\eta \log(1 - D^*)} \text{ 时 } C(Q') \le C(Q))"},
      {R"(\text{the identity fails for every } G \text{ that is not injective})",
       R"(\text{对每个非单射的 } G \text{，等式不成立})"},
      {R"(\int \log(1-D)\,q\,dx \text{ with a density } q \text{ for every } G)",
       R"(\text{对每个 } G \text{ 都有密度 } q\text{，写成 } \int \log(1-D)\,q\,dx)"},
      {R"(x_1 \text{ uniform for } x \text{ uniform on the circle})",
       R"(x \text{ 在圆周上均匀分布时，} x_1 \text{ 均匀分布})"},
      {R"(\text{the same for } D \text{ with } D = 0 < p)",
       R"(\text{对有 } D = 0 < p \text{ 之处的 } D \text{ 亦然})"},
      {R"(\frac{p}{D} = \frac{q}{1-D} \text{ is needed only where } p = q)",
       R"(\text{只在 } p = q \text{ 处需要 } \frac{p}{D} = \frac{q}{1-D})"},
      {R"(\int \Bigl[\frac{p}{D} - \frac{q}{1-D}\Bigr]\,d\mu = 0 \ \not\Longleftrightarrow\ D = D^*, \qquad \frac{p}{D} = \frac{q}{1-D} \ \text{a.e. where } p, q > 0)",
       R"(\int \Bigl[\frac{p}{D} - \frac{q}{1-D}\Bigr]\,d\mu = 0 \ \not\Longleftrightarrow\ D = D^*, \qquad \text{在 } p, q > 0 \text{ 处几乎处处 } \frac{p}{D} = \frac{q}{1-D})"},
      {R"(D^* = \tfrac12 \text{ (or } 0\text{) is forced where } p + q = 0)",
       R"(\text{在 } p + q = 0 \text{ 处必有 } D^* = \tfrac12 \text{（或 } 0\text{）})"},
      {R"(0/0 \text{ and } 0 \cdot \log 0 \text{ left to the machine})",
       R"(0/0 \text{ 与 } 0 \cdot \log 0 \text{ 由机器决定})"},
      {R"(v \text{ is strictly concave also for } a = b = 0)",
       R"(a = b = 0 \text{ 时 } v \text{ 亦严格凹})"},
      {R"(\sup_D V \text{ is attained in } (0,1) \text{ for disjoint supports})",
       R"(\text{支撑不相交时，} \sup_D V \text{ 在取值于 } (0,1) \text{ 的 } D \text{ 中达到})"},
      {R"(\mathrm{kl}(s\|d) \ge 4 (s-d)^2 \text{ on } [0,1]^2)",
       R"(\text{在 } [0,1]^2 \text{ 上 } \mathrm{kl}(s\|d) \ge 4 (s-d)^2)"},
      {R"(\mathrm{kl}(s\|d) \le \tfrac12 \frac{(s-d)^2}{d(1-d)} \text{ on } [0,1]^2)",
       R"(\text{在 } [0,1]^2 \text{ 上 } \mathrm{kl}(s\|d) \le \tfrac12 \frac{(s-d)^2}{d(1-d)})"},
      {R"(\log 2 - h(t) \ge 4 (t - \tfrac12)^2 \text{ on } [0,1])",
       R"(\text{在 } [0,1] \text{ 上 } \log 2 - h(t) \ge 4 (t - \tfrac12)^2)"},
      {R"(1 - D^*_G = \frac{q}{p+q} \quad \text{on } \{ p + q > 0 \})",
       R"(\text{在 } \{ p + q > 0 \} \text{ 上：} \quad 1 - D^*_G = \frac{q}{p+q})"},
      {R"(\inf_Q V(D, Q) = V(D, \delta_x) \text{ with } D(x) = \min D)",
       R"(\inf_Q V(D, Q) = V(D, \delta_x) \text{，其中 } D(x) = \min D)"},
      {R"(\mathrm{JSD} = \mathrm{KL}(P\|M) + \mathrm{KL}(Q\|M) \text{ in } C(G) = 2\,\mathrm{JSD} - \log 4)",
       R"(\text{在 } C(G) = 2\,\mathrm{JSD} - \log 4 \text{ 中取 } \mathrm{JSD} = \mathrm{KL}(P\|M) + \mathrm{KL}(Q\|M))"},
      {R"(\mathrm{JSD}(P, Q) \ne \mathrm{JSD}(Q, P) \text{ for } P \ne Q)",
       R"(P \ne Q \text{ 时 } \mathrm{JSD}(P, Q) \ne \mathrm{JSD}(Q, P))"},
      {R"(\lambda P + (1 - \lambda) Q \ge 0 \text{ for } \lambda = \tfrac32)",
       R"(\lambda = \tfrac32 \text{ 时 } \lambda P + (1 - \lambda) Q \ge 0)"},
      {R"(q \log \frac{q}{p} = 0 \text{ where } p = 0 < q)",
       R"(\text{在 } p = 0 < q \text{ 处 } q \log \frac{q}{p} = 0)"},
      {R"(\mathrm{KL}(P\|Q) = 0 \text{ where } \operatorname{supp} P = \operatorname{supp} Q)",
       R"(\operatorname{supp} P = \operatorname{supp} Q \text{ 时 } \mathrm{KL}(P\|Q) = 0)"},
      {R"(V(\tfrac12, G_1) \ne V(\tfrac12, G_2) \text{ whenever } Q_{G_1} \ne Q_{G_2})",
       R"(\text{只要 } Q_{G_1} \ne Q_{G_2}\text{，就有 } V(\tfrac12, G_1) \ne V(\tfrac12, G_2))"},
      {R"(\text{the infimum of } C \text{ is always attained})", R"(C \text{ 的下确界总能达到})"},
      {R"(G_\# P_z = P \text{ for some continuous } G, \text{ for every } P)",
       R"(\text{对每个 } P\text{，有连续的 } G \text{ 使 } G_\# P_z = P)"},
      {R"(C(Q_k) \to -\log 4 \text{ from every start } Q_0)",
       R"(\text{从任何起点 } Q_0 \text{ 出发都有 } C(Q_k) \to -\log 4)"},
      {R"(\text{the optimal } G \text{ is unique})", R"(\text{最优的 } G \text{ 唯一})"},
      {R"(G \circ T \text{ has the law of } G \text{ for every } T)",
       R"(\text{对每个 } T\text{，} G \circ T \text{ 与 } G \text{ 同分布})"},
      {R"(V(D, G) = -\log 4 \text{ for some } D \implies P = Q)",
       R"(\text{有某个 } D \text{ 使 } V(D, G) = -\log 4 \implies P = Q)"},
      {R"(\text{some } D \text{ has accuracy } \tfrac12 \implies P = Q)",
       R"(\text{某个 } D \text{ 的准确率为 } \tfrac12 \implies P = Q)"},
      {R"(\text{best accuracy} = 0 \text{ at } P = Q)", R"(P = Q \text{ 时最佳准确率} = 0)"},
      {R"(V(\tfrac12, Q) > -\log 4 \text{ for } Q \ne P)",
       R"(Q \ne P \text{ 时 } V(\tfrac12, Q) > -\log 4)"},
      {R"((D^*_Q, Q) \text{ is a saddle point for every } Q)",
       R"(\text{对每个 } Q\text{，} (D^*_Q, Q) \text{ 是鞍点})"},
      {R"(Q' = \tfrac12 (P + Q) \text{ for } \eta = 2)",
       R"(\eta = 2 \text{ 时 } Q' = \tfrac12 (P + Q))"},
      {R"((D, P) \text{ is a saddle point} \iff D = \tfrac12 \ P\text{-a.s. and } D \le \tfrac12 \text{ wherever } Q \text{ may put mass})",
       R"((D, P) \text{ 是鞍点} \iff D = \tfrac12 \ P\text{-几乎处处，且在 } Q \text{ 可能有质量之处 } D \le \tfrac12)"},
      {R"(\inf_Q V(D, Q) = -\log 4 \text{ for every value of } D \text{ off } \operatorname{supp} P)",
       R"(D \text{ 在 } \operatorname{supp} P \text{ 之外不论取何值，} \inf_Q V(D, Q) = -\log 4)"},
      {R"(D \ge \tfrac12 \text{ is required off } \operatorname{supp} P)",
       R"(\text{在 } \operatorname{supp} P \text{ 之外须有 } D \ge \tfrac12)"},
      {R"(Q_t \to P \text{ for } D_3 = \tfrac{9}{10})",
       R"(D_3 = \tfrac{9}{10} \text{ 时 } Q_t \to P)"},
      {R"(q(x) = \frac{p_z(z)}{|G'(z)|} \text{ for one } z \in G^{-1}(x))",
       R"(q(x) = \frac{p_z(z)}{|G'(z)|} \text{，只取一个 } z \in G^{-1}(x))"},
      {R"(P = P_{data} \text{ is a probability measure on } (X, \mathcal{F}): \qquad P(X) = 1, \qquad P \text{ does not depend on } \theta_d, \theta_g)",
       R"(P = P_{data} \text{ 是 } (X, \mathcal{F}) \text{ 上的概率测度：} \qquad P(X) = 1, \qquad P \text{ 不依赖于 } \theta_d, \theta_g)"},
      {R"(D^* = 1 \text{ on the support of } P)", R"(\text{在 } P \text{ 的支撑上 } D^* = 1)"},
      {R"(D^* = 0 \text{ on the support of } Q)", R"(\text{在 } Q \text{ 的支撑上 } D^* = 0)"},
      {R"(\mathrm{arg\,min}_{\mu, \sigma}\, C(N(\mu, \sigma)) \text{ has the moments of } P)",
       R"(\mathrm{arg\,min}_{\mu, \sigma}\, C(N(\mu, \sigma)) \text{ 与 } P \text{ 的矩相同})"}};
  return chinese;
}

}  // namespace

std::string with_words_in(std::string_view tex, Language language) {
  if (language == Language::en) return std::string(tex);
  if (const auto whole = formulas_as_a_whole().find(tex); whole != formulas_as_a_whole().end())
    return std::string(whole->second);
  constexpr std::string_view opening = "\\text{";
  std::string out;
  while (true) {
    const auto start = tex.find(opening);
    const auto end = start == std::string_view::npos ? start : tex.find('}', start);
    if (end == std::string_view::npos) return out + std::string(tex);
    const std::string_view phrase =
        tex.substr(start + opening.size(), end - start - opening.size());
    const auto known = phrases().find(phrase);
    out += tex.substr(0, start);
    out += fmt::format("\\text{{{}}}", known == phrases().end() ? phrase : known->second);
    tex.remove_prefix(end + 1);
  }
}

}  // namespace gancheck
