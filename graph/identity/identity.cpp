#include "graph/identity/identity.h"

#include <algorithm>
#include <map>
#include <set>

#include "graph/identity/actors.h"
#include "graph/identity/proposals.h"
#include "graph/identity/wording.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

// What is counted of an entity while its findings are gone through.
struct Gathered {
  Entity entity;
  std::map<std::string, std::size_t> names;  // as the documents have them, and in how many
  std::map<ActorKind, std::size_t> kinds;    // of the findings, unknown left out
  std::map<std::string, std::size_t> heads;  // kinds of a proposal's findings
  std::set<std::string> aliases;
};

// The commonest; of equals the one that sorts first.
template <class Value>
Value commonest(const std::map<Value, std::size_t>& counts, Value otherwise) {
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::move(otherwise) : most->first;
}

// Collects entities by id, and remembers to which each finding belongs.
class Gathering {
 public:
  Gathering(const std::vector<Extraction>& extractions, const Gazetteer& gazetteer)
      : extractions_(extractions), gazetteer_(gazetteer), reader_(gazetteer), belongs_(extractions.size()) {}

  Identity run() {
    for (std::size_t i = 0; i < extractions_.size(); ++i) gather_actors(i);
    gather_entries();
    gather_proposals();
    return finished();
  }

 private:
  using ById = std::map<std::string, Gathered>;

  struct LocalEntries {
    std::vector<ById::iterator> actors, proposals;
  };

  ById::iterator entity(const std::string& id, Entity::Kind kind) {
    const auto [at, is_new] = by_id_.try_emplace(id);
    if (is_new) {
      at->second.entity.id = id;
      at->second.entity.kind = kind;
    }
    return at;
  }

  void gather_actors(std::size_t document) {
    std::set<std::string> seen;
    for (const auto& actor : extractions_[document].actors) {
      const auto at = entity(actor_id(actor, gazetteer_), Entity::Kind::Actor);
      auto& gathered = at->second;
      if (seen.insert(at->first).second) ++gathered.entity.documents;
      ++gathered.names[actor.name];
      if (actor.kind != ActorKind::Unknown) ++gathered.kinds[actor.kind];
      gathered.aliases.insert(actor.name);
      for (const auto& mention : actor.mentions) gathered.aliases.insert(collapse_spaces(mention.text));
      belongs_[document].actors.push_back(at);
    }
  }

  // The gazetteer's name, kind and aliases outrank those of texts; entries above those named come in as well.
  void gather_entries() {
    std::vector<std::string> keys;
    for (const auto& [id, gathered] : by_id_) keys.push_back(id);
    for (const auto& key : with_those_above(std::move(keys), gazetteer_)) {
      const auto& entry = *gazetteer_.find(key);
      auto& gathered = entity(key, Entity::Kind::Actor)->second;
      gathered.names = {{entry.name, 1}};
      gathered.kinds = {{entry.kind, 1}};
      gathered.aliases.insert(entry.name);
      gathered.aliases.insert(entry.aliases.begin(), entry.aliases.end());
    }
  }

  void gather_proposals() {
    std::vector<LocalProposal> locals;
    std::vector<std::pair<std::size_t, std::size_t>> place;  // document, proposal in it
    for (std::size_t i = 0; i < extractions_.size(); ++i) {
      belongs_[i].proposals.resize(extractions_[i].proposals.size());
      for (std::size_t k = 0; k < extractions_[i].proposals.size(); ++k) {
        locals.push_back({&extractions_[i], &extractions_[i].proposals[k]});
        place.emplace_back(i, k);
      }
    }
    for (const auto& members : group_proposals(locals, reader_)) {
      std::vector<LocalProposal> group;
      for (std::size_t i : members) group.push_back(locals[i]);
      const auto at = gather_proposal(group);
      for (std::size_t i : members) belongs_[place[i].first].proposals[place[i].second] = at;
    }
  }

  // A proposal is known by where it was first mentioned, so that later documents leave its id alone.
  ById::iterator gather_proposal(const std::vector<LocalProposal>& group) {
    const auto& first = *group.front().proposal;
    const auto& anchor = first.mentions.empty() ? Span{} : first.mentions.front();
    const auto at =
        entity(derived_id("p:", {group.front().found->document.id, std::string(name(anchor.field)),
                                 std::to_string(anchor.start), std::to_string(anchor.end), first.name}),
               Entity::Kind::Proposal);
    auto& gathered = at->second;
    gathered.entity.documents = group.size();
    gathered.names = {{proposal_name(group, reader_), 1}};
    for (const auto& local : group) {
      if (local.proposal->points) gathered.entity.points = local.proposal->points;
      ++gathered.heads[local.proposal->kind];
      gathered.aliases.insert(local.proposal->name);
      for (const auto& mention : local.proposal->mentions)
        gathered.aliases.insert(collapse_spaces(mention.text));
    }
    return at;
  }

  Identity finished() {
    Identity identity;
    std::map<std::string_view, std::size_t> place;
    for (auto& [id, gathered] : by_id_) {
      auto& entity = gathered.entity;
      entity.name = commonest(gathered.names, id);
      entity.actor_kind = commonest(gathered.kinds, ActorKind::Unknown);
      entity.proposal_kind = commonest(gathered.heads, std::string());
      entity.aliases.assign(gathered.aliases.begin(), gathered.aliases.end());
      place.emplace(id, identity.entities.size());
      identity.entities.push_back(std::move(entity));
    }
    for (const auto& local : belongs_) {
      auto& document = identity.documents.emplace_back();
      for (const auto& at : local.actors) document.actors.push_back(place.at(at->first));
      for (const auto& at : local.proposals) document.proposals.push_back(place.at(at->first));
    }
    return identity;
  }

  const std::vector<Extraction>& extractions_;
  const Gazetteer& gazetteer_;
  WordingReader reader_;
  ById by_id_;
  std::vector<LocalEntries> belongs_;
};

}  // namespace

Identity resolve(const std::vector<Extraction>& extractions, const Gazetteer& gazetteer, const Overlay&) {
  return Gathering(extractions, gazetteer).run();
}

}  // namespace demarche
