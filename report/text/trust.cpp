#include "report/text/trust.hpp"

namespace gancheck {

const std::vector<Text>& trusted_always() {
  static const std::vector<Text> lines = {
      {"that the words, the TeX and the checks of this claim say the same",
       "本命题的文字、TeX 与检验说的是同一件事"},
      {"theory/formulas.hpp, which every witness evaluates (tested against an independent program)",
       "theory/formulas.hpp：所有见证都计算其中的公式（已与独立程序比对）"},
      {"theory/evidence/judge.cpp, which alone turns evidence into a verdict",
       "theory/evidence/judge.cpp：只有它由证据作出判定"},
      {"the compiler, and IEEE 754 arithmetic", "编译器与 IEEE 754 算术"}};
  return lines;
}

const Text& trusted_by(Witness witness) {
  static const Text grid = {
      "grid: the running bounds of Tracked, and libm within 1 ulp (charged twice)",
      "网格：Tracked 的误差界，以及 libm 误差不超过 1 ulp（按两倍计入）"};
  static const Text ball = {
      "ball: Arb's outward rounding and its integrator (FLINT); our bounds on boxes, and beyond "
      "the "
      "cuts of an integral",
      "球算术：Arb（FLINT）的向外舍入与积分器；本程序在各小块上的界，以及积分截断之外部分的界"};
  static const Text symbolic = {
      "symbolic: GiNaC's normal, factor and diff; that logarithms of different primes and "
      "irreducible polynomials are linearly independent over the rational functions",
      "符号：GiNaC 的 normal、factor 与 diff；不同素数与不可约多项式的对数在有理函数域上线性无关"};
  switch (witness) {
    case Witness::grid:
      return grid;
    case Witness::ball:
      return ball;
    case Witness::symbolic:
      break;
  }
  return symbolic;
}

}  // namespace gancheck
