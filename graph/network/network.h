// The property graph in memory: labels Actor, Proposal and Document, relationship types in capitals, parallel edges,
// and on every edge the properties of its assertion. Boost.Graph's algorithms run on it as they are.
// Tested by tests/graph/network/*_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

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
  std::string name;
  std::string kind;  // an actor's kind, a proposal's kind; empty for documents
  std::optional<int> points;
  std::optional<Date> date;           // of a document
  std::optional<std::string> source;  // of a document
  std::optional<std::string> url;     // of a document
  std::vector<NodeMention> mentions;  // of actors and proposals
};

// Optional members are there on the edges of assertions; links have type and, where stated, quotation and document.
struct NetworkEdge {
  std::string type;  // PROPOSED … DISCUSSED, LEADS, SPEAKS_FOR …, COUNTERS, REVISES, PART_OF, MENTIONS
  std::string id;
  std::optional<Relation> relation;
  Modality modality = Modality::Actual;
  Extent extent = Extent::Full;
  std::optional<Date> date;
  std::optional<std::string> speaker;  // the speaker's name
  std::optional<std::string> document;  // id
  std::optional<Span> quote;            // the evidence
  std::string rule;
  double confidence = 1.0;
};

using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, NetworkNode, NetworkEdge>;

[[nodiscard]] std::string_view name(NetworkNode::Label label);  // "Actor"

}  // namespace demarche
