// For each word that is an act, its roles are looked up in the clauses (verbs), or beside it (nouns,
// adjectives, compounds, owners); a stance stands where an actor and a proposal are found in them.
#include "ingest/stances/stances.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "ingest/stances/act_dates.h"
#include "ingest/stances/agents.h"
#include "ingest/stances/modality.h"
#include "ingest/stances/speakers.h"
#include "ingest/stances/targets.h"

namespace demarche {
namespace {

class LineReader {
 public:
  LineReader(ReadDocument& doc, const StanceLists& lists, int line, int quoted, std::vector<Stance>& out)
      : doc_(doc),
        lists_(lists),
        line_(line),
        text_(doc.texts[static_cast<std::size_t>(line)]),
        clauses_(doc.clauses[static_cast<std::size_t>(line)]),
        modality_(text_, clauses_, lists.controls),
        speakers_(text_, line, clauses_, doc.cast, quoted),
        owners_(doc.texts, doc.clauses, doc.cast, lists.actor_words),
        agents_(text_, line, clauses_, doc.cast, doc.proposals, owners_, speakers_),
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
  bool try_act(int p, const ActEntry& act);
  bool try_called(int p, int word, const ActEntry& act);
  bool try_noun(int c, const ActEntry& act);
  [[nodiscard]] bool is_given_up(int c) const;
  std::vector<Target> targets_of_noun(int c, const ActEntry& act);
  std::vector<Target> left_out(int p, const ActEntry& act, const std::vector<int>& who) const;
  void note(int word, const ActEntry& act, const std::vector<Role>& roles, const std::string& missing) const;
  void judge(int p, Stance stance, const std::vector<int>& who, const std::vector<Target>& targets);
  void add_urging(const Standing& standing, Stance& stance, const std::vector<Target>& targets);
  void colour_by_governor(int chunk, Stance& stance);
  std::optional<Date> date_near(int p, Modality modality, SaidWhen said) const;
  bool is_partial_act(const Predicate& predicate) const;
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

// Whether the entry is a judgment, passed by whoever says it.
bool is_judgment(const ActEntry& act) {
  return !act.actor.empty() && act.actor.front().kind == RoleKind::Speaker;
}

void LineReader::add(Stance stance, const std::vector<int>& actors, const std::vector<Target>& targets) {
  stance.line = line_;
  const Extent own = stance.extent;
  std::vector<int> speakers = speakers_.of(stance.trigger_first);
  if (stance.speaker >= 0) speakers.insert(speakers.begin(), stance.speaker);
  for (int actor : actors)
    for (const Target& target : targets) {
      stance.actor = actor;
      stance.proposal = target.proposal;
      stance.extent = target.partial ? Extent::Partial : own;
      stance.speaker = speaker_of(speakers, actor);
      out_.push_back(stance);
    }
}

std::optional<Date> LineReader::date_near(int p, Modality modality, SaidWhen said) const {
  return date_of_act(text_, clauses_, speakers_, p, modality, said, doc_.date);
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
    if (text_.is(c, ChunkKind::Preposition) && text_.head_key(c) == "in" &&
        is_one_of(text_.head_key(c + 1), {"principle", "part"}))
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
  const auto urging = agents_.named(clauses_.at(standing.urged_by).subjects);
  if (urging.empty()) return;
  Stance backing = stance;
  const bool against = stance.relation == Relation::Rejected || stance.relation == Relation::Opposed;
  backing.relation = against ? Relation::Opposed : Relation::Supported;
  backing.modality = modality_.of(standing.urged_by).modality;
  backing.rule += "/urging";
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
  if (negated || supposed || !predicate.finite) return;
  stance.modality = Modality::Actual;
  stance.rule += "/speaker";
  stance.date = date_near(p, Modality::Actual, SaidWhen::IsTheAct);
  add(stance, who, targets);
}

bool LineReader::try_act(int p, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  const bool only_passive = act.actor.front().kind == RoleKind::PassiveSubject;
  std::vector<int> objects = predicate.objects;
  if ((only_passive && !predicate.passive) || !targets_.matches_words(predicate, act, objects)) return false;
  const Standing standing = modality_.of(p);
  const auto found = targets_.of(p, act, objects);
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
  const bool only_agreed =
      standing.agreed && act.relation != Relation::Accepted && act.relation != Relation::Supported;
  const bool asks_how =
      predicate.subordinator >= 0 && is_one_of(text_.key(predicate.subordinator), {"how", "why", "where"});
  const bool is_means_only = (only_agreed || standing.purpose) && act.relation != Relation::Discussed;
  if (asks_how || is_means_only) return true;  // no act of its own, and no other reading of these words
  const auto who = agents_.of_verb(p, act);
  if (who.empty()) note(word, act, act.actor, "no actor");
  stance.modality = standing.modality;
  if (standing.refused) {
    const bool turns = refused(act.relation) != act.relation;
    stance.relation = refused(act.relation);
    if (!turns && standing.modality == Modality::Actual) stance.modality = Modality::Denied;
  }
  const bool ahead = only_agreed || standing.purpose;
  if (ahead && stance.modality == Modality::Actual) stance.modality = Modality::Planned;
  stance.extent = is_partial_act(predicate) ? Extent::Partial : Extent::Full;
  stance.date = date_near(p, stance.modality, SaidWhen::NotTheAct);
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
  for (const ActEntry& act : lists_.acts.of(ActKind::Verb, text_.chunk(clauses_.at(p).chunk).lemma))
    if (try_act(p, act)) return;
}

// "Britain and Japan are *opposed*": to what was spoken of last.
std::vector<Target> LineReader::left_out(int p, const ActEntry& act, const std::vector<int>& who) const {
  const Predicate& predicate = clauses_.at(p);
  const bool states = predicate.hangs != Hangs::Relative && predicate.obliques.empty() && !who.empty();
  if (!states || act.relation != Relation::Opposed || act.takes != Takes::Any || is_judgment(act)) return {};
  const int proposal = doc_.proposals.before(line_, text_.chunk(predicate.chunk).first);
  return proposal < 0 ? std::vector<Target>{} : std::vector<Target>{{proposal, false}};
}

// "called the plan *unfair*": said of the object, by the subject.
bool LineReader::try_called(int p, int word, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  const bool is_said_of_subject = act.proposal.front().kind == RoleKind::Subject;
  if (!is_said_of_subject || predicate.passive || !text_.tree->is(word, "xcomp")) return false;
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
  for (const ActEntry& act : lists_.acts.of(ActKind::Adjective, text_.key(word))) {
    if (try_called(p, word, act)) return;
    std::vector<Target> found;
    for (const Role& role : act.proposal) {
      found = targets_.in(targets_.in_role(predicate, role, predicate.objects), act);
      if (!found.empty()) break;
    }
    auto who = agents_.of_verb(p, act);
    if (who.empty() && predicate.passive) who = agents_.named(predicate.subjects);
    if (found.empty()) found = left_out(p, act, who);
    if (found.empty()) note(word, act, act.proposal, "no proposal");
    if (found.empty()) continue;
    Stance stance;
    stance.relation = act.relation;
    stance.trigger_first = stance.trigger_last = word;
    stance.rule = act.name() + "/predicate";
    if (who.empty()) who = agents_.speaker_of(word);
    if (is_judgment(act)) return judge(p, stance, who, found);
    const Standing standing = modality_.of(p);
    stance.modality = standing.refused ? Modality::Denied : standing.modality;
    stance.date = date_near(p, stance.modality, SaidWhen::IsTheAct);
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
  auto found = targets_.in(chunks, act);
  if (!found.empty() || !text_.tree) return found;
  const int noun = text_.tree->group(group.head);
  if (by_subject) {
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

bool LineReader::try_noun(int c, const ActEntry& act) {
  const int before = clauses_.preposition_before(c);
  if (!act.particle.empty() && (before < 0 || text_.key(before) != act.particle)) {
    const bool out_of = before > 0 && text_.key(before - 1) == act.particle;
    if (!out_of) return false;
  }
  const auto found = targets_of_noun(c, act);
  if (found.empty() || is_given_up(c)) {
    note(text_.chunk(c).head, act, act.proposal, "no proposal");
    return false;
  }
  Stance stance;
  stance.relation = act.relation;
  stance.trigger_first = stance.trigger_last = text_.chunk(c).head;
  stance.rule = act.name();
  const auto who = agents_.of_noun(c, act);
  if (who.empty()) note(stance.trigger_first, act, act.actor, "no actor");
  const int p = text_.tree ? clauses_.predicate_at(text_.tree->group(text_.chunk(c).head)) : -1;
  if (is_judgment(act) && p >= 0) return judge(p, stance, who, found), true;
  colour_by_governor(c, stance);
  add(stance, who, found);
  return true;
}

// "Hezbollah's rejection of the demand", "approval of the deal by the cabinet".
void LineReader::noun_acts(int c) {
  const Chunk& group = text_.chunk(c);
  const bool lemma_known = text_.tree && !text_.tree->at(group.head).lemma.empty();
  const std::string& word = lemma_known ? text_.tree->at(group.head).lemma : text_.key(group.head);
  for (const ActEntry& act : lists_.acts.of(ActKind::Noun, word))
    if (try_noun(c, act)) return;
}

// "seeks support": what becomes of an act that is the object of a verb.
void LineReader::colour_by_governor(int chunk, Stance& stance) {
  for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) {
    const Predicate& predicate = clauses_.at(p);
    if (std::find(predicate.objects.begin(), predicate.objects.end(), chunk) == predicate.objects.end())
      continue;
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

// "a UN-backed plan".
void LineReader::compound_acts(int c) {
  const Chunk& group = text_.chunk(c);
  for (int i = group.first; i + 2 < group.head; ++i) {
    if (text_.key(i + 1) != "-") continue;
    const auto& mentions = doc_.cast.mentions_in(line_);
    const auto m = std::find_if(mentions.begin(), mentions.end(), [&](int found) {
      return doc_.cast.mentions()[static_cast<std::size_t>(found)].last == i;
    });
    if (m == mentions.end()) continue;
    for (const ActEntry& act : lists_.acts.of(ActKind::Compound, text_.key(i + 2))) {
      const auto target = targets_.at(c, act);
      if (!target) continue;
      Stance stance;
      stance.relation = act.relation;
      stance.trigger_first = stance.trigger_last = i + 2;
      stance.rule = act.name();
      add(stance, {doc_.cast.member_of(*m)}, {*target});
    }
  }
}

// A proposal noun that somebody owns was put forward by him.
void owned_proposals(ReadDocument& doc, const std::vector<int>& quoted, std::vector<Stance>& out) {
  for (int p = 0; p < static_cast<int>(doc.proposals.all().size()); ++p)
    for (const ProposalMention& mention : doc.proposals.all()[static_cast<std::size_t>(p)].mentions) {
      if (mention.joint || mention.is_clause || !mention.noun || mention.noun->weak) continue;
      const auto line = static_cast<std::size_t>(mention.line);
      Stance stance;
      stance.proposal = p;
      stance.line = mention.line;
      stance.trigger_first = stance.trigger_last = mention.head;
      stance.rule = "noun:" + mention.noun->noun + "/owner";
      const SpeakerReader reader(doc.texts[line], mention.line, doc.clauses[line], doc.cast, quoted[line]);
      const auto speakers = reader.of(mention.head);
      for (int owner : mention.owners) {
        stance.actor = owner;
        stance.speaker = speaker_of(speakers, owner);
        out.push_back(stance);
      }
    }
}

}  // namespace

std::vector<Stance> find_stances(ReadDocument doc, const StanceLists& lists) {
  std::vector<Stance> found;
  const std::vector<int> quoted = quoted_speakers(doc.texts, doc.clauses, doc.cast);
  for (int line = 0; line < static_cast<int>(doc.texts.size()); ++line)
    LineReader(doc, lists, line, quoted[static_cast<std::size_t>(line)], found).run();
  owned_proposals(doc, quoted, found);
  std::stable_sort(found.begin(), found.end(), [](const Stance& a, const Stance& b) {
    return a.line != b.line ? a.line < b.line : a.trigger_first < b.trigger_first;
  });
  return found;
}

}  // namespace demarche
