#include "report/verify.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <thread>

#include "numerics/number/symbol.hpp"
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
  };
  std::vector<ControlTasks> controls;
};

/// Whatever a check throws is its trouble, not the report's.
Evidence run_safely(const std::function<Evidence()>& run) {
  try {
    return run();
  } catch (const std::exception& e) {
    Evidence evidence;
    evidence.trouble = e.what();
    return evidence;
  }
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
    plan.controls.push_back({&control, built_in, own});
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
    {
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

ClaimResult judge_claim(const Plan& plan, const std::vector<Task>& tasks) {
  ClaimResult result{plan.claim, Verdict::undecided, std::nullopt, {}, {}, {}, {}};
  std::map<std::string, std::vector<Verdict>> of_part;
  bool against = false;
  Verdict decided_against = Verdict::failed;
  bool unfinished = false;
  for (const auto& [check, index] : plan.checks) {
    unfinished = unfinished || !tasks[index].finished;
    if (!tasks[index].finished) continue;
    const Verdict verdict = judge(tasks[index].evidence);
    result.checks.push_back(
        {check->part, check->what, check->witness, verdict, tasks[index].evidence});
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
  for (const auto& planned : plan.controls) {
    if (tasks[planned.built_in].finished) result.controls.push_back(judge_control(planned, tasks));
  }
  return result;
}

using ById = std::map<std::string, ClaimResult*>;

/// Holds, does not hold, or not known, through all that the claim rests on.
std::optional<bool> foundations(const ClaimResult& claim, const ById& by_id) {
  bool known = true;
  for (const std::string& id : claim.claim->depends_on) {
    const auto found = by_id.find(id);
    if (found == by_id.end()) {
      known = false;
      continue;
    }
    const ClaimResult& below = *found->second;
    if (is_against(below.verdict) || below.verdict == Verdict::undecided) return false;
    const std::optional<bool> deeper = foundations(below, by_id);
    if (deeper == false) return false;
    if (!deeper) known = false;
  }
  return known ? std::optional(true) : std::nullopt;
}

void add_foundations(Report& report) {
  ById by_id;
  for (ChapterResult& chapter : report.chapters) {
    for (ClaimResult& claim : chapter.claims) by_id[claim.claim->id] = &claim;
  }
  for (auto& [id, claim] : by_id) {
    claim->foundations_hold = foundations(*claim, by_id);
    for (const std::string& below : claim->claim->depends_on) {
      if (!by_id.contains(below)) claim->foundations_not_checked.push_back(below);
    }
  }
}

Summary summarise(const Report& report) {
  Summary s;
  for (const ChapterResult& chapter : report.chapters) {
    for (const ClaimResult& claim : chapter.claims) {
      ++s.claims;
      switch (claim.verdict) {
        case Verdict::proved:
          ++s.proved;
          break;
        case Verdict::certified:
          ++s.certified;
          break;
        case Verdict::supported:
          ++s.supported;
          break;
        case Verdict::undecided:
          ++s.undecided;
          break;
        case Verdict::failed:
          ++s.failed;
          break;
        case Verdict::refuted:
          ++s.refuted;
          break;
      }
      for (const ControlResult& control : claim.controls) {
        ++s.controls;
        s.controls_rejected += control.as_expected ? 1 : 0;
      }
    }
  }
  return s;
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
  report.version = GANCHECK_VERSION;
  report.suite = options.suite;
  report.pairs = describe_pairs(options.own);
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
    for (const Plan& plan : plans[i]) chapter.claims.push_back(judge_claim(plan, tasks));
    report.chapters.push_back(std::move(chapter));
  }
  add_foundations(report);
  report.summary = summarise(report);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

int exit_code(const Report& report, bool strict) {
  const Summary& s = report.summary;
  if (!report.complete) return 2;
  if (s.failed + s.refuted > 0 || s.controls_rejected < s.controls) return 1;
  return strict && s.undecided > 0 ? 6 : 0;
}

}  // namespace gancheck
