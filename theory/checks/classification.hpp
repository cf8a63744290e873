// Telling samples of P from samples of Q, with equal priors: accuracies and the area under the ROC
// curve. [claim 56]
//
// With masses P^ and Q^ an accuracy is (P(A) + Q(X - A))/2, which is 1 for a perfect classifier of
// probability measures, and the area is that of P (x) Q, whose mass is P^ Q^.
#pragma once

#include "theory/checks/comparisons.hpp"
#include "theory/checks/functionals.hpp"

namespace gancheck {

/// a < b whatever the errors of both.
bool surely_less(const Tracked& a, const Tracked& b);
bool surely_less(const Ball& a, const Ball& b);

/// The most points for which all classifiers are tried, and all pairs of points compared.
inline constexpr std::size_t few_points = 8;
bool has_few_points(const Pair& pair);
/// The relation on the pairs with few points; the others are left out.
Comparisons on_few_points(Relation relation);

namespace classification {

/// The largest accuracy of all 2^n classifiers A, each tried; undefined for more than few points.
extern const Functional best_by_search;
/// (P^ + Q^)/4 + TV/2, which is (1 + TV)/2 for probability measures.
extern const Functional best_by_formula;
/// The accuracy of 1{D* > 1/2}. Where D* cannot be told from 1/2 the larger density is taken: that
/// is what the classifier takes on either side, and at D* = 1/2 both are equal.
extern const Functional of_dstar;
/// The error of 1{D* > 1/2}: (P(D* <= 1/2) + Q(D* > 1/2))/2.
extern const Functional error_of_dstar;
/// The area under the ROC curve of D*: (P (x) Q)(D*(x) > D*(y)) + half of (P (x) Q)(D*(x) = D*(y)).
/// Points x, y and y, x together add p(x) q(y) where D*(x) > D*(y), p(y) q(x) where it is less, and
/// half of both where they are equal: the larger one in every case, which is taken where the two
/// values of D* cannot be told apart.
extern const Functional auc;
/// The same in n log n steps: points are sorted by D*, and those whose values of D* cannot be told
/// apart count as equal, with what that may be wrong by as their error.
extern const Functional auc_by_sorting;
/// P^ Q^.
extern const Functional mass_of_product;
/// Half the integral of |p Q^ - q P^|: P^ Q^ TV of the laws brought to mass one.
extern const Functional normalised_tv;

}  // namespace classification
}  // namespace gancheck
