// The same act of the same actor, told again, is done to the same thing, where nothing speaks against it.
#include "ingest/stances/retold.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr int nearby_lines = 2;
constexpr int telling_lines = 3;  // of the text, that tell what its headline does

class Joiner {
 public:
  Joiner(ReadDocument& doc, std::vector<Stance>& found) : doc_(doc), found_(found) {}

  void run() {
    for (int line = 0; line < static_cast<int>(doc_.texts.size()); ++line) join_called(line);
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (const int below = told_below(found_[i]); below >= 0) join(found_[i].proposal, below);
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (const int known = made_before(found_[i]); known >= 0) join(found_[i].proposal, known);
    for (int p = 0; p < static_cast<int>(doc_.proposals.all().size()); ++p)
      if (const int stated = stated_near(p); stated >= 0) join(p, stated);
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (const int plan = only_plan_of(found_[i]); plan >= 0) join(found_[i].proposal, plan);
    for (int p = 0; p < static_cast<int>(doc_.proposals.all().size()); ++p)
      if (const int bid = same_bid_before(p); bid >= 0) join(p, bid);
  }

 private:
  [[nodiscard]] const FoundProposal& proposal(int p) const {
    return doc_.proposals.all()[static_cast<std::size_t>(p)];
  }
  void join_called(int line);
  [[nodiscard]] bool is_same_act(const Stance& a, const Stance& b) const;
  [[nodiscard]] bool is_named_by_title_until(const FoundProposal& named, int line) const;
  [[nodiscard]] int told_below(const Stance& above) const;
  [[nodiscard]] int made_before(const Stance& again) const;
  [[nodiscard]] bool is_merely_owned(const FoundProposal& known) const;
  [[nodiscard]] int stated_near(int p) const;
  [[nodiscard]] int only_plan_of(const Stance& stating) const;
  [[nodiscard]] int same_bid_before(int p) const;
  void join(int from, int into);

  ReadDocument& doc_;
  std::vector<Stance>& found_;
};

bool Joiner::is_same_act(const Stance& a, const Stance& b) const {
  return a.relation == b.relation && (a.modality == Modality::Denied) == (b.modality == Modality::Denied) &&
         doc_.proposals.are_kin(a.actor, b.actor);
}

bool share_word(const FoundProposal& a, const FoundProposal& b) {
  const auto has = [&b](const std::string& word) {
    return std::binary_search(b.topic.begin(), b.topic.end(), word) ||
           std::binary_search(b.behind.begin(), b.behind.end(), word);
  };
  return std::any_of(a.topic.begin(), a.topic.end(), has) ||
         std::any_of(a.behind.begin(), a.behind.end(), has);
}

// Whether nothing before this line takes up what a headline names.
bool Joiner::is_named_by_title_until(const FoundProposal& named, int line) const {
  return std::all_of(named.mentions.begin(), named.mentions.end(),
                     [&](const ProposalMention& mention) {
                       return mention.in_title || mention.line > line ||
                              (mention.line == line && mention.definite);
                     }) &&
         named.announced;
}

// What the text's opening calls the proposal of a headline's act; -1 where it is not told there. Of one that
// a headline merely names as somebody's, what he proposes there in like words.
int Joiner::told_below(const Stance& above) const {
  const FoundProposal& named = proposal(above.proposal);
  if (!is_title(doc_, above.line)) return -1;
  for (const Stance& below : found_)
    if (!is_title(doc_, below.line) && below.line <= above.line + telling_lines && !is_owner_rule(below) &&
        below.proposal != above.proposal && is_same_act(above, below) &&
        (is_owner_rule(above) || is_named_by_title_until(named, below.line)) &&
        (!is_owner_rule(above) || share_word(named, proposal(below.proposal))) &&
        !counts_differ(named, proposal(below.proposal)))
      return below.proposal;
  return -1;
}

// "We made *a fair offer*, its chairman said": the last of its kind that the same actor is known to have
// made; -1 for none.
int Joiner::made_before(const Stance& again) const {
  const FoundProposal& named = proposal(again.proposal);
  const ProposalMention& mention = named.mentions.front();
  const bool bare = named.mentions.size() == 1 && mention.noun && !mention.noun->weak && !mention.in_title &&
                    mention.owners.empty() && mention.topic.empty() && mention.behind.empty() &&
                    mention.numbers.empty() && !mention.apart && !mention.renewed && !mention.definite;
  if (!bare || again.relation != Relation::Proposed || again.modality != Modality::Actual) return -1;
  int best = -1;
  for (const Stance& before : found_) {
    if (before.line >= again.line || before.proposal == again.proposal) continue;
    const auto& nouns = proposal(before.proposal).nouns;
    const bool same_kind = std::any_of(nouns.begin(), nouns.end(), [&mention](const ProposalNoun* noun) {
      return noun->sense == mention.noun->sense;
    });
    if (same_kind && is_same_act(before, again) && before.modality == Modality::Actual)
      best = before.proposal;
  }
  return best;
}

// "the minister's plan", "the plan": named as somebody's and told no more of.
bool Joiner::is_merely_owned(const FoundProposal& known) const {
  const auto is_bare = [&known](const ProposalMention& mention) {
    return mention.noun && mention.noun->family != Family::Deal && !mention.noun->weak &&
           !mention.is_clause && (mention.definite || &mention == &known.mentions.front()) &&
           mention.topic.empty() && mention.behind.empty() && mention.numbers.empty() && !mention.apart &&
           !(mention.open && mention.first == mention.core_first) && !mention.renewed && !mention.in_title;
  };
  return std::all_of(known.mentions.begin(), known.mentions.end(), is_bare);
}

// Whether nothing but an act tells that it is a proposal: "ending the quotas".
bool is_in_own_words(const FoundProposal& stated) {
  return std::all_of(stated.nouns.begin(), stated.nouns.end(),
                     [](const ProposalNoun* noun) { return noun->says_matter(); });
}

bool may_be_called(const FoundProposal& stated, const FoundProposal& named) {
  const auto fits = [&stated](const ProposalNoun* name) {
    return name->generic || std::any_of(stated.nouns.begin(), stated.nouns.end(),
                                        [name](const auto* noun) { return noun->sense == name->sense; });
  };
  return is_in_own_words(stated) || std::any_of(named.nouns.begin(), named.nouns.end(), fits);
}

// "offered to buy … its offer to buy the company": called after the verb that stated it.
bool is_called_after_verb(const FoundProposal& stated, const FoundProposal& named) {
  const ProposalMention& first = named.mentions.front();
  const bool same_verb = std::any_of(
      stated.mentions.begin(), stated.mentions.end(),
      [&first](const auto& one) { return one.is_clause && first.noun && one.acted_on == first.noun->verb; });
  return same_verb && first.definite && !first.apart && !first.renewed && !named.announced &&
         !counts_differ(stated, named);
}

// "its plans for an oils *tax* … a *tax* on fats": the noun that one is about is the other's own.
bool is_matter_of(const FoundProposal& stated, const FoundProposal& named) {
  return std::any_of(stated.nouns.begin(), stated.nouns.end(), [&named](const ProposalNoun* noun) {
    return std::binary_search(named.topic.begin(), named.topic.end(), noun->sense) ||
           std::binary_search(named.behind.begin(), named.behind.end(), noun->sense);
  });
}

// "a radical plan", of which nothing is said in a clause.
bool is_plan_in_general(const FoundProposal& known) {
  const bool general = std::any_of(known.nouns.begin(), known.nouns.end(), [](const ProposalNoun* noun) {
    return noun->generic && !noun->weak && !noun->plural && noun->family == Family::Plan;
  });
  const bool stated = std::any_of(known.mentions.begin(), known.mentions.end(),
                                  [](const ProposalMention& mention) { return mention.is_clause; });
  const bool of_another_kind =
      std::any_of(known.nouns.begin(), known.nouns.end(), [](const ProposalNoun* noun) {
        return noun->family == Family::Deal || noun->family == Family::Offer || noun->family == Family::Law;
      });
  return general && !of_another_kind && !stated && !known.apart && !known.renewed && !known.past;
}

// "a fuel *standard*", "a *counter-proposal*".
bool share_family(const FoundProposal& a, const FoundProposal& b) {
  return std::any_of(a.nouns.begin(), a.nouns.end(), [&b](const ProposalNoun* noun) {
    return std::any_of(b.nouns.begin(), b.nouns.end(),
                       [noun](const ProposalNoun* other) { return other->family == noun->family; });
  });
}

// "described *the tax* as *a counter-proposal*": the groups of what a naming predicate names, and of how it
// calls it; -1 where there is none.
std::pair<int, int> thing_and_name(const Shallow& text, const Predicate& calling) {
  const auto chunk_at = [&text](int word) {
    return word < 0 ? -1 : text.chunk_of[static_cast<std::size_t>(word)];
  };
  if (calling.objects.empty()) return {-1, -1};
  const int thing = calling.objects.front();
  if (const int indirect = text.tree->dependent(calling.root, "iobj"); indirect >= 0)
    return {chunk_at(indirect), chunk_at(text.tree->dependent(calling.root, "obj"))};  // "called it a gift"
  if (calling.objects.size() > 1) return {thing, calling.objects.back()};
  for (const Oblique& oblique : calling.obliques)
    if (text.key(oblique.preposition) == "as") return {thing, oblique.chunk};
  return {thing, chunk_at(text.tree->dependent(calling.root, "xcomp"))};
}

// "called the tax *a counter-proposal* … the counter-proposal": one with what it is called.
void Joiner::join_called(int line) {
  const Shallow& text = doc_.texts[static_cast<std::size_t>(line)];
  for (const Predicate& calling : doc_.clauses[static_cast<std::size_t>(line)].predicates()) {
    if (calling.passive || !text.tag(text.chunk(calling.chunk).head).facts->is(WordClass::Naming)) continue;
    const auto [object, name] = thing_and_name(text, calling);
    if (object < 0 || name < 0 || object == name) continue;
    const int thing = doc_.proposals.at(line, object), called = doc_.proposals.at(line, name);
    if (thing < 0 || called < 0 || counts_differ(proposal(thing), proposal(called))) continue;
    if (may_be_called(proposal(thing), proposal(called)) || share_family(proposal(thing), proposal(called)))
      join(called, thing);
  }
}

// What an owner put forward last before `p` is called his, or in words of its own right after; -1 for none.
int Joiner::stated_near(int p) const {
  const FoundProposal& named = proposal(p);
  if (!named.live || named.owners.empty()) return -1;
  const bool bare = is_merely_owned(named);
  const int line = named.mentions.front().line;
  int before = -1, after = -1;
  for (const Stance& stance : found_) {
    if (stance.relation != Relation::Proposed || stance.modality != Modality::Actual ||
        stance.proposal == p || is_owner_rule(stance))
      continue;
    const FoundProposal& stated = proposal(stance.proposal);
    const bool like = share_word(stated, named) && !counts_differ(stated, named) && !named.apart &&
                      !named.renewed && may_be_called(stated, named) && is_in_own_words(stated);
    if (!(bare && may_be_called(stated, named)) && !is_called_after_verb(stated, named) && !like) continue;
    const bool his = doc_.proposals.are_any_kin(named.owners, {stance.actor});
    if (his && stance.line <= line) before = stance.proposal;
    const bool is_near = stance.line <= line + nearby_lines;
    const bool follows = stance.line > line && (is_near || (like && is_matter_of(stated, named)));
    if (his && after < 0 && follows && is_in_own_words(stated)) after = stance.proposal;
  }
  return before >= 0 ? before : after;
}

// "the commissioner's radical plan … proposed *that payments be based on income*": what somebody proposes in
// a clause is what his plan says, where he has one plan and one such clause; -1 otherwise.
int Joiner::only_plan_of(const Stance& stating) const {
  const auto is_clause = [this](int p) {
    const auto& mentions = proposal(p).mentions;
    return mentions.size() == 1 && mentions.front().is_clause &&
           is_one_of(mentions.front().acted_on, {"propose", "suggest"});
  };
  const auto states = [&](const Stance& stance) {
    return stance.relation == Relation::Proposed && stance.modality == Modality::Actual &&
           is_clause(stance.proposal) && is_same_act(stance, stating);
  };
  if (!states(stating)) return -1;
  int plan = -1;
  for (const Stance& other : found_) {
    if (other.relation != Relation::Proposed || !is_same_act(other, stating) ||
        other.proposal == stating.proposal || other.proposal == plan)
      continue;
    if (plan >= 0 || states(other) || !is_plan_in_general(proposal(other.proposal))) return -1;
    plan = other.proposal;
  }
  return plan;
}

// Whom a bid is for, and to whom it is put.
std::vector<int> targets_of(const FoundProposal& bid) {
  std::vector<int> targets = bid.sought;
  for (const ProposalMention& mention : bid.mentions)
    targets.insert(targets.end(), mention.put_to.begin(), mention.put_to.end());
  return targets;
}

// "a 46 dlr per share offer to acquire Y … a 3 billion dlr offer … its offer to Y": one bidder's for one
// target, where neither is told to be another; -1 for none.
int Joiner::same_bid_before(int p) const {
  const auto is_bid = [](const FoundProposal& bid) {
    return bid.live && !bid.apart && !bid.renewed && !bid.past && !bid.owners.empty() &&
           std::any_of(bid.nouns.begin(), bid.nouns.end(),
                       [](const ProposalNoun* noun) { return noun->family == Family::Offer; }) &&
           std::none_of(bid.nouns.begin(), bid.nouns.end(), [](const ProposalNoun* noun) {
             return noun->plural || noun->family == Family::Deal;
           });
  };
  const FoundProposal& bid = proposal(p);
  for (int q = 0; q < p && is_bid(bid); ++q) {
    const FoundProposal& other = proposal(q);
    if (is_bid(other) && !counts_differ(bid, other) && doc_.proposals.are_any_kin(bid.owners, other.owners) &&
        doc_.proposals.are_any_kin(targets_of(bid), targets_of(other)))
      return q;
  }
  return -1;
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
