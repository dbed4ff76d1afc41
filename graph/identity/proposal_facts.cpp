#include "graph/identity/proposal_facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "graph/identity/actors.h"
#include "graph/identity/naming_words.h"
#include "graph/identity/spelling.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t longest_chain = 16;  // from a part of a part to the state
constexpr std::chrono::days days_of_news{7};

bool is_renewing(const std::string& word) {
  return is_naming(NamingClass::Renewing, word);
}

std::string plain_kind(const std::string& kind) {
  auto stemmed = stem(kind);
  const auto same = naming_words().value(NamingClass::Same, stemmed);
  return same ? std::string(*same) : stemmed;
}

// Of "the 14-point draft plan for peace" "plan": the word before the first preposition, folded.
std::string head_of(const std::string& mention) {
  std::string head;
  for (const auto& word : words_of(mention)) {
    const auto folded = fold(word);
    if (!is_function_word(folded)) head = folded;
    if (is_naming(NamingClass::HeadEnd, folded) && !head.empty()) break;
  }
  return head;
}

ProposalFamily family_of_head(const std::string& mention) {
  return family_of(plain_kind(head_of(mention)));
}

// "The draft agreement", which nobody has agreed to.
bool is_draft_of_deal(const Proposal& proposal) {
  return std::any_of(proposal.mentions.begin(), proposal.mentions.end(), [](const Span& mention) {
    const auto words = words_of(mention.text);
    const auto draft =
        std::find_if(words.begin(), words.end(), [](const auto& word) { return fold(word) == "draft"; });
    return draft != words.end() && draft + 1 != words.end() &&
           family_of(plain_kind(fold(*(draft + 1)))) == ProposalFamily::Deal;
  });
}

// "A pay rise" that is called "the offer" as well is an offer; a levy that somebody calls "a bill for others"
// is no bill.
std::string telling_kind(const Proposal& proposal) {
  using enum ProposalFamily;
  const auto kind = plain_kind(proposal.kind);
  if (family_of(kind) == Deal && is_draft_of_deal(proposal)) return "draft";
  if (family_of(kind) != Other) return kind;
  for (const auto& mention : proposal.mentions) {
    if (&mention != &proposal.mentions.front() && has_open_article(mention.text)) continue;
    const auto head = plain_kind(head_of(mention.text));
    if (const auto family = family_of(head); family != Other && family != Any) return head;
  }
  return kind;
}

// "A text of 16 articles", "the 37-article bill": how many it has.
std::optional<int> articles_in(const std::string& mention) {
  const auto words = words_of(mention);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (stem(words[i + 1]) != "article") continue;
    const bool is_behind = i + 2 == words.size() && i > 1 && fold(words[i - 1]) == "of";
    const bool is_before = i + 3 == words.size();
    if (!is_behind && !is_before) continue;
    const bool is_digits = words[i].size() < 4 && std::all_of(words[i].begin(), words[i].end(), is_digit);
    return is_digits ? std::optional(std::stoi(words[i])) : number_spelled(fold(words[i]));
  }
  return std::nullopt;
}

// Its points, or its articles where no points are told.
std::optional<int> parts_counted(const Proposal& proposal) {
  auto counted = own_points(proposal);
  for (const auto& mention : proposal.mentions)
    if (!counted) counted = articles_in(mention.text);
  return counted;
}

// A proposal that is only told: its kind is the one of whatever has no noun of its own.
bool is_clause(const Proposal& proposal) {
  return proposal.kind == "proposal" &&
         std::none_of(proposal.mentions.begin(), proposal.mentions.end(), [](const Span& mention) {
           const bool tells_deed = fold(mention.text).starts_with("to ");  // "to sign the treaty"
           return !tells_deed && family_of_head(mention.text) != ProposalFamily::Other;
         });
}

// "Send" of "to send soldiers"; empty where some mention is no clause.
std::string verb_of(const Proposal& proposal) {
  std::string verb;
  for (const auto& mention : proposal.mentions) {
    const auto words = words_of(mention.text);
    if (words.size() < 2 || fold(words.front()) != "to") return "";
    if (verb.empty()) verb = fold(words[1]);
  }
  return verb;
}

// What a word of a mention says of the matter; nothing where it could be said of any.
std::optional<std::string> topic_of(const std::string& word) {
  if (is_general_word(word) || is_renewing(word) || number_spelled(word)) return std::nullopt;
  if (is_naming(NamingClass::Measure, word)) return std::nullopt;
  const auto kind = plain_kind(word);
  if (is_naming(NamingClass::Telling, kind)) return kind;
  return family_of(kind) == ProposalFamily::Other ? std::optional(word) : std::nullopt;
}

bool counts_points(const Span& mention) {
  return mention.text.find("point") != std::string::npos;
}

// "The mediator", "the Oslo-listed group": nobody's name, so that it tells owners not apart. A headline
// begins every name with a capital.
bool has_only_small_names(const Actor& actor) {
  const auto begins_small = [](std::string_view word) {
    return !word.empty() && word.front() >= 'a' && word.front() <= 'z';
  };
  const auto is_small = [&](const Span& mention) {
    auto name = trimmed_name(mention.text);
    if (const auto of = name.find(" of "); of != std::string::npos) {
      const bool is_named_after = !begins_small(trimmed_name(name.substr(of + 4)));
      if (is_named_after && actor.kind == ActorKind::Organisation) return false;  // "secretariat of the IMO"
      name.resize(of);                                                            // "the chair of the talks"
    }
    return begins_small(std::string_view(name).substr(name.rfind(' ') + 1));
  };
  bool is_in_text = false;
  for (const auto& mention : actor.mentions) {
    if (mention.field == Field::Title) continue;
    if (!is_small(mention)) return false;
    is_in_text = true;
  }
  return is_in_text;
}

// "Compromise text" of "the chair's revised compromise text": the words before the first preposition, at
// least two, but for owners, numbers and what says that it is another version.
std::string phrase_of(const std::string& mention) {
  std::vector<std::string> words;
  for (const auto& word : words_of(mention)) {
    const auto folded = fold(word);
    if (is_naming(NamingClass::HeadEnd, folded)) break;
    const bool is_of_version = is_renewing(folded) || is_naming(NamingClass::Earlier, folded);
    if (is_function_word(folded) || is_of_version || is_digit(folded.front())) continue;
    if (mention.find(word + "'") != std::string::npos || mention.find(word + "’") != std::string::npos)
      words.clear();
    else
      words.push_back(stem(folded));
  }
  return words.size() > 1 ? fmt::format("{}", fmt::join(words, " ")) : "";
}

// "The first draft".
bool is_called_earlier(const std::string& mention) {
  const auto words = words_of(mention);
  return words.size() > 1 && is_naming(NamingClass::Definite, fold(words[0])) &&
         is_naming(NamingClass::Earlier, fold(words[1]));
}

// "Soranian" of Sorania.
bool is_adjective_of(const std::string& word, const std::string& land) {
  constexpr std::size_t least_shared = 3;
  const auto [ended, other] = std::mismatch(word.begin(), word.end(), land.begin(), land.end());
  const auto shared = static_cast<std::size_t>(ended - word.begin());
  const bool has_its_stem = shared >= least_shared && shared + 3 > land.size();
  const bool has_ending =
      word.ends_with("n") || word.ends_with("ish") || word.ends_with("ese") || word.ends_with("i");
  return word != land && word.find(' ') == std::string::npos && begins_with_capital(word) && has_its_stem &&
         has_ending && !land.ends_with("n");
}

// Whether the text calls a proposal by the same words: "the Twin Socket" that is taken for who proposed "the
// Twin Socket plan".
bool is_proposals_name(const Extraction& found, const std::string& actor) {
  const auto at = std::find_if(found.actors.begin(), found.actors.end(),
                               [&](const Actor& candidate) { return candidate.id == actor; });
  const auto is_proposals = [&](const Span& name) {
    return std::any_of(found.proposals.begin(), found.proposals.end(), [&](const Proposal& proposal) {
      return std::any_of(proposal.mentions.begin(), proposal.mentions.end(), [&](const Span& mention) {
        return mention.field == name.field && mention.start == name.start && mention.end == name.end;
      });
    });
  };
  return at != found.actors.end() && std::any_of(at->mentions.begin(), at->mentions.end(), is_proposals);
}

// Of "the second draft of the pact" 2.
std::optional<int> draft_in(const std::vector<std::string>& words) {
  for (std::size_t i = 1; i < words.size(); ++i)
    if (const auto place = naming_words().value(NamingClass::Ordinal, fold(words[i - 1]));
        place && is_naming(NamingClass::Successive, stem(words[i])))
      return std::stoi(std::string(*place));
  return std::nullopt;
}

// Of "a treaty on the Harbour Link" "Harbour Link": two capitals or more behind a small word.
std::set<std::string> things_in(const Span& mention, const std::vector<std::string>& words) {
  std::set<std::string> things;
  if (mention.field == Field::Title) return things;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!begins_with_capital(words[i]) || begins_with_capital(words[i - 1])) continue;
    std::size_t end = i + 1;
    while (end < words.size() && begins_with_capital(words[end])) ++end;
    const auto name = words.begin() + static_cast<std::ptrdiff_t>(i);
    if (end - i > 1)
      things.insert(fmt::format("{}", fmt::join(name, name + static_cast<std::ptrdiff_t>(end - i), " ")));
    i = end;
  }
  return things;
}

// "Raised its offer": whoever changes it is whose it is.
bool is_called_its_own(const Proposal& proposal) {
  return std::any_of(proposal.mentions.begin(), proposal.mentions.end(), [](const Span& mention) {
    const auto words = words_of(mention.text);
    return !words.empty() && is_naming(NamingClass::Owning, fold(words.front()));
  });
}

bool is_of_its_days(const Assertion& assertion, const Document& document) {
  return assertion.date && document.date &&
         document.date->first_day() - assertion.date->first_day() <= days_of_news;
}

// "A levy on ships", by the first words that the text has for it.
bool is_brought_up_in_text(const Proposal& proposal) {
  const auto& mentions = proposal.mentions;
  const auto first = std::find_if(mentions.begin(), mentions.end(),
                                  [](const Span& mention) { return mention.field == Field::Text; });
  return first != mentions.end() && has_open_article(first->text);
}

}  // namespace

ProposalFamily family_of(const std::string& kind) {
  const auto name = naming_words().value(NamingClass::Family, kind);
  return name ? family_named(*name).value_or(ProposalFamily::Other) : ProposalFamily::Other;
}

bool is_general_word(const std::string& word) {
  return is_naming(NamingClass::General, word) || is_naming(NamingClass::Answering, word);
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
  const auto is_pair = [&](ProposalFamily one, ProposalFamily other) {
    return (a == one && b == other) || (a == other && b == one);
  };
  return !is_pair(Plan, Other) && !is_pair(Union, Offer) && !is_pair(Union, Deal) && !is_pair(Union, Plan);
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

// "Norden fund" is a name, "Slovenian ministry" none.
bool FactReader::is_described(const Actor& actor) const {
  const auto is_name = [&](const Span& mention) {
    const auto name = trimmed_name(mention.text);
    const auto first = std::string_view(name).substr(0, name.find(' '));
    return mention.field == Field::Text && begins_with_capital(first) && first.size() < name.size() &&
           first.find('-') == std::string_view::npos && !has_possessive(name) &&
           wordings_.read(name).keys.empty();
  };
  if (!has_only_small_names(actor)) return false;
  return actor.kind != ActorKind::Organisation ||
         std::none_of(actor.mentions.begin(), actor.mentions.end(), is_name);
}

void FactReader::meet(const Extraction& found, const std::vector<std::string>& actors) {
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const auto& actor = found.actors[i];
    if (actor.kind != ActorKind::Organisation || !has_only_small_names(actor)) continue;
    const bool is_owned = std::any_of(actor.mentions.begin(), actor.mentions.end(), [](const Span& mention) {
      return mention.field == Field::Text && begins_with_capital(trimmed_name(mention.text));
    });
    if (is_owned) owned_.insert(actors[i]);
  }
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

FactReader::Owners FactReader::called_in(const Extraction& found, const Owners& owners) const {
  Owners called;
  for (const auto& actor : found.actors)
    for (const auto& mention : actor.mentions) {
      if (is_described(actor)) break;
      const auto name = trimmed_name(mention.text);
      const auto [at, is_new] = called.emplace(stem(name.substr(name.rfind(' ') + 1)), owners.at(actor.id));
      if (!is_new && at->second != owners.at(actor.id)) at->second.clear();
    }
  std::erase_if(called, [](const auto& word) { return word.second.empty(); });
  return called;
}

FactReader::Owners FactReader::adjectives_in(const Extraction& found, const Owners& owners) {
  Owners adjectives;
  for (const auto& actor : found.actors)
    for (const auto& mention : actor.mentions)
      if (is_adjective_of(mention.text, actor.name))
        adjectives.emplace(stem(mention.text), owners.at(actor.id));
  return adjectives;
}

void FactReader::read_words(const Proposal& proposal, const Owners& called, const Owners& adjectives,
                            ProposalFacts& facts) const {
  const auto read = [&](const std::string& mention) {
    const auto wording = wordings_.read(mention);
    const auto family = family_of_head(mention);
    const bool is_joint = family == ProposalFamily::Deal || family == ProposalFamily::Union;  // no one's own
    facts.amounts.insert(wording.amounts.begin(), wording.amounts.end());
    facts.years.insert(wording.years.begin(), wording.years.end());
    facts.called_earlier |= is_called_earlier(mention);
    std::set<std::string> units;
    for (const auto& amount : wording.amounts) units.insert(unit_of(amount));
    for (const auto& owner : wording.owners) facts.owners.insert(principal(owner));
    for (const auto* names : {&wording.called, &wording.described})
      for (const auto& name : *names)
        if (const auto owner = called.find(name); owner != called.end() && !is_joint)
          facts.owners.insert(owner->second.begin(), owner->second.end());
    if (facts.family == ProposalFamily::Deal) facts.sides.insert(wording.sides.begin(), wording.sides.end());
    if (auto phrase = phrase_of(mention); !phrase.empty()) facts.phrases.insert(std::move(phrase));
    std::set<std::string> topics;
    std::string change;
    for (const auto& word : wording.matter) {
      if (const auto land = adjectives.find(word); land != adjectives.end()) {
        if (!is_joint) facts.owners.insert(land->second.begin(), land->second.end());
        continue;
      }
      if (is_renewing(word)) change = word;
      facts.answers |= is_naming(NamingClass::Answering, word);
      if (is_digit(word.front()) || units.contains(word) || wording.owners.contains(word)) continue;
      if (const auto* entry = wording.keys.contains(word) ? gazetteer_.find(word) : nullptr) {
        facts.about.insert(word);
        if (entry->kind == ActorKind::State || entry->kind == ActorKind::Place) facts.places.insert(word);
      } else if (auto topic = topic_of(word))
        topics.insert(std::move(*topic));
    }
    facts.described.insert(wording.described.begin(), wording.described.end());
    facts.renewed |= !change.empty() || wording.is_moved;
    if (!change.empty()) facts.names.insert(change + ' ' + stem(head_of(mention)));
    facts.named |= !fold(mention).starts_with("to ") &&
                   std::any_of(topics.begin(), topics.end(), [](const std::string& topic) {
                     return !is_naming(NamingClass::Telling, topic);
                   });
    if (topics.size() > 1) facts.names.insert(fmt::format("{}", fmt::join(topics, " ")));
    facts.topics.merge(topics);
  };
  read(proposal.name);
  for (const auto& mention : proposal.mentions) {
    read(mention.text);
    const auto words = words_of(mention.text);
    facts.things.merge(things_in(mention, words));
    if (const auto draft = draft_in(words)) facts.draft = draft;
  }
  const bool is_of_measures = facts.topics.empty() && facts.kind.find(' ') != std::string::npos;
  if (is_of_measures) facts.topics.insert(facts.kind);  // "a four-day week"
  facts.named |= is_of_measures;
  facts.renewed |= facts.draft.has_value();
}

// What the document is about: who appears in it, what its headline and its proposals name.
std::set<std::string> FactReader::context_of(const Extraction& found,
                                             const std::map<std::string, std::string>& counted,
                                             const std::vector<ProposalFacts>& all) const {
  std::set<std::string> context;
  for (const auto& [local, id] : counted) context.insert(id);
  const auto headline = wordings_.read(found.document.title);
  for (const auto& word : headline.content)
    if (headline.keys.contains(word))
      context.insert(principal(word));
    else if (auto topic = topic_of(word))
      context.insert(std::move(*topic));
  for (const auto& facts : all) context.insert(facts.topics.begin(), facts.topics.end());
  std::erase_if(context, [](const std::string& word) { return is_naming(NamingClass::Telling, word); });
  return context;
}

std::set<std::string> FactReader::states_in(const std::map<std::string, std::string>& counted,
                                            const std::vector<ProposalFacts>& all) const {
  std::set<std::string> named;
  for (const auto& [local, id] : counted) named.insert(id);
  for (const auto& facts : all)
    for (const auto* some : {&facts.about, &facts.owners, &facts.sides})
      named.insert(some->begin(), some->end());
  std::erase_if(named, [&](const std::string& id) {
    const auto* entry = gazetteer_.find(id);
    return !entry || entry->kind != ActorKind::State;
  });
  return named;
}

// A chamber of parliament, which takes a deal for its state.
bool FactReader::is_states_body(const std::string& key) const {
  std::vector<std::string> wholes{key};
  for (std::size_t i = 0; i < wholes.size() && i < longest_chain; ++i) {
    const auto* entry = gazetteer_.find(wholes[i]);
    if (!entry) continue;
    if (i > 0 && entry->kind == ActorKind::State) return true;
    for (const auto& above : entry->affiliations)
      if (above.relation == LinkKind::PartOf) wholes.push_back(above.to);
  }
  return false;
}

// Of a deal that is told to be between two: the two whom one sentence joins, who took it or talk about it; or
// the one with whom it is and the only other who has to do with it. More than two join a treaty, which any
// may take.
void FactReader::read_sides(const Proposal& proposal, const Extraction& found,
                            const std::map<std::string, std::string>& counted, ProposalFacts& facts) const {
  if (facts.family != ProposalFamily::Deal || facts.sides.size() > 1) return;
  std::map<std::string_view, std::set<std::string>> by_sentence;
  std::set<std::string> takers;
  for (const auto& assertion : found.assertions) {
    const auto actor = counted.find(assertion.actor);
    if (assertion.proposal != proposal.id || actor == counted.end() || !gazetteer_.find(actor->second))
      continue;
    const auto relation = assertion.relation;
    const bool is_taken = (relation == Relation::Accepted || relation == Relation::Discussed) &&
                          assertion.modality == Modality::Actual;
    if (is_taken) by_sentence[assertion.evidence.text].insert(actor->second);
    const bool is_outsiders =
        relation == Relation::Supported || relation == Relation::Opposed || relation == Relation::Received;
    if (!is_outsiders && !is_states_body(actor->second)) takers.insert(actor->second);
  }
  for (const auto& side : facts.sides) takers.erase(side);
  const auto joined = std::find_if(by_sentence.begin(), by_sentence.end(),
                                   [](const auto& sentence) { return sentence.second.size() == 2; });
  if (joined != by_sentence.end())
    facts.sides.insert(joined->second.begin(), joined->second.end());
  else if (facts.sides.size() == 1 && takers.size() == 1)
    facts.sides.merge(takers);
}

// Whose each proposal is, and who has to do with it, by what is said of them.
void FactReader::read_acts(const Extraction& found, const std::map<std::string, std::string>& counted,
                           const Owners& owners, std::vector<ProposalFacts>& all) const {
  std::map<std::string, std::size_t> place;
  for (const auto& proposal : found.proposals) place.emplace(proposal.id, place.size());
  std::set<std::string> described;
  for (const auto& actor : found.actors)
    if (is_described(actor) && !gazetteer_.find(counted.at(actor.id))) described.insert(actor.id);
  for (const auto& assertion : found.assertions) {
    const auto at = place.find(assertion.proposal);
    const auto actor = counted.find(assertion.actor);
    if (at == place.end() || actor == counted.end()) continue;
    auto& facts = all[at->second];
    if (is_proposals_name(found, assertion.actor)) continue;
    facts.parties.insert(actor->second);
    const bool is_actual = assertion.modality == Modality::Actual;
    const bool is_owner = assertion.relation == Relation::Withdrew ||
                          (is_actual && assertion.relation == Relation::Proposed) ||
                          (is_actual && assertion.relation == Relation::Amended &&
                           is_called_its_own(found.proposals[at->second]));
    const bool is_named = !described.contains(assertion.actor);
    const auto& ids = owners.at(assertion.actor);
    if (is_owner && is_named) facts.owners.insert(ids.begin(), ids.end());
    if (is_owner && !is_named && owned_.contains(actor->second)) facts.described.insert(actor->second);
    facts.put_forward |= is_actual && assertion.relation == Relation::Proposed &&
                         is_of_its_days(assertion, found.document) &&
                         is_brought_up_in_text(found.proposals[at->second]);
    facts.amended |= is_actual && assertion.relation == Relation::Amended;
    facts.renewed |= facts.amended;
    facts.withdrawn |= is_actual && assertion.relation == Relation::Withdrew;
  }
}

std::vector<ProposalFacts> FactReader::facts_in(const Extraction& found,
                                                const std::vector<std::string>& actors) const {
  const auto counted = principals(found, actors);
  std::vector<ProposalFacts> all;
  for (const auto& proposal : found.proposals) {
    auto& facts = all.emplace_back();
    facts.kind = telling_kind(proposal);
    facts.family = family_of(facts.kind);
    facts.points = parts_counted(proposal);
    facts.clause = is_clause(proposal);
    facts.verb = verb_of(proposal);
  }
  Owners owners;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    const auto& local = found.actors[i].id;
    owners[local] = {actors[i], counted.at(local)};
  }
  read_acts(found, counted, owners, all);
  const auto called = called_in(found, owners);
  const auto adjectives = adjectives_in(found, owners);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool is_said = !all[i].owners.empty();
    auto proposers = all[i].owners;
    read_words(found.proposals[i], called, adjectives, all[i]);
    read_sides(found.proposals[i], found, counted, all[i]);
    all[i].parties.insert(all[i].sides.begin(), all[i].sides.end());
    if (is_said) all[i].owners = std::move(proposers);
  }
  const auto context = context_of(found, counted, all);
  const auto states = states_in(counted, all);
  for (auto& facts : all) facts.context = context, facts.states = states;
  return all;
}

}  // namespace demarche
