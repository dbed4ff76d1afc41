#include "graph/answers/correcting.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/answers/anchors.h"
#include "graph/answers/names.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

// One actor or one proposal: where a name means several versions, it must be said which.
Result<std::size_t> resolve_one(const Knowledge& knowledge, std::string_view typed) {
  auto meant = resolve_entity(knowledge, typed);
  if (!meant) return tl::make_unexpected(meant.error());
  if (meant->size() > 1)
    std::erase_if(*meant, [&](std::size_t i) {
      const auto& entity = knowledge.entity(i);
      const auto is_typed = [&](const std::string& alias) { return fold(alias) == fold(typed); };
      return !is_typed(entity.name) && std::none_of(entity.aliases.begin(), entity.aliases.end(), is_typed);
    });
  if (meant->size() == 1) return meant->front();
  const auto all = resolve_entity(knowledge, typed).value();
  std::vector<std::string> ids;
  for (std::size_t i : all)
    ids.push_back(fmt::format("{} ({})", knowledge.entity(i).name, knowledge.entity(i).id));
  return fail(ErrorKind::Ambiguous, std::string(typed), fmt::format("means {} versions", ids.size()),
              fmt::format("say which: {}", fmt::join(ids, ", ")));
}

// The documents from the earliest on, undated last.
std::vector<std::size_t> by_time(const Knowledge& knowledge) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < knowledge.documents.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto& one = knowledge.documents[a].date;
    const auto& other = knowledge.documents[b].date;
    return one && other ? *one < *other : one.has_value() && !other.has_value();
  });
  return order;
}

template <class Found>
bool goes_by(const Found& found, std::string_view typed) {
  const auto folded = fold(typed);
  return fold(found.name) == folded ||
         std::any_of(found.mentions.begin(), found.mentions.end(),
                     [&](const Span& mention) { return fold(mention.text) == folded; });
}

// The first of a document's findings that belongs to the entity and, where that is asked, is called so.
template <class Found>
std::optional<CorrectionAnchor> anchor_among(const Extraction& found, const std::vector<Found>& all,
                                             const std::vector<std::size_t>& entities, std::size_t entity,
                                             std::string_view typed, bool only_so_called) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (entities[i] == entity && (!only_so_called || goes_by(all[i], typed)))
      return anchor_of(found, all[i], typed);
  return std::nullopt;
}

// In the earliest document that calls the entity so, else in the earliest that mentions it.
std::optional<CorrectionAnchor> anchor_in_documents(const Knowledge& knowledge, std::size_t entity,
                                                    std::string_view typed) {
  const bool is_actor = knowledge.entity(entity).kind == Entity::Kind::Actor;
  for (const bool only_so_called : {true, false})
    for (std::size_t i : by_time(knowledge)) {
      const auto& found = knowledge.extractions[i];
      const auto& local = knowledge.identity.documents[i];
      auto anchor =
          is_actor ? anchor_among(found, found.actors, local.actors, entity, typed, only_so_called)
                   : anchor_among(found, found.proposals, local.proposals, entity, typed, only_so_called);
      if (anchor) return anchor;
    }
  return std::nullopt;
}

bool is_of_gazetteer(const Entity& entity) {
  return entity.kind == Entity::Kind::Actor && entity.id.find(':') == std::string::npos;
}

CorrectionAnchor anchor_of_entity(const Knowledge& knowledge, std::size_t index, std::string_view typed) {
  const auto& entity = knowledge.entity(index);
  if (!is_of_gazetteer(entity)) return anchor_in_documents(knowledge, index, typed).value();
  CorrectionAnchor anchor;
  anchor.key = entity.id;
  anchor.quote.text = entity.name;
  return anchor;
}

struct Pair {
  std::size_t one = 0, other = 0;
};

Result<Pair> resolve_pair(const Knowledge& knowledge, std::string_view one, std::string_view other) {
  const auto first = resolve_one(knowledge, one);
  if (!first) return tl::make_unexpected(first.error());
  const auto second = resolve_one(knowledge, other);
  if (!second) return tl::make_unexpected(second.error());
  if (knowledge.entity(*first).kind != knowledge.entity(*second).kind)
    return fail(ErrorKind::Usage, fmt::format("{} and {}", one, other),
                "one is an actor, the other a proposal");
  return Pair{*first, *second};
}

// The entities that the anchors of a pair kept apart stand for today.
bool keeps_apart(const Knowledge& knowledge, const Correction& correction, const Pair& pair) {
  if (correction.kind != Correction::Kind::Distinct || correction.is_undone) return false;
  std::set<std::size_t> kept;
  for (const auto& anchor : correction.anchors)
    for (std::size_t entity : {pair.one, pair.other}) {
      const auto& aliases = knowledge.entity(entity).aliases;
      const bool is_called = std::find(aliases.begin(), aliases.end(), anchor.quote.text) != aliases.end();
      if (anchor.key == knowledge.entity(entity).id || (anchor.key.empty() && is_called)) kept.insert(entity);
    }
  return kept.size() == 2;
}

}  // namespace

Result<Correction> same(const Knowledge& knowledge, const std::vector<Correction>& kept, std::string_view one,
                        std::string_view other) {
  const auto pair = resolve_pair(knowledge, one, other);
  if (!pair) return tl::make_unexpected(pair.error());
  const auto what = fmt::format("{} and {}", one, other);
  if (pair->one == pair->other)
    return fail(ErrorKind::Usage, what, fmt::format("are one already: {}", knowledge.entity(pair->one).name));
  for (const auto& correction : kept)
    if (keeps_apart(knowledge, correction, *pair))
      return fail(ErrorKind::Usage, what, fmt::format("are kept apart by correction {}", correction.number),
                  fmt::format("first: demarche undo {}", correction.number));
  Correction correction;
  correction.kind = Correction::Kind::Same;
  correction.anchors = {anchor_of_entity(knowledge, pair->one, one),
                        anchor_of_entity(knowledge, pair->other, other)};
  return correction;
}

Result<Correction> distinct(const Knowledge& knowledge, std::string_view one, std::string_view other) {
  const auto pair = resolve_pair(knowledge, one, other);
  if (!pair) return tl::make_unexpected(pair.error());
  Correction correction;
  correction.kind = Correction::Kind::Distinct;
  if (pair->one != pair->other) {
    correction.anchors = {anchor_of_entity(knowledge, pair->one, one),
                          anchor_of_entity(knowledge, pair->other, other)};
    return correction;
  }
  auto first = anchor_in_documents(knowledge, pair->one, one),
       second = anchor_in_documents(knowledge, pair->one, other);
  if (!first || !second || *first == *second || fold(first->quote.text) == fold(second->quote.text))
    return fail(
        ErrorKind::Usage, fmt::format("{} and {}", one, other),
        fmt::format("both are {}, and no document tells them apart", knowledge.entity(pair->one).name),
        "name each in the words of a document");
  correction.anchors = {std::move(*first), std::move(*second)};
  return correction;
}

Result<Correction> rename(const Knowledge& knowledge, std::string_view name, std::string_view to) {
  const auto entity = resolve_one(knowledge, name);
  if (!entity) return tl::make_unexpected(entity.error());
  Correction correction;
  correction.kind = Correction::Kind::Rename;
  correction.name = collapse_spaces(to);
  if (correction.name.empty()) return fail(ErrorKind::Usage, std::string(name), "the new name is empty");
  if (correction.name == knowledge.entity(*entity).name)
    return fail(ErrorKind::Usage, std::string(name), "bears that name already");
  correction.anchors = {anchor_of_entity(knowledge, *entity, name)};
  return correction;
}

Result<Correction> retract(const Knowledge& knowledge, std::string_view assertion) {
  const auto act = std::find_if(knowledge.acts.begin(), knowledge.acts.end(),
                                [&](const Act& each) { return each.id == assertion; });
  if (act == knowledge.acts.end())
    return fail(ErrorKind::NotFound, std::string(assertion), "no such assertion",
                "ids stand in the answers with --json");
  Correction correction;
  correction.kind = Correction::Kind::Retract;
  correction.anchors = {anchor_of(knowledge.extractions[act->document], act->finding)};
  return correction;
}

std::string sentence_of(const Correction& correction) {
  const auto& first = correction.anchors.front();
  switch (correction.kind) {
    case Correction::Kind::Same:
      return fmt::format("{} is {}", first.quote.text, correction.anchors[1].quote.text);
    case Correction::Kind::Distinct:
      return fmt::format("{} is not {}", first.quote.text, correction.anchors[1].quote.text);
    case Correction::Kind::Rename:
      return fmt::format("{} is called {}", first.quote.text, correction.name);
    case Correction::Kind::Retract:
      return fmt::format("not: {} {} {} ({})", first.actor, name(*first.relation), first.proposal,
                         first.document);
  }
  return {};
}

}  // namespace demarche
