#include "ingest/stances/chain_relations.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr int opening_lines = 3;

std::string_view unit_of(std::string_view number) {
  return number.substr(number.find(' ') + 1);
}

// An amendment is never the bill or the resolution that it would change.
bool is_change_of(const ProposalNoun& change, const ProposalNoun& text) {
  return change.sense == "amendment" && is_one_of(text.sense, {"bill", "resolution", "budget", "law", "act"});
}

// An offer may be meant by "the deal", which "the agreement" hardly does; any proposal by "the plan".
bool may_be_one(const ProposalNoun& a, const ProposalNoun& b) {
  if (a.family == Family::Talks || b.family == Family::Talks) return a.family == b.family;
  if (a.generic || b.generic) return true;
  if (a.family == b.family) return !is_change_of(a, b) && !is_change_of(b, a);
  const auto trade = [](const ProposalNoun& noun) {
    return noun.family == Family::Offer || noun.noun == "deal";
  };
  return trade(a) && trade(b);
}

}  // namespace

bool numbers_differ(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (const std::string& number : a) {
    bool same_unit = false, same = false;
    for (const std::string& other : b) {
      same_unit |= unit_of(other) == unit_of(number);
      same |= other == number;
    }
    if (same_unit && !same) return true;
  }
  return false;
}

bool takes_up_verb(const ProposalMention& mention, const FoundProposal& known) {
  return mention.definite &&
         std::any_of(known.mentions.begin(), known.mentions.end(), [&mention](const ProposalMention& other) {
           return !other.acted_on.empty() && other.acted_on == mention.noun->verb;
         });
}

std::vector<const ProposalNoun*> telling_nouns(const FoundProposal& known) {
  std::vector<const ProposalNoun*> telling;
  for (const ProposalNoun* noun : known.nouns)
    if (!noun->generic) telling.push_back(noun);
  return telling.empty() ? known.nouns : telling;
}

std::optional<int> nouns_alike(const ProposalMention& mention, const FoundProposal& known) {
  if (!mention.noun) return std::nullopt;
  std::optional<int> best;
  const auto take = [&](const ProposalNoun& noun, int points) {
    if (noun.plural != mention.noun->plural) points += other_number;
    best = std::max(best.value_or(points), points);
  };
  for (const ProposalNoun* noun : known.nouns) {
    if (noun->noun == mention.noun->noun) take(*noun, same_noun);
    if (noun->sense == mention.noun->sense) take(*noun, same_sense);
  }
  for (const ProposalNoun* noun : telling_nouns(known))
    if (may_be_one(*noun, *mention.noun)) {
      const bool alike = noun->generic || mention.noun->generic || noun->family == mention.noun->family;
      take(*noun, alike ? same_family : like_family);
    }
  if (takes_up_verb(mention, known)) best = std::max(best.value_or(same_sense), same_sense);
  return best;
}

bool has_noun(const FoundProposal& known, const ProposalNoun& noun) {
  return std::any_of(known.nouns.begin(), known.nouns.end(),
                     [&noun](const ProposalNoun* other) { return other->noun == noun.noun; });
}

bool describes(const ProposalNoun& noun, const FoundProposal& known) {
  return std::binary_search(known.topic.begin(), known.topic.end(), noun.noun) &&
         std::any_of(known.mentions.begin(), known.mentions.end(), [&noun](const ProposalMention& other) {
           return other.is_clause || other.beside == noun.noun ||
                  (other.noun && other.noun->sense == noun.noun);
         });
}

Overlap overlap(const ProposalMention& mention, const FoundProposal& known) {
  const int before = common(mention.topic, known.topic);
  const int before_behind = common(mention.topic, known.behind);
  const int behind = common(mention.behind, known.topic) + common(mention.behind, known.behind);
  const bool described = !mention.noun->weak && describes(*mention.noun, known);
  const int full = before + before_behind + (described ? 1 : 0);
  return {full, full + behind};
}

bool topics_differ(const ProposalMention& mention, const FoundProposal& known, const Overlap& words) {
  const std::size_t told = mention.topic.size() + mention.behind.size();
  const std::size_t asked = known.topic.size() + known.behind.size();
  if (told == 0 || asked == 0) return false;
  if (mention.measured && !mention.topic.empty() && has_noun(known, *mention.noun)) return false;
  if (!mention.topic.empty() && words.before == 0 && !known.topic.empty()) return true;
  return static_cast<std::size_t>(words.all) * 3 < std::min(told, asked);
}

bool has_sense_of(const FoundProposal& known, const ProposalMention& mention) {
  return std::any_of(known.nouns.begin(), known.nouns.end(),
                     [&](const ProposalNoun* noun) { return noun->sense == mention.noun->sense; });
}

bool says_the_same(const ProposalMention& mention, const FoundProposal& known) {
  const std::size_t told = mention.topic.size() + mention.behind.size();
  if (told < 2 || (mention.behind.empty() && mention.topic != known.topic)) return false;
  if (mention.behind.empty()) return true;
  const int topic = common(mention.topic, known.topic), behind = common(mention.behind, known.behind);
  const std::size_t shared = static_cast<std::size_t>(topic + behind);
  return shared >= 2 && shared >= std::min(told, known.topic.size() + known.behind.size());
}

bool repeats_bare(const ProposalMention& mention, const FoundProposal& known) {
  const auto is_bare = [](const ProposalMention& one) {
    return one.core_first == one.head && one.core_last == one.head && one.noun && !one.noun->plural;
  };
  return is_bare(mention) &&
         std::any_of(known.mentions.begin(), known.mentions.end(), [&](const auto& other) {
           return is_bare(other) && other.noun->noun == mention.noun->noun && !other.in_title;
         });
}

bool is_name_of_headline(const ProposalMention& mention, const FoundProposal& known) {
  return mention.named && mention.definite && known.announced && mention.noun->family == Family::Law &&
         has_noun(known, *mention.noun) &&
         std::none_of(known.mentions.begin(), known.mentions.end(),
                      [](const ProposalMention& other) { return other.named; });
}

bool opens_text(const ProposalMention& mention, const FoundProposal& known) {
  return known.only_in_title && mention.line <= known.mentions.front().line + opening_lines;
}

}  // namespace demarche
