// Both laws of a pair, and one thing for each of them.
#pragma once

namespace gancheck {

enum class Role { data, generator };

constexpr Role other(Role role) {
  return role == Role::data ? Role::generator : Role::data;
}

inline constexpr Role both_roles[] = {Role::data, Role::generator};

template <class T>
struct Two {
  T data{}, generator{};

  T& of(Role role) { return role == Role::data ? data : generator; }
  const T& of(Role role) const { return role == Role::data ? data : generator; }
};

}  // namespace gancheck
