#include "numerics/distribution/specification.hpp"

#include "numerics/distribution/builder.hpp"
#include "numerics/distribution/compose.hpp"
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/families.hpp"
#include "numerics/distribution/table.hpp"

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

Law parse_law(std::string_view specification) {
  const Call call = parse_call(specification);
  Law law = Builder().build(call, {});
  law.specification = call.text;
  return law;
}

}  // namespace gancheck
