#include "numerics/distribution/plane/plane_forms.hpp"

#include <algorithm>
#include <string>

namespace gancheck {

bool is_plane_form(std::string_view name) {
  const std::string opening = std::string(name) + "(";
  return std::any_of(
      plane_families().begin(), plane_families().end(),
      [&](const FamilyDescription& family) { return family.signature.starts_with(opening); });
}

const std::vector<FamilyDescription>& plane_families() {
  static const std::vector<FamilyDescription> all{
      {std::string(product_signature), "in the plane: independent coordinates",
       "平面上：两个坐标相互独立"},
      {std::string(normal2_signature),
       "in the plane: jointly normal, with means, stddevs > 0 and a correlation in (-1,1)",
       "平面上的二元正态分布：均值、大于零的标准差、(-1,1) 内的相关系数"},
      {std::string(ring_signature),
       "in the plane: so many round Gaussians, of one weight, evenly on a circle about 0",
       "平面上：若干个等权的圆形正态分布，中心均匀排列在以 0 为圆心的圆周上"}};
  return all;
}

}  // namespace gancheck
