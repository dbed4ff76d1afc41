// The graph as others read it: for people as a picture, for programs as a file. Every format is one source
// here. Tested by tests/graph/export/export_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/answers/filter.h"
#include "graph/answers/knowledge.h"
#include "graph/export/formats.h"
#include "graph/export/views.h"
#include "graph/store/store.h"

namespace demarche {

enum class ExportFormat {
  Dot,          // Graphviz source
  Svg,          // picture, with tooltips and links
  Png,          // picture
  Pdf,          // picture
  Mermaid,      // flowchart for Markdown
  Html,         // a page to look at, whole in one file
  Json,         // nodes and links, the whole graph
  JsonLd,       // linked data with provenance
  GraphMl,      // for yEd, NetworkX, igraph
  Gexf,         // for Gephi
  Csv,          // assertions as a table for spreadsheets
  Neo4j,        // a folder for neo4j-admin
  Cypher,       // a script of CREATE statements
  Dna,          // a folder for Discourse Network Analyzer
  Extractions,  // JSON Lines that `load` reads, texts included
};

inline constexpr std::array all_export_formats{
    ExportFormat::Dot,     ExportFormat::Svg,  ExportFormat::Png,        ExportFormat::Pdf,
    ExportFormat::Mermaid, ExportFormat::Html, ExportFormat::Json,       ExportFormat::JsonLd,
    ExportFormat::GraphMl, ExportFormat::Gexf, ExportFormat::Csv,        ExportFormat::Neo4j,
    ExportFormat::Cypher,  ExportFormat::Dna,  ExportFormat::Extractions};

[[nodiscard]] std::string_view name(ExportFormat format);  // "dot", "jsonld"
[[nodiscard]] std::optional<ExportFormat> export_format_named(std::string_view word);
[[nodiscard]] bool is_binary(ExportFormat format);  // not for a terminal
[[nodiscard]] bool is_folder(ExportFormat format);  // several files

enum class ExportView {
  Graph,     // everything near what is asked about
  Stances,   // of everybody on one proposal
  Actor,     // and what it stands for
  Timeline,  // of everything, of an actor or of a proposal
  Blocs,     // of parties
};
inline constexpr std::array all_export_views{ExportView::Graph, ExportView::Stances, ExportView::Actor,
                                             ExportView::Timeline, ExportView::Blocs};

[[nodiscard]] std::string_view name(ExportView view);  // "stances"
[[nodiscard]] std::optional<ExportView> export_view_named(std::string_view word);

struct ExportOptions {
  std::optional<std::string> about;     // a NAME: only what is near it
  std::size_t depth = 1;                // how many edges away is near
  ExportView view = ExportView::Graph;  // of pictures, as the two below
  Detail detail = Detail::Readable;     // all proposals of `about` are drawn in the view of the graph
  Theme theme = Theme::Light;
  std::filesystem::path page = {};  // the folder that the page is made from: data/page
};

struct Exported {
  std::string bytes;                 // the whole file; empty where there are several
  std::vector<ExportedFile> files;   // of a format that makes a folder
  std::size_t undated_left_out = 0;  // documents that a filter by date could not place
};

// Without filters and `about` all that is known, whatever its modality. A function of the set of
// documents: their order of arrival changes no byte. Errors: NotFound or Ambiguous for a NAME; Usage for a
// view that the format cannot show or that lacks its NAME; those of reading the store; Internal where
// Graphviz fails.
[[nodiscard]] Result<Exported> export_as(ExportFormat format, const Knowledge& knowledge, const Store& store,
                                         const Filter& filter, const ExportOptions& options);

}  // namespace demarche
