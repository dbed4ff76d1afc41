// A first scan notes what the lists know of each word. Then each possible act is asked whether its entry's
// roles could hold a proposal: a noun of the sort that it takes on the right side of it, a preposition with
// one behind it, a clause. What a tree is needed for is let pass.
#include "ingest/stances/stance_words.h"

#include <algorithm>
#include <cstdint>

#include "ingest/stances/likewise.h"
#include "ingest/stances/points.h"

namespace demarche {
namespace {

// Words from one to another.
constexpr int owner_reach = 6;       // from an owner to what he proposed
constexpr int near_number = 4;       // from an act to the sum that it offers
constexpr int near_clause = 3;       // from an act to the clause that it takes
constexpr int far_clause = 10;       // the same, in a sentence with a proposal
constexpr int group_reach = 15;      // from a preposition to the noun of its group
constexpr int object_reach = 20;     // from a verb to what it is done to
constexpr int stranded_reach = 8;    // from an act to a preposition with nothing behind it
constexpr int pronoun_reach = 8;     // from an act to a pronoun that it is done to
constexpr int light_verb_reach = 8;  // between a light verb and its noun
constexpr int be_reach = 6;          // from "is" to what it joins
constexpr int passive_reach = 5;     // from "it" to the participle of "it was welcomed"
constexpr int matter_reach = 4;      // from the noun of an act back to what it is about
constexpr int predicate_reach = 8;   // from "-backed" or "is against" to its noun
constexpr int called_reach = 4;      // from "called it" to what it is called
constexpr int group_end_reach = 10;  // from an act to the end of the group that it makes a proposal

bool may_stand_for_proposal(std::string_view key) {
  return is_one_of(key, {"it", "them", "others"});
}

bool opens_clause(std::string_view key) {
  return key == "to" || (key.size() > 4 && key.ends_with("ing"));
}

bool is_quote(const Word& word) {
  return is_one_of(word.key, {"\"", "``", "''", "\u201c", "\u201d"});
}

std::ptrdiff_t quotes_in(const Line& line) {
  return std::count_if(line.words.begin(), line.words.end(), is_quote);
}

// One for each line: whether it begins within a quotation or with one, as one that goes on does.
std::vector<bool> begin_quoted(const std::vector<Line>& lines) {
  std::vector<bool> quoted;
  bool open = false;
  for (const Line& line : lines) {
    quoted.push_back(open || (line.size() > 0 && is_quote(line.words.front())));
    const bool closes = quotes_in(line) % 2 != 0;
    open = closes != open && line.sentence->field != Field::Title;
  }
  return quoted;
}

// What a noun of an act can say of a subject or an object, so that no preposition joins them: "the plan *won*
// support", "did it *despite* opposition".
bool joins_noun(std::string_view base) {
  return gives_subject(base) ||
         is_one_of(base, {"despite", "notwithstanding", "over", "amid", "after", "following", "because"});
}

// In ascending order: whether one is behind `from`, and at most `reach` words off.
bool is_within(const std::vector<int>& places, int from, int reach) {
  const auto next = std::upper_bound(places.begin(), places.end(), from);
  return next != places.end() && *next <= from + reach;
}

}  // namespace

// One sentence, each of its words looked up once.
class StanceWords::Scan {
 public:
  // `recorded`: in the record of a body; `told`: a proposal has been named before; `things`: the last words
  // of what has been made one by an act before.
  Scan(const StanceWords& lists, const Line& line, bool recorded, bool told, const Things& things)
      : lists_(lists), line_(line), recorded_(recorded), told_(told), things_(things) {
    for (int i = 0; i < line.size(); ++i) {
      const Word& word = line.words[static_cast<std::size_t>(i)];
      if (word.shape != Shape::Mark && word.shape != Shape::Number)
        look_at(i, word);
      else if (word.key == "'")
        possessor_ = owner_ = i;
    }
  }

  bool names_proposal() const { return strong_ != nullptr; }

  // Adds the last words of what acts may make proposals here: "proposed a floor *price*".
  void add_things(Things& things) const {
    for (const Found& found : acts_) {
      const auto& all = found.entry->acts;
      const bool makes = std::any_of(all.begin(), all.end(), [](const PossibleAct& possible) {
        const ActEntry& act = *possible.entry;
        return act.kind == ActKind::Verb && act.takes == Takes::Any && act.with.empty() &&
               (is_answer(act.relation) || act.relation == Relation::Proposed);
      });
      const int last = makes ? last_of_group_behind(found.place) : -1;
      if (last >= 0) things.insert(line_.words[static_cast<std::size_t>(last)].key);
    }
  }

  bool may_hold() const {
    return owned_ || std::any_of(acts_.begin(), acts_.end(), [this](const Found& found) {
             const auto& all = found.entry->acts;
             return std::any_of(all.begin(), all.end(), [&](const PossibleAct& possible) {
               return has_companion(possible, found) && may_be_done(possible, found);
             });
           });
  }

 private:
  struct Found {
    int place = 0;
    const Entry* entry = nullptr;
    std::uint8_t forms = 0;
    bool determined = false;  // by the word before
  };

  struct Companion {
    int place = 0;
    int number = -1;
  };

  struct Noun {
    int place = 0;
    const ProposalNoun* noun = nullptr;
    bool strong = false;  // a proposal by itself, or by a word before it
  };

  struct Places {
    int first = -1;
    int last = -1;
  };

  void look_at(int place, const Word& word) {
    const WordFacts& facts = lists_.grammar_.find(word.key);
    find_entries(place, word.key, facts);
    if (place >= 2 && line_.words[static_cast<std::size_t>(place - 1)].key == "-")
      look_at_compound(place, line_.words[static_cast<std::size_t>(place - 2)].key + "-" + word.key, facts);
    if (word.key == "vote" && place >= 1)  // "a *no vote*"
      find_entry(place, line_.words[static_cast<std::size_t>(place - 1)].key + "-vote", facts);
    const ProposalNoun* noun = lists_.proposals_.find(word.key);
    const bool out_of_all = place > 2 && is_number(place - 3);  // "*four* of its points"
    if (noun && (!noun->counted || is_number(place - 1) || out_of_all)) look_at_noun(place, *noun);
    if (place >= 3 && line_.words[static_cast<std::size_t>(place - 2)].key == "-") look_at_pair(place);
    if (!noun && things_.contains(word.key)) known_things_.push_back(place);
    owned_ |= names_owner_behind(place, word.key);
    if ((acted_on_ && may_stand_for_proposal(word.key)) || is_new_one(place))
      pronouns_.push_back(place);
    else if (word.key == "it")
      its_.push_back(place);
    if (opens_clause(word.key)) openings_.push_back(place);
    look_at_owner(place, word, facts);
    if (facts.is(WordClass::Be) || is_one_of(word.key, {"'s", "'re", "'m"})) bes_.push_back(place);
    determined_ = is_one_of(word.key, {"a", "an", "the"}) || facts.is(WordClass::Owner);
    acted_on_ = facts.is(WordClass::Preposition) || (facts.verb >= 0 && !facts.is(WordClass::Report));
  }

  // "the new *one*", "the revised *one*".
  bool is_new_one(int place) const {
    const auto key = [this](int i) -> const std::string& {
      return line_.words[static_cast<std::size_t>(i)].key;
    };
    return place >= 2 && key(place) == "one" && key(place - 2) == "the" &&
           (key(place - 1) == "new" || lists_.proposals_.word(key(place - 1)).renewed);
  }

  // The last word of the first group with an article behind a verb; -1 for none.
  int last_of_group_behind(int verb) const {
    int last = -1;
    bool opened = false;
    for (int i = verb + 1; i < line_.size() && i <= verb + group_end_reach; ++i) {
      const Word& word = line_.words[static_cast<std::size_t>(i)];
      const bool opens = is_one_of(word.key, {"a", "an", "the"});
      const bool parts =
          parts_groups(lists_.grammar_.find(word.key)) || (word.shape == Shape::Mark && word.key != "-");
      if (opened && (parts || opens)) break;
      if (opened && word.shape == Shape::Lower) last = i;
      opened |= opens;
    }
    return last;
  }

  bool is_number(int place) const {
    if (place < 0) return false;
    const Word& word = line_.words[static_cast<std::size_t>(place)];
    return word.shape == Shape::Number || lists_.grammar_.find(word.key).is(WordClass::Number);
  }

  // "a *sell-out*", "a *cease-fire*".
  void look_at_compound(int place, const std::string& key, const WordFacts& facts) {
    find_entry(place, key, facts);
    if (const ProposalNoun* noun = lists_.proposals_.find(key)) look_at_noun(place, *noun);
  }

  // "a four-*day week*".
  void look_at_pair(int place) {
    const auto& words = line_.words;
    const auto at = static_cast<std::size_t>(place);
    if (const ProposalNoun* noun = lists_.proposals_.find(words[at - 1].key + " " + words[at].key))
      look_at_noun(place, *noun);
  }

  // "a proposal on trade *by* X", "a bid for Y *from* X", "a request *of* X".
  bool names_owner_behind(int place, const std::string& key) const {
    if (!strong_) return false;
    const int steps = place - strong_at_;
    if (key == "by") return steps <= owner_reach;
    if (key == "from") return steps == 1 || (steps <= owner_reach && strong_->family == Family::Offer);
    return key == "of" && steps == 1 && strong_->ownership != Ownership::None;
  }

  void look_at_noun(int place, const ProposalNoun& noun) {
    const bool strong = !noun.weak || is_called(place) || counts_points_at(line_, place - 1);
    const bool resumes = told_ && place > 0 &&  // "*the law*", of a bill
                         is_one_of(line_.words[static_cast<std::size_t>(place - 1)].key, {"the", "this"});
    nouns_.push_back({place, &noun, strong || resumes});
    if (!strong) return;
    owned_ |= place - (noun.ownership == Ownership::Any ? owner_ : possessor_) <= owner_reach;
    owned_ |= place - group_ == 1;  // "union demands"
    strong_ = &noun;
    strong_at_ = place;
  }

  // "Ford *said the* plan": what stands before is in another group of nouns.
  static bool parts_groups(const WordFacts& facts) {
    return facts.is(WordClass::Determiner) || facts.is(WordClass::Preposition) ||
           facts.is(WordClass::Pronoun) || facts.is(WordClass::Report) || facts.is(WordClass::Modal) ||
           facts.is(WordClass::Auxiliary) || facts.is(WordClass::Subordinator) ||
           facts.is(WordClass::Relative);
  }

  // "called *it* unfair", "described *it* as a grave mistake".
  bool is_said_of_pronoun(int place) const {
    for (int i = place - 1; i >= std::max(1, place - called_reach); --i)
      if (is_one_of(line_.words[static_cast<std::size_t>(i)].key, {"it", "them"}))
        return lists_.grammar_.find(line_.words[static_cast<std::size_t>(i - 1)].key).is(WordClass::Naming);
    return false;
  }

  // Whether a word like "proposed" has gone before.
  bool is_called(int place) {
    for (; !called_ && asked_ < place; ++asked_)
      called_ = lists_.proposals_.word(line_.words[static_cast<std::size_t>(asked_)].key).proposed;
    return called_;
  }

  void look_at_owner(int place, const Word& word, const WordFacts& facts) {
    const ActorWord& actor = lists_.actors_.find(word.key);
    const bool owns = facts.is(WordClass::Owner) || word.key == "'s";
    if (facts.is(WordClass::Owner)) owner_words_.push_back(place);
    if (owns) possessor_ = place;
    if (actor.group) group_ = place;
    if (owns || actor.group || actor.title || word.shape != Shape::Lower)
      owner_ = place;
    else if (parts_groups(facts))
      owner_ = -owner_reach - 1;
  }

  void find_entries(int place, const std::string& key, const WordFacts& facts) {
    find_entry(place, key, facts);
    if (facts.verb < 0) return;
    if (const std::string& base = lists_.grammar_.lemma(facts.verb); base != key)
      find_entry(place, base, facts);
  }

  void find_entry(int place, const std::string& key, const WordFacts& facts) {
    const Entry* known = lists_.entries_.find(key);
    if (!known) return;
    const Entry& entry = *known;
    if (!entry.acts.empty()) acts_.push_back({place, &entry, facts.forms, determined_});
    if (entry.companion >= 0) companions_.push_back({place, entry.companion});
  }

  Places places_of(int companion) const {
    Places places;
    for (const Companion& met : companions_) {
      if (met.number != companion) continue;
      if (places.first < 0) places.first = met.place;
      places.last = met.place;
    }
    return places;
  }

  // A particle stands behind its verb, and before its noun.
  bool has_companion(const PossibleAct& possible, const Found& found) const {
    if (possible.companion < 0) return true;
    const Places places = places_of(possible.companion);
    if (possible.entry->is_light()) return is_beside(places, found.place);
    if (possible.entry->kind == ActKind::Noun) return places.first >= 0 && places.first < found.place;
    return places.last > found.place;
  }

  // "*gave* its full *support*", "*support* was *given*".
  static bool is_beside(const Places& verb, int noun) {
    return verb.first >= 0 && verb.first <= noun + light_verb_reach && verb.last >= noun - light_verb_reach;
  }

  static bool fits(const Noun& noun, Takes takes) {
    switch (takes) {
      case Takes::Strong:
        return noun.strong;
      case Takes::Owned:
        return noun.strong || noun.noun->ownership == Ownership::Any || noun.noun->family == Family::Demand ||
               noun.noun->sense == "plan";
      case Takes::Deal:
        return noun.noun->family == Family::Deal;
      case Takes::Law:
        return noun.noun->is_passed();
      case Takes::Demand:
        return noun.noun->family == Family::Demand;
      case Takes::Offer:
        return noun.noun->family == Family::Offer;
      case Takes::Listed:
      case Takes::Any:
        return true;
      case Takes::Sum:
        return false;
    }
    return true;
  }

  // Whether a noun that the entry takes stands between two places.
  bool has_noun(const ActEntry& act, int from, int to) const {
    if (is_of_any_family(act.takes) && is_within(known_things_, from, to - from - 1)) return true;
    return std::any_of(nouns_.begin(), nouns_.end(), [&](const Noun& noun) {
      return noun.place > from && noun.place < to && fits(noun, act.takes);
    });
  }

  bool has_noun(const ActEntry& act) const { return has_noun(act, -1, line_.size()); }

  bool has_pronoun(const ActEntry& act, int from, int reach) const {
    const bool owned = act.takes == Takes::Owned && act.word != "receive" && act.word != "withdraw";
    const bool named = act.takes == Takes::Strong || act.takes == Takes::Deal || owned;  // "made it warm"
    return !named && is_within(pronouns_, from, reach);
  }

  bool has_pronoun(const ActEntry& act) const { return has_pronoun(act, -1, line_.size()); }

  bool may_be_done(const PossibleAct& possible, const Found& found) const {
    const ActEntry& act = *possible.entry;
    if (act.only_recorded && !recorded_) return false;
    if (act.kind == ActKind::Verdict) return recorded_;
    const bool in_title = line_.sentence->field == Field::Title;
    if (in_title && !nouns_.empty()) return true;  // short, and the first to name everybody
    if (leaves_out(act, found)) return true;
    if (act.kind == ActKind::Verb && act.with.empty() && is_noun_here(found)) return false;
    if (act.kind == ActKind::Compound) return has_noun(act, found.place, found.place + predicate_reach);
    if (act.kind == ActKind::Preposition) return may_be_predicate(act, found);
    for (std::size_t i = 0; i < act.proposal.size(); ++i)
      if (may_fill(act, act.proposal[i].kind, possible.prepositions[i], found)) return true;
    return false;
  }

  // "gave *its* approval", "*support came* from": of what was spoken of before.
  bool leaves_out(const ActEntry& act, const Found& found) const {
    const int next = found.place + 1;
    const bool comes = act.kind == ActKind::Noun && next < line_.size() &&
                       is_one_of(line_.words[static_cast<std::size_t>(next)].key, {"came", "comes"});
    return comes ||
           (!act.with.empty() && is_within(owner_words_, found.place - owner_reach, owner_reach - 1));
  }

  // "*is* against the plan"; headlines leave the verb out.
  bool may_be_predicate(const ActEntry& act, const Found& found) const {
    const bool has_verb =
        is_within(bes_, found.place - be_reach - 1, be_reach) || line_.style != Style::Prose;
    const int next = found.place + 1;
    const bool alone =
        next >= line_.size() || is_one_of(line_.words[static_cast<std::size_t>(next)].key, {".", ","});
    return has_verb && (alone || has_noun(act, found.place, found.place + predicate_reach) ||
                        has_pronoun(act, found.place, 1));
  }

  bool may_fill(const ActEntry& act, RoleKind role, int number, const Found& found) const {
    const Places word = places_of(number);
    const bool any = act.takes == Takes::Any || (act.takes == Takes::Sum && is_before_number(found.place));
    const bool some = any || !nouns_.empty() || !pronouns_.empty();
    switch (role) {
      case RoleKind::Clause:
        return any || (some && is_within(openings_, found.place, far_clause));
      case RoleKind::Complement:
        return is_within(openings_, found.place, some ? far_clause : near_clause);
      case RoleKind::Oblique:
        return word.first >= 0 && (any || may_fill_oblique(act, number, found.place));
      case RoleKind::Modifier:
        if (any && (follows(number, found.place) || is_within(openings_, found.place, near_clause)))
          return true;
        if (any) return has_joining_word(found.place);
        return has_matter_before(act, found.place) ||
               ((word.first >= 0 || has_joining_word(found.place)) &&
                (has_noun(act) || has_pronoun(act, found.place, pronoun_reach)));
      case RoleKind::Object:
      case RoleKind::Indirect:
        return any || may_fill_object(act, found);
      case RoleKind::Subject:
        return any || has_noun(act, found.place - object_reach, found.place) ||
               has_pronoun(act, found.place - object_reach, object_reach) ||
               ((act.kind == ActKind::Adjective || act.kind == ActKind::Noun) &&
                is_said_of_pronoun(found.place));
      case RoleKind::Itself:
        return word.last > found.place;
      case RoleKind::Omitted:
        return true;
      case RoleKind::Condition:
        return word.first >= 0 && (any || has_noun(act) || has_pronoun(act));
      default:
        return any || has_noun(act) || has_pronoun(act);
    }
  }

  // "the *bill's* lead sponsor", "*plan* opponents".
  bool has_matter_before(const ActEntry& act, int place) const {
    return has_noun(act, place - matter_reach, place) && (possessor_ >= 0 || has_noun(act, place - 2, place));
  }

  // "offered *65* dlrs", "offered *$40*".
  bool is_before_number(int place) const {
    for (int i = place + 1; i <= place + near_number && i < line_.size(); ++i)
      if (is_number(i)) return true;
    return false;
  }

  // Whether a preposition stands soon behind a place.
  bool follows(int preposition, int place) const {
    return std::any_of(companions_.begin(), companions_.end(), [&](const Companion& word) {
      return word.number == preposition && word.place > place && word.place <= place + stranded_reach;
    });
  }

  // "a *decline*", "its *offering*".
  static bool is_noun_here(const Found& found) {
    return found.determined && found.forms != 0 && (found.forms & (form_past | form_participle)) == 0;
  }

  bool has_joining_word(int place) const {
    const auto first = line_.words.begin() + std::max(0, place - light_verb_reach);
    const auto last = line_.words.begin() + std::min(line_.size(), place + light_verb_reach);
    return std::any_of(first, last, [this](const Word& word) {
      const int verb = lists_.grammar_.find(word.key).verb;
      return joins_noun(verb >= 0 ? lists_.grammar_.lemma(verb) : word.key);
    });
  }

  // "agreed *to the plan*", "the plan that they agreed *to*", "insisted *on keeping the price*".
  bool may_fill_oblique(const ActEntry& act, int preposition, int place) const {
    return std::any_of(companions_.begin(), companions_.end(), [&](const Companion& word) {
      if (word.number != preposition) return false;
      if (word.place < place) return is_fronted(word.place);
      if (word.place > place + object_reach) return false;
      return has_noun(act, word.place, word.place + group_reach) ||
             (word.place <= place + stranded_reach && has_noun(act, -1, place)) ||
             is_within(openings_, word.place, near_clause) || has_pronoun(act, word.place, near_clause);
    });
  }

  // "*on which* they agreed".
  bool is_fronted(int preposition) const {
    return preposition + 1 < line_.size() &&
           is_one_of(line_.words[static_cast<std::size_t>(preposition + 1)].key, {"which", "whom", "what"});
  }

  // Behind the verb, or before what may be its participle.
  bool may_fill_object(const ActEntry& act, const Found& found) const {
    const bool may_be_passive = found.forms == 0 || (found.forms & form_participle) != 0;
    return has_noun(act, found.place, found.place + object_reach) ||
           has_pronoun(act, found.place, pronoun_reach) ||
           (may_be_passive &&
            (has_noun(act, found.place - object_reach, found.place) || is_done_to_it(found.place)));
  }

  // "*it was* welcomed by".
  bool is_done_to_it(int participle) const {
    return participle + 1 < line_.size() &&
           line_.words[static_cast<std::size_t>(participle + 1)].key == "by" &&
           is_within(its_, participle - passive_reach - 1, passive_reach) &&
           is_within(bes_, participle - passive_reach - 1, passive_reach);
  }

  const StanceWords& lists_;
  const Line& line_;
  bool recorded_;
  bool told_;
  const Things& things_;
  std::vector<int> known_things_;  // words of `things_`
  std::vector<Found> acts_;
  std::vector<Noun> nouns_;
  std::vector<int> pronouns_;     // that may stand for a proposal
  std::vector<int> openings_;     // words that may begin a clause without a verb of its own
  std::vector<int> owner_words_;  // "its"
  std::vector<Companion> companions_;
  std::vector<int> its_;  // "it" that nothing is said to be done to
  std::vector<int> bes_;  // "is"
  int asked_ = 0;         // the words before have been asked for `called_`
  bool called_ = false;
  bool owned_ = false;       // somebody may own a proposal
  bool determined_ = false;  // by the word before, as is the next
  bool acted_on_ = false;
  int owner_ = -owner_reach - 1;
  int possessor_ = -owner_reach - 1;
  int group_ = -owner_reach - 1;
  const ProposalNoun* strong_ = nullptr;  // the last one
  int strong_at_ = -1;
};

StanceWords::StanceWords(const Acts& acts, const ProposalWords& proposals, const Grammar& grammar,
                         const ActorWords& actors)
    : proposals_(proposals), grammar_(grammar), actors_(actors) {
  for (const ActEntry& act : acts.all()) add(act);
}

int StanceWords::number_of(const std::string& companion) {
  if (companion.empty()) return -1;
  Entry& entry = entries_[companion];
  if (entry.companion < 0) entry.companion = companions_++;
  return entry.companion;
}

// The word that goes with a role: the preposition of its group, or of the actors' where the act is itself the
// proposal ("an agreement *between* X and Y"); "if".
std::string StanceWords::word_of(const Role& role, const ActEntry& act) {
  if (role.kind == RoleKind::Condition) return "if";
  return role.kind == RoleKind::Itself ? act.actor.front().preposition : role.preposition;
}

// A light verb ("give its approval") is known by its noun.
void StanceWords::add(const ActEntry& act) {
  if (act.kind == ActKind::Verdict && !act.particle.empty()) return;  // read without a tree
  PossibleAct possible{&act, number_of(act.is_light() ? act.word : act.particle), {}};
  for (const Role& role : act.proposal) possible.prepositions.push_back(number_of(word_of(role, act)));
  if (!act.is_light()) return add_forms(act, possible);
  entries_[act.with].acts.push_back(possible);
  entries_[plural_of(act.with)].acts.push_back(possible);
}

void StanceWords::add_forms(const ActEntry& act, const PossibleAct& possible) {
  const auto add_form = [&](const std::string& form) { entries_[form].acts.push_back(possible); };
  add_form(act.word);
  if (act.kind == ActKind::Noun) add_form(plural_of(act.word));
  if (act.kind != ActKind::Verb || grammar_.verb(act.word) >= 0) return;
  const std::string stem = act.word.back() == 'e' ? act.word.substr(0, act.word.size() - 1) : act.word;
  for (const char* end : {"ed", "ing"}) add_form(stem + end);
  add_form(plural_of(act.word));
}

bool StanceWords::may_hold(const Line& line, bool recorded) const {
  return Scan(*this, line, recorded, true, {}).may_hold();
}

// "City Council, *minutes*", "Housing *Committee*".
bool StanceWords::may_be_record(const Line& title) const {
  return title.sentence->field == Field::Title &&
         std::any_of(title.words.begin(), title.words.end(), [this](const Word& word) {
           return grammar_.find(word.key).is(WordClass::Record) || actors_.find(word.key).decides;
         });
}

// "*The Amber Line* would run to Norland": the last word of the name that a sentence gives to what has been
// put forward; none for none.
StanceWords::Things StanceWords::name_of_thing(const Line& line) {
  if (line.size() < 4 || line.words.front().key != "the") return {};
  std::size_t last = 0;
  while (last + 1 < line.words.size() && line.words[last + 1].shape == Shape::Capital) ++last;
  const bool named =
      last >= 2 && last + 1 < line.words.size() && is_one_of(line.words[last + 1].key, {"would", "will"});
  return named ? Things{line.words[last].key} : Things{};
}

std::vector<bool> StanceWords::worth_parsing(const std::vector<Line>& lines) const {
  std::vector<bool> worth(lines.size());
  bool recorded = false, told = false;
  Things things;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    recorded |= may_be_record(lines[i]);
    if (!things.empty()) things.merge(name_of_thing(lines[i]));
    const Scan scan(*this, lines[i], recorded, told, things);
    told |= scan.names_proposal();
    scan.add_things(things);
    worth[i] = scan.may_hold() || (i > 0 && worth[i - 1] && likewise_at(lines[i]) >= 0);
  }
  const std::vector<bool> quoted = begin_quoted(lines);
  for (std::size_t i = lines.size(); i-- > 1;)
    if (worth[i] && quoted[i] && quotes_in(lines[i]) > 0 && quotes_in(lines[i - 1]) > 0) worth[i - 1] = true;
  return worth;
}

}  // namespace demarche
