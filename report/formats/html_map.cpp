// What rests on what, as a drawing of levels and as a list.
#include <fmt/format.h>

#include <map>

#include "report/formats/html_parts.hpp"
#include "report/formats/html_pieces.hpp"
#include "report/formats/html_text.hpp"
#include "report/formats/layered_layout.hpp"
#include "report/text/page_words.hpp"
#include "report/text/verdicts.hpp"
#include "report/text/words.hpp"

namespace gancheck::html {
namespace {

struct Graph {
  std::vector<const ClaimResult*> claims;  ///< in reading order, which is an order of dependence
  LayeredGraph edges;
};

Graph graph_of(const Report& report) {
  Graph graph;
  std::map<std::string, std::size_t> index;
  for (const ChapterResult& chapter : report.chapters)
    for (const ClaimResult& claim : chapter.claims) {
      index[claim.claim.id] = graph.claims.size();
      graph.claims.push_back(&claim);
    }
  graph.edges.nodes = graph.claims.size();
  for (std::size_t i = 0; i < graph.claims.size(); ++i)
    for (const std::string& id : graph.claims[i]->claim.depends_on)
      if (const auto found = index.find(id); found != index.end() && found->second != i)
        graph.edges.edges.emplace_back(found->second, i);
  return graph;
}

constexpr double node_width = 58, node_height = 30, row_height = 58, gap = 12;

double centre(const LayeredLayout::Place& place) {
  return place.x * (node_width + gap);
}
double top(const LayeredLayout::Place& place) {
  return static_cast<double>(place.level) * row_height + 4;
}

/// From the lower edge of one box to the upper edge of another, smoothly through the places
/// between.
std::string path(const std::vector<LayeredLayout::Place>& places) {
  double x = centre(places.front()), y = top(places.front()) + node_height;
  std::string out = fmt::format("M{:.1f} {:.1f}", x, y);
  for (std::size_t i = 1; i < places.size(); ++i) {
    const bool is_last = i + 1 == places.size();
    const double to_x = centre(places[i]), to_y = top(places[i]);
    const double middle = (y + to_y) / 2;
    out += fmt::format("C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", x, middle, to_x, middle, to_x,
                       to_y);
    x = to_x;
    y = to_y;
    if (is_last) break;
    y += node_height;
    out += fmt::format("V{:.1f}", y);
  }
  return fmt::format("<path d=\"{}\"/>", out);
}

/// What is heard of the box, for the script to choose the language.
std::string label(const ClaimResult& claim, Language language) {
  return fmt::format("{} {}{}{}", claim.claim.number, claim.claim.title.in(language),
                     words::colon(language), in_words(claim.verdict).in(language));
}

std::string box(const ClaimResult& claim, const LayeredLayout::Place& place) {
  const bool stands = claim.claim.depends_on.empty() || claim.foundations_hold.value_or(false);
  return fmt::format(
      "<a href=\"#{}\" class=\"node {}{}\" data-label-en=\"{}\" data-label-zh=\"{}\"><rect "
      "x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\" rx=\"4\"/><text x=\"{:.1f}\" "
      "y=\"{:.1f}\">{} <tspan class=\"symbol\">{}</tspan></text></a>\n",
      escaped(claim.claim.id), name(claim.verdict), stands ? "" : " on-sand",
      escaped(label(claim, Language::en)), escaped(label(claim, Language::zh)),
      centre(place) - node_width / 2, top(place), node_width, node_height, centre(place),
      top(place) + node_height / 2 + 5, claim.claim.number, symbol_of(claim.verdict));
}

std::string drawing(const Graph& graph, const LayeredLayout& layout) {
  std::string lines, boxes;
  for (const auto& edge : layout.edges) lines += path(edge);
  for (std::size_t i = 0; i < graph.claims.size(); ++i)
    boxes += box(*graph.claims[i], layout.nodes[i]);
  const double width = layout.width * (node_width + gap);
  const double height = static_cast<double>(layout.levels) * row_height - row_height + node_height;
  return fmt::format(
      "<div class=\"scroll map\"><svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"group\" "
      "aria-labelledby=\"map-drawing\"><g class=\"edges\">{}</g>\n{}</svg></div>\n"
      "<p class=\"heard\" id=\"map-drawing\">{}</p>\n",
      width, height + 8, lines, boxes, both(page_words::drawing_of_map));
}

std::string list_entry(const Report& report, const ClaimResult& claim) {
  std::vector<std::string> below;
  below.reserve(claim.claim.depends_on.size());
  for (const std::string& id : claim.claim.depends_on) below.push_back(claim_number(report, id));
  const std::string colon = either(words::colon(Language::en), words::colon(Language::zh));
  const std::string semicolon =
      either(words::semicolon(Language::en), words::semicolon(Language::zh));
  std::string rests;
  if (!below.empty())
    rests = fmt::format("{}{} {}{}{}{}{}", semicolon, both(page_words::rests_on), listed(below),
                        semicolon, both(words::foundations), colon, foundations(report, claim));
  return fmt::format("<li id=\"map-{}\">{} {}{}</li>\n", claim.claim.number,
                     claim_link(report, claim.claim.id), mark(claim.verdict), rests);
}

std::string list_by_levels(const Report& report, const Graph& graph, const LayeredLayout& layout) {
  std::vector<std::string> levels(layout.levels);
  for (std::size_t i = 0; i < graph.claims.size(); ++i)
    levels[layout.nodes[i].level] += list_entry(report, *graph.claims[i]);
  std::string out;
  for (std::size_t l = 0; l < levels.size(); ++l)
    out += fmt::format("<li><span class=\"level\">{} {}</span><ul>\n{}</ul></li>\n",
                       both(page_words::level), l + 1, levels[l]);
  return folded(both(page_words::levels_in_words), "<ol class=\"levels\">\n" + out + "</ol>\n");
}

}  // namespace

std::string map_of_claims(const Report& report) {
  const Graph graph = graph_of(report);
  if (graph.claims.empty()) return "";
  const LayeredLayout layout = layered(graph.edges);
  return "<section>\n" + heading(2, "map", both(page_words::map)) + "<p>" +
         both(page_words::map_explained) + "</p>\n" + drawing(graph, layout) +
         list_by_levels(report, graph, layout) + "</section>\n";
}

}  // namespace gancheck::html
