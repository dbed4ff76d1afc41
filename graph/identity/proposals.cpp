// Proposals are taken in the order of time, each joined to the group of the earlier one that speaks most for
// it, or made a group of its own. Only those are weighed that share a feature with it (a number, a topic, an
// owner, a party) and were met not too long before; of those that share a common feature, only the latest.
// What is shared speaks the more, the fewer proposals have it. The order is that of the documents' dates and
// ids, so the order of arrival changes nothing, and the cost is near linear.
#include "graph/identity/proposals.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "graph/identity/naming_words.h"

namespace demarche {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// The same words after so long a silence are about another matter.
constexpr days longest_silence{60};
constexpr days longest_silence_of_alike{120};  // where far more than enough speaks for it
// Where owner and number are the same, or it is changed or taken back.
constexpr days longest_silence_of_known{240};
constexpr days longest_silence_of_named{300};  // "the proposal on night work" of the same union
constexpr days longest_silence_of_deals{400};  // signed, and ratified after a year
constexpr days longest_silence_of_own{400};    // until its owner takes it back
constexpr days same_week{7};
constexpr days same_weeks{21};

constexpr std::size_t weighed_of_a_feature = 16;  // proposals, the latest
constexpr double fewest_proposals = 10000;        // as many as a small graph is taken to hold, for rarity

// What speaks for two proposals being one. Weights were set on newswire: a rare matter in the same week
// between the same parties suffices, one owner and one party who appear everywhere do not.
constexpr double enough = 2.75, far_more = 1.25;
constexpr double for_points = 3.0, for_count = 2.5, for_amount = 2.0, for_topics = 3.0, for_owner = 1.5,
                 most_for_parties = 2.0, for_kind = 0.3, for_renewed = 0.5, for_week = 0.5, for_weeks = 0.25,
                 for_name = 1.0, for_year = 1.0, for_former = 1.0, for_described = 1.5, for_concern = 0.75,
                 for_kind_of_owner = 0.5, for_answer_of_party = 0.75, for_side = 0.75,
                 for_topic_of_context = 1.5, for_context = 1.5, against_other_context = 1.0,
                 against_other_topics = 0.75, against_other_places = 2.0, against_other_parties = 0.5;
constexpr std::size_t sides_of_a_deal = 2;
constexpr double least_context = 1;     // two that only the United States have in common are about two things
constexpr double telling_context = 3;   // rarity that what two documents share must have to count in full
constexpr double telling_topics = 1.2;  // rarity that all shared topics together must have to count in full

// Earliest first: dated before undated, by day, then by document and position.
auto time_key(const LocalProposal& local) {
  const auto& doc = local.found->document;
  const auto day = doc.date ? doc.date->first_day() : sys_days::max();
  const auto& mentions = local.first().mentions;
  const auto start = mentions.empty() ? std::pair(Field::Text, std::size_t{0})
                                      : std::pair(mentions.front().field, mentions.front().start);
  return std::tuple(day, std::string_view(doc.id), start, std::string_view(local.first().id));
}

using Feature = std::uint32_t;
using Features = std::vector<Feature>;  // sorted

// The facts of a proposal as numbers.
struct Marks {
  Features amounts, counts, units, owners, described, parties, topics, names, about, sides;
  Features matter;   // topics that are no nouns of proposals
  Features places;   // of what it is about, states and places
  Features texts;    // "draft 4"
  Features context;  // of its document
  Features topics_as_context;
  Features states, named;  // of its document: states, and all whom it names
  std::optional<Feature> points;
  std::optional<int> draft;
  Features years, points_beside, phrases;

  bool is_bare = false;  // "the plan", "the ceasefire": hardly to be told from others by itself

  template <class Use>
  void each(Use use) const {
    if (points) use(*points);
    for (const auto* features :
         {&amounts, &years, &owners, &described, &parties, &topics, &names, &about, &sides})
      for (Feature feature : *features) use(feature);
  }
};

void take_in(Features& all, const Features& more) {
  Features united;
  std::set_union(all.begin(), all.end(), more.begin(), more.end(), std::back_inserter(united));
  all = std::move(united);
}

// Numbers features in the order in which they are met, and knows how rare each is.
class Rarity {
 public:
  [[nodiscard]] Marks marks_of(const ProposalFacts& facts) {
    Marks marks;
    marks.amounts = numbers("$", facts.amounts);
    std::set<std::string> units, texts, counts;
    for (const auto& amount : facts.amounts) {
      units.insert(unit_of(amount));
      if (is_numbered_noun(unit_of(amount))) texts.insert(amount);
      if (!is_naming(NamingClass::Measure, unit_of(amount))) counts.insert(amount);
    }
    marks.units = numbers("u", units);
    marks.years = numbers("y", facts.years);
    marks.phrases = numbers("w", facts.phrases);
    std::set<std::string> beside;
    for (int points : facts.points_beside) beside.insert(std::to_string(points));
    marks.points_beside = numbers("#", beside);
    marks.texts = numbers("$", texts);
    marks.counts = numbers("$", counts);
    marks.owners = numbers("o", facts.owners);
    marks.described = numbers("d", facts.described);
    marks.parties = numbers("p", facts.parties);
    marks.topics = numbers("t", facts.topics);
    auto matter = facts.topics;
    std::erase_if(matter, [](const auto& topic) { return is_naming(NamingClass::Telling, topic); });
    marks.matter = numbers("t", matter);
    marks.is_bare = facts.amounts.empty() && !facts.points && !facts.named;
    marks.names = numbers("n", facts.names);
    marks.about = numbers("p", facts.about);
    marks.places = numbers("p", facts.places);
    marks.sides = numbers("s", facts.sides);
    marks.draft = facts.draft;
    marks.context = numbers("x", facts.context);
    marks.topics_as_context = numbers("x", facts.topics);
    marks.states = numbers("s", facts.states);
    marks.named = marks.states;
    for (const auto* some : {&facts.context, &facts.about, &facts.sides})
      take_in(marks.named, numbers("s", *some));
    for (Feature feature : marks.context) ++count_[feature];
    if (facts.points) marks.points = number(fmt::format("#{}", *facts.points));
    marks.each([&](Feature feature) { ++count_[feature]; });
    return marks;
  }

  // 1 for a feature of one proposal alone, 0 for one that all have.
  void weigh(std::size_t proposals) {
    const double all = std::log(std::max(static_cast<double>(proposals), fewest_proposals));
    for (double count : count_) rarity_.push_back(1 - std::log(std::max(1.0, count)) / all);
  }

  [[nodiscard]] double of(Feature feature) const { return rarity_[feature]; }

  [[nodiscard]] double of(const Features& features) const {
    return std::accumulate(features.begin(), features.end(), 0.0,
                           [&](double sum, Feature feature) { return sum + of(feature); });
  }

 private:
  Feature number(const std::string& feature) {
    const auto [at, is_new] = numbers_.emplace(feature, static_cast<Feature>(numbers_.size()));
    if (is_new) count_.push_back(0);
    return at->second;
  }

  Features numbers(const std::string& sort, const std::set<std::string>& features) {
    Features found;
    for (const auto& feature : features) found.push_back(number(sort + feature));
    std::sort(found.begin(), found.end());
    return found;
  }

  std::unordered_map<std::string, Feature> numbers_;
  std::vector<double> count_;  // proposals that have the feature
  std::vector<double> rarity_;
};

Features shared(const Features& a, const Features& b) {
  Features both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

// Whether both name some, and none in common.
bool are_disjoint(const Features& a, const Features& b) {
  return !a.empty() && !b.empty() && shared(a, b).empty();
}

// A proposal of the whole graph while it is gathered, and what it rules out.
struct Group {
  std::vector<std::size_t> members;
  std::set<const Extraction*> documents;
  std::set<std::string> things;
  Marks marks;  // all members' numbers, owners and places
  ProposalFamily family = ProposalFamily::Any;
  bool renewed = false;
  bool answers = false;  // some text calls it an answer to another
};

class Gatherer {
 public:
  explicit Gatherer(const std::vector<LocalProposal>& proposals)
      : proposals_(proposals),
        by_time_(proposals.size()),
        marks_(proposals.size()),
        group_of_(proposals.size()) {
    std::iota(by_time_.begin(), by_time_.end(), std::size_t{0});
    std::sort(by_time_.begin(), by_time_.end(),
              [&](std::size_t a, std::size_t b) { return time_key(proposals[a]) < time_key(proposals[b]); });
    for (std::size_t i : by_time_) marks_[i] = rarity_.marks_of(proposals[i].facts);
    rarity_.weigh(proposals.size());
  }

  ProposalGroups run() {
    for (std::size_t i : by_time_) place(i);
    ProposalGroups found;
    for (const auto& [later, earlier] : revisions_)
      found.revisions.emplace_back(groups_[later].members.front(), groups_[earlier].members.front());
    for (auto& group : groups_) found.groups.push_back(std::move(group.members));
    found.by_time = std::move(by_time_);
    return found;
  }

 private:
  using Sharing = std::unordered_map<Feature, std::vector<std::size_t>>;

  // The best group for a proposal, and the best that would be one but for its number.
  struct Choice {
    std::optional<std::size_t> same, earlier_version;
    double same_weight = enough, version_weight = enough;
  };

  void place(std::size_t i) {
    auto choice = choose(i);
    if (!choice.same && choice.earlier_version && is_known_revision(i))
      choice.same = latest_revision(i, *choice.earlier_version);
    else if (choice.same && is_taken_back_whole(i))
      choice.same = latest_revision(i, *choice.same).value_or(*choice.same);
    const auto at = choice.same.value_or(groups_.size());
    if (!choice.same) groups_.emplace_back();
    join(groups_[at], i);
    group_of_[i] = at;
    marks_[i].each([&](Feature feature) { sharing_[feature].push_back(i); });
    for (Feature feature : marks_[i].context) {
      sharing_[feature].push_back(i);
      if (marks_[i].is_bare) bare_sharing_[feature].push_back(i);
    }
    if (choice.earlier_version && *choice.earlier_version != at && is_first_told_to_revise(at))
      revisions_.emplace(at, *choice.earlier_version);
  }

  // "The revised plan", not revised in this text.
  [[nodiscard]] bool is_known_revision(std::size_t i) const {
    const auto& facts = proposals_[i].facts;
    return facts.renewed && !facts.amended && facts.known_before;
  }

  // "Withdrew its offer", which is the offer as it stands.
  [[nodiscard]] bool is_taken_back_whole(std::size_t i) const {
    const auto& facts = proposals_[i].facts;
    return facts.withdrawn && facts.amounts.empty() && !facts.points;
  }

  // The latest that is known to revise it.
  [[nodiscard]] std::optional<std::size_t> latest_revision(std::size_t i, std::size_t earlier) const {
    std::optional<std::size_t> latest;
    for (const auto& [later, revised] : revisions_)
      if (revised == earlier && may_be_revision(i, groups_[later])) latest = later;
    return latest;
  }

  [[nodiscard]] bool may_be_revision(std::size_t i, const Group& group) const {
    const auto& marks = marks_[i];
    const auto silence = days_between(proposals_[group.members.back()], proposals_[i]);
    return !group.documents.contains(proposals_[i].found) &&
           (!silence || *silence <= longest_silence_of_known) &&
           !families_differ(group.family, proposals_[i].facts.family) &&
           !are_disjoint(group.marks.owners, marks.owners) && !are_between_others(group.marks, marks) &&
           !is_numbered_otherwise(group.marks, marks);
  }

  // Another document may tell what a text revises than the one that tells first of it.
  [[nodiscard]] bool is_first_told_to_revise(std::size_t at) const {
    const auto known = revisions_.lower_bound({at, 0});
    const bool is_known = known != revisions_.end() && known->first == at;
    return !is_known && (groups_[at].members.size() == 1 || groups_[at].renewed);
  }

  void join(Group& group, std::size_t i) {
    const auto& marks = marks_[i];
    group.members.push_back(i);
    group.documents.insert(proposals_[i].found);
    if (group.family == ProposalFamily::Any) group.family = proposals_[i].facts.family;
    if (!group.marks.points) group.marks.points = marks.points;
    if (!group.marks.draft) group.marks.draft = marks.draft;
    group.things.insert(proposals_[i].facts.things.begin(), proposals_[i].facts.things.end());
    group.answers |= proposals_[i].facts.answers;
    if (group.members.size() == 1) group.renewed = proposals_[i].facts.renewed;
    take_in(group.marks.amounts, marks.amounts);
    take_in(group.marks.units, marks.units);
    take_in(group.marks.years, marks.years);
    take_in(group.marks.owners, marks.owners);
    take_in(group.marks.about, marks.about);
    take_in(group.marks.sides, marks.sides);
  }

  [[nodiscard]] Choice choose(std::size_t i) const {
    std::set<std::size_t> candidates;  // earlier proposals
    const auto add_latest = [&](const Sharing& sharing, Feature feature) {
      const auto known = sharing.find(feature);
      if (known == sharing.end()) return;
      const auto& all = known->second;
      const auto latest = static_cast<std::ptrdiff_t>(std::min(all.size(), weighed_of_a_feature));
      candidates.insert(all.end() - latest, all.end());
    };
    marks_[i].each([&](Feature feature) { add_latest(sharing_, feature); });
    for (Feature feature : marks_[i].context)
      add_latest(marks_[i].is_bare ? sharing_ : bare_sharing_, feature);
    Choice choice;
    for (std::size_t earlier : candidates) weigh_in(i, earlier, choice);
    return choice;
  }

  void weigh_in(std::size_t i, std::size_t earlier, Choice& choice) const {
    const auto at = group_of_[earlier];
    const auto& group = groups_[at];
    const auto& facts = proposals_[i].facts;
    const auto& marks = marks_[i];
    if (are_of_others(i, earlier) || is_no_version_of(facts, at)) return;
    const bool has_its_number = has_same_number(group.marks, marks);
    const bool is_of_other_family =
        families_differ(group.family, facts.family) || is_plan_for_deal(group, facts);
    if (is_of_other_family && !has_its_number) return;
    const bool is_told_apart = group.documents.contains(proposals_[i].found) &&
                               (!has_its_number || is_of_other_family) && !is_called_revised_by(i, earlier);
    const bool is_renewed = facts.renewed && !has_its_number && (is_told_apart || !group.renewed);
    const bool is_changed = is_numbered_otherwise(group.marks, marks) || is_renewed;
    const auto silence = days_between(proposals_[earlier], proposals_[i]);
    const double weight = weigh(i, earlier, silence) - against_place(group, marks);
    if (silence && *silence > longest_between(i, earlier, is_changed, weight)) return;
    if (is_changed)
      weigh_as_version(i, at, weight, choice);
    else if (!is_told_apart && (weight > choice.same_weight || (!choice.same && weight >= enough))) {
      choice.same = at;
      choice.same_weight = weight;
    }
  }

  void weigh_as_version(std::size_t i, std::size_t at, double weight, Choice& choice) const {
    const auto& group = groups_[at];
    const bool is_owners = !shared(group.marks.owners, marks_[i].owners).empty();
    const bool is_anothers_answer =  // "the revised proposal" revises no counter-proposal to it
        proposals_[group.members.front()].facts.answers && !proposals_[i].facts.answers && !is_owners;
    if (is_anothers_answer) return;
    const bool is_version =
        proposals_[i].facts.renewed ? weight >= enough : is_owners && weight >= enough + far_more;
    const bool is_lighter = weight < choice.version_weight;
    const bool is_as_heavy = choice.earlier_version && weight == choice.version_weight;
    if (!is_version || is_lighter) return;
    if (is_as_heavy && group.members.size() <= groups_[*choice.earlier_version].members.size()) return;
    choice.earlier_version = at;
    choice.version_weight = weight;
  }

  // Whether others made it, or it was made of others, or by doing something else.
  [[nodiscard]] bool are_of_others(std::size_t i, std::size_t earlier) const {
    const auto& group = groups_[group_of_[earlier]].marks;
    const auto& marks = marks_[i];
    return are_disjoint(group.owners, marks.owners) || are_disjoint(group.years, marks.years) ||
           are_between_others(group, marks) || is_told_beside(group, marks) ||
           are_of_other_places(marks_[earlier], marks) || is_deal_of_others(earlier, i) ||
           is_answer_or_answered(i, groups_[group_of_[earlier]]) || is_new_beside_answer(i, earlier) ||
           are_other_things(groups_[group_of_[earlier]].things, proposals_[i].facts.things) ||
           are_other_deeds(proposals_[i].facts, proposals_[earlier].facts);
  }

  // "A counter-proposal", unless its owner's plan is called so here and not there.
  [[nodiscard]] bool is_answer_or_answered(std::size_t i, const Group& group) const {
    return proposals_[i].facts.answers != group.answers &&
           shared(group.marks.owners, marks_[i].owners).empty();
  }

  // "A demand for more boats" of who has put forward a counter-proposal before.
  [[nodiscard]] bool is_new_beside_answer(std::size_t i, std::size_t earlier) const {
    const auto& group = groups_[group_of_[earlier]];
    return group.answers && !proposals_[i].facts.answers && is_brought_up(i) &&
           !has_same_number(group.marks, marks_[i]) &&
           shared(marks_[earlier].topics, marks_[i].topics).empty();
  }

  // "The first draft" is not the revised one; a treaty that its document tells beside "the revised draft" is
  // neither that nor the first.
  [[nodiscard]] bool is_no_version_of(const ProposalFacts& facts, std::size_t at) const {
    if (!facts.former && !facts.beside_renewed) return false;
    const auto revises_it = [&](const auto& revision) { return revision.second == at; };
    return groups_[at].renewed ||
           (facts.beside_renewed && std::any_of(revisions_.begin(), revisions_.end(), revises_it));
  }

  // After so long it may still be spoken of.
  [[nodiscard]] days longest_between(std::size_t i, std::size_t earlier, bool is_changed,
                                     double weight) const {
    const auto& group = groups_[group_of_[earlier]].marks;
    const auto& facts = proposals_[i].facts;
    const auto& marks = marks_[i];
    const bool is_on_its_matter = !shared(marks_[earlier].matter, marks.matter).empty() ||
                                  !shared(marks_[earlier].counts, marks.counts).empty();
    const bool is_by_points_and_place =
        has_its_points(group, marks) && !shared(group.about, marks.about).empty();
    const bool has_its_number = has_same_number(group, marks);
    const bool is_told_again = has_its_number || (is_changed && facts.renewed) ||
                               (facts.withdrawn && !is_changed && is_on_its_matter);
    const bool is_owners = !shared(group.owners, marks.owners).empty();
    const bool is_by_number =  // "the 60-dollar levy", "the twelve-point paper"
        has_its_number && is_on_its_matter && facts.known_before &&
        (facts.kind == proposals_[earlier].facts.kind || has_its_points(group, marks));
    if (facts.put_forward && !facts.renewed && !is_changed)
      return longest_silence;  // a new one, as it was made now
    if (is_owners && facts.withdrawn && !is_changed && (has_its_number || is_on_its_matter))
      return longest_silence_of_own;
    if (is_owners && facts.known_before && !shared(marks_[earlier].names, marks.names).empty())
      return longest_silence_of_named;
    if (is_by_points_and_place || is_by_number || (is_owners && is_told_again))
      return longest_silence_of_known;
    if (is_on_its_matter && !shared(group.years, marks.years).empty()) return longest_silence_of_known;
    if (is_same_revised(i, earlier) && is_on_its_matter) return longest_silence_of_known;
    const bool is_its_deal = facts.family == ProposalFamily::Deal && !is_brought_up(i) &&
                             groups_[group_of_[earlier]].family == ProposalFamily::Deal &&
                             !shared(marks_[earlier].names, marks.names).empty();
    if (is_its_deal) return longest_silence_of_deals;
    const bool is_with_same =  // signed now, ratified later
        is_on_its_matter && !shared(group.sides, marks.sides).empty();
    const bool is_likely = weight >= enough + far_more && !is_brought_up(i);  // a ceasefire now is a new one
    return is_with_same || is_likely ? longest_silence_of_alike : longest_silence;
  }

  // "The revised proposal" beside "a 60-dollar levy", which another document calls the revised proposal.
  [[nodiscard]] bool is_called_revised_by(std::size_t i, std::size_t earlier) const {
    return is_known_revision(i) && marks_[i].topics.empty() && is_same_revised(i, earlier);
  }

  // "The revised text" of both, to which one party at least has something to say.
  [[nodiscard]] bool is_same_revised(std::size_t i, std::size_t earlier) const {
    return proposals_[i].facts.renewed && proposals_[earlier].facts.renewed &&
           !shared(marks_[i].names, marks_[earlier].names).empty() &&
           !shared(marks_[i].parties, marks_[earlier].parties).empty();
  }

  static double against_place(const Group& group, const Marks& marks) {
    return are_disjoint(group.marks.about, marks.about) && !has_its_points(group.marks, marks)
               ? against_other_places
               : 0;
  }

  // "A 20-point ceasefire proposal" is no "ceasefire" that was called for before.
  static bool is_plan_for_deal(const Group& group, const ProposalFacts& facts) {
    return facts.points && facts.family == ProposalFamily::Any && group.family == ProposalFamily::Deal &&
           !group.marks.points;
  }

  // "To end the war in Ukraine" and "to end the Gaza war", where nobody of one place has to do with the
  // other.
  static bool are_of_other_places(const Marks& a, const Marks& b) {
    return are_disjoint(a.places, b.places) && !has_same_number(a, b) &&
           shared(a.places, b.parties).empty() && shared(b.places, a.parties).empty();
  }

  // A trade agreement that is brought up, or is told to be with somebody, where not both are named who made
  // the other, but other states are; a ceasefire "to end the war" of other states.
  [[nodiscard]] bool is_deal_of_others(std::size_t earlier, std::size_t i) const {
    const auto has_more_than = [](const Features& all, const Features& some) {
      return !std::includes(some.begin(), some.end(), all.begin(), all.end());
    };
    const auto& a = marks_[earlier];
    const auto& b = marks_[i];
    const auto are_others = [&](const Marks& teller, const Marks& deal) {
      return has_more_than(deal.sides, teller.named) && has_more_than(teller.states, deal.sides);
    };
    const bool is_new = is_brought_up(i);
    if (is_new && proposals_[i].facts.family == ProposalFamily::Deal && are_disjoint(a.states, b.states))
      return true;
    return (is_new || !b.sides.empty()) && !(a.sides.empty() && b.sides.empty()) &&
           ((!a.sides.empty() && are_others(b, a)) || (!b.sides.empty() && are_others(a, b)));
  }

  // A truce whose document tells besides of the "11-point text".
  static bool is_told_beside(const Marks& group, const Marks& deal) {
    return group.points &&
           std::binary_search(deal.points_beside.begin(), deal.points_beside.end(), *group.points);
  }

  // "The treaty on the Harbour Link" is not that on the River Link.
  static bool are_other_things(const std::set<std::string>& a, const std::set<std::string>& b) {
    const auto are_alike = [](std::string_view one, std::string_view other) {
      return one != other && one.substr(one.rfind(' ')) == other.substr(other.rfind(' ')) &&
             std::count(one.begin(), one.end(), ' ') == std::count(other.begin(), other.end(), ' ');
    };
    const auto is_others = [&](const std::string& thing) {
      return std::any_of(b.begin(), b.end(), [&](const auto& other) { return are_alike(thing, other); });
    };
    const auto is_both = [&](const std::string& thing) { return b.contains(thing); };
    return std::none_of(a.begin(), a.end(), is_both) && std::any_of(a.begin(), a.end(), is_others);
  }

  // "To return the articles" is not "to dismiss the complaint".
  static bool are_other_deeds(const ProposalFacts& a, const ProposalFacts& b) {
    return !a.verb.empty() && !b.verb.empty() && a.verb != b.verb;
  }

  static bool has_its_points(const Marks& a, const Marks& b) { return a.points && a.points == b.points; }

  static bool has_same_number(const Marks& a, const Marks& b) {
    return has_its_points(a, b) || !shared(a.amounts, b.amounts).empty();
  }

  // What the EU signs with India is not what it signs with Mercosur, nor what Britain signs with India.
  static bool are_between_others(const Marks& a, const Marks& b) {
    const auto few = std::min(a.sides.size(), b.sides.size());
    const auto many = std::max(a.sides.size(), b.sides.size());
    const auto both = shared(a.sides, b.sides).size();
    return few >= sides_of_a_deal ? both < sides_of_a_deal : few > 0 && many == sides_of_a_deal && both == 0;
  }

  static bool is_numbered_otherwise(const Marks& a, const Marks& b) {
    if ((a.points && b.points && a.points != b.points) || (a.draft && b.draft && a.draft != b.draft))
      return true;
    return !shared(a.units, b.units).empty() && are_disjoint(a.amounts, b.amounts);
  }

  static std::optional<days> days_between(const LocalProposal& earlier, const LocalProposal& later) {
    const auto& from = earlier.found->document.date;
    const auto& to = later.found->document.date;
    if (!from || !to) return std::nullopt;
    return to->first_day() - from->last_day();
  }

  [[nodiscard]] double weigh(std::size_t i, std::size_t other, const std::optional<days>& silence) const {
    const auto& a = marks_[i];
    const auto& b = marks_[other];
    const bool is_counted_alike = !shared(a.counts, b.counts).empty();
    double weight =
        weigh_topics(a.topics, b.topics) + std::min(1.0, rarity_.of(shared(a.about, b.about))) +
        std::min(most_for_parties, rarity_.of(shared(a.parties, b.parties))) +
        for_owner * std::min(1.0, rarity_.of(shared(a.owners, b.owners))) +
        (is_counted_alike ? for_count : for_amount) * std::min(1.0, rarity_.of(shared(a.amounts, b.amounts)));
    if (has_its_points(a, b) || !shared(a.texts, b.texts).empty()) weight += for_points;
    if (proposals_[i].facts.kind == proposals_[other].facts.kind)
      weight += for_kind + for_kind_of_owner * std::min(1.0, rarity_.of(shared(a.owners, b.owners)));
    if (is_answer_of_party(i, other)) weight += for_answer_of_party;
    if (!shared(a.names, b.names).empty()) weight += for_name;
    if (!shared(a.years, b.years).empty()) weight += for_year;
    if (proposals_[i].facts.renewed && !proposals_[other].facts.renewed &&
        !shared(a.phrases, b.phrases).empty())
      weight += for_name;  // "revised peace text" and "peace text"
    if (proposals_[i].facts.former && !proposals_[other].facts.renewed) weight += for_former;
    weight += for_concern *
              std::min(1.0, rarity_.of(shared(a.about, b.parties)) + rarity_.of(shared(a.parties, b.about)));
    weight += for_described * std::min(1.0, rarity_.of(shared(a.described, b.described)));
    if (are_disjoint(a.sides, b.sides) && are_disjoint(a.parties, b.parties)) weight -= against_other_places;
    if (is_brought_up(i) && are_disjoint(a.parties, b.parties)) weight -= against_other_parties;
    weight += for_side * rarity_.of(shared(a.sides, b.sides));
    if (proposals_[i].facts.renewed && proposals_[other].facts.renewed) weight += for_renewed;
    if (may_be_known_by_context(i, other, silence)) weight += weigh_context(a, b);
    if (is_brought_up(i) && a.is_bare && b.is_bare &&
        rarity_.of(shared(a.context, b.context)) < telling_context)
      weight -= against_other_context;
    if (!silence || *silence <= same_week)
      weight += for_week;
    else if (*silence <= same_weeks)
      weight += for_weeks;
    return weight;
  }

  // "The union urges them to accept the counter-proposal", which is the union's of some days ago.
  [[nodiscard]] bool is_answer_of_party(std::size_t i, std::size_t other) const {
    const auto& facts = proposals_[i].facts;
    const auto& known = proposals_[other].facts;
    return facts.answers && known.answers && facts.known_before &&
           std::any_of(known.owners.begin(), known.owners.end(),
                       [&](const std::string& owner) { return facts.parties.contains(owner); });
  }

  // "A US-drafted resolution", of which nobody has heard.
  [[nodiscard]] bool is_brought_up(std::size_t i) const {
    const auto& facts = proposals_[i].facts;
    return !facts.known_before && !facts.clause && !facts.renewed;
  }

  // "The plan" of another document, to which something was done; no counter-proposal for what it answers, no
  // truce signed now for the nine-point draft of two months ago, no "plan to build" brought up after it, and
  // not what is told without a noun of its own.
  [[nodiscard]] bool may_be_known_by_context(std::size_t i, std::size_t other,
                                             const std::optional<days>& silence) const {
    const auto& a = proposals_[i];
    const auto& b = proposals_[other];
    const auto is_taken_up = [&](std::size_t k) { return marks_[k].is_bare && proposals_[k].facts.taken_up; };
    const bool is_open = a.facts.open || b.facts.open;
    const bool is_long_ago = silence && *silence > same_weeks;
    if (a.facts.parties.empty() || (is_long_ago && a.facts.points != b.facts.points)) return false;
    if (!a.facts.known_before || a.facts.clause || b.facts.clause) return false;
    return a.found != b.found && !is_open && a.facts.answers == b.facts.answers &&
           (is_taken_up(i) || is_taken_up(other));
  }

  // What nothing in a name tells, the document does: whom and what it is about.
  [[nodiscard]] double weigh_context(const Marks& a, const Marks& b) const {
    const auto named = (b.is_bare ? rarity_.of(shared(a.topics_as_context, b.context)) : 0) +
                       (a.is_bare ? rarity_.of(shared(b.topics_as_context, a.context)) : 0);
    const auto both = rarity_.of(shared(a.context, b.context));
    if (both + named < least_context) return -against_other_context;
    return for_topic_of_context * std::min(1.0, named) + for_context * std::min(1.0, both / telling_context);
  }

  // How much of their topics they share; two who speak of different things are hardly one.
  [[nodiscard]] double weigh_topics(const Features& a, const Features& b) const {
    if (a.empty() || b.empty()) return 0;
    const double both = rarity_.of(shared(a, b));
    if (both == 0)
      return -against_other_topics * std::min(1.0, std::min(rarity_.of(a), rarity_.of(b)) / telling_topics);
    const double alike = both / std::sqrt(rarity_.of(a) * rarity_.of(b));
    return for_topics * alike * std::min(1.0, both / telling_topics);
  }

  const std::vector<LocalProposal>& proposals_;
  std::vector<std::size_t> by_time_;
  std::vector<Marks> marks_;
  Rarity rarity_;
  std::vector<std::size_t> group_of_;  // of the proposals placed so far
  std::vector<Group> groups_;          // ordered by first member
  Sharing sharing_, bare_sharing_;  // proposals placed so far, latest last; those without a name of their own
  std::set<std::pair<std::size_t, std::size_t>> revisions_;
};

}  // namespace

ProposalGroups group_proposals(const std::vector<LocalProposal>& proposals) {
  return Gatherer(proposals).run();
}

}  // namespace demarche
