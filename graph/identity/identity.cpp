#include "graph/identity/identity.h"

#include <algorithm>
#include <map>
#include <set>

#include "graph/identity/actors.h"
#include "graph/identity/proposal_names.h"
#include "graph/identity/proposals.h"
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
  Gathering(const std::vector<Extraction>& extractions, const Gazetteer& gazetteer, const Overlay& overlay)
      : extractions_(extractions),
        gazetteer_(gazetteer),
        overlay_(overlay),
        reader_(gazetteer),
        belongs_(extractions.size()) {
    if (overlay.empty()) return;
    for (std::size_t i = 0; i < extractions.size(); ++i) place_.emplace(extractions[i].document.id, i);
  }

  Identity run() {
    auto ids = actor_ids(extractions_, gazetteer_);
    rearrange_ids("a:", &Extraction::actors, ids);
    for (std::size_t i = 0; i < extractions_.size(); ++i) gather_actors(i, ids[i]);
    gather_entries();
    gather_proposals(ids);
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

  // Where an anchor's finding stands among those of its document; nothing where it is not there.
  template <class Found>
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> find(
      const Anchor& anchor, std::vector<Found> Extraction::*findings) const {
    const auto document = place_.find(anchor.document);
    if (document == place_.end()) return std::nullopt;
    const auto& all = extractions_[document->second].*findings;
    for (std::size_t k = 0; k < all.size(); ++k)
      if (all[k].id == anchor.local) return std::pair(document->second, k);
    return std::nullopt;
  }

  // The ids of findings, by document and place in it, as the overlay has them.
  template <class Found>
  void rearrange_ids(const std::string& prefix, std::vector<Found> Extraction::*findings,
                     std::vector<std::vector<std::string>>& ids) {
    if (overlay_.empty()) return;
    const auto changed = rearrange(overlay_, prefix, [&](const Anchor& anchor) -> std::string {
      if (anchor.document.empty() && prefix == "a:") return gazetteer_.find(anchor.local) ? anchor.local : "";
      const auto at = find(anchor, findings);
      return at ? ids[at->first][at->second] : "";
    });
    for (auto& document : ids)
      for (auto& id : document)
        if (const auto now = changed.ids.find(id); now != changed.ids.end()) id = now->second;
    for (const auto& [anchor, id] : changed.anchors) {
      if (const auto at = find(anchor, findings)) ids[at->first][at->second] = id;
      if (const auto given = overlay_.names.find(anchor); given != overlay_.names.end())
        given_names_[id] = given->second;
    }
  }

  void gather_actors(std::size_t document, const std::vector<std::string>& ids) {
    std::set<std::string> seen;
    for (std::size_t k = 0; k < ids.size(); ++k) {
      const auto& actor = extractions_[document].actors[k];
      const auto at = entity(ids[k], Entity::Kind::Actor);
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

  void gather_proposals(const std::vector<std::vector<std::string>>& actors) {
    std::vector<LocalProposal> locals;
    std::vector<std::size_t> document_of;
    std::vector<std::vector<std::string>> ids(extractions_.size());
    for (std::size_t i = 0; i < extractions_.size(); ++i) reader_.meet(extractions_[i], actors[i]);
    for (std::size_t i = 0; i < extractions_.size(); ++i) {
      const auto& found = extractions_[i];
      ids[i].resize(found.proposals.size());
      for (auto& told : proposals_told(found, reader_.facts_in(found, actors[i]))) {
        locals.push_back(std::move(told));
        document_of.push_back(i);
      }
    }
    const auto grouped = group_proposals(locals);
    for (const auto& members : grouped.groups)
      for (std::size_t i : members)
        for (std::size_t k : locals[i].wordings) ids[document_of[i]][k] = id_of(locals[members.front()]);
    rearrange_ids("p:", &Extraction::proposals, ids);
    const auto id_at = [&](std::size_t i) -> const std::string& {
      return ids[document_of[i]][locals[i].wordings.front()];
    };

    std::map<std::string, std::vector<LocalProposal>> by_id;  // corrections may part wordings
    for (std::size_t i : grouped.by_time)
      for (std::size_t k : locals[i].wordings)
        by_id[ids[document_of[i]][k]].push_back({locals[i].found, {k}, {}});
    for (const auto& [id, members] : by_id) gather_proposal(id, members);
    for (std::size_t i = 0; i < ids.size(); ++i)
      for (const auto& id : ids[i]) belongs_[i].proposals.push_back(by_id_.find(id));
    for (const auto& [later, earlier] : grouped.revisions)
      revisions_.emplace_back(id_at(later), id_at(earlier));
  }

  // A proposal is known by where it was first mentioned, so that later documents leave its id alone.
  static std::string id_of(const LocalProposal& local) {
    const auto& first = local.first();
    const auto& anchor = first.mentions.empty() ? Span{} : first.mentions.front();
    return derived_id("p:", {local.found->document.id, std::string(name(anchor.field)),
                             std::to_string(anchor.start), std::to_string(anchor.end), first.name});
  }

  void gather_proposal(const std::string& id, const std::vector<LocalProposal>& group) {
    auto& gathered = entity(id, Entity::Kind::Proposal)->second;
    std::set<const Extraction*> documents;
    gathered.names = {{proposal_name(group, reader_.wordings()), 1}};
    for (const auto& local : group) {
      const auto& proposal = local.first();
      documents.insert(local.found);
      if (const auto points = own_points(proposal)) gathered.entity.points = points;
      ++gathered.heads[proposal.kind];
      gathered.aliases.insert(proposal.name);
      for (const auto& mention : proposal.mentions) gathered.aliases.insert(collapse_spaces(mention.text));
    }
    gathered.entity.documents = documents.size();
  }

  Identity finished() {
    Identity identity;
    std::map<std::string_view, std::size_t> place;
    for (auto& [id, gathered] : by_id_) {
      auto& entity = gathered.entity;
      const auto given = given_names_.find(id);
      entity.name = given == given_names_.end() ? commonest(gathered.names, id) : given->second;
      if (given != given_names_.end()) gathered.aliases.insert(given->second);
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
    for (const auto& [later, earlier] : revisions_)
      if (later != earlier) identity.revisions.emplace_back(place.at(later), place.at(earlier));
    std::sort(identity.revisions.begin(), identity.revisions.end());
    return identity;
  }

  const std::vector<Extraction>& extractions_;
  const Gazetteer& gazetteer_;
  const Overlay& overlay_;
  std::map<std::string_view, std::size_t> place_;  // of documents; empty where the overlay is
  FactReader reader_;
  ById by_id_;
  std::vector<LocalEntries> belongs_;
  std::vector<std::pair<std::string, std::string>> revisions_;  // ids
  std::map<std::string, std::string> given_names_;              // by id
};

}  // namespace

Identity resolve(const std::vector<Extraction>& extractions, const Gazetteer& gazetteer,
                 const Overlay& overlay) {
  return Gathering(extractions, gazetteer, overlay).run();
}

}  // namespace demarche
