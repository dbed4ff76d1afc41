// What Discourse Network Analyzer and its users work with (Leifeld 2017), with the columns, in the order and
// with the separator that its version 3 exports (dna/src/main/java/export/Exporter.java): the list of events,
// where an actor agrees or disagrees with a concept, and the one-mode networks of actors. Two actors are
// congruent in every proposal that both are for or both are against, in conflict where one is for and the
// other against; "subtract" is the difference. Only actual acts that take sides are events; who has been on
// both sides of a proposal counts on both.
#include <fmt/format.h>

#include <map>
#include <set>

#include "graph/export/attributes.h"
#include "graph/export/csv.h"
#include "graph/export/formats.h"

namespace demarche {
namespace {

using network::NodeId;

// Whether the act agrees with its proposal; nothing where it takes no side.
std::optional<bool> agreement(const NetworkEdge& edge) {
  if (!edge.relation || edge.modality != Modality::Actual) return std::nullopt;
  switch (*edge.relation) {
    case Relation::Proposed:
    case Relation::Accepted:
    case Relation::Supported:
      return true;
    case Relation::Rejected:
    case Relation::Opposed:
    case Relation::Withdrew:
      return false;
    case Relation::Amended:
    case Relation::Received:
    case Relation::Discussed:
      return std::nullopt;
  }
  return std::nullopt;
}

constexpr char separator = ';';

// After the columns of the program those of its usual type of statement, then our own.
std::string events(const Records& records) {
  std::string lines = csv_line(
      {"statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text",
       "person", "organization", "concept", "agreement", "relation", "start position", "stop position"},
      separator);
  for (const auto& edge : records.edges) {
    const auto agrees = agreement(edge);
    if (!agrees) continue;
    const auto& actor = records.nodes[edge.from];
    const bool is_person = actor.kind == name(ActorKind::Person);
    const auto* document = document_of(records, edge);
    const auto span = edge.quote.value_or(Span{});
    lines +=
        csv_line({edge.id, edge.date ? whole_day(*edge.date) + " 00:00:00" : "", edge.document.value_or(""),
                  no_formula(document ? document->name : ""), "",
                  no_formula(document ? document->source.value_or("") : ""), "", "", no_formula(span.text),
                  is_person ? no_formula(actor.name) : "", is_person ? "" : no_formula(actor.name),
                  no_formula(records.nodes[edge.to].name), *agrees ? "1" : "0",
                  std::string(name(*edge.relation)), std::to_string(span.start), std::to_string(span.end)},
                 separator);
  }
  return lines;
}

struct Tie {
  int congruence = 0, conflict = 0;
};

struct OneMode {
  std::set<NodeId> actors;
  std::map<std::pair<NodeId, NodeId>, Tie> ties;  // the smaller number first
};

OneMode one_mode(const Records& records) {
  OneMode network;
  std::map<NodeId, std::set<std::pair<NodeId, bool>>> sides;  // of each proposal
  for (const auto& edge : records.edges)
    if (const auto agrees = agreement(edge)) {
      sides[edge.to].insert({edge.from, *agrees});
      network.actors.insert(edge.from);
    }
  for (const auto& [proposal, stances] : sides)
    for (auto a = stances.begin(); a != stances.end(); ++a)
      for (auto b = std::next(a); b != stances.end(); ++b) {
        if (a->first == b->first) continue;
        auto& tie = network.ties[{a->first, b->first}];
        ++(a->second == b->second ? tie.congruence : tie.conflict);
      }
  return network;
}

// A line an actor and a column an actor, the same on both sides of the diagonal.
template <class Weight>
std::string matrix(const Records& records, const OneMode& network, Weight weight) {
  std::vector<std::optional<std::string>> fields{""};
  for (const auto actor : network.actors) fields.push_back(no_formula(records.nodes[actor].name));
  std::string lines = csv_line(fields, separator);
  for (const auto row : network.actors) {
    fields = {no_formula(records.nodes[row].name)};
    for (const auto column : network.actors) {
      const auto tie = network.ties.find(std::minmax(row, column));
      fields.push_back(std::to_string(tie == network.ties.end() ? 0 : weight(tie->second)));
    }
    lines += csv_line(fields, separator);
  }
  return lines;
}

}  // namespace

std::vector<ExportedFile> write_dna(const network::PropertyGraph& graph) {
  const Records records(graph);
  const auto network = one_mode(records);
  return {{"events.csv", events(records)},
          {"congruence.csv", matrix(records, network, [](const Tie& tie) { return tie.congruence; })},
          {"conflict.csv", matrix(records, network, [](const Tie& tie) { return tie.conflict; })},
          {"subtract.csv",
           matrix(records, network, [](const Tie& tie) { return tie.congruence - tie.conflict; })}};
}

}  // namespace demarche
