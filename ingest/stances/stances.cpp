// For each word that is an act, its roles are looked up in the clauses (verbs), or beside it (nouns,
// adjectives, compounds, owners); a stance stands where an actor and a proposal are found in them.
#include "ingest/stances/stances.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "ingest/stances/act_dates.h"
#include "ingest/stances/agents.h"
#include "ingest/stances/modality.h"
#include "ingest/stances/redundant.h"
#include "ingest/stances/retold.h"
#include "ingest/stances/speakers.h"
#include "ingest/stances/targets.h"

namespace demarche {
namespace {

class LineReader {
 public:
  LineReader(ReadDocument& doc, const StanceLists& lists, int line, int quoted, Issuer issuer,
             std::vector<Stance>& out)
      : doc_(doc),
        lists_(lists),
        line_(line),
        text_(doc.texts[static_cast<std::size_t>(line)]),
        clauses_(doc.clauses[static_cast<std::size_t>(line)]),
        modality_(text_, clauses_, lists.controls),
        speakers_(text_, line, clauses_, doc.cast, quoted),
        owners_(doc.texts, doc.clauses, doc.cast, lists.actor_words),
        agents_(text_, line, clauses_, doc.cast, doc.proposals, owners_, speakers_, issuer),
        targets_(text_, line, clauses_, doc.cast, doc.proposals, lists.acts, lists.exclusions),
        out_(out) {}

  void run() {
    for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) verb_acts(p);
    for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) adjective_acts(p);
    for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) preposition_acts(p);
    for (int c = 0; c < text_.size(); ++c)
      if (text_.is(c, ChunkKind::Nouns)) {
        noun_acts(c);
        compound_acts(c);
      }
  }

 private:
  void verb_acts(int p);
  void adjective_acts(int p);
  void preposition_acts(int p);
  void noun_acts(int c);
  void compound_acts(int c);
  int actor_in_compound(int word);
  bool try_act(int p, const ActEntry& act);
  bool is_met(const Predicate& predicate, const ActEntry& act, std::vector<int>& objects) const;
  [[nodiscard]] bool acts_on_none(const Predicate& predicate) const;
  [[nodiscard]] bool holds_to_be_so(const Predicate& predicate) const;
  [[nodiscard]] bool is_means_only(const Predicate& predicate, const Standing& standing,
                                   const ActEntry& act) const;
  [[nodiscard]] std::vector<int> owners_of(const std::vector<Target>& targets) const;
  [[nodiscard]] bool decides(int member) const;
  void count_votes(const std::vector<int>& who, Stance& stance) const;
  void turn(const Predicate& predicate, const Standing& standing, const ActEntry& act, Stance& stance) const;
  bool try_called(int p, int word, const ActEntry& act);
  [[nodiscard]] bool names(int p) const;
  [[nodiscard]] bool rejects(int p) const;
  [[nodiscard]] bool is_said_as(int word) const;
  [[nodiscard]] int predicate_holding(int p) const;
  [[nodiscard]] const std::vector<ActEntry>& acts_named(ActKind kind, int word) const;
  bool try_noun(int c, const ActEntry& act);
  [[nodiscard]] bool is_owned(int c) const;
  [[nodiscard]] bool is_of_light_verb(int c, const ActEntry& noun) const;
  [[nodiscard]] bool is_given_up(int c) const;
  [[nodiscard]] bool has_none(int c) const;
  std::vector<Target> done_despite(int c, const ActEntry& act);
  std::vector<int> giving_voice_to(int c);
  [[nodiscard]] bool is_acted_on(int c) const;
  [[nodiscard]] int predicate_calling(int noun) const;
  [[nodiscard]] std::vector<int> named_by(int calling, int name) const;
  std::vector<Target> targets_of_noun(int c, const ActEntry& act);
  std::vector<Target> left_out(int p, const ActEntry& act, const std::vector<int>& who) const;
  void note(int word, const ActEntry& act, const std::vector<Role>& roles, const std::string& missing) const;
  [[nodiscard]] std::optional<Modality> gathering_for(const Predicate& predicate, Relation relation) const;
  void judge(int p, Stance stance, const std::vector<int>& who, const std::vector<Target>& targets);
  void add_urging(const Standing& standing, Stance& stance, const std::vector<Target>& targets);
  void colour_by_governor(int chunk, Stance& stance);
  std::optional<Date> date_near(int p, Modality modality, SaidWhen said) const;
  [[nodiscard]] bool is_ahead(const std::optional<Date>& date) const;
  bool is_partial_act(const Predicate& predicate) const;
  [[nodiscard]] bool is_presupposed(int word) const;
  [[nodiscard]] bool is_firm(int member) const;
  [[nodiscard]] bool speaks_for(int speaker, int actor) const;
  void add(Stance stance, const std::vector<int>& actors, const std::vector<Target>& targets);

  ReadDocument& doc_;
  const StanceLists& lists_;
  int line_;
  const Shallow& text_;
  const Clauses& clauses_;
  ModalityReader modality_;
  SpeakerReader speakers_;
  OwnerFinder owners_;
  AgentFinder agents_;
  TargetFinder targets_;
  std::vector<Stance>& out_;
};

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

// Whether the entry is a judgment, passed by whoever says it.
bool is_judgment(const ActEntry& act) {
  return !act.actor.empty() && act.actor.front().kind == RoleKind::Speaker;
}

// A company, a bank, a club: no organ of a state and no party.
bool LineReader::is_firm(int member) const {
  const CastMember& one = doc_.cast.members()[static_cast<std::size_t>(member)];
  if (one.kind == ActorKind::Unknown) return true;
  if (one.kind != ActorKind::Organisation || (one.entry && !one.entry->affiliations.empty())) return false;
  return std::any_of(one.mentions.begin(), one.mentions.end(), [this](int m) {
    const Mention& mention = doc_.cast.mentions()[static_cast<std::size_t>(m)];
    const ActorWord& word =
        lists_.actor_words.find(doc_.texts[static_cast<std::size_t>(mention.line)].key(mention.head));
    return word.firm || word.legal || (word.ending && !word.group);
  });
}

// Whether a person says what his own company does: then it speaks for itself.
bool LineReader::speaks_for(int speaker, int actor) const {
  if (speaker < 0) return false;
  const auto kind = [this](int member) { return doc_.cast.members()[static_cast<std::size_t>(member)].kind; };
  return kind(speaker) == ActorKind::Person && is_firm(actor) && doc_.proposals.are_kin(speaker, actor);
}

// "accepted a truce *proposed by the mediators*": whoever says the one takes the other for known.
bool LineReader::is_presupposed(int word) const {
  const int p = clauses_.predicate_at(word);
  return p >= 0 && clauses_.at(p).passive && !clauses_.at(p).finite && text_.tree->is(word, "acl");
}

void LineReader::add(Stance stance, const std::vector<int>& actors, const std::vector<Target>& targets) {
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

std::optional<Date> LineReader::date_near(int p, Modality modality, SaidWhen said) const {
  return date_of_act(text_, clauses_, speakers_, p, modality, said, doc_.date);
}

// "meets *tomorrow* to discuss it".
bool LineReader::is_ahead(const std::optional<Date>& date) const {
  return date && doc_.date && date->iso().size() == doc_.date->iso().size() && date->iso() > doc_.date->iso();
}

bool LineReader::is_partial_act(const Predicate& predicate) const {
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
    const bool reserves = is_one_of(text_.head_key(c + 1),
                                    {"reservation", "reservations", "condition", "conditions", "caveats"});
    const std::string& mark = text_.head_key(c);
    if (text_.is(c, ChunkKind::Preposition) && ((mark == "in" && limits) || (mark == "with" && reserves)))
      return true;
  }
  for (int object : predicate.objects) {
    const Chunk& group = text_.chunk(object);
    for (int i = group.first; i < group.head; ++i)
      if (is_one_of(text_.key(i), {"tentative", "preliminary", "conditional", "partial"})) return true;
  }
  return false;
}

// What a refusal makes of an act: to refuse to accept is to reject.
Relation refused(Relation relation) {
  if (relation == Relation::Accepted) return Relation::Rejected;
  if (relation == Relation::Supported) return Relation::Opposed;
  return relation;
}

// For whoever asks why: this entry met its word and gave nothing.
void LineReader::note(int word, const ActEntry& act, const std::vector<Role>& roles,
                      const std::string& missing) const {
  if (!doc_.trace) return;
  std::vector<std::string> words;
  for (const Role& role : roles) words.push_back(role.word());
  doc_.trace->misses.push_back(
      {line_, word, act.name(), fmt::format("{} in {}", missing, fmt::join(words, ", "))});
}

// "urged Kyiv to accept": who urges is in favour himself.
void LineReader::add_urging(const Standing& standing, Stance& stance, const std::vector<Target>& targets) {
  if (standing.urged_by < 0 || clauses_.at(standing.urged_by).passive) return;
  const Predicate& urges = clauses_.at(standing.urged_by);
  if (text_.line->style != Style::Prose && urges.objects.empty() && urges.obliques.empty())
    return;  // "IRAN *URGED* TO ACCEPT PLAN"
  const auto urging = agents_.named(urges.subjects);
  if (urging.empty()) return;
  Stance backing = stance;
  const bool against = stance.relation == Relation::Rejected || stance.relation == Relation::Opposed;
  backing.relation = against ? Relation::Opposed : Relation::Supported;
  backing.modality = modality_.of(standing.urged_by).modality;
  backing.rule += "/urging";
  if (against || stance.relation == Relation::Accepted || stance.relation == Relation::Supported)
    add(backing, urging, targets);
  stance.speaker = urging.front();
}

// "the plan would hurt farmers, the union said": an opinion holds when it is said, whatever it foretells.
void LineReader::judge(int p, Stance stance, const std::vector<int>& who,
                       const std::vector<Target>& targets) {
  const Standing standing = modality_.of(p);
  const Predicate& predicate = clauses_.at(p);
  const bool negated = text_.chunk(predicate.chunk).negated || standing.modality == Modality::Denied;
  const bool supposed =
      predicate.subordinator >= 0 && text_.tag(predicate.subordinator).facts->is(WordClass::Condition);
  const bool describes = predicate.hangs == Hangs::Relative;  // "a pact which would boost trade"
  if (supposed || describes || !predicate.finite) return;
  if (negated && stance.relation != Relation::Supported) return;
  if (negated) stance.relation = Relation::Opposed;  // "would not help"
  stance.modality = Modality::Actual;
  stance.rule += "/speaker";
  stance.date = date_near(p, Modality::Actual, SaidWhen::IsTheAct);
  add(stance, who, targets);
}

// "*met* to discuss the plan", "*rallied* to denounce it": what they come together for is done when they do;
// how far it is a fact that they did; nothing where nobody does.
std::optional<Modality> LineReader::gathering_for(const Predicate& predicate, Relation relation) const {
  const int above = clauses_.predicate_at(text_.tree->head(predicate.root));
  const bool follows = predicate.hangs == Hangs::Adverbial || predicate.hangs == Hangs::Complement;
  if (above < 0 || !follows || predicate.finite) return std::nullopt;
  const std::string& verb = text_.chunk(clauses_.at(above).chunk).lemma;
  const bool meets = is_one_of(verb, {"meet", "gather", "convene"});
  const bool rallies = meets || is_one_of(verb, {"rally", "march", "demonstrate", "protest", "strike", "hold",
                                                 "attend", "stage", "assemble", "take"});
  const bool goes = is_one_of(verb, {"visit", "travel", "arrive", "fly", "return"});
  if (relation == Relation::Accepted && goes) return Modality::Planned;  // "visits Oslo *to sign*"
  const bool fits = (relation == Relation::Discussed && meets) || (relation == Relation::Opposed && rallies);
  return fits ? std::optional(modality_.of(above).modality) : std::nullopt;
}

// "considers it friendly", "considers the offer to be friendly".
bool LineReader::holds_to_be_so(const Predicate& predicate) const {
  const Tree& tree = *text_.tree;
  if (tree.dependent(predicate.root, "xcomp") >= 0) return true;
  const int object = tree.dependent(predicate.root, "obj");
  const auto& all = clauses_.predicates();
  return object >= 0 && std::any_of(all.begin(), all.end(), [&](const Predicate& held) {
           const Chunk& verbs = text_.chunk(held.chunk);
           if (!verbs.infinitive || !(verbs.copula || verbs.lemma == "be")) return false;
           int above = held.root;
           while (above >= 0 && above != object) above = tree.head(above);
           return above == object;
         });
}

// Whether the words of the entry stand at this predicate; `objects` are what is left to be acted on.
bool LineReader::is_met(const Predicate& predicate, const ActEntry& act, std::vector<int>& objects) const {
  const bool only_passive = act.actor.front().kind == RoleKind::PassiveSubject;
  const bool is_weighed = act.relation == Relation::Discussed || act.relation == Relation::Withdrew;
  const bool holds_to_be = is_weighed && !objects.empty() && holds_to_be_so(predicate);
  return !holds_to_be && (!only_passive || predicate.passive) &&
         targets_.matches_words(predicate, act, objects);
}

// "made *no* offer".
bool LineReader::acts_on_none(const Predicate& predicate) const {
  return !predicate.passive && predicate.objects.size() == 1 &&
         text_.key(text_.chunk(predicate.objects.front()).first) == "no";
}

// What the words around the verb make of the act: its relation and modality.
void LineReader::turn(const Predicate& predicate, const Standing& standing, const ActEntry& act,
                      Stance& stance) const {
  const Relation meant = stance.relation;
  const bool favours = meant == Relation::Accepted || meant == Relation::Supported;
  stance.modality = standing.modality;
  if (stance.modality == Modality::Actual) stance.modality = act.modality;
  if (stance.modality == Modality::Actual && acts_on_none(predicate)) stance.modality = Modality::Denied;
  if (standing.refused) {
    stance.relation = refused(meant);
    if (stance.relation == meant && standing.modality == Modality::Actual) stance.modality = Modality::Denied;
  }
  if (standing.averse && stance.modality != Modality::Denied) {
    if (favours) stance.relation = Relation::Opposed;
    stance.modality = favours ? Modality::Actual : Modality::Denied;
  }
  const auto gathers = gathering_for(predicate, meant);
  if (gathers) stance.modality = *gathers;
  const bool answers = favours || meant == Relation::Rejected;
  const bool ahead = (standing.agreed && !answers) || (standing.purpose && !gathers);
  if (ahead && stance.modality == Modality::Actual) stance.modality = Modality::Planned;
}

// Whether it has the last word: "the Senate", "shareholders".
bool LineReader::decides(int member) const {
  const auto& mentions = doc_.cast.members()[static_cast<std::size_t>(member)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [this](int m) {
    const Mention& mention = doc_.cast.mentions()[static_cast<std::size_t>(m)];
    const Shallow& text = doc_.texts[static_cast<std::size_t>(mention.line)];
    const bool counted = text.tag(mention.first).tag == Tag::Number;  // "52 senators"
    return !counted && lists_.actor_words.find(text.key(mention.head)).decides;
  });
}

// "The Senate *voted* 51 to 49 against it": a body that decides rejects what a member only opposes; members
// who vote in favour do not yet accept it.
void LineReader::count_votes(const std::vector<int>& who, Stance& stance) const {
  const bool decided = std::all_of(who.begin(), who.end(), [this](int member) { return decides(member); });
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

// Whether the verb only says how, or what for, something else is done: no act of its own.
bool LineReader::is_means_only(const Predicate& predicate, const Standing& standing,
                               const ActEntry& act) const {
  const bool asks_how =
      predicate.subordinator >= 0 && is_one_of(text_.key(predicate.subordinator), {"how", "why", "where"});
  const bool favours = act.relation == Relation::Accepted || act.relation == Relation::Supported ||
                       act.relation == Relation::Rejected;  // "agreed to reject it"
  const bool for_other =
      (standing.agreed && !favours) || (standing.purpose && !gathering_for(predicate, act.relation));
  return asks_how || (for_other && act.relation != Relation::Discussed);
}

// "X's motion was *withdrawn*": those whose proposals these are.
std::vector<int> LineReader::owners_of(const std::vector<Target>& targets) const {
  std::vector<int> owners;
  for (const Target& target : targets)
    for (const ProposalMention& mention :
         doc_.proposals.all()[static_cast<std::size_t>(target.proposal)].mentions)
      for (int owner : mention.owners)
        if (std::find(owners.begin(), owners.end(), owner) == owners.end()) owners.push_back(owner);
  return owners;
}

bool LineReader::try_act(int p, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  std::vector<int> objects = predicate.objects;
  if (!is_met(predicate, act, objects)) return false;
  const Standing standing = modality_.of(p);
  if (act.only_refused && !standing.refused) return false;
  auto found = targets_.above_antecedent(p, act);
  if (found.empty()) found = targets_.of(p, act, objects);
  const int word = text_.chunk(predicate.chunk).head;
  if (found.empty()) {
    if (doc_.trace) note(word, act, act.proposal, targets_.missing(predicate, act, objects));
    return false;
  }
  Stance stance;
  stance.relation = act.relation;
  stance.trigger_first = stance.trigger_last = word;
  stance.rule = act.name() + (predicate.passive ? "/passive" : "/active");
  if (is_judgment(act)) return judge(p, stance, agents_.of_verb(p, act), found), true;
  if (is_means_only(predicate, standing, act)) return true;  // and no other reading of these words
  auto who = agents_.of_verb(p, act);
  if (who.empty() && act.relation == Relation::Withdrew && predicate.passive) who = owners_of(found);
  if (who.empty()) note(word, act, act.actor, "no actor");
  turn(predicate, standing, act, stance);
  if (act.word == "vote") count_votes(who, stance);
  stance.extent = is_partial_act(predicate) ? Extent::Partial : Extent::Full;
  stance.date = date_near(p, stance.modality, SaidWhen::NotTheAct);
  if (stance.modality == Modality::Actual && is_ahead(stance.date)) stance.modality = Modality::Planned;
  if (standing.denied_by >= 0) {
    const auto answering = agents_.named(clauses_.at(standing.denied_by).subjects);
    if (!answering.empty()) stance.speaker = answering.front();
  }
  add_urging(standing, stance, found);
  add(stance, who, found);
  return true;
}

void LineReader::verb_acts(int p) {
  if (!text_.is(clauses_.at(p).chunk, ChunkKind::Verbs)) return;
  std::optional<Relation> done;  // "presented the union with an offer": two acts in one word
  for (const ActEntry& act : lists_.acts.of(ActKind::Verb, text_.chunk(clauses_.at(p).chunk).lemma)) {
    const bool is_other_end = done == Relation::Proposed && act.relation == Relation::Received;
    if (done && !is_other_end) continue;
    if (try_act(p, act)) done = act.relation;
  }
}

// "Britain and Japan are *opposed*": to what was spoken of last.
std::vector<Target> LineReader::left_out(int p, const ActEntry& act, const std::vector<int>& who) const {
  const Predicate& predicate = clauses_.at(p);
  const bool states = predicate.hangs != Hangs::Relative && predicate.obliques.empty() && !who.empty();
  if (!states || act.relation != Relation::Opposed || act.takes != Takes::Any || is_judgment(act)) return {};
  return targets_.spoken_of_before(predicate);
}

// Whether the predicate says what its object is: "*called* it unfair".
bool LineReader::names(int p) const {
  return text_.tag(text_.chunk(clauses_.at(p).chunk).head).facts->is(WordClass::Naming);
}

// "*dismissed* it as a stunt": says so itself.
bool LineReader::rejects(int p) const {
  const auto& acts = lists_.acts.of(ActKind::Verb, text_.chunk(clauses_.at(p).chunk).lemma);
  return std::any_of(acts.begin(), acts.end(),
                     [](const ActEntry& act) { return act.relation == Relation::Rejected; });
}

// "described it *as unfair*".
bool LineReader::is_said_as(int word) const {
  const int mark = text_.tree->dependent(word, "case");
  return mark >= 0 && text_.key(mark) == "as" && text_.tree->is_any(word, {"obl", "advcl"});
}

// "*considers* the offer to be unfair", for the predicate of what it is held to be; -1 for none.
int LineReader::predicate_holding(int p) const {
  const Predicate& held = clauses_.at(p);
  if (held.finite || !text_.chunk(held.chunk).infinitive) return -1;
  int above = text_.tree->head(held.root);
  if (above >= 0 && text_.tree->is(held.root, "acl") && text_.tree->is(above, "obj"))
    above = text_.tree->head(above);
  const int calling = clauses_.predicate_at(above);
  return calling >= 0 && names(calling) ? calling : -1;
}

// The entries of a word, those of the compound that it ends first: "sell-*out*".
const std::vector<ActEntry>& LineReader::acts_named(ActKind kind, int word) const {
  const bool is_noun = kind == ActKind::Noun && text_.tree && !text_.tree->at(word).lemma.empty();
  const std::string& own = is_noun ? text_.tree->at(word).lemma : text_.key(word);
  if (word >= 2 && text_.key(word - 1) == "-") {
    const auto& compound = lists_.acts.of(kind, text_.key(word - 2) + "-" + own);
    if (!compound.empty()) return compound;
  }
  return lists_.acts.of(kind, own);
}

// "called the plan *unfair*": said of the object, by the subject.
bool LineReader::try_called(int p, int word, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  const bool is_said_of_subject = act.proposal.front().kind == RoleKind::Subject;
  if (!is_said_of_subject || predicate.passive) return false;
  const auto found = targets_.in(predicate.objects, act);
  if (found.empty()) return false;
  Stance stance;
  stance.relation = act.relation;
  stance.modality = modality_.of(p).modality;
  stance.trigger_first = stance.trigger_last = word;
  stance.rule = act.name() + "/called";
  stance.date = date_near(p, stance.modality, SaidWhen::IsTheAct);
  add(stance, agents_.named(predicate.subjects), found);
  return true;
}

// "is opposed to the plan", "were unacceptable to Russia".
void LineReader::adjective_acts(int p) {
  const Predicate& predicate = clauses_.at(p);
  int word = predicate.adjective;
  if (word < 0 && predicate.passive) word = text_.chunk(predicate.chunk).head;
  if (word < 0) return;
  const bool is_called = text_.tree->is(word, "xcomp") || (is_said_as(word) && names(p));
  const int calling = is_called ? p : predicate_holding(p);
  for (const ActEntry& act : acts_named(ActKind::Adjective, word)) {
    if (calling >= 0 && try_called(calling, word, act)) return;
    std::vector<Target> found = targets_.of_adjective(p, act);
    const bool of_subject = predicate.passive && act.actor.front().kind == RoleKind::Subject;
    auto who = of_subject ? agents_.named(predicate.subjects) : agents_.of_verb(p, act);
    if (found.empty()) found = left_out(p, act, who);
    if (found.empty()) note(word, act, act.proposal, "no proposal");
    if (found.empty()) continue;
    Stance stance;
    stance.relation = act.relation;
    stance.trigger_first = stance.trigger_last = word;
    stance.rule = act.name() + "/predicate";
    if (who.empty()) who = speakers_.innermost(word);
    if (is_judgment(act)) return judge(p, stance, who, found);
    const Standing standing = modality_.of(p);
    if (act.only_refused && !standing.refused && standing.modality != Modality::Denied) continue;
    stance.modality = standing.refused ? Modality::Denied : standing.modality;
    if (act.only_refused) stance.modality = Modality::Actual;  // "was *not* impressed by the offer"
    if (stance.modality == Modality::Actual) stance.modality = act.modality;
    stance.date = date_near(p, stance.modality, SaidWhen::NotTheAct);
    return add(stance, who, found);
  }
}

// "is *against* the plan".
void LineReader::preposition_acts(int p) {
  const Predicate& predicate = clauses_.at(p);
  const int c = text_.chunk_of[static_cast<std::size_t>(predicate.root)];
  const int word = text_.is(c, ChunkKind::Nouns) ? clauses_.preposition_before(c) : -1;
  if (word < 0) return;
  for (const ActEntry& act : lists_.acts.of(ActKind::Preposition, text_.key(word))) {
    const auto target = targets_.at(c, act);
    if (!target) continue;
    const Standing standing = modality_.of(p);
    Stance stance;
    stance.relation = act.relation;
    stance.modality = standing.refused ? Modality::Denied : standing.modality;
    stance.trigger_first = stance.trigger_last = word;
    stance.rule = act.name() + "/predicate";
    stance.date = date_near(p, stance.modality, SaidWhen::IsTheAct);
    add(stance, agents_.named(predicate.subjects), {*target});
  }
}

// "*calls* the demand a non-starter", "*dismisses* it as a stunt": the verb; -1 for none.
int LineReader::predicate_calling(int noun) const {
  const int above = text_.tree->head(noun);
  const bool apposed = above >= 0 && text_.tree->is(noun, "appos") && text_.tree->is(above, "obj");
  const int p = clauses_.predicate_at(apposed ? text_.tree->head(above) : above);
  if (p < 0 || clauses_.at(p).passive || clauses_.at(p).objects.empty()) return -1;
  if (apposed && names(p)) return p;
  const int mark = text_.tree->dependent(noun, "case");
  const bool as = mark >= 0 && text_.key(mark) == "as" && !rejects(p);
  return (names(p) && text_.tree->is_any(noun, {"obj", "xcomp"})) ||
                 (as && text_.tree->is_any(noun, {"obl", "nmod"}))
             ? p
             : -1;
}

// What it is that is called so: its objects but the name itself.
std::vector<int> LineReader::named_by(int calling, int name) const {
  std::vector<int> groups = clauses_.at(calling).objects;
  std::erase(groups, name);
  return groups;
}

// The proposals beside a noun: behind its prepositions, or the subject of "has", "won", "ran into": "the plan
// has the *support* of France", "the offer is an *insult*".
std::vector<Target> LineReader::targets_of_noun(int c, const ActEntry& act) {
  const Chunk& group = text_.chunk(c);
  std::vector<int> chunks;
  bool by_subject = false;
  for (const Role& role : act.proposal) {
    by_subject |= role.kind == RoleKind::Subject;
    for (const Oblique& modifier : clauses_.modifiers(c)) {
      const bool is_next = role.preposition != "of" || modifier.preposition == group.last + 1;
      if (is_next && text_.key(modifier.preposition) == role.preposition) chunks.push_back(modifier.chunk);
    }
  }
  const bool is_itself = !act.proposal.empty() && act.proposal.front().kind == RoleKind::Itself;
  if (is_itself && !doc_.proposals.is_called_proposed(line_, c)) chunks.push_back(c);
  auto found = targets_.in(chunks, act);
  if (!found.empty() || is_itself || !text_.tree) return found;
  if (const auto clause = targets_.clause_behind(c, act)) return {*clause};
  const int noun = text_.tree->group(group.head);
  if (by_subject) {
    if (const int calling = predicate_calling(noun); calling >= 0)
      return targets_.in(named_by(calling, c), act);
    const int p = clauses_.predicate_at(noun);
    return p < 0 ? found : targets_.in(clauses_.at(p).subjects, act);
  }
  const int p = clauses_.predicate_at(text_.tree->head(noun));
  if (p >= 0 && text_.tree->is(noun, "obj"))
    for (const Role& role : act.proposal)
      for (const Oblique& oblique : clauses_.at(p).obliques)
        if (text_.key(oblique.preposition) == role.preposition && role.preposition != "of")
          chunks.push_back(oblique.chunk);
  if (found = targets_.in(chunks, act); !found.empty()) return found;
  const bool light =
      p >= 0 && text_.tree->is_any(noun, {"obj", "obl"}) &&
      is_one_of(text_.chunk(clauses_.at(p).chunk).lemma,
                {"have", "win", "gain", "get", "draw", "receive", "face", "meet", "run", "attract", "enjoy",
                 "need", "require", "await", "encounter", "provoke", "spark"});
  return light && !clauses_.at(p).passive ? targets_.in(clauses_.at(p).subjects, act) : found;
}

// "dropped its *opposition*": nothing is left of the act.
bool LineReader::is_given_up(int c) const {
  const auto& all = clauses_.predicates();
  return std::any_of(all.begin(), all.end(), [&](const Predicate& predicate) {
    const bool has_it =
        std::find(predicate.objects.begin(), predicate.objects.end(), c) != predicate.objects.end();
    const auto light = lists_.controls.of_light(text_.chunk(predicate.chunk).lemma);
    return has_it && light && light->effect == Effect::Refused;
  });
}

// "approved the bill *despite opposition from X*": what is done in spite of the act.
std::vector<Target> LineReader::done_despite(int c, const ActEntry& act) {
  const int mark = clauses_.preposition_before(c);
  if (mark < 0 || !text_.tree) return {};
  const bool judges = is_one_of(text_.key(mark), {"despite", "notwithstanding"}) &&
                      (act.relation == Relation::Opposed || act.relation == Relation::Supported);
  const bool because = text_.key(mark) == "of" && mark > 0 && text_.key(mark - 1) == "because";
  const bool overrides = (because || is_one_of(text_.key(mark), {"over", "amid", "after", "following"})) &&
                         act.relation == Relation::Opposed;
  const int p = clauses_.predicate_at(text_.tree->head(text_.tree->group(text_.chunk(c).head)));
  if (p < 0 || !(judges || overrides)) return {};
  const Predicate& predicate = clauses_.at(p);
  auto found = targets_.in(predicate.passive ? predicate.subjects : predicate.objects, act);
  for (const Oblique& oblique : predicate.obliques)
    if (found.empty() && is_one_of(text_.key(oblique.preposition), {"on", "to"}))
      found = targets_.in({oblique.chunk}, act);
  return found;
}

// "is *studying* a pact between X and Y": another act is done to it, which need not come about.
bool LineReader::is_acted_on(int c) const {
  for (const Predicate& predicate : clauses_.predicates()) {
    const auto& acted_on = predicate.passive ? predicate.subjects : predicate.objects;
    if (std::find(acted_on.begin(), acted_on.end(), c) == acted_on.end()) continue;
    const auto& acts = lists_.acts.of(ActKind::Verb, text_.chunk(predicate.chunk).lemma);
    return std::any_of(acts.begin(), acts.end(),
                       [](const ActEntry& act) { return act.relation != Relation::Accepted; });
  }
  return false;
}

// "X *voiced* opposition to the plan".
std::vector<int> LineReader::giving_voice_to(int c) {
  for (const Predicate& predicate : clauses_.predicates()) {
    const auto& objects = predicate.objects;
    if (predicate.passive || std::find(objects.begin(), objects.end(), c) == objects.end()) continue;
    const auto light = lists_.controls.of_light(text_.chunk(predicate.chunk).lemma);
    if (light && light->effect == Effect::None) return agents_.named(predicate.subjects);
  }
  return {};
}

// "*Milei's* veto", "*its* approval".
bool LineReader::is_owned(int c) const {
  const Chunk& group = text_.chunk(c);
  for (int i = group.first; i < group.head; ++i)
    if (text_.tag(i).tag == Tag::Possessive || text_.tag(i).facts->is(WordClass::Owner)) return true;
  return false;
}

// "*voted* in favour of it", "*recommended* acceptance of it": the verb's own act, also where the noun by
// itself is another.
bool LineReader::is_of_light_verb(int c, const ActEntry& noun) const {
  if (!text_.tree) return false;
  const int word = text_.chunk(c).head;
  const int p = clauses_.predicate_at(text_.tree->head(text_.tree->group(word)));
  if (p < 0) return false;
  const auto& acts = lists_.acts.of(ActKind::Verb, text_.chunk(clauses_.at(p).chunk).lemma);
  return std::any_of(acts.begin(), acts.end(), [&](const ActEntry& act) {
    return act.with == text_.key(word) &&
           (!noun.particle.empty() || (act.relation != noun.relation && !is_owned(c)));
  });
}

bool LineReader::try_noun(int c, const ActEntry& act) {
  if (is_of_light_verb(c, act)) return false;
  const int before = clauses_.preposition_before(c);
  if (!act.particle.empty() && (before < 0 || text_.key(before) != act.particle)) {
    const bool out_of = before > 0 && text_.key(before - 1) == act.particle;
    if (!out_of) return false;
  }
  auto found = targets_of_noun(c, act);
  if (found.empty()) found = done_despite(c, act);
  if (found.empty() || is_given_up(c)) {
    note(text_.chunk(c).head, act, act.proposal, "no proposal");
    return false;
  }
  Stance stance;
  stance.relation = act.relation;
  stance.trigger_first = stance.trigger_last = text_.chunk(c).head;
  stance.rule = act.name();
  auto who = agents_.of_noun(c, act);
  const int calling = text_.tree ? predicate_calling(text_.tree->group(text_.chunk(c).head)) : -1;
  if (calling >= 0) who = agents_.named(clauses_.at(calling).subjects);
  const bool is_opinion = act.relation == Relation::Supported || act.relation == Relation::Opposed;
  if (who.empty() && is_opinion) who = giving_voice_to(c);
  const bool is_itself = act.proposal.front().kind == RoleKind::Itself;
  if (is_itself && (who.size() < 2 || is_acted_on(c))) return false;  // "a pact between the two sides"
  if (who.empty()) note(stance.trigger_first, act, act.actor, "no actor");
  const int p = text_.tree ? clauses_.predicate_at(text_.tree->group(text_.chunk(c).head)) : -1;
  if (is_judgment(act) && p >= 0) return judge(p, stance, who, found), true;
  if (calling >= 0)
    stance.modality = modality_.of(calling).modality;
  else
    colour_by_governor(c, stance);
  if (is_opinion && has_none(c) && stance.modality == Modality::Actual) stance.modality = Modality::Denied;
  add(stance, who, found);
  return true;
}

// "has *no* objection to it", "little support".
bool LineReader::has_none(int c) const {
  return is_one_of(text_.key(text_.chunk(c).first), {"no", "little", "few"});
}

// "Hezbollah's rejection of the demand", "approval of the deal by the cabinet".
void LineReader::noun_acts(int c) {
  for (const ActEntry& act : acts_named(ActKind::Noun, text_.chunk(c).head))
    if (try_noun(c, act)) return;
}

// "seeks support": what becomes of an act that is the object of a verb.
void LineReader::colour_by_governor(int chunk, Stance& stance) {
  for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) {
    const Predicate& predicate = clauses_.at(p);
    const auto& acted_on = predicate.passive ? predicate.subjects : predicate.objects;
    if (std::find(acted_on.begin(), acted_on.end(), chunk) == acted_on.end()) continue;
    const std::string& verb = text_.chunk(predicate.chunk).lemma;
    const auto control = lists_.controls.of_verb(verb);
    stance.modality = modality_.of(p).modality;
    stance.date = date_near(p, stance.modality, SaidWhen::NotTheAct);
    if (is_one_of(verb, {"need", "require", "await"})) {
      stance.modality = Modality::Possible;
      return;
    }
    if (!control || (control->effect != Effect::Planned && control->effect != Effect::Urged)) return;
    stance.modality = Modality::Urged;
    if (const auto asking = agents_.named(predicate.subjects); !asking.empty())
      stance.speaker = asking.front();
    return;
  }
}

// Who "UN" and "government" before a hyphen are; -1 for nobody.
int LineReader::actor_in_compound(int word) {
  for (int m : doc_.cast.mentions_in(line_))
    if (doc_.cast.mentions()[static_cast<std::size_t>(m)].last == word) return doc_.cast.member_of(m);
  return lists_.actor_words.find(text_.key(word)).group ? doc_.cast.adopt(line_, word, word) : -1;
}

// "a UN-backed plan".
void LineReader::compound_acts(int c) {
  const Chunk& group = text_.chunk(c);
  for (int i = group.first; i + 2 < group.head; ++i) {
    if (text_.key(i + 1) != "-") continue;
    if (lists_.acts.of(ActKind::Compound, text_.key(i + 2)).empty()) continue;
    const int actor = actor_in_compound(i);
    if (actor < 0) continue;
    for (const ActEntry& act : lists_.acts.of(ActKind::Compound, text_.key(i + 2))) {
      const auto target = targets_.at(c, act);
      if (!target) continue;
      Stance stance;
      stance.relation = act.relation;
      stance.trigger_first = stance.trigger_last = i + 2;
      stance.rule = act.name();
      add(stance, {actor}, {*target});
    }
  }
}

// "has not received *any* proposals from X": there is none.
bool is_not_there(const ReadDocument& doc, const std::vector<Stance>& found, int proposal,
                  const ProposalMention& mention) {
  const Shallow& text = doc.texts[static_cast<std::size_t>(mention.line)];
  if (!is_one_of(text.key(mention.first), {"any", "no"})) return false;
  return std::any_of(found.begin(), found.end(), [&](const Stance& stance) {
    return stance.proposal == proposal && stance.line == mention.line && stance.modality == Modality::Denied;
  });
}

// A proposal noun that somebody owns was put forward by him; whoever mentions it presupposes that, and is no
// source for it.
void owned_proposals(const ReadDocument& doc, std::vector<Stance>& out) {
  for (int p = 0; p < static_cast<int>(doc.proposals.all().size()); ++p)
    for (const ProposalMention& mention : doc.proposals.all()[static_cast<std::size_t>(p)].mentions) {
      const bool is_owned = mention.noun && !mention.noun->weak && !mention.joint;
      if (mention.is_clause || !(is_owned || mention.is_put_forward())) continue;
      Stance stance;
      stance.proposal = p;
      stance.line = mention.line;
      stance.trigger_first = stance.trigger_last = mention.head;
      stance.rule = "noun:" + mention.noun->noun + "/owner";
      if (is_not_there(doc, out, p, mention)) continue;
      for (int owner : mention.owners) {
        stance.actor = owner;
        out.push_back(stance);
      }
    }
}

}  // namespace

std::vector<Stance> find_stances(ReadDocument doc, const StanceLists& lists) {
  std::vector<Stance> found;
  const std::vector<int> quoted = quoted_speakers(doc.texts, doc.clauses, doc.cast);
  const Issuer issuer = issuer_of(doc.texts, doc.cast);
  for (int line = 0; line < static_cast<int>(doc.texts.size()); ++line)
    LineReader(doc, lists, line, quoted[static_cast<std::size_t>(line)], issuer, found).run();
  owned_proposals(doc, found);
  join_retold(doc, found);
  drop_redundant(doc, lists.actor_words, found);
  std::stable_sort(found.begin(), found.end(), [](const Stance& a, const Stance& b) {
    return a.line != b.line ? a.line < b.line : a.trigger_first < b.trigger_first;
  });
  return found;
}

}  // namespace demarche
