// What `load` reads: the findings of every document as they came, as far as they are in the graph.
#include <algorithm>
#include <set>

#include "graph/export/formats.h"
#include "graph/identity/identity.h"

namespace demarche {
namespace {

// The ids of what a graph holds.
struct Held {
  std::set<std::string, std::less<>> nodes, documents, acts;

  explicit Held(const network::PropertyGraph& graph) {
    for (auto& node : nodes_of(graph))
      (node.label == NetworkNode::Label::Document ? documents : nodes).insert(std::move(node.id));
    for (auto& edge : edges_of(graph))
      if (edge.relation) acts.insert(std::move(edge.id));
  }
};

// `entities` are those of `found`, in their order.
template <class Found>
void keep_named(std::vector<Found>& found, const std::vector<std::size_t>& entities,
                const Knowledge& knowledge, const Held& held, std::set<std::string>& named) {
  for (std::size_t i = 0; i < found.size(); ++i)
    if (held.nodes.contains(knowledge.entity(entities[i]).id)) named.insert(found[i].id);
  std::erase_if(found, [&](const Found& one) { return !named.contains(one.id); });
}

// Leaves what the graph holds, and who is said to have said so.
void cut(Extraction& found, const LocalEntities& local, const Knowledge& knowledge, const Held& held) {
  std::erase_if(found.assertions,
                [&](const Assertion& act) { return !held.acts.contains(assertion_id(found, act)); });
  std::set<std::string> named;
  for (const auto& act : found.assertions)
    if (act.speaker) named.insert(*act.speaker);
  keep_named(found.actors, local.actors, knowledge, held, named);
  keep_named(found.proposals, local.proposals, knowledge, held, named);
  std::erase_if(found.links,
                [&](const Link& link) { return !named.contains(link.from) || !named.contains(link.to); });
}

}  // namespace

Result<std::string> write_extractions(const Store& store, const Knowledge& knowledge,
                                      const network::PropertyGraph& graph) {
  const Held held(graph);
  std::string lines;
  auto read = store.each_extraction(WithText::Yes, [&](Extraction&& found) -> Result<void> {
    const auto known = std::ranges::lower_bound(knowledge.documents, found.document.id, {}, &Document::id);
    const bool is_known = known != knowledge.documents.end() && known->id == found.document.id;
    if (!is_known || !held.documents.contains(found.document.id)) return {};
    const auto place = static_cast<std::size_t>(known - knowledge.documents.begin());
    cut(found, knowledge.identity.documents[place], knowledge, held);
    lines += to_json(found, WithText::Yes) + '\n';
    return {};
  });
  if (!read) return tl::make_unexpected(std::move(read.error()));
  return lines;
}

}  // namespace demarche
