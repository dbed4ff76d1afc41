// What a verb does to what stands in its roles, and what the words around it make of that.
#include <utility>

#include "ingest/stances/stance_reader.h"

namespace demarche {
namespace {

constexpr int body_reach = 3;  // lines between a body and the count of its vote

// What a refusal makes of an act: to refuse to accept is to reject.
Relation refused(Relation relation) {
  if (relation == Relation::Accepted) return Relation::Rejected;
  if (relation == Relation::Supported) return Relation::Opposed;
  return relation;
}

}  // namespace

bool StanceReader::is_partial_act(const Predicate& predicate) const {
  const auto says_part = [this](int word) {
    return is_one_of(text_.key(word),
                     {"tentatively", "partially", "partly", "conditionally", "provisionally"});
  };
  const Chunk& verbs = text_.chunk(predicate.chunk);
  for (int i = verbs.first; i <= verbs.last; ++i)
    if (says_part(i)) return true;
  if (text_.is(predicate.chunk - 1, ChunkKind::Adverb) && says_part(text_.chunk(predicate.chunk - 1).head))
    return true;
  for (int c = predicate.chunk + 1; c + 1 < text_.size() && c < predicate.chunk + 8; ++c) {
    if (text_.is(c, ChunkKind::Verbs) || text_.is(c, ChunkKind::Stop)) break;
    const bool limits = is_one_of(text_.head_key(c + 1), {"principle", "part"});
    const bool reserves = is_one_of(
        text_.head_key(c + 1),
        {"reservation", "reservations", "condition", "conditions", "caveats", "exception", "exceptions"});
    const std::string& mark = text_.head_key(c);
    if (text_.is(c, ChunkKind::Preposition) && ((mark == "in" && limits) || (mark == "with" && reserves) ||
                                                (mark == "on" && text_.head_key(c + 1) == "condition")))
      return true;
  }
  for (int object : predicate.objects) {
    const Chunk& group = text_.chunk(object);
    for (int i = group.first; i < group.head; ++i)
      if (is_one_of(text_.key(i), {"tentative", "preliminary", "conditional", "partial"})) return true;
  }
  return false;
}

// Who demands an act from another is for or against the proposal himself, as the act is.
void StanceReader::add_backing(Stance backing, Modality modality, const std::vector<int>& who,
                               const std::vector<Target>& targets) {
  const bool against = is_against(backing.relation);
  if (!against && !is_answer(backing.relation)) return;
  backing.relation = against ? Relation::Opposed : Relation::Supported;
  backing.modality = modality;
  backing.rule += "/urging";
  add(backing, who, targets);
}

// "Kyiv *should* accept it, she said": as if she urged it to.
void StanceReader::add_demanding(const std::vector<int>& who, const Stance& stance,
                                 const std::vector<Target>& targets) {
  auto demanding = speakers_.innermost(stance.trigger_first);
  std::erase_if(demanding, [&](int member) {
    return std::any_of(who.begin(), who.end(),
                       [&](int actor) { return actor == member || doc_.proposals.are_kin(actor, member); });
  });
  if (!demanding.empty() && stance.modality == Modality::Urged)
    add_backing(stance, Modality::Actual, demanding, targets);
}

// The noun of advice that a clause completes: "a *recommendation* from officers that it be approved"; -1 for
// none.
int StanceReader::advice_above(const Predicate& predicate) const {
  const auto is_advice = [this](int noun) {
    const auto control = lists_.controls.of_noun(text_.head_key(noun));
    return control && (control->effect == Effect::Urged || control->effect == Effect::Proposed);
  };
  const int noun = predicate.governor_noun;
  if (noun < 0 || is_advice(noun)) return noun;
  const int inner = text_.tree->group(text_.chunk(noun).head);
  const int outer = text_.tree->is(inner, "nmod") ? text_.tree->head(inner) : -1;
  const int group = outer < 0 ? -1 : text_.chunk_of[static_cast<std::size_t>(outer)];
  return group >= 0 && text_.is(group, ChunkKind::Nouns) && is_advice(group) ? group : -1;
}

// "officers' recommendation that *it be approved*": whose words those are would have it so.
bool StanceReader::advise(const Predicate& predicate, Stance stance, std::vector<Target> targets) {
  const int noun = advice_above(predicate);
  const auto advising = noun < 0 ? std::vector<int>{} : advising_by(noun);
  if (advising.empty()) return false;
  const bool by_pronoun = std::any_of(predicate.subjects.begin(), predicate.subjects.end(),
                                      [this](int c) { return doc_.proposals.is_pronoun(line_, c); });
  if (by_pronoun) {  // "it" is not the advice
    const int meant = doc_.proposals.before(line_, text_.chunk(noun).first);
    if (meant < 0) return false;
    targets = {{meant, false}};
  }
  add_backing(stance, Modality::Actual, advising, targets);
  return true;
}

// Whose the advice is: "*officers'* recommendation", "a call *by X*", "*X* repeated its demand".
std::vector<int> StanceReader::advising_by(int noun) {
  const Chunk& group = text_.chunk(noun);
  auto who = owners_.before(line_, group.first, group.head, Ownership::Any).members;
  if (who.empty()) who = owners_.behind(line_, noun, {"by", "from"});
  for (const Predicate& predicate : clauses_.predicates()) {
    const bool offers = text_.tag(text_.chunk(predicate.chunk).head).facts->is(WordClass::Offering);
    if (who.empty() && offers && !predicate.passive && predicate.has_object(noun))
      who = agents_.named(predicate.subjects);
  }
  return who;
}

// "will *not ask* holders to approve it": nobody is asked to.
bool StanceReader::is_not_urged(const Standing& standing) const {
  if (standing.urged_by < 0) return false;
  const Standing urging = modality_.of(standing.urged_by);
  return urging.refused || urging.modality == Modality::Denied;
}

// "urged Kyiv to accept": who urges is in favour himself.
void StanceReader::add_urging(const Standing& standing, Stance& stance, const std::vector<Target>& targets) {
  if (standing.urged_by < 0 || clauses_.at(standing.urged_by).passive) return;
  const Predicate& urges = clauses_.at(standing.urged_by);
  const bool in_title = text_.line->sentence->field == Field::Title;
  if (in_title && urges.objects.empty() && urges.obliques.empty()) return;  // "Iran *urged* to accept plan"
  const auto urging = agents_.named(urges.subjects);
  if (urging.empty()) return;
  if (!clauses_.sets_deadline(urges))  // who gives others time to accept it has put it to them
    add_backing(stance, modality_.of(standing.urged_by).modality, urging, targets);
  stance.speaker = urging.front();
}

// The predicate that this one says the purpose of, also in "met to try and *agree*" and "staged a strike to
// *protest*"; -1 for none.
int StanceReader::purpose_of(const Predicate& predicate) const {
  int root = predicate.root;
  while (text_.tree->is(root, "conj")) root = text_.tree->head(root);
  int above = clauses_.predicate_at(text_.tree->head(root));
  const int tries = root == predicate.root ? above : clauses_.predicate_at(root);
  if (tries >= 0 && text_.chunk(clauses_.at(tries).chunk).lemma == "try")
    above = clauses_.predicate_at(text_.tree->head(clauses_.at(tries).root));
  const int noun = text_.tree->head(root);
  if (above < 0 && noun >= 0 && text_.tree->is(noun, "obj"))
    above = clauses_.predicate_at(text_.tree->head(noun));
  return above;
}

// "*met* to discuss the plan", "*rallied* to denounce it": what they come together for is done when they do;
// how far it is a fact that they did; nothing where nobody does.
std::optional<Modality> StanceReader::gathering_for(const Predicate& predicate, Relation relation) const {
  const int above = purpose_of(predicate);
  const bool follows = predicate.hangs != Hangs::Free && predicate.hangs != Hangs::Relative;
  if (above < 0 || !follows || predicate.finite) return std::nullopt;
  const std::string& verb = text_.chunk(clauses_.at(above).chunk).lemma;
  const bool meets = is_one_of(verb, {"meet", "gather", "convene"});
  const bool rallies = meets || is_one_of(verb, {"rally", "march", "demonstrate", "protest", "strike", "hold",
                                                 "attend", "stage", "assemble", "take", "conduct", "walk"});
  const bool goes = is_one_of(verb, {"visit", "travel", "arrive", "fly", "return"});
  if (relation == Relation::Accepted && (goes || meets)) return Modality::Planned;  // "visits Oslo *to sign*"
  const Modality when = modality_.of(above).modality;
  const bool fits = (relation == Relation::Discussed && meets) || (relation == Relation::Opposed && rallies);
  if (fits) return when;
  const bool protests = relation == Relation::Opposed && text_.chunk(predicate.chunk).lemma == "protest";
  if (!protests) return std::nullopt;
  return when == Modality::Possible ? when : Modality::Actual;  // "decided to stop work *to protest* the law"
}

// "meets *with Y* to discuss it", "met *Y* to discuss it": who does so too.
std::vector<int> StanceReader::met_with(const Predicate& predicate) {
  const int above = purpose_of(predicate);
  if (above < 0 || predicate.finite || text_.chunk(clauses_.at(above).chunk).lemma != "meet") return {};
  std::vector<int> groups = clauses_.at(above).objects;
  for (const Oblique& oblique : clauses_.at(above).obliques)
    if (text_.key(oblique.preposition) == "with" && oblique.chunk < predicate.chunk)
      groups.push_back(oblique.chunk);
  return agents_.named(groups);
}

// "considers it friendly", "as inadequate", "considers the offer to be friendly".
bool StanceReader::holds_to_be_so(const Predicate& predicate) const {
  const Tree& tree = *text_.tree;
  if (predicate.adjective >= 0 && clauses_.is_said_as(predicate.adjective)) return true;
  if (tree.dependent(predicate.root, "xcomp") >= 0) return true;
  const int object = tree.dependent(predicate.root, "obj");
  const auto& all = clauses_.predicates();
  return object >= 0 && std::any_of(all.begin(), all.end(), [&](const Predicate& held) {
           const Chunk& verbs = text_.chunk(held.chunk);
           if (!verbs.infinitive || !(verbs.copula || verbs.lemma == "be")) return false;
           if (tree.head(held.root) == predicate.root) return true;
           int above = held.root;
           while (above >= 0 && above != object) above = tree.head(above);
           return above == object;
         });
}

// "wants it *withdrawn*", "wants the plan *to be withdrawn*": not the thing, but what is done to it.
bool StanceReader::wants_done(const Predicate& predicate, const std::vector<int>& objects) const {
  return text_.tree->dependent(predicate.root, "xcomp") >= 0 ||
         std::any_of(objects.begin(), objects.end(), [this](int object) {
           return text_.tree->dependent(text_.tree->group(text_.chunk(object).head), "acl") >= 0;
         });
}

// Whether the words of the entry stand at this predicate; `objects` are what is left to be acted on.
bool StanceReader::is_met(const Predicate& predicate, const ActEntry& act, std::vector<int>& objects) const {
  const bool only_passive = act.actor.front().kind == RoleKind::PassiveSubject;
  const bool is_weighed = act.relation == Relation::Discussed || act.relation == Relation::Withdrew;
  const bool by_itself = act.proposal.front().kind == RoleKind::Subject && act.with.empty() &&
                         act.actor.front().kind == RoleKind::Oblique;
  if (act.word == "want" && wants_done(predicate, objects)) return false;
  const bool acts_on = std::any_of(objects.begin(), objects.end(), [this](int object) {
    return text_.tag(text_.chunk(object).head).tag != Tag::Number;  // "the motion *fails* 3-4"
  });
  if (by_itself && acts_on) return false;  // "the bill *carries* a fine"
  const bool judges = is_judgment(act) || (act.relation == Relation::Opposed && act.with.empty() &&
                                           act.proposal.front().kind == RoleKind::Object);
  if (judges && act.particle.empty() && text_.tree->dependent(predicate.root, "compound") > predicate.root)
    return false;  // "a pact *worked out* by both", "a budget *hammered out* by them"
  const bool is_phrase = act.particle.empty() && act.word == "make" &&
                         text_.tree->dependent(predicate.root, "compound:prt") > predicate.root;
  if (is_phrase) return false;  // "*made up* demand"
  const bool decides_on = act.word == "vote" && act.relation == Relation::Discussed &&
                          text_.tree->dependent(predicate.root, "xcomp") >= 0;  // "voted *to ratify* it"
  if (decides_on || (act.relation == Relation::Proposed && is_for_members(predicate))) return false;
  const bool holds_to_be = is_weighed && !objects.empty() && holds_to_be_so(predicate);
  return !holds_to_be && (!only_passive || predicate.passive) &&
         targets_.matches_words(predicate, act, objects);
}

// "will put the offer *to its members*", "*to a ballot*": whose it is not.
bool StanceReader::is_for_members(const Predicate& predicate) const {
  return text_.chunk(predicate.chunk).lemma != "propose" &&
         std::any_of(predicate.obliques.begin(), predicate.obliques.end(), [this](const Oblique& to) {
           return text_.key(to.preposition) == "to" &&
                  is_one_of(text_.head_key(to.chunk), {"members", "membership", "ballot", "vote"});
         });
}

// "made *no* offer", "came to *no* agreement".
bool StanceReader::acts_on_none(const Predicate& predicate) const {
  const auto is_none = [this](int chunk) {
    const int first = text_.chunk(chunk).first;
    const bool joined = first < text_.chunk(chunk).head && text_.key(first + 1) == "-";
    return text_.key(first) == "no" && !joined;  // "a *no*-confidence motion"
  };
  const bool to_none =
      predicate.objects.empty() &&
      std::any_of(predicate.obliques.begin(), predicate.obliques.end(),
                  [&](const Oblique& to) { return text_.key(to.preposition) == "to" && is_none(to.chunk); });
  return !predicate.passive &&
         (to_none || (predicate.objects.size() == 1 && is_none(predicate.objects.front())));
}

// "tried *to reach* an accord": talks that may fail, and nothing that one means to accept.
bool StanceReader::is_sought_together(const Standing& standing, const ActEntry& act) const {
  return standing.sought && standing.urged_by < 0 && act.relation == Relation::Accepted &&
         !act.partners.empty() &&
         is_one_of(act.word, {"reach", "strike", "hammer", "arrive", "conclude", "forge", "find", "work",
                              "come", "negotiate", "clinch", "achieve", "cut", "make"});
}

// "could not *reach* agreement": it takes more than one's own will.
bool StanceReader::is_brought_about(const Predicate& predicate) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  return verbs.modal >= 0 && is_one_of(text_.key(verbs.modal), {"could", "can"}) &&
         is_one_of(verbs.lemma, {"reach", "strike", "conclude", "come", "find"});
}

// "holders *who accept* it will be paid in May": those who may, not some who have.
bool StanceReader::is_of_any(const Predicate& predicate) const {
  const int noun = text_.tree->head(predicate.root);
  const std::string_view tag = text_.tree->at(predicate.root).xpos;
  const bool defines = text_.tree->relation(predicate.root) == "acl:relcl" &&
                       is_one_of(tag, {"VBP", "VBD"}) && text_.tree->is(noun, "nsubj") &&
                       text_.tree->at(noun).xpos == "NNS" && !text_.is(predicate.chunk - 1, ChunkKind::Comma);
  const int p = defines ? clauses_.predicate_at(text_.tree->head(noun)) : -1;
  const int modal = p < 0 ? -1 : text_.chunk(clauses_.at(p).chunk).modal;
  const bool named = doc_.cast.mention_at(line_, text_.chunk(predicate.chunk).first - 1) >= 0;
  const bool unreal = modal >= 0 && text_.key(modal) == "would";  // "who *rejected* it would be paid later"
  return modal >= 0 && !named && (unreal || tag == "VBP");
}

// What the words around the verb make of the act: its relation and modality.
void StanceReader::turn(const Predicate& predicate, const Standing& standing, const ActEntry& act,
                        Stance& stance) const {
  const Relation meant = stance.relation;
  const bool favours = meant == Relation::Accepted || meant == Relation::Supported;
  stance.modality = standing.modality;
  const bool waits = act.modality == Modality::Possible && stance.modality == Modality::Planned;
  if (stance.modality == Modality::Actual || waits)
    stance.modality = act.modality;  // "would *need* approval"
  if (stance.modality == Modality::Actual && acts_on_none(predicate)) stance.modality = Modality::Denied;
  const bool fails = standing.refused && is_brought_about(predicate);
  if (fails) stance.modality = Modality::Denied;
  if (standing.refused && !fails) {
    stance.relation = refused(meant);
    if (stance.relation == meant)  // "will *not* go ahead with it"
      stance.modality = act.only_refused ? Modality::Actual : Modality::Denied;
  }
  if (standing.averse && stance.modality != Modality::Denied) {
    if (favours) stance.relation = Relation::Opposed;
    stance.modality = favours ? Modality::Actual : Modality::Denied;
  }
  if (standing.favoured && stance.modality == Modality::Actual) {
    if (favours) stance.relation = Relation::Supported;
    if (meant == Relation::Rejected) stance.relation = Relation::Opposed;
    if (!is_answer(meant)) stance.modality = Modality::Possible;
  }
  if (standing.sought && stance.relation == Relation::Rejected) {
    stance.relation = Relation::Opposed;
    if (stance.modality == Modality::Planned) stance.modality = Modality::Actual;
  }
  const bool answers_it = meant == Relation::Accepted || meant == Relation::Rejected;
  if (answers_it && stance.modality == Modality::Actual && is_of_any(predicate))
    stance.modality = Modality::Possible;
  const auto gathers = gathering_for(predicate, meant);
  if (gathers) stance.modality = *gathers;
  const int above = predicate.governor;
  const bool due = predicate.passive && above >= 0 && text_.chunk(clauses_.at(above).chunk).lemma == "have";
  if (due && meant == Relation::Discussed && stance.modality == Modality::Possible)
    stance.modality = Modality::Planned;  // "has to be considered by the Senate"
  const bool answers = favours || meant == Relation::Rejected;
  const bool fights = resists(predicate, standing, act);
  if (fights) stance.relation = Relation::Opposed;
  const bool ahead = (standing.agreed && !answers) || (standing.purpose && !gathers && !fights);
  if (ahead && stance.modality == Modality::Actual) stance.modality = Modality::Planned;
}

// Whether it has the last word: "the Senate", "shareholders".
bool StanceReader::decides(int member) const {
  const auto& mentions = doc_.cast.members()[static_cast<std::size_t>(member)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [this](int m) {
    const Mention& mention = doc_.cast.mentions()[static_cast<std::size_t>(m)];
    const Shallow& text = doc_.texts[static_cast<std::size_t>(mention.line)];
    const bool counted = text.tag(mention.first).tag == Tag::Number;  // "52 senators"
    return !counted && lists_.actor_words.find(text.key(mention.head)).decides;
  });
}

// "voted *by nine to one* against it", "voted *nine to two*", "voted *38-29*".
bool StanceReader::counts_votes(const Predicate& predicate) const {
  const auto& below = text_.tree->dependents(predicate.root);
  const bool unmarked = std::any_of(below.begin(), below.end(), [this](int word) {
    if (text_.tree->at(word).upos != "NUM" || word + 2 >= text_.line->size()) return false;
    return is_one_of(text_.key(word + 1), {"to", "-", "\u2013"}) && text_.tree->at(word + 2).upos == "NUM";
  });
  return unmarked ||
         std::any_of(predicate.obliques.begin(), predicate.obliques.end(), [this](const Oblique& oblique) {
           const Chunk& group = text_.chunk(oblique.chunk);
           return text_.key(oblique.preposition) == "by" && text_.tag(group.first).tag == Tag::Number &&
                  clauses_.counts_votes(text_.tree->group(group.head));
         });
}

// "*members of the union* voted by nine to one": what all of them decide by their numbers is the body's own
// act; -1 for another member of the cast.
int StanceReader::body_of_members(int member) const {
  for (int m : doc_.cast.members()[static_cast<std::size_t>(member)].mentions) {
    const Mention& all = doc_.cast.mentions()[static_cast<std::size_t>(m)];
    const Shallow& text = doc_.texts[static_cast<std::size_t>(all.line)];
    if (text.key(all.head) != "members" || text.tag(all.first).tag == Tag::Number) continue;
    for (int inside : doc_.cast.mentions_in(all.line)) {
      const Mention& body = doc_.cast.mentions()[static_cast<std::size_t>(inside)];
      if (inside != m && body.first > all.head && body.last <= all.last) return doc_.cast.member_of(inside);
    }
  }
  return -1;
}

// "The Senate *voted* 51 to 49 against it": a body that decides rejects what a member only opposes; members
// who vote in favour do not yet accept it.
void StanceReader::count_votes(const Predicate& predicate, std::vector<int>& who, Stance& stance) const {
  const int body = who.size() == 1 && counts_votes(predicate) ? body_of_members(who.front()) : -1;
  if (body >= 0) who = {body};
  const bool decided =
      body >= 0 || std::all_of(who.begin(), who.end(), [this](int member) { return decides(member); });
  const bool alone = std::none_of(who.begin(), who.end(), [this](int member) {
    return decides(member) ||
           doc_.cast.members()[static_cast<std::size_t>(member)].kind == ActorKind::State ||
           doc_.cast.members()[static_cast<std::size_t>(member)].kind == ActorKind::Organisation;
  });
  if (decided && stance.relation == Relation::Opposed) stance.relation = Relation::Rejected;
  if (decided && stance.relation == Relation::Supported) stance.relation = Relation::Accepted;
  const bool favours = stance.rule.starts_with("verb:vote fav");
  if (alone && favours && stance.relation == Relation::Accepted) stance.relation = Relation::Supported;
}

// "agreed to raise *its* offer".
bool StanceReader::does_with_own(const Predicate& predicate, const ActEntry& act) const {
  const bool changes = act.relation == Relation::Withdrew || act.relation == Relation::Amended;
  return changes && std::any_of(predicate.objects.begin(), predicate.objects.end(), [this](int object) {
           return is_one_of(text_.key(text_.chunk(object).first), {"its", "their", "his", "her"});
         });
}

// "bought shares *to fend off* the bid": whoever does something to that end is against it.
bool StanceReader::resists(const Predicate& predicate, const Standing& standing, const ActEntry& act) const {
  const bool to_an_end = standing.purpose && predicate.hangs == Hangs::Adverbial && !predicate.passive;
  return to_an_end && (act.relation == Relation::Rejected || act.relation == Relation::Opposed) &&
         is_one_of(act.word,
                   {"fend", "ward", "beat", "fight", "head", "stave", "block", "thwart", "foil", "repel",
                    "resist", "frustrate", "counter", "defeat", "scuttle", "stop", "oppose"});
}

// "is mulling *a bid for Birch*": weighed by whoever would make it, and not by whom it is for.
bool StanceReader::weighs_own(const Predicate& predicate, const ActEntry& act,
                              const std::vector<Target>& targets, const std::vector<int>& who) const {
  const bool weighs =
      act.relation == Relation::Discussed && !predicate.passive &&
      is_one_of(act.word, {"consider", "mull", "weigh", "contemplate", "ponder", "study", "explore"});
  return weighs && std::all_of(targets.begin(), targets.end(), [&](const Target& target) {
           const ProposalMention& bid =
               doc_.proposals.all()[static_cast<std::size_t>(target.proposal)].mentions.back();
           if (bid.line != line_) return false;
           const int noun = text_.tree->group(bid.head);
           const int to = text_.tree->dependent(noun, "acl");
           const bool for_another = !bid.sought.empty() && !doc_.proposals.are_any_kin(bid.sought, who);
           const bool to_do = to > noun && text_.tree->at(to).xpos == "VB";
           return bid.noun && bid.noun->family == Family::Offer && !bid.definite && bid.owners.empty() &&
                  (for_another || to_do);
         });
}

// "is *preparing* a package": not yet put to anybody.
bool StanceReader::is_unfinished(const Predicate& predicate, Relation relation) const {
  const bool goes_on = text_.tree->dependent(predicate.root, "aux") >= 0 || text_.line->style != Style::Prose;
  return relation == Relation::Proposed && text_.tree->at(predicate.root).xpos == "VBG" && goes_on &&
         is_one_of(text_.chunk(predicate.chunk).lemma, {"prepare", "compile", "devise", "formulate"});
}

// What is only weighed or under way is no proposal yet; "would *prefer* a bill" tells what one prefers now.
void StanceReader::turn_unsettled(const Predicate& predicate, const ActEntry& act,
                                  const std::vector<Target>& targets, const std::vector<int>& who,
                                  Stance& stance) const {
  const bool fact = stance.modality == Modality::Actual;
  if (weighs_own(predicate, act, targets, who)) {
    stance.relation = Relation::Proposed;
    if (fact) stance.modality = Modality::Possible;
  } else if (fact && is_unfinished(predicate, act.relation)) {
    stance.modality = Modality::Planned;
  }
  const int modal = text_.chunk(predicate.chunk).modal;
  const bool polite = act.word == "prefer" && modal >= 0 && is_one_of(text_.key(modal), {"would", "'d"});
  if (polite && stance.modality == Modality::Planned) stance.modality = Modality::Actual;
}

// Whether the verb only says how, or what for, something else is done: no act of its own.
bool StanceReader::is_means_only(const Predicate& predicate, const Standing& standing,
                                 const ActEntry& act) const {
  const Chunk& verbs = text_.chunk(predicate.chunk);
  const int helps = text_.tree->dependent(predicate.root, "aux");
  const bool is_past =
      verbs.modal < 0 && (verbs.perfect || (verbs.forms & form_past) != 0 ||
                          (helps >= 0 && is_one_of(text_.key(helps), {"did", "has", "have", "had"})));
  const bool asks_how = !is_past &&  // "explained why it *rejected* the offer"
                        predicate.subordinator >= 0 &&
                        is_one_of(text_.key(predicate.subordinator), {"how", "why", "where"});
  const bool favours = act.relation == Relation::Accepted || act.relation == Relation::Supported ||
                       act.relation == Relation::Rejected ||  // "agreed to reject it"
                       does_with_own(predicate, act);
  const bool for_other =
      (standing.agreed && !favours) ||
      (standing.purpose && !gathering_for(predicate, act.relation) && !resists(predicate, standing, act));
  return asks_how || (for_other && act.relation != Relation::Discussed);
}

// "X's motion was *withdrawn*": those whose proposals these are.
std::vector<int> StanceReader::owners_of(const std::vector<Target>& targets) const {
  std::vector<int> owners;
  for (const Target& target : targets)
    for (const ProposalMention& mention :
         doc_.proposals.all()[static_cast<std::size_t>(target.proposal)].mentions)
      for (int owner : mention.owners)
        if (std::find(owners.begin(), owners.end(), owner) == owners.end()) owners.push_back(owner);
  return owners;
}

// "its petition was submitted *to the agency*".
std::vector<int> StanceReader::submitted_to(const ProposalMention& mention) const {
  const Shallow& text = doc_.texts[static_cast<std::size_t>(mention.line)];
  const int chunk = text.chunk_of[static_cast<std::size_t>(mention.head)];
  std::vector<int> asked;
  for (const Predicate& predicate : doc_.clauses[static_cast<std::size_t>(mention.line)].predicates()) {
    if (!predicate.acts_on(chunk)) continue;
    const auto& acts = lists_.acts.of(ActKind::Verb, text.chunk(predicate.chunk).lemma);
    const bool puts = std::any_of(acts.begin(), acts.end(),
                                  [](const ActEntry& act) { return act.relation == Relation::Proposed; });
    for (const Oblique& oblique : predicate.obliques)
      if (puts && text.key(oblique.preposition) == "to")
        for (int member : doc_.cast.members_at(mention.line, oblique.chunk)) asked.push_back(member);
  }
  return asked;
}

// "a bid for *X* … was rejected", "a request to *X* … was granted": whoever has to answer these proposals.
std::vector<int> StanceReader::addressees_of(const std::vector<Target>& targets) const {
  for (const Target& target : targets)
    for (const ProposalMention& mention :
         doc_.proposals.all()[static_cast<std::size_t>(target.proposal)].mentions) {
      if (!mention.noun || mention.noun->weak) continue;
      std::vector<int> asked = mention.put_to;
      if (asked.empty()) asked = submitted_to(mention);
      if (asked.empty()) asked = mention.sought;
      std::erase_if(asked, [&](int member) {
        const ActorKind kind = doc_.cast.members()[static_cast<std::size_t>(member)].kind;
        const auto& owners = mention.owners;
        return kind == ActorKind::Place || std::find(owners.begin(), owners.end(), member) != owners.end();
      });
      if (!asked.empty()) return asked;
    }
  return {};
}

// "the truce *between X and Y* was extended", "*its* contract *with Y* was signed": between whom it stands.
std::vector<int> StanceReader::parties_of(const std::vector<Target>& targets) const {
  std::vector<int> parties;
  for (const Target& target : targets)
    for (const ProposalMention& mention :
         doc_.proposals.all()[static_cast<std::size_t>(target.proposal)].mentions) {
      if (mention.line != line_ || !mention.noun || mention.noun->family != Family::Deal) continue;
      const int chunk = text_.chunk_of[static_cast<std::size_t>(mention.head)];
      parties = mention.owners;
      for (int party : owners_.behind(line_, chunk, {"between", "among", "with"}))
        if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
    }
  return parties;
}

// "*countries* that refuse to open their markets": whoever does so, and nobody of whom it is told.
bool StanceReader::is_of_a_kind(const Predicate& predicate) const {
  const Tree& tree = *text_.tree;
  if (tree.relation(predicate.root) != "acl:relcl" || tree.at(predicate.root).xpos != "VBP") return false;
  const int noun = tree.head(predicate.root);
  const Chunk& group = text_.chunk(text_.chunk_of[static_cast<std::size_t>(noun)]);
  return tree.at(noun).xpos == "NNS" && text_.tag(group.first).tag != Tag::Determiner &&
         text_.tag(group.first).tag != Tag::Number &&
         !clauses_.is_determined(text_.chunk_of[static_cast<std::size_t>(noun)]);
}

bool StanceReader::speaks_of_clause(const std::vector<Target>& targets) const {
  return std::all_of(targets.begin(), targets.end(), [this](const Target& target) {
    return doc_.proposals.all()[static_cast<std::size_t>(target.proposal)].mentions.back().is_clause;
  });
}

// "will not negotiate", "a spokesman refused to discuss it": about talking. A party that "refused to discuss
// the bill" refused to deal with it.
bool StanceReader::is_no_comment(int p, const ActEntry& act) {
  if (act.with.empty() && !lists_.exclusions.talk.contains(act.word)) return false;
  const int above = clauses_.at(p).governor;
  const bool refuses = above >= 0 && text_.chunk(clauses_.at(above).chunk).lemma == "refuse";
  if (!refuses || act.word != "discuss") return true;
  const auto& subjects = clauses_.at(p).subjects;
  const bool by_person = std::any_of(subjects.begin(), subjects.end(), [this](int chunk) {
    return lists_.actor_words.find(text_.head_key(chunk)).title.has_value();  // "a spokesman"
  });
  const auto who = agents_.of_verb(p, act);
  return by_person || who.empty() || std::any_of(who.begin(), who.end(), [this](int member) {
           const CastMember& one = doc_.cast.members()[static_cast<std::size_t>(member)];
           return one.kind == ActorKind::Person || one.kind == ActorKind::Unknown;
         });
}

// "voted for it, *as did X*".
std::vector<int> StanceReader::who_do_likewise(const Predicate& predicate) {
  for (int below : text_.tree->dependents(predicate.root)) {
    const int p =
        text_.tree->is_any(below, {"advcl", "conj", "parataxis"}) ? clauses_.predicate_at(below) : -1;
    if (p < 0 || text_.chunk(clauses_.at(p).chunk).lemma != "do") continue;
    const int first = text_.chunk(clauses_.at(p).chunk).first;
    if (first == 0 || text_.key(first - 1) != "as") continue;
    const int next = clauses_.at(p).chunk + 1;
    if (text_.is(next, ChunkKind::Nouns)) return agents_.named(clauses_.joined(next));
  }
  return {};
}

// Who acts at the verb; of a passive that names nobody, those whom what is acted on knows.
std::vector<int> StanceReader::who_acts(int p, const ActEntry& act, const std::vector<Target>& targets) {
  const Predicate& predicate = clauses_.at(p);
  auto who = agents_.of_verb(p, act);
  if (!who.empty() || !predicate.passive) return who;
  if (act.relation == Relation::Withdrew)  // "call for it to be withdrawn": not yet by anybody
    return modality_.of(p).urged_by < 0 ? owners_of(targets) : std::vector<int>{};
  if (act.relation == Relation::Accepted && predicate.finite) who = parties_of(targets);
  const bool answers = act.relation == Relation::Accepted || act.relation == Relation::Rejected;
  if (who.empty() && answers) who = addressees_of(targets);
  return who.empty() && answers ? body_voting(predicate) : who;
}

// "reviews the pact *next week*": the present, with a time to come.
bool StanceReader::is_set_ahead(const Predicate& predicate) const {
  const auto& below = text_.tree->dependents(predicate.root);
  return is_one_of(text_.tree->at(predicate.root).xpos, {"VBP", "VBZ"}) &&
         std::any_of(below.begin(), below.end(), [this](int word) {
           const int c = text_.chunk_of[static_cast<std::size_t>(word)];
           return text_.is(c, ChunkKind::Time) && text_.key(text_.chunk(c).first) == "next";
         });
}

// When it is done; what lies ahead is planned, unless the verb tells of the past: "*began* an offer for notes
// due 1998".
void StanceReader::date_act(int p, Stance& stance) const {
  const Predicate& predicate = clauses_.at(p);
  stance.date = date_near(p, stance.modality, SaidWhen::NotTheAct);
  const bool meets =
      stance.relation == Relation::Discussed && gathering_for(predicate, stance.relation).has_value();
  if (!stance.date && meets)  // "meets *tomorrow* to discuss it"
    stance.date = date_near(purpose_of(predicate), stance.modality, SaidWhen::NotTheAct);
  if (stance.modality == Modality::Actual && is_set_ahead(predicate)) stance.modality = Modality::Planned;
  if (stance.modality != Modality::Actual || !is_ahead(stance.date)) return;
  if (text_.tree->at(stance.trigger_first).xpos == "VBD")
    stance.date.reset();
  else
    stance.modality = Modality::Planned;
}

// "moved to *approve* the contract", in a record: what is moved is not yet done.
bool StanceReader::is_moved(const Predicate& predicate) const {
  const int above = clauses_.predicate_at(text_.tree->head(predicate.root));
  return above >= 0 && predicate.hangs != Hangs::Relative &&
         text_.chunk(clauses_.at(above).chunk).lemma == "move";
}

// "The proposal was *not adopted*", "The Senate *declined to endorse* it", in the body's own record: it said
// no.
bool StanceReader::is_refused_in_record(const Predicate& predicate, const Standing& standing,
                                        const std::vector<int>& who, const Stance& stance) const {
  if (!issuer_.is_record || who != std::vector<int>{issuer_.member}) return false;
  const bool unadopted = predicate.finite && text_.chunk(predicate.chunk).negated &&
                         stance.relation == Relation::Accepted && stance.modality == Modality::Denied;
  const bool declined =
      standing.refused && stance.relation == Relation::Opposed && stance.modality == Modality::Actual;
  return unadopted || declined;
}

// "The motion was carried *by 30 votes to 12*": by the body that was spoken of last.
std::vector<int> StanceReader::body_voting(const Predicate& predicate) const {
  const bool counts = counts_votes(predicate);
  for (int line = line_; counts && line >= std::max(0, line_ - body_reach); --line) {
    const auto& mentions = doc_.cast.mentions_in(line);
    for (auto m = mentions.rbegin(); m != mentions.rend(); ++m) {
      const Mention& mention = doc_.cast.mentions()[static_cast<std::size_t>(*m)];
      const int member = doc_.cast.member_of(*m);
      const bool before = line < line_ || mention.last < text_.chunk(predicate.chunk).first;
      if (before && mention.kind == ActorKind::Organisation && decides(member)) return {member};
    }
  }
  return {};
}

// "will put it to its members with *a recommendation to reject*": what those who put it would have them do.
void StanceReader::add_recommended(const Predicate& predicate, Stance stance) {
  for (const Predicate& advised : clauses_.predicates()) {
    const int noun = advised.governor_noun;
    if (noun < 0 || text_.head_key(noun) != "recommendation") continue;
    const auto& acts = lists_.acts.of(ActKind::Verb, text_.chunk(advised.chunk).lemma);
    const bool takes_up = !acts.empty() && advised.objects.empty() &&
                          acts.front().relation != Relation::Proposed &&
                          acts.front().relation != Relation::Discussed;
    if (!takes_up ||
        std::none_of(predicate.obliques.begin(), predicate.obliques.end(), [&](const Oblique& with) {
          return with.chunk == noun && text_.key(with.preposition) == "with";
        }))
      continue;
    const bool against =
        acts.front().relation == Relation::Rejected || acts.front().relation == Relation::Opposed;
    const std::vector<Target> what{{stance.proposal, false}};
    stance.trigger_first = stance.trigger_last = text_.chunk(noun).head;
    stance.rule = "noun:recommendation/advised";
    stance.relation = against ? Relation::Opposed : Relation::Supported;
    const auto advising = agents_.named(predicate.subjects);
    add(stance, advising, what);
    stance.relation = against ? Relation::Rejected : Relation::Accepted;
    stance.modality = Modality::Urged;
    if (!advising.empty()) stance.speaker = advising.front();
    for (const Oblique& to : predicate.obliques)
      if (text_.key(to.preposition) == "to") add(stance, agents_.named({to.chunk}), what);
  }
}

// "Japan, *supported by Canada*, proposed …", "the EU, *opposed by China*, supported …": what others say to
// what the subject does.
void StanceReader::add_seconders(const Predicate& predicate, Stance stance,
                                 const std::vector<Target>& targets) {
  if (predicate.passive || stance.modality != Modality::Actual) return;
  for (int subject : predicate.subjects)
    for (int aside : text_.tree->dependents(text_.tree->group(text_.chunk(subject).head))) {
      const int p = text_.tree->is(aside, "acl") ? clauses_.predicate_at(aside) : -1;
      if (p < 0 || !text_.is(subject + 1, ChunkKind::Comma) || clauses_.at(p).chunk != subject + 2) continue;
      const bool with =
          is_one_of(text_.chunk(clauses_.at(p).chunk).lemma, {"support", "back", "second", "join"});
      const bool against = text_.chunk(clauses_.at(p).chunk).lemma == "oppose";
      if (!with && !against) continue;
      const bool refuses = stance.relation == Relation::Opposed || stance.relation == Relation::Rejected;
      if (against && refuses) continue;
      Stance other = stance;
      other.relation = against || refuses ? Relation::Opposed : Relation::Supported;
      other.trigger_first = other.trigger_last = aside;
      other.rule += "/seconded";
      for (const Oblique& by : clauses_.at(p).obliques)
        if (text_.key(by.preposition) == "by") add(other, agents_.named({by.chunk}), targets);
    }
}

// "junked the proposal *of the drivers*": the words themselves say whose it is.
bool StanceReader::is_surely_anothers(const std::vector<Target>& targets) const {
  return std::all_of(targets.begin(), targets.end(), [this](const Target& target) {
    const auto& mentions = doc_.proposals.all()[static_cast<std::size_t>(target.proposal)].mentions;
    return std::any_of(mentions.begin(), mentions.end(), [this](const ProposalMention& mention) {
      const Shallow& text = doc_.texts[static_cast<std::size_t>(mention.line)];
      const bool by_pronoun = text.tag(mention.core_first).facts->is(WordClass::Owner);
      return mention.line == line_ && mention.surely_owned && !mention.owners.empty() && !by_pronoun;
    });
  });
}

// "dropped *the president's* bill", "sought to scrap *the government's* plan": who does so with what is
// another's rejects it, or would have it fail.
void StanceReader::answer_of_others(const Standing& standing, const std::vector<int>& who,
                                    const std::vector<Target>& targets, Stance& stance) const {
  if (stance.relation != Relation::Withdrew || who.empty()) return;
  const auto owners = owners_of(targets);
  const bool kin = owners.empty() || doc_.proposals.are_any_kin(owners, who);
  if (kin) return;
  if (standing.sought) {
    stance.relation = Relation::Opposed;
    stance.modality = Modality::Actual;
  } else if (stance.modality == Modality::Actual &&
             (is_surely_anothers(targets) ||
              std::all_of(who.begin(), who.end(), [this](int member) { return decides(member); }))) {
    stance.relation = Relation::Rejected;
  }
}

bool StanceReader::try_act(int p, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  std::vector<int> objects = predicate.objects;
  if (act.only_recorded && !issuer_.is_record) return false;
  if (issuer_.is_record && is_moved(predicate)) return true;
  if (!is_met(predicate, act, objects)) return false;
  const Standing standing = modality_.of(p);
  if (act.only_refused && !standing.refused) return false;
  if (is_sought_together(standing, act)) return true;
  auto found = targets_.above_antecedent(p, act);
  if (found.empty()) found = targets_.of(p, act, objects);
  const int word = text_.chunk(predicate.chunk).head;
  if (found.empty()) {
    if (doc_.trace) note(word, act, act.proposal, targets_.missing(predicate, act, objects));
    return false;
  }
  if (is_of_a_kind(predicate) && speaks_of_clause(found)) return true;  // "countries that refuse to pay"
  Stance stance;
  stance.relation = act.relation;
  stance.trigger_first = stance.trigger_last = word;
  stance.rule = act.name() + (predicate.passive ? "/passive" : "/active");
  if (is_judgment(act)) return judge(p, stance, agents_.of_verb(p, act), found), true;
  if (judge_clause(predicate, act, found)) return true;
  if (is_means_only(predicate, standing, act)) return true;  // and no other reading of these words
  if (act.relation == Relation::Discussed && standing.refused && is_no_comment(p, act)) return true;
  const bool is_opinion = act.relation == Relation::Supported || act.relation == Relation::Opposed;
  if (is_opinion && text_.chunk(predicate.chunk).ended) return true;  // "no longer backs it": it did
  auto who = who_acts(p, act, found);
  if (who.empty() && predicate.passive && advise(predicate, stance, found)) return true;
  if (who.empty()) note(word, act, act.actor, "no actor");
  if (who.empty() && standing.urged_by < 0 && !standing.due) return false;  // another entry may know who
  turn(predicate, standing, act, stance);
  turn_unsettled(predicate, act, found, who, stance);
  if (stance.relation == Relation::Rejected && !act.partners.empty())  // "will not renew its pact *with Y*"
    if (auto refusing = agents_.named(predicate.subjects); !refusing.empty()) who = std::move(refusing);
  if (act.relation == Relation::Discussed && !who.empty())
    for (int met : met_with(predicate))
      if (std::find(who.begin(), who.end(), met) == who.end()) who.push_back(met);
  answer_of_others(standing, who, found, stance);
  const bool approves = act.word == "approve" && act.relation == Relation::Supported;
  if (act.word == "vote" || approves) count_votes(predicate, who, stance);  // "shareholders *approved* of it"
  stance.extent = is_partial_act(predicate) ? Extent::Partial : Extent::Full;
  date_act(p, stance);
  if (standing.denied_by >= 0) {
    const auto answering = agents_.named(clauses_.at(standing.denied_by).subjects);
    if (!answering.empty()) stance.speaker = answering.front();
  }
  const bool is_own = act.relation == Relation::Withdrew || act.relation == Relation::Amended;
  if (is_own && standing.urged_by >= 0 && !predicate.passive)
    for (const Target& target : found) doc_.proposals.reown(target.proposal, line_, who);
  if (is_not_urged(standing)) return true;
  add_urging(standing, stance, found);
  if (standing.due) add_demanding(who, stance, found);
  if (is_refused_in_record(predicate, standing, who, stance)) {
    stance.relation = Relation::Rejected;
    stance.modality = Modality::Actual;
  }
  add(stance, who, found);
  add_seconders(predicate, stance, found);
  for (const Target& target : found) {
    stance.proposal = target.proposal;
    add_recommended(predicate, stance);
  }
  if (const auto likewise = who_do_likewise(predicate); !likewise.empty()) add(stance, likewise, found);
  return true;
}

// A headline's "Japan *draft* package due": the plural of a verb behind one name is none of its acts.
bool StanceReader::is_no_verb(const Predicate& predicate) const {
  if (text_.line->style == Style::Prose || predicate.subjects.size() != 1) return false;
  const Chunk& subject = text_.chunk(predicate.subjects.front());
  return text_.tree->at(predicate.root).xpos == "VBP" && text_.tree->at(subject.head).xpos == "NNP" &&
         subject.head < predicate.root && text_.key(predicate.root) == text_.chunk(predicate.chunk).lemma;
}

void StanceReader::verb_acts(int p) {
  if (!text_.is(clauses_.at(p).chunk, ChunkKind::Verbs) || is_no_verb(clauses_.at(p))) return;
  std::optional<Relation> done;  // "presented the union with an offer": two acts in one word
  for (const ActEntry& act : lists_.acts.of(ActKind::Verb, text_.chunk(clauses_.at(p).chunk).lemma)) {
    const bool is_other_end = done == Relation::Proposed && act.relation == Relation::Received;
    const bool puts = done == Relation::Discussed && act.relation == Relation::Proposed &&
                      is_one_of(act.word, {"submit", "present"});  // "*submitted* it to X for a vote"
    if (done && !is_other_end && !puts) continue;
    const bool only_calls = names(p) && act.relation == Relation::Accepted &&  // "*finds* the treaty flawed"
                            clauses_.at(p).adjective > clauses_.at(p).root;
    if (only_calls) continue;
    if (try_act(p, act)) done = act.relation;
  }
}

}  // namespace demarche
