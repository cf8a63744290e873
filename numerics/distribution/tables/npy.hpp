// NPY, NumPy's format for one array.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "numerics/number/real.hpp"

namespace gancheck {

enum class ArrayKind { floating, signed_whole, unsigned_whole };

/// Thrown by `Array::at`.
struct NotFinite {
  double value;
};

/// An array of real numbers in the bytes of a file, which outlive it.
struct Array {
  ArrayKind kind = ArrayKind::floating;
  std::size_t entry_bytes = 0;
  bool big_endian = false, fortran_order = false;
  std::vector<std::size_t> shape;  ///< at least one length
  std::string_view entries;

  std::size_t size() const;
  /// The entry that is stored at `index`, exactly. Throws NotFinite.
  Real at(std::size_t index) const;
  /// Where an entry of a matrix is stored; of more dimensions, `column` runs over all but the first
  /// in the array's own order.
  std::size_t stored_at(std::size_t row, std::size_t column) const;
  /// Half a unit of the last place of 1, of what the entries are stored as: 2^-53, 2^-24, 2^-11; 0
  /// for whole numbers.
  Rational half_unit() const;
};

/// Throws BadSpecification where the bytes are no array of real numbers of 8 to 64 bits.
Array read_npy(std::string_view bytes, const std::string& name);

}  // namespace gancheck
