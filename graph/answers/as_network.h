// Knowledge as a property graph.
// Tested by tests/graph/answers/as_network_test.cpp.
#pragma once

#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

#include "graph/answers/filter.h"
#include "graph/answers/knowledge.h"
#include "graph/network/network.h"

namespace demarche {

// Named anew with every change of what the network of a graph file holds.
inline constexpr std::string_view network_rules = "network 1";

enum class Scope {
  Everything,  // every document, actor and proposal
  OnlyActs,    // the ends of the acts, the documents that state them, and the links between those ends
};

// Nodes are ordered by id. Links and mentions come from documents known at `as_of`; a link whose term begins
// later is left out. `acts` are indices into Knowledge::acts.
[[nodiscard]] network::PropertyGraph as_network(const Knowledge& knowledge,
                                                const std::vector<std::size_t>& acts,
                                                const std::optional<Date>& as_of, Scope scope,
                                                const std::stop_token& stop = {});

// The nodes of the network that a NAME means: a document's id or title, an actor, or a proposal with its
// versions; empty where what it means is not in this network. Errors: NotFound or Ambiguous.
[[nodiscard]] Result<std::vector<network::NodeId>> nodes_named(const network::PropertyGraph& graph,
                                                               const Knowledge& knowledge,
                                                               std::string_view name);

}  // namespace demarche
