#include "ingest/stances/stance_words.h"

#include <algorithm>

namespace demarche {
namespace {

// What must stand beside a word for it to be an act.
enum Needs : std::uint8_t {
  needs_nothing = 1,   // "rejected" whatever it was
  needs_proposal = 2,  // any proposal noun, or a pronoun
  needs_strong = 4,    // a noun that is a proposal by itself
  needs_clause = 8,    // "to" or a verb in -ing right behind it, or else any proposal noun
};

std::uint8_t needs_of_act(const ActEntry& act) {
  const bool takes_clause = std::any_of(act.proposal.begin(), act.proposal.end(), [](const Role& role) {
    return role.kind == RoleKind::Complement || role.kind == RoleKind::Clause;
  });
  if (takes_clause) return act.takes == Takes::Any ? needs_nothing : needs_clause;
  switch (act.takes) {
    case Takes::Any:
      return needs_nothing;
    case Takes::Strong:
    case Takes::Owned:
      return needs_strong;
    default:
      return needs_proposal;
  }
}

constexpr int owner_reach = 6;  // words between an owner and what he proposed

bool may_stand_for_proposal(std::string_view key) {
  return is_one_of(key, {"it", "them", "others"});
}

// Whether one of the next words (base forms among them) begins a clause without a verb of its own.
bool opens_clause(const std::vector<std::string>& keys, std::size_t next) {
  for (std::size_t i = next; i < std::min(keys.size(), next + 3); ++i)
    if (keys[i] == "to" || (keys[i].size() > 4 && keys[i].ends_with("ing"))) return true;
  return false;
}

bool is_quote(const Word& word) {
  return is_one_of(word.key, {"\"", "``", "''", "\u201c", "\u201d"});
}

bool has_quote(const Line& line) {
  return std::any_of(line.words.begin(), line.words.end(), is_quote);
}

}  // namespace

StanceWords::StanceWords(const Acts& acts, const ProposalWords& proposals, const Grammar& grammar,
                         const ActorWords& actors)
    : proposals_(proposals), grammar_(grammar), actors_(actors) {
  for (const ActEntry& act : acts.all()) add(act);
}

// A light verb ("give its approval") is known by its noun.
void StanceWords::add(const ActEntry& act) {
  const std::uint8_t proposal = needs_of_act(act);
  if (act.with.empty()) return add_forms(act, {act.particle, proposal});
  needs_[act.with].push_back({act.word, proposal});
  needs_[plural_of(act.with)].push_back({act.word, proposal});
}

void StanceWords::add_forms(const ActEntry& act, const Need& need) {
  needs_[act.word].push_back(need);
  if (act.kind == ActKind::Noun) needs_[plural_of(act.word)].push_back(need);
  if (act.kind != ActKind::Verb || grammar_.verb(act.word) >= 0) return;
  const std::string stem = act.word.back() == 'e' ? act.word.substr(0, act.word.size() - 1) : act.word;
  for (const char* end : {"ed", "ing"}) needs_[stem + end].push_back(need);
  needs_[plural_of(act.word)].push_back(need);
}

// Of all the acts among these words.
std::uint8_t StanceWords::needs_of(const std::vector<std::string>& keys) const {
  std::uint8_t needs = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto found = needs_.find(keys[i]);
    if (found == needs_.end()) continue;
    for (const Need& need : found->second) {
      const bool has_companion =
          need.companion.empty() || std::find(keys.begin(), keys.end(), need.companion) != keys.end();
      if (!has_companion) continue;
      if (need.proposal != needs_clause)
        needs |= need.proposal;
      else if (opens_clause(keys, i + 1))
        needs |= needs_nothing;
      else
        needs |= needs_proposal;
    }
  }
  return needs;
}

bool StanceWords::may_hold(const Line& line) const {
  std::vector<std::string> keys;  // and the base forms of verbs
  bool proposal = false, strong = false, called = false, owned = false, acted_on = false;
  int owner = -owner_reach, noun_at = -owner_reach - 1;
  for (int i = 0; i < line.size(); ++i) {
    const Word& word = line.words[static_cast<std::size_t>(i)];
    if (word.shape == Shape::Mark || word.shape == Shape::Number) continue;
    const WordFacts& facts = grammar_.find(word.key);
    keys.push_back(word.key);
    if (facts.verb >= 0) keys.push_back(grammar_.lemma(facts.verb));
    const ProposalNoun* noun = proposals_.find(word.key);
    proposal |= noun != nullptr || (acted_on && may_stand_for_proposal(word.key));
    called |= proposals_.word(word.key).proposed;
    if (noun != nullptr && (!noun->weak || called)) {
      strong = true;
      owned |= i - owner <= owner_reach;
      noun_at = i;
    }
    owned |= is_one_of(word.key, {"by", "from"}) && i - noun_at <= owner_reach;
    if (word.shape != Shape::Lower || facts.is(WordClass::Owner) || actors_.find(word.key).group ||
        actors_.find(word.key).title)
      owner = i;
    acted_on = facts.is(WordClass::Preposition) || (facts.verb >= 0 && !facts.is(WordClass::Report));
  }
  const std::uint8_t needs = needs_of(keys);
  return (needs & needs_nothing) != 0 || ((needs & needs_proposal) != 0 && proposal) ||
         ((needs & needs_strong) != 0 && strong) || owned;
}

std::vector<bool> StanceWords::worth_parsing(const std::vector<Line>& lines) const {
  std::vector<bool> worth(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) worth[i] = may_hold(lines[i]);
  for (std::size_t i = lines.size(); i-- > 1;)
    if (worth[i] && has_quote(lines[i]) && has_quote(lines[i - 1])) worth[i - 1] = true;
  return worth;
}

}  // namespace demarche
