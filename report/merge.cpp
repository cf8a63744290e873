#include "report/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/conclusions.hpp"
#include "report/figures/figures.hpp"

namespace gancheck {
namespace {

bool is_same(const Text& x, const Text& y) {
  return x.en == y.en && x.zh == y.zh;
}

void check_same_kind(const Report& x, const Report& y) {
  if (x.version != y.version)
    throw CannotMerge(
        fmt::format("one run is of version {}, another of {}: run both again with "
                    "one version",
                    x.version, y.version));
  if (x.suite != y.suite ||
      !std::equal(x.pairs.begin(), x.pairs.end(), y.pairs.begin(), y.pairs.end(), is_same))
    throw CannotMerge(
        fmt::format("one run is on the suite {}, another on {}, and their pairs "
                    "differ: merge runs on the same pairs",
                    x.suite, y.suite));
  if (x.pairs_fingerprint != y.pairs_fingerprint)
    throw CannotMerge(
        "the pairs have the same names and other numbers: a file has changed between the runs; run "
        "both again");
}

/// Figures of the same suite: one of a name.
void add_figures(const std::vector<Figure>& from, std::vector<Figure>& to) {
  for (const Figure& figure : from)
    if (std::none_of(to.begin(), to.end(),
                     [&](const Figure& known) { return known.name == figure.name; }))
      to.push_back(figure);
}

void add_claims(ChapterResult from, std::vector<ChapterResult>& chapters) {
  auto chapter = std::find_if(chapters.begin(), chapters.end(),
                              [&](const ChapterResult& c) { return is_same(c.title, from.title); });
  if (chapter == chapters.end()) {
    chapters.push_back(std::move(from));
    return;
  }
  std::move(from.claims.begin(), from.claims.end(), std::back_inserter(chapter->claims));
}

void add_kill_matrix(const std::optional<KillMatrix>& from, std::optional<KillMatrix>& to) {
  if (!from || !to) {
    if (from) to = from;
    return;
  }
  if (from->pairs != to->pairs)
    throw CannotMerge("the kill matrices of two runs have other pairs: run both again");
  to->rows.insert(to->rows.end(), from->rows.begin(), from->rows.end());
  to->twins_without_pairs += from->twins_without_pairs;
}

int number(const ClaimResult& claim) {
  return claim.claim.number;
}

/// By the numbers of the claims; a chapter by its first one.
void sort(std::vector<ChapterResult>& chapters) {
  for (ChapterResult& chapter : chapters)
    std::stable_sort(
        chapter.claims.begin(), chapter.claims.end(),
        [](const ClaimResult& x, const ClaimResult& y) { return number(x) < number(y); });
  std::erase_if(chapters, [](const ChapterResult& chapter) { return chapter.claims.empty(); });
  std::stable_sort(chapters.begin(), chapters.end(),
                   [](const ChapterResult& x, const ChapterResult& y) {
                     return number(x.claims[0]) < number(y.claims[0]);
                   });
}

void refuse_repeated(const std::vector<ChapterResult>& chapters) {
  std::set<std::string> seen;
  for (const ChapterResult& chapter : chapters)
    for (const ClaimResult& claim : chapter.claims)
      if (!seen.insert(claim.claim.id).second)
        throw CannotMerge(
            fmt::format("claim {} was run twice: leave one of the runs out", claim.claim.id));
}

}  // namespace

Report merged(std::span<const Report> reports) {
  Report all = reports.front();
  for (const Report& next : reports.subspan(1)) {
    check_same_kind(all, next);
    all.date = std::max(all.date, next.date);
    all.threads = std::max(all.threads, next.threads);
    all.seconds += next.seconds;
    all.complete = all.complete && next.complete;
    for (const Text& note : next.notes)
      if (std::none_of(all.notes.begin(), all.notes.end(),
                       [&](const Text& known) { return is_same(known, note); }))
        all.notes.push_back(note);
    for (const ChapterResult& chapter : next.chapters) add_claims(chapter, all.chapters);
    add_kill_matrix(next.kill_matrix, all.kill_matrix);
    add_figures(next.figures, all.figures);
  }
  sort_figures(all.figures);
  sort(all.chapters);
  refuse_repeated(all.chapters);
  if (all.kill_matrix)
    std::stable_sort(
        all.kill_matrix->rows.begin(), all.kill_matrix->rows.end(),
        [](const KillMatrix::Row& x, const KillMatrix::Row& y) { return x.number < y.number; });
  conclude(all, all.own_pairs.has_value());
  return all;
}

}  // namespace gancheck
