#include "ingest/stances/stance_reader.h"

#include <fmt/format.h>

namespace demarche {
namespace {

// The innermost who is not the actor himself; -1 for none.
int speaker_of(const std::vector<int>& speakers, int actor) {
  for (int speaker : speakers)
    if (speaker != actor) return speaker;
  return -1;
}

std::vector<int> without(std::vector<int> members, const std::vector<int>& left_out) {
  std::erase_if(members, [&left_out](int member) {
    return std::find(left_out.begin(), left_out.end(), member) != left_out.end();
  });
  return members;
}

}  // namespace

// A company, a bank, a club: no organ of a state and no party.
bool StanceReader::is_firm(int member) const {
  const CastMember& one = doc_.cast.members()[static_cast<std::size_t>(member)];
  if (one.kind == ActorKind::Unknown) return true;
  if (one.kind != ActorKind::Organisation || one.is_official()) return false;
  return std::any_of(one.mentions.begin(), one.mentions.end(), [this](int m) {
    const Mention& mention = doc_.cast.mentions()[static_cast<std::size_t>(m)];
    const ActorWord& word =
        lists_.actor_words.find(doc_.texts[static_cast<std::size_t>(mention.line)].key(mention.head));
    return word.firm || word.legal || (word.ending && !word.group);
  });
}

// Whether a person says what his own company does: then it speaks for itself.
bool StanceReader::speaks_for(int speaker, int actor) const {
  if (speaker < 0) return false;
  const auto kind = [this](int member) { return doc_.cast.members()[static_cast<std::size_t>(member)].kind; };
  return kind(speaker) == ActorKind::Person && is_firm(actor) && doc_.proposals.are_kin(speaker, actor);
}

// "accepted a truce *proposed by the mediators*": whoever says the one takes the other for known.
bool StanceReader::is_presupposed(int word) const {
  const int p = clauses_.predicate_at(word);
  return p >= 0 && clauses_.at(p).passive && !clauses_.at(p).finite && text_.tree->is(word, "acl");
}

void StanceReader::add(Stance stance, const std::vector<int>& actors, const std::vector<Target>& targets) {
  stance.line = line_;
  const Extent own = stance.extent;
  const std::vector<int> saying = speakers_.innermost(stance.trigger_first);
  std::vector<int> speakers = speakers_.of(stance.trigger_first);
  if (is_presupposed(stance.trigger_first)) speakers.clear();
  std::vector<int> saying_itself = speakers_.by_word(stance.trigger_first);
  for (int actor : actors)
    if (std::find(saying_itself.begin(), saying_itself.end(), actor) != saying_itself.end() &&
        saying_itself.size() > 1)
      saying_itself.clear();  // what they declare together
  speakers.insert(speakers.begin(), saying_itself.begin(), saying_itself.end());
  if (stance.speaker >= 0) speakers.insert(speakers.begin(), stance.speaker);
  for (int actor : actors)
    for (const Target& target : targets) {
      stance.actor = actor;
      stance.proposal = target.proposal;
      stance.extent = target.partial ? Extent::Partial : own;
      const bool says_so = std::find(saying.begin(), saying.end(), actor) != saying.end();
      stance.speaker = says_so ? speaker_of(without(speakers, saying), actor) : speaker_of(speakers, actor);
      if (speaks_for(stance.speaker, actor)) stance.speaker = -1;
      out_.push_back(stance);
    }
}

std::optional<Date> StanceReader::date_near(int p, Modality modality, SaidWhen said) const {
  return date_of_act(text_, clauses_, speakers_, p, modality, said, doc_.date);
}

// "meets *tomorrow* to discuss it".
bool StanceReader::is_ahead(const std::optional<Date>& date) const {
  return date && doc_.date && date->iso().size() == doc_.date->iso().size() && date->iso() > doc_.date->iso();
}

// For whoever asks why: this entry met its word and gave nothing.
void StanceReader::note(int word, const ActEntry& act, const std::vector<Role>& roles,
                        const std::string& missing) const {
  if (!doc_.trace) return;
  std::vector<std::string> words;
  for (const Role& role : roles) words.push_back(role.word());
  doc_.trace->misses.push_back(
      {line_, word, act.name(), fmt::format("{} in {}", missing, fmt::join(words, ", "))});
}

// "*threatened* to retaliate if", "is *ready* to retaliate if", "*would have* to", "is *likely* to hurt
// farmers": as good as said in one verb.
bool StanceReader::is_foretold(const Predicate& predicate, Relation relation) const {
  const int above = predicate.governor;
  if (above < 0 || !text_.chunk(predicate.chunk).infinitive) return false;
  const Predicate& governor = clauses_.at(above);
  const Chunk& verbs = text_.chunk(governor.chunk);
  const bool unsure = verbs.modal >= 0 && is_one_of(text_.key(verbs.modal), {"may", "might", "could", "can"});
  if (verbs.negated || unsure || !governor.finite) return false;
  if (governor.adjective >= 0)
    return is_one_of(text_.key(governor.adjective), {"likely", "bound", "certain", "sure"}) ||
           (relation == Relation::Opposed && is_one_of(text_.key(governor.adjective), {"prepared", "ready"}));
  return relation == Relation::Opposed && is_one_of(text_.chunk(governor.chunk).lemma,
                                                    {"threaten", "vow", "pledge", "plan", "intend", "have"});
}

// "the plan would hurt farmers, the union said": an opinion holds when it is said, whatever it foretells.
void StanceReader::judge(int p, Stance stance, const std::vector<int>& who,
                         const std::vector<Target>& targets) {
  const Standing standing = modality_.of(p);
  const Predicate& predicate = clauses_.at(p);
  const Chunk& verbs = text_.chunk(predicate.chunk);
  const bool negated = verbs.negated || standing.modality == Modality::Denied;
  const bool supposed =
      predicate.subordinator >= 0 && text_.tag(predicate.subordinator).facts->is(WordClass::Condition);
  const bool describes = predicate.hangs == Hangs::Relative;  // "a pact which would boost trade"
  const bool unreal = verbs.modal >= 0 && verbs.perfect;      // "would not have helped"
  const bool dates = predicate.subordinator >= 0 && is_one_of(text_.key(predicate.subordinator),
                                                              {"after", "before", "until", "once", "when"});
  const bool stated = predicate.finite || is_foretold(predicate, stance.relation);
  if (supposed || dates || describes || unreal || !stated) return;
  if (negated && stance.relation != Relation::Supported) return;
  if (negated) stance.relation = Relation::Opposed;  // "would not help"
  stance.modality = Modality::Actual;
  stance.rule += "/speaker";
  stance.date = date_near(p, Modality::Actual, SaidWhen::Alone);
  add(stance, who, targets);
}

// Whether the predicate says what its object is: "*called* it unfair".
bool StanceReader::names(int p) const {
  return text_.tag(text_.chunk(clauses_.at(p).chunk).head).facts->is(WordClass::Naming);
}

// "*dismissed* it as a stunt": says so itself.
bool StanceReader::rejects(int p) const {
  const auto& acts = lists_.acts.of(ActKind::Verb, text_.chunk(clauses_.at(p).chunk).lemma);
  return std::any_of(acts.begin(), acts.end(),
                     [](const ActEntry& act) { return act.relation == Relation::Rejected; });
}

// The entries of a word, those of the compound that it ends first: "sell-*out*".
const std::vector<ActEntry>& StanceReader::acts_named(ActKind kind, int word) const {
  const bool is_noun = kind == ActKind::Noun && text_.tree && !text_.tree->at(word).lemma.empty();
  const std::string& own = is_noun ? text_.tree->at(word).lemma : text_.key(word);
  if (word >= 2 && text_.key(word - 1) == "-") {
    const auto& compound = lists_.acts.of(kind, text_.key(word - 2) + "-" + own);
    if (!compound.empty()) return compound;
  }
  return lists_.acts.of(kind, own);
}

}  // namespace demarche
