// What forbids: other owners, other numbers of the same unit, words that set it apart, nouns of unlike kinds.
// What speaks for it: the same noun, words and owners in common, the headline that the text has not yet taken
// up. A definite mention joins the best that fits well enough; an indefinite one only what a headline
// announced.
#include "ingest/stances/proposal_chain.h"

#include <algorithm>

#include "ingest/stances/chain_relations.h"

namespace demarche {
namespace {

// Points, in both senses, for and against.
constexpr int shared_word = 2;
constexpr int word_behind = 1;
constexpr int shared_owner = 2;
constexpr int shared_amount = 2;
constexpr int of_headline = 1;
constexpr int headline_open = 1;
constexpr int often_named = 1;
constexpr int just_named = 1;
constexpr int only_inside_another = -1;
constexpr int past_already = -1;
constexpr int other_topic = -4;
constexpr int other_topic_same_owner = -1;
constexpr int other_topic_of_headline = -4;
constexpr int enough_definite = 2;
constexpr int enough_indefinite = 3;

template <class T>
void add_all(std::vector<T>& known, const std::vector<T>& more) {
  known.insert(known.end(), more.begin(), more.end());
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
}

// "*raised* its offer … the *raised* offer".
bool is_of_that_renewal(const ProposalMention& mention, const FoundProposal& known) {
  return std::any_of(known.mentions.begin(), known.mentions.end(), [&](const ProposalMention& other) {
    const std::string& verb = other.acted_on;
    return other.renewing ||
           (verb.size() > 3 && mention.renewal.starts_with(verb.substr(0, verb.size() - 1)));
  });
}

bool is_set_apart(const ProposalMention& mention, const FoundProposal& known) {
  if (mention.points && known.points && *mention.points != *known.points) return true;
  if (numbers_differ(mention.numbers, known.numbers)) return true;
  const bool takes_up_any = mention.noun->generic && !mention.noun->weak;  // "the *initial* proposal"
  if (mention.original && (known.renewed || (!takes_up_any && !has_noun(known, *mention.noun))))
    return true;  // "the *first* draft" after "the revised draft", or after the treaty
  if (mention.apart && !(known.apart && (mention.definite || known.only_in_title))) return true;
  if (mention.counters && !known.counters && !known.only_in_title) return true;
  if (mention.own && !known.owners.empty() && common(mention.owners, known.owners) == 0)
    return true;  // "its *own* plan" beside that of another, though he be kin
  const bool is_priced_otherwise =
      !mention.numbers.empty() && !known.numbers.empty() && common(mention.numbers, known.numbers) == 0;
  const bool is_unowned = known.owners.empty() && common(mention.owners, known.makers) == 0;
  if (mention.own && known.apart && (is_unowned || is_priced_otherwise))
    return true;  // "its *own* offer" beside "the rival bid", whosever that is
  const bool may_be_renewed = known.only_in_title && !known.counters;
  const bool other_version = mention.renewed || (mention.compared && !known.compared);
  return other_version && !known.renewed && !may_be_renewed && !is_of_that_renewal(mention, known);
}

bool owners_differ(const ProposalMention& mention, const FoundProposal& known, const Kin& kin) {
  const auto& holders = known.owners.empty() ? known.makers : known.owners;
  const auto& own = mention.owners.empty() ? mention.submitters : mention.owners;
  if (own.empty() || holders.empty()) return false;
  if (mention.surely_owned && known.only_in_title && !known.surely_owned) return false;
  return !kin.are_any(own, holders) && !kin.may_be_any(own, holders);
}

// A word that is a proposal only where an act says so stands for one only where more than its kind agrees.
bool is_vague(const ProposalMention& mention, const FoundProposal& known, const Overlap& words) {
  if (words.all > 0 || takes_up_verb(mention, known)) return false;
  const auto vague = [](const ProposalNoun* noun) { return noun->says_matter(); };
  if (has_sense_of(known, mention)) return false;
  if (vague(mention.noun) && !mention.proposed) return true;
  return !known.live && !known.proposed && !known.only_in_title &&
         std::all_of(known.nouns.begin(), known.nouns.end(), vague);
}

// It stands inside the words of the other, which so is about it.
bool is_inside(const ProposalMention& mention, const FoundProposal& known) {
  const ProposalMention& last = known.mentions.back();
  return last.line == mention.line && mention.first <= last.last;
}

// Two arguments of one verb are two things: "the new draft replaces the plan", "a resolution endorsing the
// plan".
bool is_beside(const ProposalMention& mention, const FoundProposal& known) {
  return mention.verb >= 0 &&
         std::any_of(known.mentions.begin(), known.mentions.end(), [&](const auto& other) {
           return other.line == mention.line &&
                  (other.verb == mention.verb || other.head == mention.describes);
         });
}

// "Norway's demands" behind "a plan" that nobody owns: a matter of its own, unless the words agree.
bool is_owned_otherwise(const ProposalMention& mention, const FoundProposal& known, const Overlap& words) {
  const bool owned = !mention.owners.empty() && known.owners.empty() && known.makers.empty();
  const bool takes_up = takes_up_verb(mention, known) && !known.counters;  // "proposed *a counter-plan*"
  return owned && !takes_up && words.before == 0 && words.all < 2 && !known.only_in_title &&
         !has_sense_of(known, mention);
}

// "the eight-week bill" behind "a referendum": its number tells it, and nothing has been called so.
bool is_told_by_number(const ProposalMention& mention, const FoundProposal& known, const Overlap& words) {
  const auto is_any = [](const ProposalNoun* noun) { return noun->generic && !noun->weak; };
  const auto is_weak = [](const ProposalNoun* noun) { return noun->weak; };
  const bool only_weak = std::all_of(known.nouns.begin(), known.nouns.end(), is_weak);
  return mention.measured && !mention.topic.empty() && (!mention.noun->generic || only_weak) &&
         words.all == 0 && !known.only_in_title && !has_sense_of(known, mention) &&
         std::none_of(known.nouns.begin(), known.nouns.end(), is_any);
}

// A meeting and what it is about: "the prices meeting", "the price plan".
bool only_one_is_talks(const ProposalMention& mention, const FoundProposal& known) {
  const auto is_talks = [](const ProposalNoun* noun) { return noun->family == Family::Talks; };
  return !known.nouns.empty() && is_talks(mention.noun) != is_talks(known.nouns.front());
}

// "the merger proposal" under a headline of "a 3.80-dollar bid": the headline's is the one with its number.
bool is_counted_otherwise(const ProposalMention& mention, const FoundProposal& known) {
  return known.only_in_title && !known.numbers.empty() && mention.numbers.empty() &&
         !has_sense_of(known, mention);
}

// "raised its pay offer and dropped *its plan to close offices*": one owner's two matters.
bool says_other_matter(const ProposalMention& mention, const FoundProposal& known, const Overlap& words) {
  return mention.behind.size() > 1 && words.all == 0 && !known.topic.empty() && !known.only_in_title &&
         common(mention.actors, known.actors) == 0 && !has_sense_of(known, mention);
}

// "its request for a loan … its request for a delay": what is asked for tells requests apart.
bool asks_other_matter(const ProposalMention& mention, const FoundProposal& known, const Overlap& words) {
  const bool told = !mention.topic.empty() || !mention.behind.empty();
  const bool known_told = !known.topic.empty() || !known.behind.empty();
  return mention.noun->family == Family::Demand && !mention.noun->weak && told && known_told &&
         words.all == 0 && !known.only_in_title;
}

// "a levy of *60 dollars* … the higher levy … the *60-dollar* levy"; of points a text has as many in every
// mention.
bool share_amount(const ProposalMention& mention, const FoundProposal& known) {
  return !mention.points && !known.only_in_title && common(mention.numbers, known.numbers) > 0;
}

bool means_another(const ProposalMention& mention, const FoundProposal& known, const Overlap& words,
                   const Kin& kin) {
  if (mention.in_title && !known.only_in_title) return true;
  if (is_inside(mention, known) || is_beside(mention, known) || is_set_apart(mention, known) ||
      owners_differ(mention, known, kin))
    return true;
  if (mention.named && !is_name_of_headline(mention, known) && words.all == 0 &&
      common(mention.actors, known.actors) == 0)
    return true;
  if (only_one_is_talks(mention, known) || is_counted_otherwise(mention, known)) return true;
  if (is_told_by_number(mention, known, words)) return true;
  return is_vague(mention, known, words) || is_owned_otherwise(mention, known, words) ||
         says_other_matter(mention, known, words) || asks_other_matter(mention, known, words);
}

}  // namespace

void FoundProposal::take(ProposalMention mention) {
  if (!mention.owners.empty() && mention.surely_owned && only_in_title && !surely_owned) {
    for (ProposalMention& before : mentions) before.owners.clear();
    owners.clear();
  }
  if (mention.points && !points) points = mention.points;
  only_in_title &= mention.in_title;
  only_inside &= mention.inside;
  announced |= mention.in_title;
  live |= mention.is_clause || (mention.noun && (!mention.noun->weak || mention.is_put_forward()));
  proposed |= mention.proposed;
  counters |= mention.counters;
  apart |= mention.apart;
  past |= mention.past;
  renewed |= mention.renewed;
  compared |= mention.compared;
  if (mention.noun && std::find(nouns.begin(), nouns.end(), mention.noun) == nouns.end())
    nouns.push_back(mention.noun);
  if (!mention.owners.empty()) surely_owned |= mention.surely_owned;
  add_all(owners, mention.owners);
  add_all(sought, mention.sought);
  add_all(makers, mention.makers);
  add_all(numbers, mention.numbers);
  add_all(topic, mention.topic);
  add_all(behind, mention.behind);
  add_all(actors, mention.actors);
  mentions.push_back(std::move(mention));
}

bool counts_differ(const FoundProposal& a, const FoundProposal& b) {
  return (a.points && b.points && *a.points != *b.points) || numbers_differ(a.numbers, b.numbers);
}

std::optional<int> likeness(const ProposalMention& mention, const FoundProposal& known, const Kin& kin) {
  if (!mention.noun) return std::nullopt;
  const Overlap words = overlap(mention, known);
  const auto alike = nouns_alike(mention, known);
  const bool same_matter = (known.only_in_title && words.all > 1) || describes(*mention.noun, known);
  if ((!alike && !same_matter) || means_another(mention, known, words, kin)) return std::nullopt;
  const bool shared = kin.are_any(mention.owners, known.owners) || kin.are_any(mention.owners, known.makers);
  const bool opens = opens_text(mention, known);
  int points = alike.value_or(0) + (shared ? shared_owner : 0);
  points += std::min(words.before, 2) * shared_word + std::min(words.all - words.before, 2) * word_behind;
  points += common(mention.actors, known.actors) > 0 ? 1 : 0;
  points += share_amount(mention, known) ? shared_amount : 0;
  points += (known.announced ? of_headline : 0) + (opens ? headline_open : 0);
  points += known.mentions.size() > 2 ? often_named : known.only_inside ? only_inside_another : 0;
  points += known.mentions.back().line + 1 >= mention.line ? just_named : 0;
  points += known.past && !mention.past ? past_already : 0;
  if (topics_differ(mention, known, words) && !is_name_of_headline(mention, known))
    points += shared ? other_topic_same_owner : opens ? other_topic_of_headline : other_topic;
  const bool repeats = !mention.apart && alike.value_or(0) >= same_noun &&
                       (says_the_same(mention, known) || repeats_bare(mention, known));
  const bool resumes = mention.definite || (shared && !mention.open) || repeats;
  const bool takes_up_headline = known.only_in_title && (!mention.open || (opens && !mention.inside));
  const bool same_kind = alike.value_or(0) >= same_sense;
  const bool answers = known.counters && mention.counters;  // "rival plan … *its counter-proposal*"
  const bool says_same = same_kind || answers || words.all > 0 || common(mention.actors, known.actors) > 0;
  if (!resumes && !(takes_up_headline && says_same)) return std::nullopt;
  return points >= (resumes ? enough_definite : enough_indefinite) ? std::optional(points) : std::nullopt;
}

}  // namespace demarche
