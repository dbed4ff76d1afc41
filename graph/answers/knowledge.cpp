#include "graph/answers/knowledge.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "graph/answers/anchors.h"
#include "graph/identity/actors.h"
#include "graph/identity/echoes.h"

namespace demarche {
namespace {

// The entity of each document-local id; actors and proposals of one document share no id.
using Locals = std::map<std::string_view, std::size_t>;

Locals locals_of(const Extraction& found, const LocalEntities& entities) {
  Locals locals;
  for (std::size_t i = 0; i < found.actors.size(); ++i)
    locals.emplace(found.actors[i].id, entities.actors[i]);
  for (std::size_t i = 0; i < found.proposals.size(); ++i)
    locals.emplace(found.proposals[i].id, entities.proposals[i]);
  return locals;
}

std::optional<std::size_t> find(const Locals& locals, std::string_view id) {
  const auto known = locals.find(id);
  return known == locals.end() ? std::nullopt : std::optional(known->second);
}

void add_acts(Knowledge& knowledge, std::size_t document, const Locals& locals) {
  const auto& found = knowledge.extractions[document];
  std::vector<Act> acts;
  for (const auto& assertion : found.assertions) {
    const auto actor = find(locals, assertion.actor);
    const auto proposal = find(locals, assertion.proposal);
    if (!actor || !proposal) continue;
    const auto speaker = assertion.speaker ? find(locals, *assertion.speaker) : std::nullopt;
    acts.push_back({assertion_id(found, assertion), document, *actor, *proposal, speaker, assertion});
  }
  const auto position = [](const Act& act) {
    return std::tuple(act.finding.evidence.field, act.finding.evidence.start, std::string_view(act.id));
  };
  std::stable_sort(acts.begin(), acts.end(),
                   [&](const Act& a, const Act& b) { return position(a) < position(b); });
  std::unordered_set<std::string_view> seen;
  for (auto& act : acts)
    if (seen.insert(act.id).second) knowledge.acts.push_back(act);
}

void add_links(Knowledge& knowledge, std::size_t document, const Locals& locals) {
  for (const auto& link : knowledge.extractions[document].links) {
    const auto from = find(locals, link.from);
    const auto to = find(locals, link.to);
    if (from && to && *from != *to)
      knowledge.links.push_back(
          {*from, link.relation, *to, document, link.evidence, std::nullopt, std::nullopt});
  }
}

// The gazetteer's links between entries that are both in the graph, and of governments to their states.
void add_standing_links(Knowledge& knowledge, const Gazetteer& gazetteer) {
  const auto& entities = knowledge.identity.entities;
  std::map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < entities.size(); ++i) by_id.emplace(entities[i].id, i);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const auto* entry = entities[i].kind == Entity::Kind::Actor ? gazetteer.find(entities[i].id) : nullptr;
    if (!entry) continue;
    const auto government =
        entry->kind == ActorKind::State ? by_id.find(government_id(entry->key)) : by_id.end();
    if (government != by_id.end())
      knowledge.links.push_back({government->second, LinkKind::SpeaksFor, i, std::nullopt, std::nullopt,
                                 std::nullopt, std::nullopt});
    for (const auto& standing : entry->affiliations)
      if (const auto to = by_id.find(standing.to); to != by_id.end())
        knowledge.links.push_back(
            {i, standing.relation, to->second, std::nullopt, std::nullopt, standing.from, standing.until});
  }
}

// By from, relation, to and document, the gazetteer's first; what one document says twice stays once.
void sort_links(std::vector<EntityLink>& links) {
  const auto key = [](const EntityLink& link) {
    return std::tuple(link.from, link.relation, link.to, link.document, link.since);
  };
  std::stable_sort(links.begin(), links.end(),
                   [&](const EntityLink& a, const EntityLink& b) { return key(a) < key(b); });
  const auto is_same = [&](const EntityLink& a, const EntityLink& b) { return key(a) == key(b); };
  links.erase(std::unique(links.begin(), links.end(), is_same), links.end());
}

}  // namespace

Knowledge Knowledge::from(std::vector<Extraction> extractions, const Gazetteer& gazetteer,
                          const std::vector<Correction>& corrections) {
  std::sort(extractions.begin(), extractions.end(),
            [](const Extraction& a, const Extraction& b) { return a.document.id < b.document.id; });
  Knowledge knowledge;
  knowledge.stories = group_copies(extractions);
  for (auto& found : extractions) {
    found.document.text.clear();
    found.has_text = false;
    knowledge.documents.push_back(found.document);
  }
  knowledge.extractions = std::move(extractions);
  const auto corrected = applied(corrections, knowledge.extractions, gazetteer);
  knowledge.identity = resolve(knowledge.extractions, gazetteer, corrected.overlay);

  add_standing_links(knowledge, gazetteer);
  for (const auto& [later, earlier] : knowledge.identity.revisions)
    knowledge.links.push_back(
        {later, LinkKind::Revises, earlier, std::nullopt, std::nullopt, std::nullopt, std::nullopt});
  for (std::size_t i = 0; i < knowledge.extractions.size(); ++i) {
    const auto locals = locals_of(knowledge.extractions[i], knowledge.identity.documents[i]);
    add_acts(knowledge, i, locals);
    add_links(knowledge, i, locals);
  }
  std::erase_if(knowledge.acts, [&](const Act& act) { return corrected.retracted.contains(act.id); });
  sort_links(knowledge.links);
  return knowledge;
}

Result<Knowledge> Knowledge::load(const Store& store, const Gazetteer& gazetteer) {
  std::vector<Extraction> extractions;
  auto read = store.each_extraction(WithText::Yes, [&](Extraction&& found) -> Result<void> {
    extractions.push_back(std::move(found));
    return {};
  });
  if (!read) return tl::make_unexpected(std::move(read.error()));
  const auto corrections = store.corrections();
  if (!corrections) return tl::make_unexpected(corrections.error());
  return from(std::move(extractions), gazetteer, *corrections);
}

Result<void> keep_nodes(Store& store, const Knowledge& knowledge, std::string_view basis) {
  const auto& entities = knowledge.identity.entities;
  std::vector<StoredNode> nodes;
  for (const auto& entity : entities)
    nodes.push_back({entity.kind == Entity::Kind::Actor ? "actor" : "proposal", entity.id, entity.name});

  std::vector<Belonging> belongs;
  for (std::size_t i = 0; i < knowledge.extractions.size(); ++i) {
    const auto& found = knowledge.extractions[i];
    const auto& local = knowledge.identity.documents[i];
    for (std::size_t k = 0; k < found.actors.size(); ++k)
      belongs.push_back({found.document.id, found.actors[k].id, entities[local.actors[k]].id});
    for (std::size_t k = 0; k < found.proposals.size(); ++k)
      belongs.push_back({found.document.id, found.proposals[k].id, entities[local.proposals[k]].id});
  }
  return store.put_nodes(nodes, belongs, basis);
}

}  // namespace demarche
