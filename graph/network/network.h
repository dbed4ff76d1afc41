// What the property graph of a graph file holds: labels Actor, Proposal and Document, relationship types in
// capitals, and the properties below, written from records and read back as records. Nodes are ordered by id.
//
// Actor, Proposal: id, name, kind, points (of proposals), aliases; where it is mentioned, as lists beside
// each other:
//   mentions (the texts), mention_documents, mention_fields, mention_starts, mention_ends.
// Document: id, name and title (the same), date, source, url.
// Assertions: id, modality, extent, date, speaker (a name), quote, document, field, start, end, rule,
// confidence. Links: id and, where stated, quote, document, field, start, end, from, until. MENTIONS: id,
// document. Days are of type Day; one that is known to the month or year only is its first day, and beside it
// stands date_precision, from_precision or until_precision, "month" or "year". Tested by
// tests/graph/network/network_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/extraction.h"
#include "graph/network/property_graph.h"

namespace demarche {

// A mention of a node: where in which document.
struct NodeMention {
  std::string document;
  Span span;

  friend bool operator==(const NodeMention&, const NodeMention&) = default;
};

struct NetworkNode {
  enum class Label { Actor, Proposal, Document };
  Label label = Label::Actor;
  std::string id;
  std::string name;  // of a document its title
  std::string kind;  // an actor's kind, a proposal's kind; empty for documents
  std::optional<int> points;
  std::vector<std::string> aliases;   // of actors and proposals
  std::optional<Date> date;           // of a document
  std::optional<std::string> source;  // of a document
  std::optional<std::string> url;     // of a document
  std::vector<NodeMention> mentions;  // of actors and proposals
};

// An edge is an assertion, a link, or a document's mention. Those of assertions hold every member; links have
// type, id and, where stated, quotation, document and term; mentions have type, id and document.
struct NetworkEdge {
  network::NodeId from = 0, to = 0;
  std::string type;  // PROPOSED … DISCUSSED, LEADS, SPEAKS_FOR …, COUNTERS, REVISES, PART_OF, MENTIONS
  std::string id;    // "s:…", "l:…", "m:…"
  std::optional<Relation> relation;  // of assertions only
  Modality modality = Modality::Actual;
  Extent extent = Extent::Full;
  std::optional<Date> date;             // the day of the act: its own, else its document's
  std::optional<std::string> speaker;   // the speaker's name
  std::optional<std::string> document;  // id
  std::optional<Span> quote;            // the evidence
  std::string rule;
  double confidence = 1.0;
  std::optional<Date> since, until;  // of a link: its term
};

// The graph of these records. A node's number is its place in `nodes`.
// REQUIRES: an edge's relation, where it has one, is that of its type
[[nodiscard]] network::PropertyGraph graph_of(const std::vector<NetworkNode>& nodes,
                                              const std::vector<NetworkEdge>& edges);

// The records of a graph that `graph_of` made: nodes by number, edges by id, then by number.
[[nodiscard]] std::vector<NetworkNode> nodes_of(const network::PropertyGraph& graph);
[[nodiscard]] std::vector<NetworkEdge> edges_of(const network::PropertyGraph& graph);

[[nodiscard]] std::string_view name(NetworkNode::Label label);  // "Actor"

// The relationship type of a relation or link: "SPEAKS_FOR".
[[nodiscard]] std::string type_of(Relation relation);
[[nodiscard]] std::string type_of(LinkKind kind);

inline constexpr std::string_view mentions_type = "MENTIONS";

}  // namespace demarche
