// Numbers as a reader sees them.
#pragma once

#include <optional>
#include <string>

#include "report/report.hpp"

namespace gancheck {

/// Two significant digits: "0.31", "3.1e-17", "0", "inf", "-inf", "nan"; "" for no number.
std::string short_number(std::optional<double> x);

/// Residual over bound of one check in floating point; 0/0 is 0 (met exactly), NaN stays NaN. Empty
/// where the check has no residual or another ground.
std::optional<double> ratio(const Evidence& evidence);

/// The largest ratio over the claim's grid checks, NaN if one is; empty if it has none.
std::optional<double> worst_ratio(const ClaimResult& claim);

/// How many controls came out as expected: "7/7"; "" for no controls.
std::string rejected_of(const ClaimResult& claim);

/// On the user's own pairs: "5/7" of the controls that ran there; "" if none did.
std::string rejected_on_own_pairs(const ClaimResult& claim);

/// "hold", "do not hold: 29", "not run: 29, 46", or "none needed" for a claim that rests on no
/// other.
std::string foundations_in_words(const Report& report, const ClaimResult& claim, Language language);

/// "29, 46": the claims' numbers, ids for those without one.
std::string numbers_of(const Report& report, const std::vector<std::string>& ids);

/// Whether any control ran on pairs of the user's own.
bool has_own_pairs(const Report& report);

/// The id's number in the derivation with the id: "29 optimal-discriminator"; the id alone if the
/// report does not have that claim.
std::string reference(const Report& report, const std::string& id);

}  // namespace gancheck
