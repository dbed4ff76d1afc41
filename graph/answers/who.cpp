#include "graph/answers/who.h"

#include <algorithm>

#include "graph/answers/names.h"

namespace demarche {
namespace {

const std::set<Modality> only_actual{Modality::Actual};

// A relation must be asked for by the question and let through by the filter.
Result<FilterOutcome> asked_acts(const Knowledge& knowledge, const std::set<Relation>& relations,
                                 const Filter& filter) {
  auto outcome = apply(filter, knowledge, only_actual);
  if (outcome && !relations.empty())
    std::erase_if(outcome->acts,
                  [&](std::size_t i) { return !relations.contains(knowledge.acts[i].finding.relation); });
  return outcome;
}

Answer answer_of(const Knowledge& knowledge, const FilterOutcome& outcome, const Filter& filter) {
  const auto flags = in_force(knowledge, filter.as_of, filter.stop);
  return {rows_of(knowledge, outcome.acts, flags, filter.stop), outcome.undated_left_out};
}

void add_via(std::vector<Row>& rows, const Knowledge& knowledge, const Representation& representation,
             const std::set<std::size_t>& asked) {
  std::map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < knowledge.identity.entities.size(); ++i)
    by_id.emplace(knowledge.entity(i).id, i);
  for (auto& row : rows)
    for (std::size_t link :
         representation.way(by_id.at(row.actor.id), asked, row.date).value_or(std::vector<std::size_t>{}))
      row.via.push_back(link_ref(knowledge, knowledge.links[link]));
}

}  // namespace

Result<Answer> who(const Knowledge& knowledge, const WhoQuestion& question, const Filter& filter) {
  auto outcome = asked_acts(knowledge, question.relations, filter);
  if (!outcome) return tl::make_unexpected(std::move(outcome.error()));
  if (question.proposal) {
    const auto meant = resolve_proposal(knowledge, *question.proposal, filter.as_of, outcome->acts);
    if (!meant) return tl::make_unexpected(meant.error());
    std::erase_if(outcome->acts, [&](std::size_t i) {
      return std::find(meant->begin(), meant->end(), knowledge.acts[i].proposal) == meant->end();
    });
  }
  return answer_of(knowledge, *outcome, filter);
}

Result<Answer> what(const Knowledge& knowledge, const WhatQuestion& question, const Filter& filter) {
  auto outcome = asked_acts(knowledge, question.relations, filter);
  if (!outcome) return tl::make_unexpected(std::move(outcome.error()));
  const auto meant = resolve_actor(knowledge, question.actor, filter.as_of);
  if (!meant) return tl::make_unexpected(meant.error());

  const std::set<std::size_t> asked(meant->begin(), meant->end());
  const Representation representation(knowledge, filter.as_of);
  std::erase_if(outcome->acts, [&](std::size_t i) {
    const auto& act = knowledge.acts[i];
    const auto way = representation.way(act.actor, asked, day_of(act, knowledge));
    return !way || (question.roll_up == RollUp::Alone && !representation.is_of_the_same(*way));
  });
  auto answer = answer_of(knowledge, *outcome, filter);
  add_via(answer.rows, knowledge, representation, asked);
  return answer;
}

}  // namespace demarche
