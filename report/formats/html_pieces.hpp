// What several parts of report.html share: marks, links, headings, lines to copy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace gancheck::html {

/// "■" for proved, and so on: never the only sign of a verdict, as no colour is.
std::string_view symbol_of(Verdict verdict);
/// A verdict as symbol and word; the colour comes from the style sheet.
std::string mark(Verdict verdict);
/// The symbol, with the word for those who hear the page.
std::string small_mark(Verdict verdict);

/// "29", a link to the claim's section where the report has it.
std::string claim_number(const Report& report, const std::string& id);
/// "29 The optimal discriminator", likewise.
std::string claim_link(const Report& report, const std::string& id);
std::string erratum_link(const Report& report, const std::string& number);
/// With the commas of either language.
std::string listed(const std::vector<std::string>& pieces);

/// A heading of a section of the page, whose id is its anchor.
std::string heading(int level, const std::string& id, const std::string& inside);

/// The formula of a claim with its number, as books set it; the number leads to the claim. `margin`
/// stands before it.
std::string numbered_formula(const ClaimWords& claim, const std::string& margin);

/// What the foundations of a claim came to, with links.
std::string foundations(const Report& report, const ClaimResult& claim);

/// A line of the note, formulas typeset where they are closed on the line.
std::string note_quote(const Report& report, int line);

/// What is wrong in, or missing from, the note's sentence: the claim's own words, else those of its
/// errata; "" if nothing is.
std::string what_is_wrong(const Report& report, const ClaimWords& claim);

/// The report cited, and a place in it.
std::string citation(const Report& report, const std::string& anchor);

}  // namespace gancheck::html
