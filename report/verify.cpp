#include "report/verify.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <map>
#include <mutex>
#include <thread>

#include "numerics/number/symbol.hpp"
#include "report/build.hpp"
#include "report/conclusions.hpp"
#include "report/pair_lines.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {
namespace {

/// One check or control to run, and where its evidence goes.
struct Task {
  Witness witness;
  std::function<Evidence()> run;
  Evidence evidence{};
  bool finished = false;
};

/// A claim with its tasks: the checks, the controls on the built-in pairs, the controls on own
/// pairs.
struct Plan {
  const Claim* claim;
  std::vector<std::pair<const Check*, std::size_t>> checks;
  struct ControlTasks {
    const Control* control;
    std::size_t built_in;
    std::optional<std::size_t> own;
    std::optional<std::size_t> first_of_matrix;  ///< the task for the first built-in pair
  };
  std::vector<ControlTasks> controls;
};

/// Whatever a check throws is its trouble, not the report's.
Evidence run_safely(const std::function<Evidence()>& run) {
  try {
    return run();
  } catch (const std::exception& e) {
    Evidence evidence;
    evidence.trouble = {e.what(), std::string("检验中止：") + e.what()};
    return evidence;
  }
}

/// Whether a check speaks of the pairs before it: before none it has nothing to attempt.
bool speaks_of_pairs(const Check& check, const Evidence& evidence) {
  const bool is_general =
      evidence.ground != Ground::rounding && evidence.ground != Ground::enclosure;
  return !is_general && run_safely([&] { return check.run(own_suite({})); }).attempted == 0;
}

bool runs(Witness witness, const VerifyOptions& options) {
  return options.witnesses.contains(witness) &&
         (witness != Witness::symbolic || Symbol::available());
}

std::size_t add(std::vector<Task>& tasks, Witness witness, std::function<Evidence()> run) {
  tasks.push_back({witness, std::move(run)});
  return tasks.size() - 1;
}

Plan plan_claim(const Claim& claim, const VerifyOptions& options, std::vector<Task>& tasks) {
  Plan plan{&claim, {}, {}};
  for (const Check& check : claim.checks) {
    if (!runs(check.witness, options)) continue;
    plan.checks.emplace_back(&check, add(tasks, check.witness, [&check, &options] {
      return check.run(options.own ? *options.own : built_in_suite());
    }));
  }
  for (const Control& control : claim.controls) {
    if (!runs(control.witness, options)) continue;
    const std::size_t built_in =
        add(tasks, control.witness, [&control] { return control.run(only(control.on)); });
    std::optional<std::size_t> own;
    if (options.own && !control.on.empty()) {
      own = add(tasks, control.witness, [&control, &options] { return control.run(*options.own); });
    }
    std::optional<std::size_t> first_of_matrix;
    if (options.mutation && !control.on.empty() && control.expect == Expect::rejected) {
      first_of_matrix = tasks.size();
      for (const NamedPair& pair : named_pairs())
        add(tasks, control.witness, [&control, &pair] { return control.run(only({pair.name})); });
    }
    plan.controls.push_back({&control, built_in, own, first_of_matrix});
  }
  return plan;
}

/// Runs the tasks: symbolic ones on the calling thread alone (GiNaC shares state between all its
/// objects), the others on as many threads as asked for. Each result depends on its task alone, so
/// the report does not depend on the number of threads.
class Runner {
 public:
  Runner(std::vector<Task>& tasks, const VerifyOptions& options)
      : tasks_(tasks), options_(options) {}

  void run() {
    std::vector<std::jthread> workers;
    for (int i = 1; i < options_.threads; ++i) {
      workers.emplace_back([this] {
        const BallThread balls;
        work();
      });
    }
    for (Task& task : tasks_) {
      if (task.witness == Witness::symbolic && !is_interrupted()) finish(task);
    }
    work();
  }

 private:
  bool is_interrupted() const { return options_.interrupted && *options_.interrupted; }

  void work() {
    for (std::size_t i = next_++; i < tasks_.size() && !is_interrupted(); i = next_++) {
      if (tasks_[i].witness != Witness::symbolic) finish(tasks_[i]);
    }
  }

  void finish(Task& task) {
    task.evidence = run_safely(task.run);
    task.finished = true;
    const std::lock_guard lock(progress_);
    ++done_;
    if (options_.progress) options_.progress(done_, tasks_.size());
  }

  std::vector<Task>& tasks_;
  const VerifyOptions& options_;
  std::atomic<std::size_t> next_ = 0;
  std::size_t done_ = 0;
  std::mutex progress_;
};

std::string where_of(const Control& control) {
  std::string names;
  for (const std::string& name : control.on) names += (names.empty() ? "" : ", ") + name;
  return names;
}

ControlResult judge_control(const Plan::ControlTasks& planned, const std::vector<Task>& tasks) {
  const Control& control = *planned.control;
  const Evidence& evidence = tasks[planned.built_in].evidence;
  const Verdict verdict = judge(evidence);
  // A twin that throws is undecided too, but not in the way that a control can expect.
  const bool as_expected = control.expect == Expect::rejected
                               ? is_rejected(evidence)
                               : verdict == Verdict::undecided && evidence.trouble.empty();
  std::optional<bool> on_own;
  if (planned.own && tasks[*planned.own].finished) {
    const Evidence& own = tasks[*planned.own].evidence;
    on_own =
        control.expect == Expect::rejected ? is_rejected(own) : judge(own) == Verdict::undecided;
  }
  return {control.letter, control.mutant,    control.what, control.witness,
          verdict,        control.expect,    as_expected,  margin(evidence),
          evidence,       where_of(control), on_own};
}

ClaimResult judge_claim(const Plan& plan, const std::vector<Task>& tasks,
                        const VerifyOptions& options) {
  ClaimResult result{*plan.claim, Verdict::undecided, std::nullopt, {}, {}, {}, {}, {}};
  std::map<std::string, std::vector<Verdict>> of_part;
  bool against = false;
  Verdict decided_against = Verdict::failed;
  bool unfinished = false;
  for (const auto& [check, index] : plan.checks) {
    unfinished = unfinished || !tasks[index].finished;
    if (!tasks[index].finished) continue;
    const Verdict verdict = judge(tasks[index].evidence);
    const Evidence& evidence = tasks[index].evidence;
    result.checks.push_back(
        {check->part, check->what, check->witness, verdict, evidence,
         options.own ? std::optional(speaks_of_pairs(*check, evidence)) : std::nullopt});
    of_part[check->part].push_back(verdict);
    if (is_against(verdict)) {
      decided_against = against ? std::max(decided_against, verdict) : verdict;
      against = true;
    }
  }
  std::vector<Verdict> parts;
  for (const Part& part : plan.claim->parts) {
    const auto& verdicts = of_part[part.id];
    const auto worst = std::max_element(verdicts.begin(), verdicts.end());
    const bool part_against = worst != verdicts.end() && is_against(*worst);
    parts.push_back(part_against ? *worst : strongest(verdicts));
    result.parts.push_back({part.id, part.statement, parts.back()});
  }
  // What has not run may still decide against the claim.
  result.verdict = against ? decided_against : unfinished ? Verdict::undecided : weakest(parts);
  if (plan.claim->kind == Kind::definition && result.verdict == Verdict::proved)
    result.verdict = Verdict::certified;  // there is nothing to prove: its examples were certified
  for (const auto& planned : plan.controls) {
    if (tasks[planned.built_in].finished) result.controls.push_back(judge_control(planned, tasks));
  }
  return result;
}

Kill kill_of(const Evidence& twin) {
  if (is_rejected(twin)) return Kill::rejected;
  const Verdict verdict = judge(twin);
  if (is_against(verdict)) return Kill::weak;
  return verdict == Verdict::undecided ? Kill::undecided : Kill::blind;
}

KillMatrix kill_matrix(const std::vector<std::vector<Plan>>& plans,
                       const std::vector<Task>& tasks) {
  KillMatrix matrix;
  for (const NamedPair& pair : named_pairs()) matrix.pairs.push_back(pair.name);
  for (const auto& chapter : plans)
    for (const Plan& plan : chapter)
      for (const Plan::ControlTasks& planned : plan.controls) {
        if (planned.control->on.empty()) ++matrix.twins_without_pairs;
        if (!planned.first_of_matrix) continue;
        KillMatrix::Row row{plan.claim->id, plan.claim->number, planned.control->letter, {}};
        for (std::size_t i = 0; i < matrix.pairs.size(); ++i) {
          const Evidence& twin = tasks[*planned.first_of_matrix + i].evidence;
          row.on.push_back({kill_of(twin), margin(twin)});
        }
        matrix.rows.push_back(std::move(row));
      }
  return matrix;
}

/// In UTC, as "2020-03-24"; of the moment that the environment names for builds that can be
/// repeated.
std::string today() {
  const char* fixed = std::getenv("SOURCE_DATE_EPOCH");
  const std::time_t now = fixed ? std::strtoll(fixed, nullptr, 10) : std::time(nullptr);
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(now));
}

}  // namespace

Report verify(const std::vector<Chapter>& chapters, const VerifyOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<Task> tasks;
  std::vector<std::vector<Plan>> plans;
  for (const Chapter& chapter : chapters) {
    auto& of_chapter = plans.emplace_back();
    for (const Claim& claim : chapter.claims) {
      if (!options.claims.empty() && !options.claims.contains(claim.id)) continue;
      of_chapter.push_back(plan_claim(claim, options, tasks));
    }
  }
  Runner(tasks, options).run();

  Report report;
  report.version = version_of_build();
  report.made_with = made_with();
  report.date = today();
  report.suite = options.suite;
  report.pairs = describe_pairs(options.own);
  report.pairs_fingerprint = fingerprint_of_pairs(options.own);
  report.threads = options.threads;
  report.complete =
      std::all_of(tasks.begin(), tasks.end(), [](const Task& task) { return task.finished; });
  if (options.witnesses.contains(Witness::symbolic) && !Symbol::available()) {
    report.notes.push_back(
        {"the symbolic witness is not in this build: its checks and controls were "
         "not run",
         "此构建不含符号见证：其检验与对照均未运行"});
  }
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    if (plans[i].empty()) continue;
    ChapterResult chapter{chapters[i].title, {}};
    for (const Plan& plan : plans[i]) chapter.claims.push_back(judge_claim(plan, tasks, options));
    report.chapters.push_back(std::move(chapter));
  }
  conclude(report, options.own != nullptr);
  if (options.mutation) report.kill_matrix = kill_matrix(plans, tasks);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

int exit_code(const Report& report, bool strict) {
  const Summary& s = report.summary;
  if (!report.complete) return 2;
  if (s.failed + s.refuted > 0 || s.controls_rejected < s.controls) return 1;
  const bool is_unchecked = report.own_pairs && !report.own_pairs->unchecked.empty();
  return strict && (s.undecided > 0 || is_unchecked) ? 6 : 0;
}

}  // namespace gancheck
