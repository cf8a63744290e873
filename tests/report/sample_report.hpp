// Reports made by hand, with every kind of evidence and everything that is hard to print.
#pragma once

#include <filesystem>
#include <string>

#include "report/formats/evaluation.hpp"
#include "report/report.hpp"

namespace gancheck::sample {

/// Two chapters: a claim that is proved, one that failed, one that is undecided.
Report report();
/// The same run on the reader's own pair: a control is blind there.
Report report_on_own_pair();
/// A pair with an infinite divergence, an exact one and one that is only estimated.
Evaluation evaluation();

/// report.json of it.
std::string json(const Report& report);

/// The text of a file in tests/report/golden.
std::string golden(const std::string& name);
/// Whether the file has this text. With GANCHECK_REWRITE_GOLDEN (make golden) it is written anew,
/// for its difference to be read.
bool matches_golden(const std::string& name, const std::string& text);

}  // namespace gancheck::sample
