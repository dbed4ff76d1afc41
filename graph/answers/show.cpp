#include "graph/answers/show.h"

#include <algorithm>
#include <set>

#include "graph/answers/names.h"

namespace demarche {
namespace {

bool is_earlier(const DocumentRef& a, const DocumentRef& b) {
  if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
  return std::tie(a.date, a.id) < std::tie(b.date, b.id);
}

// A link that several documents state is shown once, as the first states it.
template <class Test>
std::vector<LinkRef> links_where(const Knowledge& knowledge, Test test) {
  std::vector<LinkRef> links;
  for (const auto& link : knowledge.links) {
    if (!test(link)) continue;
    auto ref = link_ref(knowledge, link);
    const bool is_known = !links.empty() && links.back().from.id == ref.from.id &&
                          links.back().relation == ref.relation && links.back().to.id == ref.to.id;
    if (!is_known) links.push_back(std::move(ref));
  }
  return links;
}

bool contains(const std::vector<std::size_t>& entities, std::size_t entity) {
  return std::find(entities.begin(), entities.end(), entity) != entities.end();
}

EntityView entity_view(const Knowledge& knowledge, std::size_t index, std::vector<Row> acts) {
  const auto& entity = knowledge.entity(index);
  const bool is_actor = entity.kind == Entity::Kind::Actor;
  EntityView view;
  view.id = entity.id;
  view.name = entity.name;
  view.label = entity.kind;
  view.kind = is_actor ? std::string(name(entity.actor_kind)) : entity.proposal_kind;
  view.points = entity.points;
  view.aliases = entity.aliases;
  view.links =
      links_where(knowledge, [&](const EntityLink& link) { return link.from == index || link.to == index; });
  for (std::size_t i = 0; i < knowledge.documents.size(); ++i) {
    const auto& local = knowledge.identity.documents[i];
    if (contains(is_actor ? local.actors : local.proposals, index))
      view.documents.push_back(document_ref(knowledge.documents[i]));
  }
  std::sort(view.documents.begin(), view.documents.end(), is_earlier);
  view.acts = std::move(acts);
  return view;
}

std::vector<std::size_t> without_doubles(const std::vector<std::size_t>& entities) {
  std::vector<std::size_t> unique;
  for (std::size_t entity : entities)
    if (!contains(unique, entity)) unique.push_back(entity);
  return unique;
}

DocumentView document_view(const Knowledge& knowledge, std::size_t index, std::vector<Row> acts) {
  const auto& doc = knowledge.documents[index];
  DocumentView view;
  view.document = document_ref(doc);
  view.url = doc.url;
  for (std::size_t entity : without_doubles(knowledge.identity.documents[index].actors))
    view.actors.push_back(actor_ref(knowledge, entity));
  for (std::size_t entity : without_doubles(knowledge.identity.documents[index].proposals))
    view.proposals.push_back(proposal_ref(knowledge, entity));
  view.links = links_where(knowledge, [&](const EntityLink& link) { return link.document == index; });
  view.acts = std::move(acts);
  return view;
}

}  // namespace

Result<View> show(const Knowledge& knowledge, std::string_view name, const Filter& filter) {
  auto outcome = apply(filter, knowledge, {all_modalities.begin(), all_modalities.end()});
  if (!outcome) return tl::make_unexpected(std::move(outcome.error()));
  const auto rows_where = [&](auto test) {
    std::erase_if(outcome->acts, [&](std::size_t i) { return !test(knowledge.acts[i]); });
    return rows_of(knowledge, outcome->acts, in_force(knowledge, filter.as_of, filter.stop), filter.stop);
  };

  if (const auto document = find_document(knowledge, name))
    return document_view(knowledge, *document,
                         rows_where([&](const Act& act) { return act.document == *document; }));
  const auto meant = resolve_entity(knowledge, name, filter.as_of);
  if (!meant) return tl::make_unexpected(meant.error());
  const auto entity = meant->front();
  return entity_view(knowledge, entity, rows_where([&](const Act& act) {
                       return act.actor == entity || act.proposal == entity;
                     }));
}

}  // namespace demarche
