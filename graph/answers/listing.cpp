#include "graph/answers/listing.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace demarche {
namespace {

// What the filter lets count of every entity.
struct Count {
  std::set<std::size_t> documents;
  std::size_t acts = 0;
  std::optional<Date> first, last;
};

// The rows that pass the filter, counted for their actors and proposals, and the documents that it lets
// count.
struct Counts {
  std::vector<Count> entities;         // as in Identity
  std::vector<std::size_t> documents;  // acts by document
  std::size_t undated_left_out = 0;
};

void count_documents(const Knowledge& knowledge, const Filter& filter, std::vector<Count>& counts) {
  for (std::size_t i = 0; i < knowledge.documents.size(); ++i) {
    if (!known_by(knowledge.documents[i], filter.as_of) || filter.stop.stop_requested()) continue;
    for (std::size_t entity : knowledge.identity.documents[i].actors) counts[entity].documents.insert(i);
    for (std::size_t entity : knowledge.identity.documents[i].proposals) counts[entity].documents.insert(i);
  }
}

void count_days(Count& count, const std::optional<Date>& day) {
  if (!day) return;
  count.first = count.first ? std::min(*count.first, *day) : *day;
  count.last = count.last ? std::max(*count.last, *day) : *day;
}

// Leaves out what has no act where the filter chooses among acts.
template <class Line>
Listing<Line> chosen(Listing<Line>&& listing, const Filter& filter) {
  if (chooses_acts(filter)) std::erase_if(listing.lines, [](const Line& line) { return line.acts == 0; });
  return std::move(listing);
}

Result<Counts> count(const Knowledge& knowledge, const Filter& filter) {
  const auto outcome = apply(filter, knowledge, {Modality::Actual});
  if (!outcome) return tl::make_unexpected(outcome.error());

  Counts counts;
  counts.undated_left_out = outcome->undated_left_out;
  counts.entities.resize(knowledge.identity.entities.size());
  counts.documents.resize(knowledge.documents.size());
  count_documents(knowledge, filter, counts.entities);

  std::set<std::tuple<std::size_t, Relation, std::size_t, Modality>> rows;
  for (std::size_t i : outcome->acts) {
    if (filter.stop.stop_requested()) break;
    const auto& act = knowledge.acts[i];
    ++counts.documents[act.document];
    count_days(counts.entities[act.proposal], day_of(act, knowledge));
    if (!rows.emplace(act.actor, act.finding.relation, act.proposal, act.finding.modality).second) continue;
    ++counts.entities[act.actor].acts;
    ++counts.entities[act.proposal].acts;
  }
  return counts;
}

// The entities of one kind that a document mentions, the busiest first.
std::vector<std::size_t> busiest(const Knowledge& knowledge, const Counts& counts, Entity::Kind kind) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < counts.entities.size(); ++i)
    if (knowledge.entity(i).kind == kind && !counts.entities[i].documents.empty()) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto rank = [&](std::size_t i) {
      const auto& [documents, acts, first, last] = counts.entities[i];
      return std::tuple(acts, documents.size());
    };
    if (rank(a) != rank(b)) return rank(a) > rank(b);
    return std::tie(knowledge.entity(a).name, knowledge.entity(a).id) <
           std::tie(knowledge.entity(b).name, knowledge.entity(b).id);
  });
  return order;
}

}  // namespace

Result<Listing<ActorLine>> list_actors(const Knowledge& knowledge, const Filter& filter) {
  const auto counts = count(knowledge, filter);
  if (!counts) return tl::make_unexpected(counts.error());
  Listing<ActorLine> listing{{}, counts->undated_left_out};
  for (std::size_t i : busiest(knowledge, *counts, Entity::Kind::Actor)) {
    const auto& known = counts->entities[i];
    listing.lines.push_back({actor_ref(knowledge, i), known.documents.size(), known.acts});
  }
  return chosen(std::move(listing), filter);
}

Result<Listing<ProposalLine>> list_proposals(const Knowledge& knowledge, const Filter& filter) {
  const auto counts = count(knowledge, filter);
  if (!counts) return tl::make_unexpected(counts.error());
  Listing<ProposalLine> listing{{}, counts->undated_left_out};
  for (std::size_t i : busiest(knowledge, *counts, Entity::Kind::Proposal)) {
    const auto& known = counts->entities[i];
    listing.lines.push_back({proposal_ref(knowledge, i), knowledge.entity(i).proposal_kind,
                             known.documents.size(), known.acts, known.first, known.last});
  }
  return chosen(std::move(listing), filter);
}

Result<Listing<DocumentLine>> list_documents(const Knowledge& knowledge, const Filter& filter) {
  const auto counts = count(knowledge, filter);
  if (!counts) return tl::make_unexpected(counts.error());
  Listing<DocumentLine> listing{{}, counts->undated_left_out};
  for (std::size_t i = 0; i < knowledge.documents.size(); ++i) {
    const auto& doc = knowledge.documents[i];
    const auto& found = knowledge.extractions[i];
    if (known_by(doc, filter.as_of))
      listing.lines.push_back(
          {document_ref(doc), doc.url, found.actors.size(), found.proposals.size(), counts->documents[i]});
  }
  std::stable_sort(listing.lines.begin(), listing.lines.end(),
                   [](const DocumentLine& a, const DocumentLine& b) {
                     const auto& first = a.document.date;
                     const auto& second = b.document.date;
                     return first && second ? *first < *second : first.has_value() && !second.has_value();
                   });
  return chosen(std::move(listing), filter);
}

}  // namespace demarche
