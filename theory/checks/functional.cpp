#include "theory/checks/functional.hpp"

#include <utility>

namespace gancheck {

Functional::Functional(const Rational& number)
    : tracked_([number](const Columns<Tracked>&) { return exactly<Tracked>(number); }),
      ball_([number](const Columns<Ball>&) { return exactly<Ball>(number); }) {}

Functional operator+(const Functional& f, const Functional& g) {
  return [f, g]<class T>(const Columns<T>& c) -> T { return f(c) + g(c); };
}
Functional operator-(const Functional& f, const Functional& g) {
  return [f, g]<class T>(const Columns<T>& c) -> T { return f(c) - g(c); };
}
Functional operator*(const Functional& f, const Functional& g) {
  return [f, g]<class T>(const Columns<T>& c) -> T { return f(c) * g(c); };
}
Functional operator/(const Functional& f, const Functional& g) {
  return [f, g]<class T>(const Columns<T>& c) -> T { return f(c) / g(c); };
}
Functional operator-(const Functional& f) {
  return [f]<class T>(const Columns<T>& c) -> T { return -f(c); };
}

Functional abs(const Functional& f) {
  return [f]<class T>(const Columns<T>& c) -> T { return abs(f(c)); };
}
Functional log(const Functional& f) {
  return [f]<class T>(const Columns<T>& c) -> T { return log(f(c)); };
}
Functional sqrt(const Functional& f) {
  return [f]<class T>(const Columns<T>& c) -> T { return sqrt(f(c)); };
}
Functional exp(const Functional& f) {
  return [f]<class T>(const Columns<T>& c) -> T { return exp(f(c)); };
}
Functional max(const Functional& f, const Functional& g) {
  return [f, g]<class T>(const Columns<T>& c) -> T { return max(f(c), g(c)); };
}

Functional integral_of(const Formula& formula) {
  return [formula]<class T>(const Columns<T>& c) -> T { return integrate(c, formula); };
}

Functional exchanged(const Functional& f) {
  return [f]<class T>(const Columns<T>& c) -> T {
    Columns<T> other = c;
    std::swap(other.p, other.q);
    return f(other);
  };
}

Functional with_generator(const Functional& f, const Formula& density) {
  return [f, density]<class T>(const Columns<T>& c) -> T {
    Columns<T> other = c;
    for (std::size_t i = 0; i < c.size(); ++i) other.q[i] = density(c.p[i], c.q[i]);
    return f(other);
  };
}

Functional of_equals(const Functional& f) {
  return with_generator(f, []<class T>(const T& p, const T&) -> T { return p; });
}

}  // namespace gancheck
