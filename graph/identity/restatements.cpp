// Proposals are taken in the order of the text, each joined to the latest earlier one that it says again. A
// number of points or an amount in common says so; else an article does: what "a plan" or "offered to buy"
// brings up, "the plan" and "the offer" take up. Two with different numbers, owners or places are two.
#include "graph/identity/restatements.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "graph/identity/naming_words.h"
#include "graph/identity/wording.h"
#include "graph/model/unicode.h"

namespace demarche {
namespace {

constexpr std::size_t longest_lead = 250;  // code points

enum class Form { Clause, Introduced, Definite };

// Where of "some parts of the framework" the whole begins, which is meant in part; else at the first word.
std::size_t whole_of_part(const std::vector<std::string>& words) {
  std::size_t of = 0;
  while (of < words.size() && is_naming(NamingClass::Part, fold(words[of]))) ++of;
  const bool is_part = of > 0 && of + 1 < words.size() && words[of] == "of";
  return is_part ? of + 1 : 0;
}

// "to buy it" is a clause; "a plan", and a plan without article in a headline, introduces; "the plan",
// "their plan" and "Norway's plan" take up.
Form form_of(const Span& mention) {
  const auto words = words_of(mention.text);
  if (words.empty()) return Form::Introduced;
  if (fold(words.front()) == "to") return Form::Clause;
  const auto first = fold(words[whole_of_part(words)]);
  if (is_naming(NamingClass::Definite, first) || has_possessive(mention.text)) return Form::Definite;
  return Form::Introduced;
}

bool has_form(const Proposal& proposal, Form form) {
  return std::any_of(proposal.mentions.begin(), proposal.mentions.end(),
                     [form](const Span& mention) { return form_of(mention) == form; });
}

// "Any budget", which is no certain one.
bool is_any(const Span& mention) {
  const auto words = words_of(mention.text);
  return !words.empty() && is_naming(NamingClass::Open, fold(words.front()));
}

// Whether the text brings it up itself.
bool is_brought_up(const Proposal& proposal) {
  const auto& mentions = proposal.mentions;
  const auto in_text = std::find_if(mentions.begin(), mentions.end(),
                                    [](const Span& mention) { return mention.field == Field::Text; });
  return in_text != mentions.end() && has_open_article(in_text->text);
}

// Whether some mention speaks of it as of something that readers have heard of.
bool is_taken_up(const Proposal& proposal) {
  const auto& mentions = proposal.mentions;
  return std::any_of(mentions.begin(), mentions.end(), [](const Span& mention) {
    return mention.field == Field::Title || form_of(mention) == Form::Definite;
  });
}

// "Its own plan", "the ministry's own plan", beside that of another.
bool is_own(const Proposal& proposal) {
  return std::any_of(proposal.mentions.begin(), proposal.mentions.end(), [](const Span& mention) {
    const auto words = words_of(mention.text);
    const auto own = std::find(words.begin(), words.end(), "own");
    const bool is_pronouns = own == words.begin() + 1 && is_naming(NamingClass::Definite, fold(words[0]));
    return is_pronouns || (own != words.begin() && own != words.end() && has_possessive(mention.text));
  });
}

// "Draft 3", which is a name as good as "the draft".
bool is_numbered_text(const Span& mention) {
  const auto words = words_of(mention.text);
  return words.size() == 2 && is_numbered_noun(words[0]) && is_digit(words[1].front());
}

// "The 15-percent text" of the noun "text".
bool is_numbered_so(const Span& mention, const std::string& noun) {
  const auto words = words_of(mention.text);
  return words.size() > 2 && is_naming(NamingClass::Definite, fold(words.front())) &&
         stem(words.back()) == noun &&
         std::all_of(words.begin() + 1, words.end() - 1, [](const std::string& word) {
           return is_digit(word.front()) || is_naming(NamingClass::Measure, stem(word));
         });
}

// "In a move that…" brings nothing up.
bool is_definite(const Proposal& proposal) {
  return has_form(proposal, Form::Definite) &&
         std::all_of(proposal.mentions.begin(), proposal.mentions.end(), [](const Span& mention) {
           return form_of(mention) == Form::Definite || is_numbered_text(mention) ||
                  trimmed_name(mention.text) == "move";
         });
}

// "A salmon treaty" of "the draft for a salmon treaty": what a text is a text of.
bool is_text_of(const Span& whole, const Span& part) {
  if (whole.field != part.field || whole.start > part.start || whole.end < part.end ||
      whole.text == part.text)
    return false;
  const auto before = words_of(std::string_view(whole.text).substr(0, whole.text.rfind(part.text)));
  if (before.size() < 2 || (before.back() != "of" && before.back() != "for")) return false;
  return family_of(stem(before[before.size() - 2])) == ProposalFamily::Any;
}

using Words = std::set<std::string>;

Words shared(const Words& a, const Words& b) {
  Words both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
  return both;
}

bool are_disjoint(const Words& a, const Words& b) {
  return !a.empty() && !b.empty() && shared(a, b).empty();
}

bool is_numbered(const ProposalFacts& facts) {
  return facts.points || !facts.amounts.empty();
}

// "A pay rise of 4 percent" is "the 4 percent offer"; a scheme and a bill of 12 points each are two.
bool has_same_number(const ProposalFacts& a, const ProposalFacts& b) {
  const bool has_same_points = a.points && a.points == b.points && !families_differ(a.family, b.family);
  return has_same_points || !shared(a.amounts, b.amounts).empty();
}

bool are_told_apart(const ProposalFacts& a, const ProposalFacts& b) {
  const bool is_version_before = (a.called_earlier && b.renewed) || (a.renewed && b.called_earlier);
  return are_numbered_otherwise(a, b) || are_disjoint(a.owners, b.owners) || are_disjoint(a.about, b.about) ||
         are_disjoint(a.years, b.years) || is_version_before;
}

// "The chair's draft" is not what answers it, whose that may be.
bool is_somebodys_else(const ProposalFacts& a, const ProposalFacts& b) {
  return !b.owners.empty() && shared(a.owners, b.owners).empty();
}

// Topics of `b` that `a` has not.
std::size_t new_topics(const ProposalFacts& a, const ProposalFacts& b) {
  return b.topics.size() - shared(a.topics, b.topics).size();
}

// "Alder's counter-offer" and "his counter-offer", where no other has made that.
bool is_same_answer(const ProposalFacts& a, const ProposalFacts& b) {
  return a.answers && b.answers && a.kind == b.kind && a.renewed == b.renewed && new_topics(a, b) == 0 &&
         !are_disjoint(a.owners, b.owners);
}

// Two of the same name in several words, of which one is no changed text of the other.
bool has_same_name(const ProposalFacts& a, const ProposalFacts& b) {
  return !shared(a.names, b.names).empty() && a.renewed == b.renewed;
}

// A truce that follows "the 11-point text" is not that text.
bool is_deal_on_text(const ProposalFacts& deal, const ProposalFacts& text) {
  return deal.family == ProposalFamily::Deal && !deal.points && text.family == ProposalFamily::Any &&
         text.points;
}

// A treaty that follows "the revised draft" is not that draft.
bool is_deal_after_text(const ProposalFacts& deal, const ProposalFacts& text) {
  return deal.family == ProposalFamily::Deal && !deal.renewed && text.family == ProposalFamily::Any &&
         text.renewed;
}

// A toll may be called "the plan", where nothing more is said of that.
bool is_plan_of_it(const ProposalFacts& a, const ProposalFacts& b) {
  return a.family == ProposalFamily::Other && b.family == ProposalFamily::Plan && b.topics.empty();
}

// "Draft 4" may be called "the draft", "the proposal" and "the text".
bool may_be_called(const ProposalFacts& a, const ProposalFacts& b) {
  return a.kind == b.kind || a.family == ProposalFamily::Any || b.family == ProposalFamily::Any ||
         is_plan_of_it(a, b);
}

// A headline's "truce" may be the "ceasefire agreement" of the text; its bill and its budget may be two.
bool may_be_headed(const ProposalFacts& a, const ProposalFacts& b) {
  using enum ProposalFamily;
  const auto is_loose = [](ProposalFamily family) {
    return family == Deal || family == Offer || family == Plan || family == Union;
  };
  const bool is_alike = is_loose(a.family) && is_loose(b.family) && !families_differ(a.family, b.family);
  return is_alike || may_be_called(a, b);
}

// "Withdrew its counter-offer and dropped *its demand*": one actor does the same to both, in two words of one
// sentence.
bool is_done_to_both(const Extraction& found, const std::string& a, const std::string& b) {
  const auto does_so = [](const Assertion& one, const Assertion& other) {
    return one.actor == other.actor && one.relation == other.relation && one.modality == other.modality &&
           one.evidence == other.evidence && one.trigger && other.trigger && *one.trigger != *other.trigger;
  };
  const auto is_told_by_verb = [](const Assertion& act) { return act.rule.starts_with("verb:"); };
  for (const Assertion& one : found.assertions)
    for (const Assertion& other : found.assertions)
      if (one.proposal == a && other.proposal == b && is_told_by_verb(one) && is_told_by_verb(other) &&
          does_so(one, other))
        return true;
  return false;
}

class Reading {
 public:
  explicit Reading(const Extraction& found) : found_(found) {
    for (const auto& assertion : found.assertions)
      if (assertion.relation == Relation::Proposed && assertion.modality == Modality::Actual)
        makers_[assertion.proposal].insert(assertion.actor);
  }

  void add(std::size_t place, ProposalFacts facts) {
    auto known = std::find_if(told_.rbegin(), told_.rend(), [&](const auto& earlier) {
      return has_same_number(earlier.facts, facts) && is_again(earlier, place, facts);
    });
    if (known == told_.rend())
      known = std::find_if(told_.rbegin(), told_.rend(),
                           [&](const auto& earlier) { return is_again(earlier, place, facts); });
    if (known == told_.rend()) return told_.push_back({&found_, {place}, std::move(facts)});
    known->wordings.push_back(place);
    take_in(known->facts, std::move(facts));
  }

  std::vector<LocalProposal> told() {
    for (auto& local : told_) tell_from_others(local.facts);
    return std::move(told_);
  }

 private:
  // What is only known beside the document's other proposals.
  void tell_from_others(ProposalFacts& facts) const {
    for (const auto& [found, wordings, other] : told_) {
      facts.former |= facts.called_earlier && other.renewed && !families_differ(facts.family, other.family);
      facts.beside_renewed |= is_deal_after_text(facts, other);
      if (is_deal_on_text(facts, other)) facts.points_beside.insert(*other.points);
    }
    if (facts.former)
      std::erase_if(facts.topics, [](const auto& topic) { return is_naming(NamingClass::Earlier, topic); });
  }

  [[nodiscard]] bool is_again(const LocalProposal& earlier, std::size_t place,
                              const ProposalFacts& facts) const {
    const auto& known = earlier.facts;
    if (are_told_apart(known, facts)) return false;
    if (has_same_number(known, facts) || is_its_matter(earlier, found_.proposals[place])) return true;
    if (families_differ(known.family, facts.family) || is_deal_on_text(known, facts)) return false;
    if (is_done_to_both(found_, earlier.first().id, found_.proposals[place].id)) return false;
    if (has_same_name(known, facts)) return true;
    const auto& proposal = found_.proposals[place];
    if (is_called_by_its_noun(earlier.first(), proposal)) return true;
    if (is_headline_of(earlier, proposal) && may_be_headed(known, facts) && !are_linked(earlier, proposal))
      return true;
    if (facts.answers && !known.answers) return false;
    if (facts.renewed) return known.renewed;
    if (is_definite(proposal) && is_same_answer(known, facts)) return true;
    if (known.answers && !facts.answers && is_somebodys_else(known, facts)) return false;
    const bool is_apart =
        !facts.answers && are_linked(earlier, proposal);  // what answers is no answer to itself
    const bool is_beside = is_own(proposal) && shared(known.owners, facts.owners).empty();
    const bool is_thing = known.clause && !is_brought_up_as(earlier, Form::Clause);
    const bool is_anothers = (is_thing || is_plan_of_it(known, facts)) && is_of_another(earlier, proposal);
    return is_definite(proposal) && !is_apart && !is_beside && !is_anothers && takes_up(earlier, facts);
  }

  // "A cut of 15 percent" that is called "the 15-percent text" as well.
  [[nodiscard]] static bool is_called_by_its_noun(const Proposal& known, const Proposal& proposal) {
    return known.kind != proposal.kind &&
           std::any_of(proposal.mentions.begin(), proposal.mentions.end(),
                       [&](const Span& mention) { return is_numbered_so(mention, known.kind); });
  }

  // Whether all that a proposal is called stands in names of the earlier one, which is a text of it.
  [[nodiscard]] bool is_its_matter(const LocalProposal& earlier, const Proposal& proposal) const {
    const auto is_within = [&](const Span& part) {
      return std::any_of(earlier.wordings.begin(), earlier.wordings.end(), [&](std::size_t i) {
        const auto& names = found_.proposals[i].mentions;
        return std::any_of(names.begin(), names.end(),
                           [&](const Span& whole) { return is_text_of(whole, part); });
      });
    };
    return !proposal.mentions.empty() &&
           std::all_of(proposal.mentions.begin(), proposal.mentions.end(), is_within);
  }

  // Whether the headline speaks of what the first lines then bring up.
  [[nodiscard]] bool is_headline_of(const LocalProposal& earlier, const Proposal& proposal) const {
    const auto& headline = earlier.first().mentions;
    const auto& lead = proposal.mentions;
    if (headline.empty() || lead.empty() || headline.front().field != Field::Title) return false;
    if (lead.front().field != Field::Text || lead.front().start > longest_lead) return false;
    if (has_form(proposal, Form::Clause)) return false;
    const auto is_before = [&](const Span& mention) {
      return mention.field == Field::Text && mention.start < lead.front().start;
    };
    return std::none_of(earlier.wordings.begin(), earlier.wordings.end(), [&](std::size_t i) {
      const auto& mentions = found_.proposals[i].mentions;
      return std::any_of(mentions.begin(), mentions.end(), is_before);
    });
  }

  [[nodiscard]] bool is_brought_up_as(const LocalProposal& earlier, Form form) const {
    return std::any_of(earlier.wordings.begin(), earlier.wordings.end(),
                       [&](std::size_t i) { return has_form(found_.proposals[i], form); });
  }

  // Whether what is definite later was brought up by what is earlier.
  [[nodiscard]] bool takes_up(const LocalProposal& earlier, const ProposalFacts& facts) const {
    const auto& known = earlier.facts;
    if (is_brought_up_as(earlier, Form::Clause))
      return !known.owners.empty() && new_topics(known, facts) <= 1 && facts.family != ProposalFamily::Other;
    if (!may_be_called(known, facts)) return false;
    if (new_topics(known, facts) > 0 && !is_the_only_one(earlier, facts)) return false;
    const bool is_by_number = is_numbered(facts) && !is_numbered(known) && !known.owners.empty();
    return is_by_number || is_brought_up_as(earlier, Form::Introduced);
  }

  // "Put forward a plan on Tuesday … the harbour plan", where the text tells of no other plan.
  [[nodiscard]] bool is_the_only_one(const LocalProposal& earlier, const ProposalFacts& facts) const {
    const auto may_be_meant = [&](const LocalProposal& other) {
      return &other != &earlier && may_be_called(other.facts, facts);
    };
    const bool is_brought_up_bare = is_brought_up(earlier.first()) && earlier.facts.topics.empty() &&
                                    earlier.facts.about.empty() && !earlier.facts.open;
    return is_brought_up_bare && earlier.facts.kind == facts.kind &&
           std::none_of(told_.begin(), told_.end(), may_be_meant);
  }

  // "The board proposed a busway … the mayor's plan", which is another's.
  [[nodiscard]] bool is_of_another(const LocalProposal& earlier, const Proposal& proposal) const {
    const auto theirs = makers_.find(proposal.id);
    if (theirs == makers_.end()) return false;
    Words known;
    for (std::size_t i : earlier.wordings)
      if (const auto own = makers_.find(found_.proposals[i].id); own != makers_.end())
        known.insert(own->second.begin(), own->second.end());
    return are_disjoint(known, theirs->second);
  }

  [[nodiscard]] bool are_linked(const LocalProposal& earlier, const Proposal& proposal) const {
    const auto is_of = [&](const std::string& id) {
      return std::any_of(earlier.wordings.begin(), earlier.wordings.end(),
                         [&](std::size_t i) { return found_.proposals[i].id == id; });
    };
    return std::any_of(found_.links.begin(), found_.links.end(), [&](const Link& link) {
      return (link.from == proposal.id && is_of(link.to)) || (link.to == proposal.id && is_of(link.from));
    });
  }

  static void take_in(ProposalFacts& known, ProposalFacts more) {
    const bool is_told_more = known.family == ProposalFamily::Any && more.family != ProposalFamily::Other;
    if (is_told_more || known.family == ProposalFamily::Other) {
      known.family = more.family;
      known.kind = std::move(more.kind);
    }
    if (!known.points) known.points = more.points;
    known.renewed |= more.renewed;
    known.amended |= more.amended;
    known.withdrawn |= more.withdrawn;
    known.answers |= more.answers;
    known.named |= more.named;
    known.known_before |= more.known_before;
    known.taken_up |= more.taken_up;
    known.open &= more.open;
    known.clause &= more.clause;
    known.verb.clear();  // it is called by more than one clause now
    known.called_earlier |= more.called_earlier;
    known.put_forward |= more.put_forward;
    if (!known.draft) known.draft = more.draft;
    known.things.merge(more.things);
    known.amounts.merge(more.amounts);
    known.years.merge(more.years);
    known.owners.merge(more.owners);
    known.parties.merge(more.parties);
    known.topics.merge(more.topics);
    known.names.merge(more.names);
    known.phrases.merge(more.phrases);
    known.described.merge(more.described);
    known.sides.merge(more.sides);
    known.about.merge(more.about);
    known.places.merge(more.places);
  }

  const Extraction& found_;
  std::map<std::string, Words> makers_;  // by the ids of proposals
  std::vector<LocalProposal> told_;
};

auto place_in_text(const Proposal& proposal) {
  const auto& mentions = proposal.mentions;
  return mentions.empty() ? std::pair(Field::Text, std::size_t{0})
                          : std::pair(mentions.front().field, mentions.front().start);
}

}  // namespace

std::vector<LocalProposal> proposals_told(const Extraction& found, std::vector<ProposalFacts> facts) {
  std::vector<std::size_t> order(facts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return place_in_text(found.proposals[a]) < place_in_text(found.proposals[b]);
  });
  Reading reading(found);
  for (std::size_t i : order) {
    const auto& mentions = found.proposals[i].mentions;
    facts[i].taken_up = is_taken_up(found.proposals[i]);
    facts[i].known_before = facts[i].taken_up && !is_brought_up(found.proposals[i]);
    facts[i].open = std::all_of(mentions.begin(), mentions.end(), is_any);
    reading.add(i, std::move(facts[i]));
  }
  return reading.told();
}

}  // namespace demarche
