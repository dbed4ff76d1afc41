#include "graph/answers/as_network.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "graph/answers/names.h"

namespace demarche {
namespace {

// An edge on its way into the network, its ends by id.
struct LooseEdge {
  std::string from, to;
  NetworkEdge edge;
};

class Builder {
 public:
  Builder(const Knowledge& knowledge, const std::vector<std::size_t>& acts, const std::optional<Date>& as_of,
          const std::stop_token& stop)
      : knowledge_(knowledge), acts_(acts), as_of_(as_of), stop_(stop) {}

  void choose(Scope scope) {
    for (std::size_t i : acts_) {
      const auto& act = knowledge_.acts[i];
      entities_.insert({act.actor, act.proposal});
      documents_.insert(act.document);
    }
    if (scope == Scope::OnlyActs) return;
    for (std::size_t i = 0; i < knowledge_.documents.size(); ++i)
      if (known_by(knowledge_.documents[i], as_of_)) documents_.insert(i);
    for (std::size_t i : documents_) {
      const auto& local = knowledge_.identity.documents[i];
      entities_.insert(local.actors.begin(), local.actors.end());
      entities_.insert(local.proposals.begin(), local.proposals.end());
    }
    for (std::size_t i = 0; i < knowledge_.identity.entities.size(); ++i)
      if (knowledge_.entity(i).documents == 0) entities_.insert(i);
  }

  network::PropertyGraph build() {
    each(entities_, [&](std::size_t i) { add_entity(i); });
    each(documents_, [&](std::size_t i) { add_document(i); });
    each(documents_, [&](std::size_t i) { add_mentions(i); });
    each(acts_, [&](std::size_t i) { add_act(knowledge_.acts[i]); });
    each(knowledge_.links, [&](const EntityLink& link) { add_link(link); });
    return stop_.stop_requested() ? network::PropertyGraph() : assembled();
  }

 private:
  template <class Items, class Add>
  void each(const Items& items, const Add& add) const {
    for (const auto& item : items) {
      if (stop_.stop_requested()) return;
      add(item);
    }
  }

  void add_entity(std::size_t index) {
    const auto& entity = knowledge_.entity(index);
    const bool is_actor = entity.kind == Entity::Kind::Actor;
    auto& node = nodes_[entity.id];
    node.label = is_actor ? NetworkNode::Label::Actor : NetworkNode::Label::Proposal;
    node.id = entity.id;
    node.name = entity.name;
    node.kind = is_actor ? std::string(name(entity.actor_kind)) : entity.proposal_kind;
    node.points = entity.points;
    node.aliases = entity.aliases;
  }

  // A document whose id is an actor's as well gives way.
  void add_document(std::size_t index) {
    const auto& doc = knowledge_.documents[index];
    const auto& id = document_nodes_[index] = nodes_.contains(doc.id) ? "document:" + doc.id : doc.id;
    auto& node = nodes_[id];
    node.label = NetworkNode::Label::Document;
    node.id = id;
    node.name = doc.title;
    node.date = doc.date;
    node.source = doc.source;
    node.url = doc.url;
  }

  template <class Found>
  void add_mentions(std::size_t document, const std::vector<Found>& found,
                    const std::vector<std::size_t>& entities) {
    const auto& doc = knowledge_.documents[document];
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!entities_.contains(entities[i])) continue;
      const auto& id = knowledge_.entity(entities[i]).id;
      for (const auto& mention : found[i].mentions) nodes_.at(id).mentions.push_back({doc.id, mention});
      NetworkEdge edge;
      edge.type = mentions_type;
      edge.id = derived_id("m:", {doc.id, id});
      edge.document = doc.id;
      edges_.push_back({document_nodes_.at(document), id, std::move(edge)});
    }
  }

  void add_mentions(std::size_t document) {
    const auto& found = knowledge_.extractions[document];
    const auto& local = knowledge_.identity.documents[document];
    add_mentions(document, found.actors, local.actors);
    add_mentions(document, found.proposals, local.proposals);
  }

  void add_act(const Act& act) {
    const auto& finding = act.finding;
    NetworkEdge edge;
    edge.type = type_of(finding.relation);
    edge.id = act.id;
    edge.relation = finding.relation;
    edge.modality = finding.modality;
    edge.extent = finding.extent;
    edge.date = day_of(act, knowledge_);
    if (act.speaker) edge.speaker = knowledge_.entity(*act.speaker).name;
    edge.document = knowledge_.documents[act.document].id;
    edge.quote = finding.evidence;
    edge.rule = finding.rule;
    edge.confidence = finding.confidence;
    edges_.push_back({knowledge_.entity(act.actor).id, knowledge_.entity(act.proposal).id, std::move(edge)});
  }

  void add_link(const EntityLink& link) {
    if (!entities_.contains(link.from) || !entities_.contains(link.to)) return;
    if (link.document && !known_by(knowledge_.documents[*link.document], as_of_)) return;
    if (as_of_ && link.since && link.since->first_day() > as_of_->last_day()) return;
    const auto& from = knowledge_.entity(link.from).id;
    const auto& to = knowledge_.entity(link.to).id;
    NetworkEdge edge;
    edge.type = type_of(link.relation);
    if (link.document) edge.document = knowledge_.documents[*link.document].id;
    edge.quote = link.evidence;
    edge.since = link.since;
    edge.until = link.until;
    edge.id = derived_id(
        "l:", {from, edge.type, to, edge.document.value_or(""), link.since ? link.since->iso() : ""});
    edges_.push_back({from, to, std::move(edge)});
  }

  // The edges ordered by id, each id once.
  network::PropertyGraph assembled() {
    std::vector<NetworkNode> nodes;
    std::map<std::string_view, network::NodeId> place;
    for (auto& [id, node] : nodes_) {
      place.emplace(id, static_cast<network::NodeId>(nodes.size()));
      nodes.push_back(std::move(node));
    }
    std::sort(edges_.begin(), edges_.end(),
              [](const LooseEdge& a, const LooseEdge& b) { return a.edge.id < b.edge.id; });
    const auto is_same = [](const LooseEdge& a, const LooseEdge& b) { return a.edge.id == b.edge.id; };
    edges_.erase(std::unique(edges_.begin(), edges_.end(), is_same), edges_.end());
    std::vector<NetworkEdge> edges;
    for (auto& [from, to, edge] : edges_) {
      edge.from = place.at(from);
      edge.to = place.at(to);
      edges.push_back(std::move(edge));
    }
    return graph_of(nodes, edges);
  }

  const Knowledge& knowledge_;
  const std::vector<std::size_t>& acts_;
  const std::optional<Date>& as_of_;
  const std::stop_token& stop_;
  std::set<std::size_t> entities_, documents_;
  std::map<std::size_t, std::string> document_nodes_;
  std::map<std::string, NetworkNode> nodes_;
  std::vector<LooseEdge> edges_;
};

}  // namespace

network::PropertyGraph as_network(const Knowledge& knowledge, const std::vector<std::size_t>& acts,
                                  const std::optional<Date>& as_of, Scope scope,
                                  const std::stop_token& stop) {
  Builder builder(knowledge, acts, as_of, stop);
  builder.choose(scope);
  return builder.build();
}

Result<std::vector<network::NodeId>> nodes_named(const network::PropertyGraph& graph,
                                                 const Knowledge& knowledge, std::string_view name) {
  std::set<std::string_view> ids;
  if (const auto document = find_document(knowledge, name)) {
    ids.insert(knowledge.documents[*document].id);
  } else {
    const auto meant = resolve_entity(knowledge, name);
    if (!meant) return tl::make_unexpected(meant.error());
    for (std::size_t entity : *meant) ids.insert(knowledge.entity(entity).id);
  }
  std::vector<network::NodeId> nodes;
  const auto key = graph.key_id("id");
  if (!key) return nodes;
  for (const auto id : ids)
    if (const auto found = graph.nodes_where(*key, std::string(id)))
      nodes.insert(nodes.end(), found->begin(), found->end());
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

}  // namespace demarche
