// The same act of the same actor, told again, is done to the same thing, where nothing speaks against it.
#include "ingest/stances/retold.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr int opening_lines = 3;  // of the text, that tell what its headline does

class Joiner {
 public:
  Joiner(ReadDocument& doc, std::vector<Stance>& found) : doc_(doc), found_(found) {}

  void run() {
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (const int below = told_below(found_[i]); below >= 0) join(found_[i].proposal, below);
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (const int known = made_before(found_[i]); known >= 0) join(found_[i].proposal, known);
    for (int p = 0; p < static_cast<int>(doc_.proposals.all().size()); ++p)
      if (const int stated = stated_before(p); stated >= 0) join(p, stated);
  }

 private:
  [[nodiscard]] const FoundProposal& proposal(int p) const {
    return doc_.proposals.all()[static_cast<std::size_t>(p)];
  }
  [[nodiscard]] bool is_in_title(const Stance& stance) const {
    return doc_.texts[static_cast<std::size_t>(stance.line)].line->sentence->field == Field::Title;
  }
  [[nodiscard]] bool is_same_act(const Stance& a, const Stance& b) const;
  [[nodiscard]] int told_below(const Stance& above) const;
  [[nodiscard]] int made_before(const Stance& again) const;
  [[nodiscard]] bool is_merely_owned(const FoundProposal& known) const;
  [[nodiscard]] int stated_before(int p) const;
  void join(int from, int into);

  ReadDocument& doc_;
  std::vector<Stance>& found_;
};

bool is_owner_rule(const Stance& stance) {
  return stance.rule.ends_with("/owner");
}

bool Joiner::is_same_act(const Stance& a, const Stance& b) const {
  return a.relation == b.relation && (a.modality == Modality::Denied) == (b.modality == Modality::Denied) &&
         doc_.proposals.are_kin(a.actor, b.actor);
}

// What the text's opening calls the proposal of a headline's act; -1 where it is not told there.
int Joiner::told_below(const Stance& above) const {
  if (!is_in_title(above) || is_owner_rule(above) || !proposal(above.proposal).only_in_title) return -1;
  for (const Stance& below : found_)
    if (!is_in_title(below) && below.line <= above.line + opening_lines && !is_owner_rule(below) &&
        is_same_act(above, below) && !counts_differ(proposal(above.proposal), proposal(below.proposal)))
      return below.proposal;
  return -1;
}

// "We made *a fair offer*, its chairman said": the last of its kind that the same actor is known to have made;
// -1 for none.
int Joiner::made_before(const Stance& again) const {
  const FoundProposal& named = proposal(again.proposal);
  const ProposalMention& mention = named.mentions.front();
  const bool bare = named.mentions.size() == 1 && mention.noun && !mention.noun->weak && !mention.in_title &&
                    mention.topic.empty() && mention.behind.empty() && mention.numbers.empty() &&
                    !mention.apart && !mention.renewed && !mention.definite;
  if (!bare || again.relation != Relation::Proposed || again.modality != Modality::Actual) return -1;
  int best = -1;
  for (const Stance& before : found_) {
    if (before.line >= again.line || before.proposal == again.proposal) continue;
    const auto& nouns = proposal(before.proposal).nouns;
    const bool same_kind = std::any_of(nouns.begin(), nouns.end(), [&mention](const ProposalNoun* noun) {
      return noun->sense == mention.noun->sense;
    });
    if (same_kind && is_same_act(before, again) && before.modality == Modality::Actual) best = before.proposal;
  }
  return best;
}

// "Narjes' plan", "the plan": named as somebody's and told no more of.
bool Joiner::is_merely_owned(const FoundProposal& known) const {
  const auto is_bare = [](const ProposalMention& mention) {
    return mention.noun && mention.noun->family != Family::Deal && !mention.noun->weak && !mention.is_clause &&
           mention.definite && mention.topic.empty() && mention.behind.empty() && mention.numbers.empty() &&
           !mention.apart && !mention.renewed && !mention.in_title;
  };
  return known.live && !known.owners.empty() &&
         std::all_of(known.mentions.begin(), known.mentions.end(), is_bare);
}

// What an owner put forward in words of its own shortly before he is said to own `p`; -1 for none.
int Joiner::stated_before(int p) const {
  if (!is_merely_owned(proposal(p))) return -1;
  const auto& owners = proposal(p).owners;
  int best = -1, best_line = -1;
  for (const Stance& stance : found_) {
    const FoundProposal& stated = proposal(stance.proposal);
    const bool in_own_words = std::all_of(stated.nouns.begin(), stated.nouns.end(), [](const auto* noun) {
      return noun->says_matter();
    });
    const bool before = stance.line <= proposal(p).mentions.front().line && stance.line > best_line;
    if (stance.relation != Relation::Proposed || stance.modality != Modality::Actual || stance.proposal == p ||
        !in_own_words || !before)
      continue;
    const bool his = std::any_of(owners.begin(), owners.end(), [&](int owner) {
      return doc_.proposals.are_kin(owner, stance.actor);
    });
    if (!his) continue;
    best = stance.proposal;
    best_line = stance.line;
  }
  return best;
}

void Joiner::join(int from, int into) {
  if (from == into) return;
  doc_.proposals.join(from, into);
  for (Stance& stance : found_)
    if (stance.proposal == from) stance.proposal = into;
}

}  // namespace

void join_retold(ReadDocument& doc, std::vector<Stance>& found) {
  Joiner(doc, found).run();
}

}  // namespace demarche
