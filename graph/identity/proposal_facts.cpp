#include "graph/identity/proposal_facts.h"

#include <algorithm>
#include <array>

#include "graph/identity/actors.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

// Words that any proposal may be called by, so that they tell none from another. Folded and stemmed.
const std::set<std::string>& general_words() {
  static const std::set<std::string> words{
      "proposal",  "plan",    "document",   "idea",    "offer",    "initiative", "deal",    "point",
      "agreement", "thing",   "suggestion", "text",    "draft",    "version",    "package", "measure",
      "framework", "revised", "amended",    "updated", "improved", "raised",     "latest",  "term"};
  return words;
}

bool is_renewing(const std::string& word) {
  static const std::set<std::string> words{"revised",  "amended",  "updated", "improved",  "modified",
                                           "refined",  "reworked", "raised",  "increased", "sweetened",
                                           "enhanced", "higher",   "softened"};
  return words.contains(word);
}

std::string plain_kind(const std::string& kind) {
  static const std::map<std::string, std::string> same{
      {"bid", "offer"}, {"accord", "deal"}, {"pact", "deal"}, {"agreement", "deal"}, {"truce", "ceasefire"}};
  auto stemmed = stem(kind);
  const auto known = same.find(stemmed);
  return known == same.end() ? stemmed : known->second;
}

// Of "the 14-point plan for peace" that of "plan": the word before the first preposition.
ProposalFamily family_of_head(const std::string& mention) {
  std::string head;
  for (const auto& word : words_of(mention)) {
    const auto folded = fold(word);
    if (!is_function_word(folded)) head = folded;
    if (is_function_word(folded) && !head.empty()) break;
  }
  return family_of(plain_kind(head));
}

// A ceasefire that "rests on the 14-point plan" has not the plan's points, though a text may be read so.
bool counts_points_of_another(const Proposal& proposal, ProposalFamily family) {
  const auto& mentions = proposal.mentions;
  const auto is_counted = [](const Span& mention) { return mention.text.find("point") != std::string::npos; };
  return std::any_of(mentions.begin(), mentions.end(), is_counted) &&
         std::all_of(mentions.begin(), mentions.end(), [&](const Span& mention) {
           return !is_counted(mention) || families_differ(family, family_of_head(mention.text));
         });
}

}  // namespace

ProposalFamily family_of(const std::string& kind) {
  using enum ProposalFamily;
  static const std::map<std::string, ProposalFamily> families{
      {"proposal", Any},    {"document", Any},     {"text", Any},
      {"draft", Any},       {"idea", Any},         {"plan", Plan},
      {"framework", Plan},  {"package", Plan},     {"initiative", Plan},
      {"program", Plan},    {"offer", Offer},      {"takeover", Offer},
      {"merger", Offer},    {"overture", Offer},   {"joint venture", Offer},
      {"bill", Law},        {"resolution", Law},   {"motion", Law},
      {"amendment", Law},   {"measure", Law},      {"reform", Law},
      {"budget", Law},      {"constitution", Law}, {"referendum", Law},
      {"deal", Deal},       {"treaty", Deal},      {"ceasefire", Deal},
      {"settlement", Deal}, {"contract", Deal},    {"memorandum", Deal},
      {"compromise", Any},  {"demand", Demand},    {"request", Demand},
      {"call", Demand},     {"ultimatum", Demand}, {"claim", Demand}};
  const auto known = families.find(kind);
  return known == families.end() ? Other : known->second;
}

bool families_differ(ProposalFamily a, ProposalFamily b) {
  using enum ProposalFamily;
  if (a == Any || b == Any || a == b) return false;
  return !(a == Plan && b == Other) && !(a == Other && b == Plan);
}

std::string unit_of(const std::string& amount) {
  return amount.substr(0, amount.rfind(' '));
}

bool are_numbered_otherwise(const ProposalFacts& a, const ProposalFacts& b) {
  if (a.points && b.points && a.points != b.points) return true;
  std::map<std::string, std::set<std::string>> counted;
  for (const auto& amount : a.amounts) counted[unit_of(amount)].insert(amount);
  std::map<std::string, bool> is_same;  // by unit that both count
  for (const auto& amount : b.amounts)
    if (const auto known = counted.find(unit_of(amount)); known != counted.end())
      is_same[known->first] |= known->second.contains(amount);
  return !is_same.empty() &&
         std::none_of(is_same.begin(), is_same.end(), [](const auto& unit) { return unit.second; });
}

FactReader::FactReader(const Gazetteer& gazetteer) : gazetteer_(gazetteer), wordings_(gazetteer) {}

std::string FactReader::principal(const std::string& id) const {
  for (const auto& key : with_those_above({id}, gazetteer_))
    if (const auto* entry = gazetteer_.find(key); entry && entry->kind == ActorKind::State) return key;
  return id;
}

std::map<std::string, std::string> FactReader::principals(const Extraction& found,
                                                          const std::vector<std::string>& actors) const {
  std::map<std::string, std::string> counted;
  for (std::size_t i = 0; i < actors.size(); ++i) counted.emplace(found.actors[i].id, principal(actors[i]));
  for (const auto& link : found.links) {
    const auto from = counted.find(link.from);
    const auto to = counted.find(link.to);
    if (rolls_up(link.relation) && from != counted.end() && to != counted.end()) from->second = to->second;
  }
  return counted;
}

void FactReader::read_words(const Proposal& proposal, ProposalFacts& facts) const {
  const auto read = [&](const std::string& mention) {
    const auto wording = wordings_.read(mention);
    facts.amounts.insert(wording.amounts.begin(), wording.amounts.end());
    std::set<std::string> units;
    for (const auto& amount : wording.amounts) units.insert(unit_of(amount));
    for (const auto& owner : wording.owners) facts.owners.insert(principal(owner));
    for (const auto& word : wording.content) {
      facts.renewed |= is_renewing(word);
      if (word == stem(proposal.kind) || general_words().contains(word) || is_renewing(word)) continue;
      const bool is_number = word.front() >= '0' && word.front() <= '9';
      if (is_number || units.contains(word) || wording.owners.contains(word)) continue;
      (gazetteer_.find(word) ? facts.about : facts.topics).insert(word);
    }
  };
  read(proposal.name);
  for (const auto& mention : proposal.mentions) read(mention.text);
}

std::vector<ProposalFacts> FactReader::facts_in(const Extraction& found,
                                                const std::vector<std::string>& actors) const {
  const auto counted = principals(found, actors);
  const auto id = [&](const std::string& local) {
    const auto known = counted.find(local);
    return known == counted.end() ? std::string() : known->second;
  };
  std::map<std::string, std::size_t> place;
  std::vector<ProposalFacts> all;
  for (const auto& proposal : found.proposals) {
    place.emplace(proposal.id, all.size());
    auto& facts = all.emplace_back();
    facts.kind = plain_kind(proposal.kind);
    facts.family = family_of(facts.kind);
    if (!counts_points_of_another(proposal, facts.family)) facts.points = proposal.points;
  }
  for (const auto& assertion : found.assertions) {
    const auto at = place.find(assertion.proposal);
    const auto actor = id(assertion.actor);
    if (at == place.end() || actor.empty()) continue;
    auto& facts = all[at->second];
    facts.parties.insert(actor);
    if (assertion.relation == Relation::Withdrew) facts.owners.insert(actor);
    if (assertion.modality != Modality::Actual) continue;
    if (assertion.relation == Relation::Proposed) facts.owners.insert(actor);
    facts.renewed |= assertion.relation == Relation::Amended;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool is_said = !all[i].owners.empty();
    auto proposers = all[i].owners;
    read_words(found.proposals[i], all[i]);
    if (is_said) all[i].owners = std::move(proposers);
  }
  return all;
}

}  // namespace demarche
