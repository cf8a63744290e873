// Arrays and sheets as tables.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "numerics/distribution/tables/npy.hpp"
#include "numerics/distribution/tables/sheet.hpp"
#include "numerics/distribution/tables/table.hpp"

namespace gancheck {

/// Throws BadSpecification.
ValueTable read_array(const Array& array, const std::string& name, const TableOptions& options);

/// `what` is what a value is called in messages. Throws BadSpecification.
ValueTable read_sheet(Sheet sheet, const TableOptions& options, std::string_view what);

/// How far a sum of n doubles may be off that were printed with fifteen digits or more.
double miss_of_doubles(std::size_t n);

/// The point of the n-th weight of a table without points.
Real nth_point(std::size_t n);

/// A number from 1 to `most`, less one; empty for any other text.
std::optional<std::size_t> place_in(const std::string& text, std::size_t most);

/// The same. Throws BadSpecification.
std::size_t index_of(const std::string& text, std::size_t most, const std::string& name,
                     std::string_view option);

}  // namespace gancheck
