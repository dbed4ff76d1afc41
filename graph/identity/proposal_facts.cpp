#include "graph/identity/proposal_facts.h"

#include <algorithm>
#include <array>

#include "graph/identity/actors.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

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

bool counts_points(const Span& mention) {
  return mention.text.find("point") != std::string::npos;
}

// "The mediator", "the rebels": nobody's name, so that it tells owners not apart. A headline begins every
// name with a capital.
bool is_described(const Actor& actor) {
  const auto is_small = [](const Span& mention) {
    const auto name = trimmed_name(mention.text);
    return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  bool is_in_text = false;
  for (const auto& mention : actor.mentions) {
    if (mention.field == Field::Title) continue;
    if (!is_small(mention)) return false;
    is_in_text = true;
  }
  return is_in_text;
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

bool is_general_word(const std::string& word) {
  static const std::set<std::string> words{
      "proposal", "plan",      "document",    "idea",       "offer",     "initiative",    "deal",
      "point",    "agreement", "thing",       "suggestion", "text",      "draft",         "version",
      "package",  "measure",   "framework",   "revised",    "amended",   "updated",       "improved",
      "raised",   "latest",    "term",        "compromise", "step",      "move",          "effort",
      "scheme",   "approach",  "formula",     "blueprint",  "final",     "full",          "current",
      "existing", "whole",     "entire",      "possible",   "potential", "controversial", "major",
      "historic", "tentative", "preliminary", "previous",   "same",      "part",          "any"};
  return words.contains(word);
}

bool counts_points_of_another(const Span& mention, const std::string& kind) {
  return counts_points(mention) && families_differ(family_of(plain_kind(kind)), family_of_head(mention.text));
}

std::optional<int> own_points(const Proposal& proposal) {
  const auto& mentions = proposal.mentions;
  const bool is_anothers =
      std::any_of(mentions.begin(), mentions.end(), counts_points) &&
      std::all_of(mentions.begin(), mentions.end(), [&](const Span& mention) {
        return !counts_points(mention) || counts_points_of_another(mention, proposal.kind);
      });
  return is_anothers ? std::nullopt : proposal.points;
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

FactReader::FactReader(const Gazetteer& gazetteer) : gazetteer_(gazetteer), wordings_(gazetteer) {
  for (const auto& entry : gazetteer.entries())
    if (entry.kind == ActorKind::State) governments_.emplace(government_id(entry.key), entry.key);
}

std::string FactReader::principal(const std::string& id) const {
  if (const auto governed = governments_.find(id); governed != governments_.end()) return governed->second;
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
    if (facts.family == ProposalFamily::Deal) facts.sides.insert(wording.sides.begin(), wording.sides.end());
    for (const auto& word : wording.matter) {
      facts.renewed |= is_renewing(word);
      if (word == stem(proposal.kind) || is_general_word(word) || is_renewing(word)) continue;
      const bool is_number = is_digit(word.front());
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
  std::set<std::string> described;
  for (const auto& actor : found.actors)
    if (is_described(actor) && !gazetteer_.find(id(actor.id))) described.insert(actor.id);
  std::map<std::string, std::size_t> place;
  std::vector<ProposalFacts> all;
  for (const auto& proposal : found.proposals) {
    place.emplace(proposal.id, all.size());
    auto& facts = all.emplace_back();
    facts.kind = plain_kind(proposal.kind);
    facts.family = family_of(facts.kind);
    facts.points = own_points(proposal);
  }
  for (const auto& assertion : found.assertions) {
    const auto at = place.find(assertion.proposal);
    const auto actor = id(assertion.actor);
    if (at == place.end() || actor.empty()) continue;
    auto& facts = all[at->second];
    facts.parties.insert(actor);
    const bool may_own = !described.contains(assertion.actor);
    if (assertion.relation == Relation::Withdrew && may_own) facts.owners.insert(actor);
    if (assertion.modality != Modality::Actual) continue;
    if (assertion.relation == Relation::Proposed && may_own) facts.owners.insert(actor);
    const bool is_side = assertion.relation == Relation::Accepted && facts.family == ProposalFamily::Deal;
    if (is_side && gazetteer_.find(actor)) facts.sides.insert(actor);
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
