#include "theory/proofs/identities.hpp"

#include <doctest/doctest.h>

#include "numerics/number/symbol.hpp"
#include "theory/evidence/judge.hpp"

using namespace gancheck;

namespace {

Verdict verdict(const std::vector<Identity>& identities) {
  return judge(same_forms(identities, {"all p", "一切 p"}, {}));
}

constexpr auto sum_of_both = []<class T>(const T& a, const T& b) -> T { return a + b; };

}  // namespace

TEST_CASE("several identities are proved only together") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  const Identity holds{(p + q) * (p - q), p * p - q * q};
  const Identity fails{p + q, p - q};
  CHECK(verdict({holds, holds}) == Verdict::proved);
  CHECK(verdict({holds, fails}) == Verdict::refuted);
  CHECK(verdict({fails, holds}) == Verdict::refuted);
  CHECK(verdict({}) == Verdict::undecided);
}

TEST_CASE("an identity whose form cannot be decided leaves the whole undecided") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  const Identity obscure{log(p - q), Symbol(0)};
  CHECK(verdict({{p, p}, obscure}) == Verdict::undecided);
}

TEST_CASE("what fails is named, and every identity is shown") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  const Evidence e = same_forms({{p, p}, {2 * q, q}}, {"all p", "一切 p"}, {});
  CHECK(e.where.en == "q");
  CHECK(e.forms.size() == 2);
}

TEST_CASE("integrands have to agree where one law vanishes, too") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  const auto quotient = []<class T>(const T& a, const T& b) -> T {
    return (a * a - b * b) / (a - b);
  };
  CHECK(judge(same_integrals(sum_of_both, quotient)) == Verdict::proved);
  const auto differs_at = [](bool first) {
    return [first](const Symbol& a, const Symbol& b) {
      const bool vanishes = (first ? a : b).text() == "0";
      return vanishes ? a + b + 1 : a + b;
    };
  };
  CHECK(judge(same_integrals(sum_of_both, differs_at(true))) == Verdict::refuted);
  CHECK(judge(same_integrals(sum_of_both, differs_at(false))) == Verdict::refuted);
}
