#include "numerics/number/tex.hpp"

#include <doctest/doctest.h>

using namespace gancheck;

namespace {

const Tex p = Tex::name("p"), q = Tex::name("q"), m = Tex::name("m"), d = Tex::name("D^*");

}  // namespace

TEST_CASE("whole numbers, rationals and names are written as themselves") {
  CHECK(Tex(0).text() == "0");
  CHECK(Tex(42).text() == "42");
  CHECK(Tex(-3).text() == "-3");
  CHECK(d.text() == "D^*");
  CHECK(exactly<Tex>(Rational(4)).text() == "4");
  CHECK(exactly<Tex>(Rational(-4)).text() == "-4");
  CHECK(exactly<Tex>(Rational(1, 3)).text() == R"(\frac{1}{3})");
  CHECK(exactly<Tex>(Rational(-1, 3)).text() == R"(-\frac{1}{3})");
  CHECK((p - exactly<Tex>(Rational(-1, 3))).text() == R"(p-\left(-\frac{1}{3}\right))");
}

TEST_CASE("a sum takes brackets only behind a minus or in a product") {
  CHECK((p + q).text() == "p+q");
  CHECK((p + q + m).text() == "p+q+m");
  CHECK((p + (q + m)).text() == "p+q+m");
  CHECK((p + (q - m)).text() == "p+q-m");
  CHECK((p - q - m).text() == "p-q-m");
  CHECK((p - (q - m)).text() == R"(p-\left(q-m\right))");
  CHECK((p - (q + m)).text() == R"(p-\left(q+m\right))");
  CHECK((-(p + q)).text() == R"(-\left(p+q\right))");
  CHECK(((p + q) * m).text() == R"(\left(p+q\right) m)");
  CHECK((m * (p + q)).text() == R"(m \left(p+q\right))");
}

TEST_CASE("a sign that is not the first takes brackets") {
  CHECK((-p).text() == "-p");
  CHECK((-p + q).text() == "-p+q");
  CHECK((-p - q).text() == "-p-q");
  CHECK((p + -q).text() == R"(p+\left(-q\right))");
  CHECK((p - -q).text() == R"(p-\left(-q\right))");
  CHECK((p + (-q + m)).text() == R"(p+\left(-q+m\right))");
  CHECK((-(-p)).text() == R"(-\left(-p\right))");
  CHECK((p * -q).text() == R"(p \left(-q\right))");
  CHECK((-p * q).text() == R"(\left(-p\right) q)");
  CHECK((-(p * q)).text() == "-p q");
  CHECK((p * Tex(-2)).text() == R"(p \left(-2\right))");
}

TEST_CASE("a product is juxtaposition, with a dot where digits would run together") {
  CHECK((p * q).text() == "p q");
  CHECK((p * (q * m)).text() == "p q m");
  CHECK((Tex(2) * p).text() == "2 p");
  CHECK((p * 2).text() == R"(p \cdot 2)");
  CHECK((Tex(2) * Tex(3)).text() == R"(2 \cdot 3)");
  CHECK((p * (Tex(2) * q)).text() == R"(p \cdot 2 q)");
  CHECK((Tex(2) * exactly<Tex>(Rational(1, 3))).text() == R"(2 \cdot \frac{1}{3})");
  CHECK((Tex(2) * (p / q)).text() == R"(2 \frac{p}{q})");
  CHECK((exactly<Tex>(Rational(1, 2)) * p).text() == R"(\frac{1}{2} p)");
}

TEST_CASE("a fraction, a root and an absolute value bracket what they hold") {
  CHECK((p / (p + q)).text() == R"(\frac{p}{p+q})");
  CHECK(((p + q) / 2).text() == R"(\frac{p+q}{2})");
  CHECK((-p / q).text() == R"(\frac{-p}{q})");
  CHECK((-(p / q)).text() == R"(-\frac{p}{q})");
  CHECK((p / q * m).text() == R"(\frac{p}{q} m)");
  CHECK((p / (q / m)).text() == R"(\frac{p}{\frac{q}{m}})");
  CHECK(sqrt(p + q).text() == R"(\sqrt{p+q})");
  CHECK((sqrt(p) * sqrt(q)).text() == R"(\sqrt{p} \sqrt{q})");
  CHECK((abs(p - q) / 2).text() == R"(\frac{\left|p-q\right|}{2})");
  CHECK((m * abs(-p)).text() == R"(m \left|-p\right|)");
}

TEST_CASE("a logarithm takes brackets round a sum or a product, and ends its product") {
  CHECK(log(p).text() == R"(\log p)");
  CHECK(log(Tex(2)).text() == R"(\log 2)");
  CHECK(log(p / (p + q)).text() == R"(\log \frac{p}{p+q})");
  CHECK(log(p + q).text() == R"(\log \left(p+q\right))");
  CHECK(log(p * q).text() == R"(\log \left(p q\right))");
  CHECK(log(Tex(1) - d).text() == R"(\log \left(1-D^*\right))");
  CHECK(log(log(p)).text() == R"(\log \left(\log p\right))");
  CHECK(times_log(p, d).text() == R"(p \log D^*)");
  CHECK(times_log(p + q, Tex(2)).text() == R"(\left(p+q\right) \log 2)");
  CHECK((-log(p)).text() == R"(-\log p)");
  CHECK((log(p) * q).text() == R"(\left(\log p\right) q)");
  CHECK((times_log(p, d) * q).text() == R"(\left(p \log D^*\right) q)");
  CHECK((m * times_log(p, d) * q).text() == R"(\left(m p \log D^*\right) q)");
  CHECK((log(p) * log(q)).text() == R"(\left(\log p\right) \log q)");
}

TEST_CASE("the formulas of the note read as they are written there") {
  const auto value = times_log(p, d) + times_log(q, Tex(1) - d);
  CHECK(value.text() == R"(p \log D^*+q \log \left(1-D^*\right))");
  const auto optimum = times_log(p, p / (p + q)) + times_log(q, q / (p + q));
  CHECK(optimum.text() == R"(p \log \frac{p}{p+q}+q \log \frac{q}{p+q})");
  const auto mixture = (p + q) / 2;
  const auto divergences =
      times_log(p, p / mixture) + times_log(q, q / mixture) - (p + q) * log(Tex(2));
  CHECK(divergences.text() ==
        R"(p \log \frac{p}{\frac{p+q}{2}}+q \log \frac{q}{\frac{p+q}{2}}-\left(p+q\right) \log 2)");
  const auto y = Tex::name("y");
  CHECK((p / y - q / (Tex(1) - y)).text() == R"(\frac{p}{y}-\frac{q}{1-y})");
  CHECK((-((p + q) * (-times_log(d, d)))).text() ==
        R"(-\left(p+q\right) \left(-D^* \log D^*\right))");
}
