#include "graph/answers/row.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/answers/versions.h"

namespace demarche {
namespace {

using Key = std::tuple<std::size_t, Relation, std::size_t, Modality>;

Key key_of(const Act& act) {
  return {act.actor, act.finding.relation, act.proposal, act.finding.modality};
}

// The most confident first, then the earliest, then by id.
bool is_better(const Act& a, const Act& b, const Knowledge& knowledge) {
  const auto rank = [&](const Act& act) {
    const auto day = day_of(act, knowledge);
    return std::tuple(-act.finding.confidence, !day.has_value(), day, std::string_view(act.id));
  };
  return rank(a) < rank(b);
}

Row row_of(const Act& act, const Knowledge& knowledge) {
  Row row;
  row.id = act.id;
  row.actor = actor_ref(knowledge, act.actor);
  row.relation = act.finding.relation;
  row.modality = act.finding.modality;
  row.extent = act.finding.extent;
  row.proposal = proposal_ref(knowledge, act.proposal);
  row.date = day_of(act, knowledge);
  if (act.speaker) row.speaker = knowledge.entity(*act.speaker).name;
  row.quote = act.finding.evidence;
  row.document = document_ref(knowledge.documents[act.document]);
  row.confidence = act.finding.confidence;
  return row;
}

// The last day that others state, where the act's own document, which is later, only tells of it.
std::optional<Date> stated_before(const std::vector<std::size_t>& evidence, const Act& act,
                                  const Knowledge& knowledge) {
  std::optional<Date> last;
  const auto told = day_of(act, knowledge);
  for (std::size_t i : evidence) {
    const auto& stated = knowledge.acts[i].finding.date;
    if (stated && told && stated->last_day() <= told->last_day()) last = std::max(last, stated);
  }
  return last;
}

// The day that the act's document states of it, or others do; a headline leaves it to the text.
std::optional<Date> date_stated(const std::vector<std::size_t>& evidence, const Act& act,
                                const Knowledge& knowledge) {
  if (act.finding.date) return act.finding.date;
  const auto stated = std::find_if(evidence.begin(), evidence.end(), [&](std::size_t i) {
    return knowledge.acts[i].document == act.document && knowledge.acts[i].finding.date;
  });
  return stated == evidence.end() ? stated_before(evidence, act, knowledge)
                                  : knowledge.acts[*stated].finding.date;
}

// Whether the act's document says of it anywhere that only a part is meant.
bool is_in_part(const std::vector<std::size_t>& evidence, const Act& act, const Knowledge& knowledge) {
  return std::any_of(evidence.begin(), evidence.end(), [&](std::size_t i) {
    return knowledge.acts[i].document == act.document && knowledge.acts[i].finding.extent == Extent::Partial;
  });
}

// The row of all the evidence for one act.
Row folded(const std::vector<std::size_t>& evidence, const Knowledge& knowledge,
           const std::vector<bool>& in_force) {
  const auto best = *std::min_element(evidence.begin(), evidence.end(), [&](std::size_t a, std::size_t b) {
    return is_better(knowledge.acts[a], knowledge.acts[b], knowledge);
  });
  Row row = row_of(knowledge.acts[best], knowledge);
  if (const auto stated = date_stated(evidence, knowledge.acts[best], knowledge)) row.date = stated;
  if (is_in_part(evidence, knowledge.acts[best], knowledge)) row.extent = Extent::Partial;
  std::set<std::size_t> stories;
  for (std::size_t i : evidence) {
    const auto& act = knowledge.acts[i];
    stories.insert(knowledge.stories[act.document]);
    row.in_force = row.in_force || in_force[i];
    const auto day = day_of(act, knowledge);
    if (!day) continue;
    row.first_date = row.first_date ? std::min(*row.first_date, *day) : *day;
    row.last_date = row.last_date ? std::max(*row.last_date, *day) : *day;
  }
  row.reports = stories.size();
  return row;
}

bool is_before(const Row& a, const Row& b) {
  if (a.date != b.date) return a.date > b.date;  // no date is less than any
  const auto rank = [](const Row& row) {
    return std::tie(row.actor.name, row.actor.id, row.relation, row.proposal.name, row.proposal.id,
                    row.modality);
  };
  return rank(a) < rank(b);
}

}  // namespace

std::vector<Row> rows_of(const Knowledge& knowledge, const std::vector<std::size_t>& acts,
                         const std::vector<bool>& in_force, const std::stop_token& stop) {
  std::map<Key, std::vector<std::size_t>> evidence;
  for (std::size_t i : acts) evidence[key_of(knowledge.acts[i])].push_back(i);
  std::vector<Row> rows;
  for (const auto& [key, same] : evidence) {
    if (stop.stop_requested()) return {};
    rows.push_back(folded(same, knowledge, in_force));
  }
  std::sort(rows.begin(), rows.end(), is_before);
  return rows;
}

ActorRef actor_ref(const Knowledge& knowledge, std::size_t entity) {
  const auto& actor = knowledge.entity(entity);
  return {actor.id, actor.name, actor.actor_kind};
}

ProposalRef proposal_ref(const Knowledge& knowledge, std::size_t entity) {
  const auto& proposal = knowledge.entity(entity);
  ProposalRef ref{proposal.id, proposal.name, proposal.points, std::nullopt};
  if (const auto earlier = revised_by(knowledge, entity)) ref.version_of = knowledge.entity(*earlier).id;
  return ref;
}

DocumentRef document_ref(const Document& doc) {
  return {doc.id, doc.title, doc.source, doc.date};
}

LinkRef link_ref(const Knowledge& knowledge, const EntityLink& link) {
  const auto& from = knowledge.entity(link.from);
  const auto& to = knowledge.entity(link.to);
  LinkRef ref{{from.id, from.name}, link.relation, {to.id, to.name}, std::nullopt};
  if (link.document) ref.document = knowledge.documents[*link.document].id;
  return ref;
}

}  // namespace demarche
