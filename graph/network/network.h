// The property graph in memory: labels Actor, Proposal and Document, relationship types in capitals, parallel
// edges, and on every edge the properties of its assertion. Boost.Graph's algorithms run on it as they are.
// Tested by tests/graph/network/network_test.cpp.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/extraction.h"

namespace demarche {

// A mention of a node: where in which document.
struct NodeMention {
  std::string document;
  Span span;
};

struct NetworkNode {
  enum class Label { Actor, Proposal, Document };
  Label label = Label::Actor;
  std::string id;
  std::string name;  // of a document its title
  std::string kind;  // an actor's kind, a proposal's kind; empty for documents
  std::optional<int> points;
  std::optional<Date> date;           // of a document
  std::optional<std::string> source;  // of a document
  std::optional<std::string> url;     // of a document
  std::vector<NodeMention> mentions;  // of actors and proposals
};

// An edge is an assertion, a link, or a document's mention. Those of assertions hold every member; links have
// type, id and, where stated, quotation, document and term; mentions have type and id.
struct NetworkEdge {
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

using Network =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, NetworkNode, NetworkEdge>;
using NodeIndex = Network::vertex_descriptor;  // 0 up to num_vertices

[[nodiscard]] std::string_view name(NetworkNode::Label label);  // "Actor"

// The relationship type of a relation or link: "SPEAKS_FOR".
[[nodiscard]] std::string type_of(Relation relation);
[[nodiscard]] std::string type_of(LinkKind kind);

inline constexpr std::string_view mentions_type = "MENTIONS";

}  // namespace demarche
