#include "graph/export/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "graph/answers/as_network.h"
#include "graph/export/crowd.h"
#include "graph/export/formats.h"
#include "graph/export/graphviz.h"
#include "graph/export/page.h"
#include "graph/network/cut.h"

namespace demarche {
namespace {

const std::set<Modality> every_modality{all_modalities.begin(), all_modalities.end()};

struct Traits {
  std::string_view name;
  bool is_picture = false;
  std::optional<PictureFormat> drawn_as = std::nullopt;  // by Graphviz
  bool is_binary = false;
  bool is_folder = false;
};

Traits traits_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::Dot:
      return {.name = "dot", .is_picture = true, .drawn_as = PictureFormat::Dot};
    case ExportFormat::Svg:
      return {.name = "svg", .is_picture = true, .drawn_as = PictureFormat::Svg};
    case ExportFormat::Png:
      return {.name = "png", .is_picture = true, .drawn_as = PictureFormat::Png, .is_binary = true};
    case ExportFormat::Pdf:
      return {.name = "pdf", .is_picture = true, .drawn_as = PictureFormat::Pdf, .is_binary = true};
    case ExportFormat::Mermaid:
      return {.name = "mermaid", .is_picture = true};
    case ExportFormat::Html:
      return {.name = "html"};
    case ExportFormat::Json:
      return {.name = "json"};
    case ExportFormat::JsonLd:
      return {.name = "jsonld"};
    case ExportFormat::GraphMl:
      return {.name = "graphml"};
    case ExportFormat::Gexf:
      return {.name = "gexf"};
    case ExportFormat::Csv:
      return {.name = "csv"};
    case ExportFormat::Neo4j:
      return {.name = "neo4j", .is_folder = true};
    case ExportFormat::Cypher:
      return {.name = "cypher"};
    case ExportFormat::Dna:
      return {.name = "dna", .is_folder = true};
    case ExportFormat::Extractions:
      return {.name = "extractions"};
  }
  return {};
}

// A picture shows where the parties stand now: an actual stance that a later one replaced is left out. Whose
// proposal it is stays true.
void drop_replaced(std::vector<std::size_t>& acts, const Knowledge& knowledge, const Filter& filter) {
  const auto holds = in_force(knowledge, filter.as_of, filter.stop);
  std::erase_if(acts, [&](std::size_t i) {
    const auto& act = knowledge.acts[i];
    return is_stance(act) && act.finding.relation != Relation::Proposed && !holds[i];
  });
}

// The network that a format is written from.
Result<network::PropertyGraph> chosen_network(const Knowledge& knowledge,
                                              const std::vector<std::size_t>& acts, const Filter& filter,
                                              const ExportOptions& options) {
  auto graph = as_network(knowledge, acts, filter.as_of,
                          chooses_acts(filter) ? Scope::OnlyActs : Scope::Everything, filter.stop);
  if (!options.about || filter.stop.stop_requested()) return graph;
  const auto centres = nodes_named(graph, knowledge, *options.about);
  if (!centres) return tl::make_unexpected(centres.error());
  return around(graph, *centres, options.depth);
}

std::string subject_of(const Filter& filter, const ExportOptions& options) {
  std::string subject = options.about ? "Who stands where: " + *options.about : "Who stands where";
  if (filter.as_of) subject += ", as of " + filter.as_of->iso();
  return subject;
}

constexpr std::size_t most_actors = 90;  // on the proposals of a picture that shall be readable

Picture readable_picture(const network::PropertyGraph& graph, const Filter& filter,
                         const ExportOptions& options) {
  const bool thins = options.detail == Detail::Readable && !options.about && is_crowded(graph);
  const auto joining = thins ? without_lone_proposals(graph) : Thinned{graph};
  const auto busiest = thins ? with_busiest_proposals(joining.graph, most_actors) : Thinned{graph};
  auto picture = picture_of(busiest.graph, subject_of(filter, options), options.theme);
  const auto note = [&](std::size_t left_out, std::string_view which) {
    if (left_out > 0)
      picture.title += fmt::format("\nleft out: {} proposal{} {}", left_out, left_out == 1 ? "" : "s", which);
  };
  note(joining.left_out, "of a single actor");
  note(busiest.left_out, "of fewer actors than these");
  if (is_crowded(picture)) spread(picture);
  if (options.detail == Detail::Readable) keep_cited_sources(picture);
  return picture;
}

Result<Board> board_of(const Knowledge& knowledge, const Filter& filter, const ExportOptions& options) {
  const ViewOptions view{options.theme, options.detail};
  switch (options.view) {
    case ExportView::Stances:
      return stances_board(knowledge, *options.about, filter, view);
    case ExportView::Actor:
      return actor_board(knowledge, *options.about, filter, view);
    case ExportView::Timeline:
      return timeline_board(knowledge, options.about, filter, view);
    case ExportView::Blocs:
      return blocs_board(knowledge, filter, view);
    case ExportView::Graph:
      break;
  }
  return fail(ErrorKind::Internal, std::string(name(options.view)), "is drawn as a graph");
}

Result<void> check_view(ExportFormat format, const ExportOptions& options) {
  if (options.view == ExportView::Graph) return {};
  const std::string view = fmt::format("--view {}", name(options.view));
  if (!traits_of(format).drawn_as)
    return fail(ErrorKind::Usage, view, fmt::format("{} shows no views", name(format)),
                "take svg, png, pdf or dot");
  const bool needs_name = options.view == ExportView::Stances || options.view == ExportView::Actor;
  if (needs_name && !options.about)
    return fail(ErrorKind::Usage, view, "of what is not said", "name it with --about NAME");
  return {};
}

Result<std::string> written(ExportFormat format, const network::PropertyGraph& graph,
                            const Knowledge& knowledge, const Store& store, const Filter& filter,
                            const ExportOptions& options) {
  const auto picture = [&] { return readable_picture(graph, filter, options); };
  if (const auto drawn = traits_of(format).drawn_as) return draw(picture(), *drawn);
  switch (format) {
    case ExportFormat::Mermaid:
      return write_mermaid(picture());
    case ExportFormat::Html:
      return write_page(options.page, write_json(graph));
    case ExportFormat::Json:
      return write_json(graph);
    case ExportFormat::JsonLd:
      return write_json_ld(graph);
    case ExportFormat::GraphMl:
      return write_graphml(graph);
    case ExportFormat::Gexf:
      return write_gexf(graph);
    case ExportFormat::Csv:
      return write_csv(graph);
    case ExportFormat::Cypher:
      return write_cypher(graph);
    case ExportFormat::Extractions:
      return write_extractions(store, knowledge, graph);
    case ExportFormat::Dot:
    case ExportFormat::Svg:
    case ExportFormat::Png:
    case ExportFormat::Pdf:
    case ExportFormat::Neo4j:
    case ExportFormat::Dna:
      break;
  }
  return fail(ErrorKind::Internal, std::string(name(format)), "is not written here");
}

}  // namespace

std::string_view name(ExportFormat format) {
  return traits_of(format).name;
}

std::optional<ExportFormat> export_format_named(std::string_view word) {
  for (const auto format : all_export_formats)
    if (name(format) == word) return format;
  return std::nullopt;
}

std::string_view name(ExportView view) {
  switch (view) {
    case ExportView::Graph:
      return "graph";
    case ExportView::Stances:
      return "stances";
    case ExportView::Actor:
      return "actor";
    case ExportView::Timeline:
      return "timeline";
    case ExportView::Blocs:
      return "blocs";
  }
  return "";
}

std::optional<ExportView> export_view_named(std::string_view word) {
  for (const auto view : all_export_views)
    if (name(view) == word) return view;
  return std::nullopt;
}

bool is_binary(ExportFormat format) {
  return traits_of(format).is_binary;
}

bool is_folder(ExportFormat format) {
  return traits_of(format).is_folder;
}

Result<Exported> export_as(ExportFormat format, const Knowledge& knowledge, const Store& store,
                           const Filter& filter, const ExportOptions& options) {
  if (const auto fits = check_view(format, options); !fits) return tl::make_unexpected(fits.error());
  auto outcome = apply(filter, knowledge, every_modality);
  if (!outcome) return tl::make_unexpected(std::move(outcome.error()));
  Exported exported;
  exported.undated_left_out = outcome->undated_left_out;
  const auto finish = [&](std::string&& bytes) {
    exported.bytes = std::move(bytes);
    return std::move(exported);
  };
  if (options.view != ExportView::Graph)
    return board_of(knowledge, filter, options)
        .and_then([&](const Board& board) { return draw(board, options.theme, *traits_of(format).drawn_as); })
        .map(finish);
  if (traits_of(format).is_picture) drop_replaced(outcome->acts, knowledge, filter);
  const auto graph = chosen_network(knowledge, outcome->acts, filter, options);
  if (!graph) return tl::make_unexpected(graph.error());
  if (is_folder(format)) {
    exported.files = format == ExportFormat::Dna ? write_dna(*graph) : write_neo4j(*graph);
    return exported;
  }
  return written(format, *graph, knowledge, store, filter, options).map(finish);
}

}  // namespace demarche
