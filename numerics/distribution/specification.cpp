#include "numerics/distribution/specification.hpp"

#include <filesystem>

#include "numerics/distribution/compose.hpp"
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/discrete/families.hpp"
#include "numerics/distribution/language/builder.hpp"
#include "numerics/distribution/tables/table.hpp"

namespace gancheck {

const std::vector<Form>& forms() {
  static const std::vector<Form> all{
      normal_form(),  laplace_form(),     cauchy_form(),      student_t_form(), logistic_form(),
      gumbel_form(),  lognormal_form(),   exponential_form(), gamma_form(),     weibull_form(),
      pareto_form(),  half_normal_form(), uniform_form(),     beta_form(),      triangular_form(),
      arcsine_form(), point_form(),       discrete_form(),    geometric_form(), poisson_form(),
      mixture_form(), shift_form(),       scale_form(),       truncate_form(),  pushforward_form(),
      file_form(),    normalise_form()};
  return all;
}

const std::vector<FamilyDescription>& families() {
  static const std::vector<FamilyDescription> all = [] {
    std::vector<FamilyDescription> descriptions;
    for (const Form& form : forms()) descriptions.push_back(form.description);
    return descriptions;
  }();
  return all;
}

namespace {

/// A path alone means a table: "-", what is there, or what looks like one and is no call.
bool is_path(std::string_view text) {
  std::error_code trouble;
  if (text.empty() || text.size() > longest_specification) return false;
  if (text == "-" || std::filesystem::exists(std::string(text), trouble)) return true;
  const bool is_call = text.find_first_of("(\xEF") != std::string_view::npos;
  const bool begins_number = text.find_first_of("+-.0123456789") == 0;
  return !is_call && (!begins_number || text.starts_with("./") || text.starts_with("../")) &&
         text.find_first_of("./") != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

Call call_of(std::string_view specification) {
  const std::string_view text = trimmed(specification);
  return parse_call(is_path(text) ? "file(" + quoted_if_needed(text) + ")"
                                  : std::string(specification));
}

Law parse_law(std::string_view specification) {
  const Call call = call_of(specification);
  Law law = Builder().build(call, {});
  law.specification = call.text;
  return law;
}

}  // namespace gancheck
