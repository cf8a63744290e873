#include "report/text/check_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/text/words.hpp"

namespace gancheck {
namespace {

std::string one_or_two(const std::string& lower, const std::string& upper, Language language) {
  if (lower == upper) return lower;
  return lower + Text{" to ", " 至 "}.in(language) + upper;
}

Text digits_that_agree(std::size_t agreeing, std::size_t given) {
  if (agreeing == 0) return {"not even the first digit agrees", "连首位数字也不一致"};
  if (agreeing >= given)
    return {fmt::format("all digits given agree ({}), but not what follows them", given),
            fmt::format("所给的 {} 位数字全部一致，但其后不同", given)};
  if (agreeing == 1)
    return {fmt::format("of its {} digits only the first agrees", given),
            fmt::format("{} 位数字中仅首位一致", given)};
  return {fmt::format("of its {} digits the first {} agree", given, agreeing),
          fmt::format("{} 位数字中前 {} 位一致", given, agreeing)};
}

Text reason_of_difference(const NumberCheck& check) {
  if (check.distance.lower.infinite != 0)
    return check.given.value.infinite != 0
               ? Text{"the number given is infinite, the true value is not, or on the other side",
                      "所给的数为无穷，真值有限或符号相反"}
               : Text{"the true value is infinite, the number given is not",
                      "真值为无穷，所给的数有限"};
  const std::string off = lower_text(check.distance, digits_in_passing);
  const Text far{fmt::format("off by at least {}", off), fmt::format("至少相差 {}", off)};
  if (!check.agreeing_digits || check.given.digits == 0) return far;
  const Text agreeing = digits_that_agree(*check.agreeing_digits, check.given.digits);
  return {agreeing.en + "; " + far.en, agreeing.zh + "；" + far.zh};
}

constexpr std::size_t digits_of_rounding = 8;

Text advice_to_decide(const NumberCheck& check) {
  if (check.distance.upper.infinite != 0)
    return {"Check another quantity, or a pair of which this one is bounded.",
            "请改查另一个量，或改用使该量有界的分布对。"};
  const std::string enough = upper_text(check.distance, digits_in_passing);
  return {
      fmt::format("--tolerance {} or more is certain to accept it; to decide it as it stands, "
                  "narrower bounds of the true value are needed.",
                  enough),
      fmt::format("取 --tolerance {} 或更大即可断定相符；要按原容差判定，需要真值更窄的上下界。",
                  enough)};
}

Text advice_on_rounding(const NumberCheck& check) {
  const std::string enough = upper_text(check.distance, digits_in_passing);
  if (check.same_double)
    return {fmt::format("Both round to the same double: they differ only in digits that no double "
                        "holds. --tolerance {} would accept it.",
                        enough),
            fmt::format("二者舍入为同一个双精度数，差别只在双精度数容不下的位上。取 --tolerance "
                        "{} 即相符。",
                        enough)};
  return {fmt::format("If it was rounded on the way, --tolerance {} would accept it.", enough),
          fmt::format("若只是计算中的舍入所致，取 --tolerance {} 即相符。", enough)};
}

}  // namespace

int digits_beside(const PrintedNumber& x) {
  constexpr std::size_t of_a_double = 17;
  return static_cast<int>(std::max(of_a_double, x.digits + 2));
}

Text reason(const NumberCheck& check) {
  switch (check.answer) {
    case Answer::agrees:
      if (check.given.digits == 0 && !check.truth.meets(Bounds::of(0)))
        return {
            "within the tolerance, as any number this small: it has no significant digit, and "
            "the true value is not 0",
            "在容差之内，但任何这么小的数都是如此：所给的数没有有效数字，而真值不为 0"};
      return {"wherever between its bounds the true value lies, it is within the tolerance",
              "真值无论在其上下界之间何处，都在容差之内"};
    case Answer::differs:
      return reason_of_difference(check);
    case Answer::undecided:
      break;
  }
  if (std::isnan(check.quantity.value))
    return {"no value of this quantity is known for this pair", "对这一分布对，该量的值未知"};
  return {
      "what lies between the bounds of the true value is partly within the tolerance, partly not",
      "真值的上下界之间，一部分在容差之内，一部分在容差之外"};
}

bool may_be_rounding(const NumberCheck& check) {
  return check.same_double || check.agreeing_digits.value_or(0) >= digits_of_rounding;
}

std::optional<Text> advice(const NumberCheck& check) {
  if (check.answer == Answer::undecided) return advice_to_decide(check);
  if (check.answer == Answer::differs && may_be_rounding(check)) return advice_on_rounding(check);
  return std::nullopt;
}

Text ground(const Quantity& truth) {
  const Text said =
      truth.rigorous
          ? Text{"The bounds of the true value are certified", "真值的上下界经严格认证"}
          : Text{"The bounds of the true value are not certified", "真值的上下界未经认证"};
  if (truth.notes.empty()) return {said.en + ".", said.zh + "。"};
  return {said.en + ": " + joined(truth.notes, Language::en) + ".",
          said.zh + "：" + joined(truth.notes, Language::zh) + "。"};
}

std::string sentence(const Explanation& e, int digits, Language language) {
  std::string kinds, names;
  for (const Mistake* step : e.steps) {
    if (!kinds.empty())
      kinds += Text{" and ", "、"}.in(language), names += Text{"; ", "；"}.in(language);
    kinds += gancheck::in_words(step->kind).in(language);
    names += step->name.in(language);
  }
  const Text fit = e.within_tolerance ? Text{"Fits a known mistake", "符合一种已知错误"}
                                      : Text{
                                            "Comes close to a known mistake, though not to all "
                                            "digits",
                                            "接近一种已知错误，但并非每一位都一致"};
  return fit.in(language) + words::bracketed(kinds, language) + words::colon(language) + names +
         Text{". That would be ", "。如此得到 "}.in(language) +
         one_or_two(lower_text(e.wrong, digits), upper_text(e.wrong, digits), language) +
         Text{".", "。"}.in(language);
}

}  // namespace gancheck
