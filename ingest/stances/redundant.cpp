// Each stance is held against all others of the document: they are few.
#include "ingest/stances/redundant.h"

#include <algorithm>
#include <iterator>

namespace demarche {
namespace {

constexpr int naming_lines = 2;  // of the text, that say who it is that the headline means

// Takes out those of which this is so while all others are still there.
template <class IsSo>
void drop_if(std::vector<Stance>& found, IsSo is_so) {
  std::vector<Stance> kept;
  std::copy_if(found.begin(), found.end(), std::back_inserter(kept),
               [&](const Stance& stance) { return !is_so(stance); });
  found = std::move(kept);
}

// Whether what a stance is about has a mention in its line of which this is so.
template <class Holds>
bool is_told_beside(const ReadDocument& doc, const Stance& stance, Holds holds) {
  const auto& mentions = doc.proposals.all()[static_cast<std::size_t>(stance.proposal)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const ProposalMention& mention) {
    return mention.line == stance.line && holds(mention);
  });
}

// Whether an act of the same line stands inside the words of a mention.
bool holds_act(const ProposalMention& mention, const Stance& act) {
  return mention.first <= act.trigger_first && act.trigger_first <= mention.last;
}

// Who put it forward is in favour of it: that need not be read from his praise or his urging.
void drop_own_praise(std::vector<Stance>& found) {
  const auto proposed = [&found](const Stance& praise) {
    return std::any_of(found.begin(), found.end(), [&praise](const Stance& other) {
      return other.relation == Relation::Proposed && other.actor == praise.actor &&
             other.proposal == praise.proposal;
    });
  };
  std::erase_if(found, [&](const Stance& stance) {
    const bool inferred = stance.rule.ends_with("/speaker") || stance.rule.ends_with("/urging");
    return stance.relation == Relation::Supported && inferred && proposed(stance);
  });
}

// A company by its name, or a name of nobody knows what.
bool is_company(const ReadDocument& doc, const ActorWords& words, int member) {
  const CastMember& one = doc.cast.members()[static_cast<std::size_t>(member)];
  if (one.entry) return false;
  if (one.kind == ActorKind::Unknown) return true;
  return one.kind == ActorKind::Organisation &&
         std::any_of(one.mentions.begin(), one.mentions.end(), [&](int m) {
           const Mention& mention = doc.cast.mentions()[static_cast<std::size_t>(m)];
           return words.find(doc.texts[static_cast<std::size_t>(mention.line)].key(mention.head)).legal;
         });
}

// "Acme unveiled a plan to open stores", "Acme's planned expansion": its own business, unless somebody else
// takes a stand on it.
void drop_own_business(const ReadDocument& doc, const ActorWords& words, std::vector<Stance>& found) {
  const auto is_plan = [&doc](int p, bool owned) {
    const auto& nouns = doc.proposals.all()[static_cast<std::size_t>(p)].nouns;
    return !nouns.empty() && std::all_of(nouns.begin(), nouns.end(), [owned](const ProposalNoun* noun) {
      return (owned && noun->says_matter()) ||
             is_one_of(noun->sense, {"plan", "strategy", "programme", "program", "project"});
    });
  };
  drop_if(found, [&](const Stance& stance) {
    const bool others = std::any_of(found.begin(), found.end(), [&stance](const Stance& other) {
      return other.proposal == stance.proposal && other.actor != stance.actor;
    });
    const bool own =
        stance.relation == Relation::Proposed && !others && is_plan(stance.proposal, is_owner_rule(stance));
    return own && is_company(doc, words, stance.actor);
  });
}

// Whether a member is named by the headline alone.
bool is_of_title_only(const ReadDocument& doc, int member) {
  const auto& mentions = doc.cast.members()[static_cast<std::size_t>(member)].mentions;
  return std::all_of(mentions.begin(), mentions.end(), [&doc](int m) {
    return is_title(doc, doc.cast.mentions()[static_cast<std::size_t>(m)].line);
  });
}

// How much a stance tells of who acts: a headline least, the state that an owner's adjective names little.
int weight(const ReadDocument& doc, const Stance& stance) {
  if (is_title(doc, stance.line)) return 0;
  const ActorKind kind = doc.cast.members()[static_cast<std::size_t>(stance.actor)].kind;
  return is_owner_rule(stance) ? (kind == ActorKind::State ? 1 : 2) : 3;
}

// "the government *of Norway*": whether one is named by a word inside the other's name there.
bool is_named_inside(const ReadDocument& doc, const Stance& a, const Stance& b) {
  const auto inside = [&](int inner, int outer) {
    const auto& here = doc.cast.mentions_in(a.line);
    return std::any_of(here.begin(), here.end(), [&](int m) {
      const Mention& part = doc.cast.mentions()[static_cast<std::size_t>(m)];
      if (part.form == MentionForm::Adjective) return false;
      return doc.cast.member_of(m) == inner && std::any_of(here.begin(), here.end(), [&](int n) {
               const Mention& whole = doc.cast.mentions()[static_cast<std::size_t>(n)];
               return doc.cast.member_of(n) == outer && whole.first <= part.first && part.last <= whole.last;
             });
    });
  };
  return inside(a.actor, b.actor) || inside(b.actor, a.actor);
}

// A capital, and the state it stands for: "Madrid".
bool is_seat_of(const ReadDocument& doc, int a, int b) {
  const auto kind = [&doc](int member) { return doc.cast.members()[static_cast<std::size_t>(member)].kind; };
  return (kind(a) == ActorKind::Place && kind(b) == ActorKind::State) ||
         (kind(a) == ActorKind::State && kind(b) == ActorKind::Place);
}

// One act is told under two names where they are kin ("BELGIUM UNVEILS PLAN" above "Belgian minister X
// unveiled a plan"; a council and its chairman), or where the headline's is found nowhere else. Two that act
// by the same word are two, and so are two acts of kin that are told by different verbs.
bool is_one_act(const ReadDocument& doc, const Stance& a, const Stance& b) {
  if (a.actor == b.actor || a.proposal != b.proposal || a.relation != b.relation || a.modality != b.modality)
    return false;
  if (a.line == b.line && a.trigger_first == b.trigger_first) return is_named_inside(doc, a, b);
  const bool only_named_above = is_title(doc, a.line) != is_title(doc, b.line) &&
                                (is_of_title_only(doc, is_title(doc, a.line) ? a.actor : b.actor) ||
                                 (is_title(doc, a.line) ? b.line - a.line : a.line - b.line) <= naming_lines);
  const bool is_retold = a.rule == b.rule || is_title(doc, a.line) || is_title(doc, b.line) ||
                         is_owner_rule(a) || is_owner_rule(b);
  return only_named_above ||
         ((is_retold || is_seat_of(doc, a.actor, b.actor)) && doc.proposals.are_kin(a.actor, b.actor));
}

bool act_together(const Stance& a, const Stance& b) {
  return a.line == b.line && a.trigger_first == b.trigger_first && a.actor != b.actor &&
         a.proposal == b.proposal && a.relation == b.relation;
}

// Whether one of them stands for several who act together in the other place: "X and Y" and "both
// governments".
bool stands_for_many(const ReadDocument& doc, const std::vector<Stance>& found, const Stance& one,
                     const Stance& other) {
  return std::any_of(found.begin(), found.end(), [&](const Stance& third) {
    return (act_together(third, one) && is_one_act(doc, third, other)) ||
           (act_together(third, other) && is_one_act(doc, third, one));
  });
}

// Of one act told under two names the name that tells more is kept, of equals the first; with the day that
// either tells.
void drop_other_names(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto told_better = [&](const Stance& stance, const Stance& other) {
    const int more = weight(doc, other) - weight(doc, stance);
    return (more > 0 || (more == 0 && &other < &stance)) && is_one_act(doc, stance, other) &&
           !stands_for_many(doc, found, stance, other);
  };
  for (Stance& kept : found)
    for (const Stance& dropped : found)
      if (!kept.date && dropped.date && told_better(dropped, kept)) kept.date = dropped.date;
  drop_if(found, [&](const Stance& stance) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Stance& other) { return told_better(stance, other); });
  });
}

// "*the industry's* plan", when its steelmakers are told to have presented it: a description owns what others
// are known to have put forward.
void drop_described_owners(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto is_described = [&doc](int member) {
    const CastMember& one = doc.cast.members()[static_cast<std::size_t>(member)];
    return !one.entry && std::all_of(one.mentions.begin(), one.mentions.end(), [&doc](int m) {
      return doc.cast.mentions()[static_cast<std::size_t>(m)].form == MentionForm::Described;
    });
  };
  drop_if(found, [&](const Stance& owner) {
    return is_owner_rule(owner) && is_described(owner.actor) &&
           std::any_of(found.begin(), found.end(), [&owner](const Stance& act) {
             return act.relation == Relation::Proposed && act.modality == Modality::Actual &&
                    act.proposal == owner.proposal && act.actor != owner.actor && !is_owner_rule(act);
           });
  });
}

// "GREECE SCRAPS *U.S.* BASE REQUEST", "CANADA OUTLINES *GATT* REFORM PLAN": of what somebody puts forward or
// takes back a name that merely stands before it says what it is about.
void drop_names_before(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto merely_stands = [&doc](const Stance& owner) {
    return is_told_beside(doc, owner, [&owner](const ProposalMention& mention) {
      return mention.head == owner.trigger_first && !mention.surely_owned;
    });
  };
  drop_if(found, [&](const Stance& owner) {
    return is_owner_rule(owner) && merely_stands(owner) &&
           std::any_of(found.begin(), found.end(), [&](const Stance& act) {
             const bool own = act.relation == Relation::Withdrew || act.relation == Relation::Proposed;
             return own && act.line == owner.line && act.proposal == owner.proposal && !is_owner_rule(act) &&
                    act.actor != owner.actor && !doc.proposals.are_kin(act.actor, owner.actor);
           });
  });
}

// "agreed on the terms of *a deal on its fleet*": what stands inside the words of a proposal is none beside
// it.
void drop_inner(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto is_inside = [&](const Stance& inner, const Stance& outer) {
    return inner.line == outer.line && inner.trigger_first == outer.trigger_first &&
           inner.actor == outer.actor && inner.relation == outer.relation &&
           inner.proposal != outer.proposal && is_told_beside(doc, outer, [&](const ProposalMention& whole) {
             return is_told_beside(doc, inner, [&whole](const ProposalMention& part) {
               return whole.head < part.first && part.last <= whole.last;
             });
           });
  };
  drop_if(found, [&](const Stance& stance) {
    return std::any_of(found.begin(), found.end(),
                       [&](const auto& other) { return is_inside(stance, other); });
  });
}

// "its plan *to introduce* a tax": what the plan says is no second proposal of his.
void drop_contents(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto holds = [&doc](const Stance& owner, const Stance& content) {
    return is_told_beside(doc, owner, [&](const ProposalMention& mention) {
      return mention.head == owner.trigger_first && mention.head < content.trigger_first &&
             holds_act(mention, content);
    });
  };
  drop_if(found, [&](const Stance& content) {
    const bool planned = content.relation == Relation::Proposed && content.modality == Modality::Planned;
    return planned && std::any_of(found.begin(), found.end(), [&](const Stance& owner) {
             return is_owner_rule(owner) && owner.line == content.line && owner.actor == content.actor &&
                    owner.proposal != content.proposal && holds(owner, content);
           });
  });
}

// "recommended *that holders accept the offer*": what is urged on somebody is an answer, and no proposal.
void drop_urged_answers(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto says = [&doc](const Stance& proposing, const Stance& urged) {
    return is_told_beside(doc, proposing, [&urged](const ProposalMention& mention) {
      return mention.is_clause && holds_act(mention, urged);
    });
  };
  drop_if(found, [&](const Stance& proposing) {
    return proposing.relation == Relation::Proposed &&
           std::any_of(found.begin(), found.end(), [&](const Stance& urged) {
             return urged.modality == Modality::Urged && is_answer(urged.relation) &&
                    urged.line == proposing.line && urged.proposal != proposing.proposal &&
                    urged.trigger_first > proposing.trigger_first && says(proposing, urged);
           });
  });
}

// "announced *Norway's plan*": who makes known what another owns does not put it forward.
void drop_announcers(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto makes_known = [](const Stance& stance) {
    return stance.relation == Relation::Proposed &&
           is_one_of(stance.rule, {"verb:announce/active", "verb:unveil/active", "verb:reveal/active",
                                   "verb:disclose/active", "verb:outline/active"});
  };
  const auto is_surely_owned = [&doc](const Stance& owner) {
    return is_told_beside(doc, owner, [&owner](const ProposalMention& mention) {
      return mention.head == owner.trigger_first && mention.surely_owned;
    });
  };
  drop_if(found, [&](const Stance& stance) {
    return makes_known(stance) && std::any_of(found.begin(), found.end(), [&](const Stance& owner) {
             return is_owner_rule(owner) && owner.line == stance.line && owner.proposal == stance.proposal &&
                    owner.actor != stance.actor && is_surely_owned(owner);
           });
  });
}

// "will unveil *its plan*": what is yet to be proposed has no owner who did so.
void drop_owners_to_be(std::vector<Stance>& found) {
  drop_if(found, [&found](const Stance& owner) {
    return is_owner_rule(owner) && std::any_of(found.begin(), found.end(), [&owner](const Stance& act) {
             return act.line == owner.line && act.actor == owner.actor && act.proposal == owner.proposal &&
                    act.relation == owner.relation && act.modality != Modality::Actual;
           });
  });
}

// "voted *to condemn the tax*", "is willing *to withdraw its offer*": what is decided is what is done, where
// that is an act itself.
void drop_decisions_to_act(const ReadDocument& doc, std::vector<Stance>& found) {
  const auto votes_for = [&doc](const Stance& vote, const Stance& act) {
    return act.line == vote.line && act.actor == vote.actor && act.relation != Relation::Discussed &&
           is_told_beside(doc, vote, [&](const ProposalMention& clause) {
             return (clause.is_clause || vote.relation == Relation::Proposed) && holds_act(clause, act);
           });
  };
  drop_if(found, [&](const Stance& vote) {
    const bool decides = vote.rule.starts_with("verb:vote/") || vote.rule.starts_with("adjective:willing/");
    const bool announces = vote.rule.starts_with("verb:announce/");  // "announced plans *to reject the bill*"
    return ((decides && vote.relation == Relation::Accepted) ||
            (announces && vote.relation == Relation::Proposed)) &&
           std::any_of(found.begin(), found.end(), [&](const Stance& act) { return votes_for(vote, act); });
  });
}

}  // namespace

void drop_redundant(const ReadDocument& doc, const ActorWords& words, std::vector<Stance>& found) {
  drop_inner(doc, found);
  drop_decisions_to_act(doc, found);
  drop_announcers(doc, found);
  drop_contents(doc, found);
  drop_urged_answers(doc, found);
  drop_owners_to_be(found);
  drop_own_praise(found);
  drop_other_names(doc, found);
  drop_described_owners(doc, found);
  drop_names_before(doc, found);
  drop_own_business(doc, words, found);
}

}  // namespace demarche
