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

bool is_picture(ExportFormat format) {
  switch (format) {
    case ExportFormat::Dot:
    case ExportFormat::Svg:
    case ExportFormat::Png:
    case ExportFormat::Pdf:
      return true;
    case ExportFormat::Json:
    case ExportFormat::Extractions:
    case ExportFormat::Html:
      return false;
  }
  return false;
}

// A picture shows where the parties stand now: an actual stance that a later one replaced is left out. Whose
// proposal it is stays true.
void drop_replaced(std::vector<std::size_t>& acts, const Knowledge& knowledge, const Filter& filter) {
  const auto holds = in_force(knowledge, filter.as_of);
  std::erase_if(acts, [&](std::size_t i) {
    const auto& act = knowledge.acts[i];
    return is_stance(act) && act.finding.relation != Relation::Proposed && !holds[i];
  });
}

// The network that a format is written from.
Result<network::PropertyGraph> chosen_network(const Knowledge& knowledge,
                                              const std::vector<std::size_t>& acts, const Filter& filter,
                                              const ExportOptions& options) {
  auto graph =
      as_network(knowledge, acts, filter.as_of, chooses_acts(filter) ? Scope::OnlyActs : Scope::Everything);
  if (!options.about) return graph;
  const auto centres = nodes_named(graph, knowledge, *options.about);
  if (!centres) return tl::make_unexpected(centres.error());
  return around(graph, *centres, options.depth);
}

std::string subject_of(const Filter& filter, const ExportOptions& options) {
  std::string subject = options.about ? "Who stands where: " + *options.about : "Who stands where";
  if (filter.as_of) subject += ", as of " + filter.as_of->iso();
  return subject;
}

Picture readable_picture(const network::PropertyGraph& graph, const Filter& filter,
                         const ExportOptions& options) {
  const bool thins = options.detail == Detail::Readable && !options.about && is_crowded(graph);
  const auto thinned = thins ? without_lone_proposals(graph) : Thinned{graph};
  auto picture = picture_of(thinned.graph, subject_of(filter, options));
  if (thinned.left_out > 0)
    picture.title += fmt::format("\nand {} more proposal{} of a single actor", thinned.left_out,
                                 thinned.left_out == 1 ? "" : "s");
  if (is_crowded(picture)) spread(picture);
  return picture;
}

std::vector<std::string> documents_of(const network::PropertyGraph& graph) {
  std::vector<std::string> documents;
  for (auto& node : nodes_of(graph))
    if (node.label == NetworkNode::Label::Document) documents.push_back(std::move(node.id));
  return documents;
}

Result<std::string> written(ExportFormat format, const network::PropertyGraph& graph, const Store& store,
                            const Filter& filter, const ExportOptions& options) {
  const auto picture = [&](PictureFormat kind) {
    return draw(readable_picture(graph, filter, options), kind);
  };
  switch (format) {
    case ExportFormat::Dot:
      return picture(PictureFormat::Dot);
    case ExportFormat::Svg:
      return picture(PictureFormat::Svg);
    case ExportFormat::Png:
      return picture(PictureFormat::Png);
    case ExportFormat::Pdf:
      return picture(PictureFormat::Pdf);
    case ExportFormat::Json:
      return write_json(graph);
    case ExportFormat::Extractions:
      return write_extractions(store, documents_of(graph));
    case ExportFormat::Html:
      return write_page(options.page, write_json(graph));
  }
  return fail(ErrorKind::Internal, "", "no such format");
}

}  // namespace

std::string_view name(ExportFormat format) {
  switch (format) {
    case ExportFormat::Dot:
      return "dot";
    case ExportFormat::Svg:
      return "svg";
    case ExportFormat::Png:
      return "png";
    case ExportFormat::Pdf:
      return "pdf";
    case ExportFormat::Json:
      return "json";
    case ExportFormat::Extractions:
      return "extractions";
    case ExportFormat::Html:
      return "html";
  }
  return "";
}

std::optional<ExportFormat> export_format_named(std::string_view word) {
  for (const auto format : all_export_formats)
    if (name(format) == word) return format;
  return std::nullopt;
}

bool is_binary(ExportFormat format) {
  return format == ExportFormat::Png || format == ExportFormat::Pdf;
}

Result<Exported> export_as(ExportFormat format, const Knowledge& knowledge, const Store& store,
                           const Filter& filter, const ExportOptions& options) {
  auto outcome = apply(filter, knowledge, every_modality);
  if (!outcome) return tl::make_unexpected(std::move(outcome.error()));
  if (is_picture(format)) drop_replaced(outcome->acts, knowledge, filter);
  const auto graph = chosen_network(knowledge, outcome->acts, filter, options);
  if (!graph) return tl::make_unexpected(graph.error());
  auto bytes = written(format, *graph, store, filter, options);
  if (!bytes) return tl::make_unexpected(std::move(bytes.error()));
  return Exported{std::move(*bytes), outcome->undated_left_out};
}

}  // namespace demarche
