#include "report/formats/junit.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "report/formats/xml_text.hpp"
#include "report/text/evidence_line.hpp"
#include "report/text/verdicts.hpp"

namespace gancheck {
namespace {

struct TestCase {
  std::string name;
  enum class Outcome { passed, failed, skipped } outcome;
  std::string message;  ///< of what did not pass
  std::vector<std::pair<std::string, std::string>> properties;
  std::string output;
};

struct TestSuite {
  std::string name;
  std::vector<TestCase> cases;
  std::size_t count(TestCase::Outcome outcome) const {
    std::size_t n = 0;
    for (const TestCase& test : cases) n += test.outcome == outcome ? 1U : 0U;
    return n;
  }
};

using Outcome = TestCase::Outcome;

Outcome outcome_of(Verdict verdict) {
  return is_against(verdict)             ? Outcome::failed
         : verdict == Verdict::undecided ? Outcome::skipped
                                         : Outcome::passed;
}

void add_property(TestCase& test, const char* name, const std::string& value) {
  if (!value.empty()) test.properties.emplace_back(name, value);
}

void add_number_property(TestCase& test, const char* name, std::optional<double> x) {
  if (x) test.properties.emplace_back(name, fmt::format("{}", *x));
}

void add_figures(TestCase& test, const Evidence& e) {
  add_property(test, "scope", e.scope.en);
  add_number_property(test, "residual", e.residual);
  add_number_property(test, "bound", e.bound);
  add_number_property(test, "slack", e.slack);
  add_property(test, "lower", e.lower);
  add_property(test, "upper", e.upper);
  add_property(test, "where", e.where.en);
}

/// Points within pairs come by the thousand, and are one test case together.
constexpr std::size_t most_pairs = 64;

bool is_told_by_pairs(const CheckResult& check) {
  const std::size_t n = check.evidence.cases.size();
  return n > 0 && n <= most_pairs && outcome_of(check.verdict) == Outcome::passed;
}

std::string name_of_check(const CheckResult& check, std::size_t index) {
  return fmt::format("check {} {} by {}: {}", index, check.part, name(check.witness),
                     check.what.en);
}

void add_pairs(TestSuite& suite, const CheckResult& check, const std::string& check_name) {
  for (const Evidence::Case& c : check.evidence.cases) {
    TestCase test{check_name + ", on " + c.where.en, Outcome::passed, "", {}, ""};
    add_property(test, "verdict", std::string(name(check.verdict)));
    add_property(test, "lower", c.lower);
    add_property(test, "upper", c.upper);
    test.output = fmt::format("enclosure [{}, {}] on {}", c.lower, c.upper, c.where.en);
    suite.cases.push_back(std::move(test));
  }
}

void add_check(TestSuite& suite, const CheckResult& check, std::size_t index) {
  const std::string check_name = name_of_check(check, index);
  if (is_told_by_pairs(check)) return add_pairs(suite, check, check_name);
  const std::string line = check_line(check, Language::en);
  TestCase test{check_name, outcome_of(check.verdict), line, {}, line};
  add_property(test, "verdict", std::string(name(check.verdict)));
  add_figures(test, check.evidence);
  suite.cases.push_back(std::move(test));
}

void add_control(TestSuite& suite, const ControlResult& control) {
  const std::string line = control_line(control, Language::en);
  TestCase test{
      fmt::format("control {} by {}: {}", control.letter, name(control.witness), control.what.en),
      control.as_expected ? Outcome::passed : Outcome::failed,
      line,
      {},
      line};
  add_property(test, "verdict", std::string(name(control.verdict)));
  add_property(test, "expected", in_words(control.expect).en);
  add_number_property(test, "margin", control.margin);
  add_figures(test, control.evidence);
  suite.cases.push_back(std::move(test));
}

TestSuite suite_of(const ClaimResult& claim) {
  TestSuite suite{claim.claim.id, {}};
  std::size_t index = 0;
  for (const CheckResult& check : claim.checks) add_check(suite, check, ++index);
  for (const ControlResult& control : claim.controls) add_control(suite, control);
  return suite;
}

void write_case(std::ostream& out, const TestSuite& suite, const TestCase& test) {
  out << fmt::format("    <testcase classname=\"gancheck.{}\" name=\"{}\">\n", xml_text(suite.name),
                     xml_text(test.name));
  out << "      <properties>\n";
  for (const auto& [name, value] : test.properties)
    out << fmt::format("        <property name=\"{}\" value=\"{}\"/>\n", name, xml_text(value));
  out << "      </properties>\n";
  if (test.outcome == Outcome::failed)
    out << fmt::format("      <failure message=\"{}\" type=\"verdict\"/>\n",
                       xml_text(test.message));
  if (test.outcome == Outcome::skipped)
    out << fmt::format("      <skipped message=\"{}\"/>\n", xml_text(test.message));
  out << fmt::format("      <system-out>{}</system-out>\n    </testcase>\n", xml_text(test.output));
}

void write_suite(std::ostream& out, const TestSuite& suite) {
  out << fmt::format(
      "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
      xml_text(suite.name), suite.cases.size(), suite.count(Outcome::failed),
      suite.count(Outcome::skipped));
  for (const TestCase& test : suite.cases) write_case(out, suite, test);
  out << "  </testsuite>\n";
}

}  // namespace

void write_junit(std::ostream& out, const Report& report, Language /*language*/) {
  std::vector<TestSuite> suites;
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims) suites.push_back(suite_of(claim));
  std::size_t tests = 0, failures = 0;
  for (const TestSuite& suite : suites) {
    tests += suite.cases.size();
    failures += suite.count(Outcome::failed);
  }
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      << fmt::format(
             "<testsuites name=\"gancheck {}\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
             "time=\"{:.3f}\">\n",
             xml_text(report.version), tests, failures, report.seconds);
  for (const TestSuite& suite : suites) write_suite(out, suite);
  out << "</testsuites>\n";
}

}  // namespace gancheck
