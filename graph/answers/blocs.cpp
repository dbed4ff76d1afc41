#include "graph/answers/blocs.h"

#include <map>
#include <set>

#include "graph/answers/stances.h"
#include "graph/answers/versions.h"

namespace demarche {
namespace {

// A party's sides, and who took them.
struct Camp {
  network::Sides sides;
  std::set<std::size_t> actors;
};

std::map<std::size_t, Camp> camps_of(const Knowledge& knowledge, const std::vector<std::size_t>& acts,
                                     const Filter& filter, RollUp roll_up) {
  const Versions versions(knowledge, filter.as_of);
  const Representation offices(knowledge, filter.as_of);
  std::map<std::size_t, Camp> camps;
  for (const auto& history : histories_of(knowledge, acts, versions, offices, roll_up, filter.stop)) {
    const auto& stance = history.stances.back();
    const auto side = side_of(knowledge.acts[stance.acts.front()].finding.relation);
    if (side == Side::Neither) continue;
    auto& camp = camps[history.party];
    camp.sides[history.family] = side == Side::For;
    for (const auto act : stance.acts) camp.actors.insert(knowledge.acts[act].actor);
  }
  return camps;
}

BlocMember member_of(const Knowledge& knowledge, std::size_t party, const Camp& camp) {
  BlocMember member{actor_ref(knowledge, party), {}};
  for (const auto actor : camp.actors)
    if (actor != party) member.through.push_back(actor_ref(knowledge, actor));
  return member;
}

}  // namespace

Result<Blocs> blocs(const Knowledge& knowledge, const BlocsQuestion& question, const Filter& filter) {
  const auto outcome = apply(filter, knowledge, {Modality::Actual});
  if (!outcome) return tl::make_unexpected(outcome.error());
  std::vector<std::size_t> parties;
  std::vector<network::Sides> sides;
  const auto camps = camps_of(knowledge, outcome->acts, filter, question.roll_up);
  for (const auto& [party, camp] : camps) {
    parties.push_back(party);
    sides.push_back(camp.sides);
  }

  const auto standing = network::ties_between(sides, network::Measure::Subtract, question.normalisation);
  const auto shown = network::ties_between(sides, question.measure, question.normalisation);
  Blocs result{{}, outcome->undated_left_out};
  std::vector<std::size_t> bloc_of(parties.size());
  for (const auto& members : network::blocs_among(parties.size(), standing)) {
    Bloc bloc;
    for (const auto member : members) {
      bloc_of[member] = result.blocs.size();
      bloc.members.push_back(member_of(knowledge, parties[member], camps.at(parties[member])));
    }
    result.blocs.push_back(std::move(bloc));
  }
  const auto id = [&](std::size_t party) { return knowledge.entity(parties[party]).id; };
  for (const auto& tie : shown)
    result.blocs[bloc_of[tie.a]].ties.push_back(
        {id(tie.a), id(tie.b), tie.weight, tie.agreed, tie.disagreed});
  return result;
}

}  // namespace demarche
