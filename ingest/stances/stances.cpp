// For each word that is an act, its roles are looked up in the clauses (verbs), or beside it (nouns,
// adjectives, compounds, owners); a stance stands where an actor and a proposal are found in them.
#include "ingest/stances/stances.h"

#include <algorithm>
#include <string_view>

#include "ingest/stances/dates.h"
#include "ingest/stances/modality.h"
#include "ingest/stances/speakers.h"
#include "ingest/stances/targets.h"

namespace demarche {
namespace {

class LineReader {
 public:
  LineReader(ReadDocument& doc, const StanceLists& lists, int line, std::vector<Stance>& out)
      : doc_(doc),
        lists_(lists),
        line_(line),
        text_(doc.texts[static_cast<std::size_t>(line)]),
        clauses_(doc.clauses[static_cast<std::size_t>(line)]),
        modality_(text_, clauses_, lists.grammar, lists.controls),
        speakers_(text_, line, clauses_, doc.cast, lists.grammar),
        owners_(doc.texts, doc.clauses, doc.cast, lists.actor_words),
        targets_(text_, line, clauses_, doc.cast, doc.proposals, lists.grammar, lists.acts, lists.exclusions),
        out_(out) {}

  void run() {
    for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) verb_acts(p);
    for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) adjective_acts(p);
    for (int c = 0; c < text_.size(); ++c)
      if (text_.is(c, ChunkKind::Nouns)) {
        noun_acts(c);
        compound_acts(c);
      }
  }

 private:
  void verb_acts(int p);
  void adjective_acts(int p);
  void noun_acts(int c);
  void colour_by_governor(int chunk, Stance& stance);
  void compound_acts(int c);
  bool try_act(int p, const ActEntry& act);
  std::vector<int> actors(int p, const ActEntry& act, bool passive);
  int said_by(int chunk) const;
  std::vector<int> members_of(const std::vector<int>& chunks);
  std::optional<Date> date_near(int p, Modality modality) const;
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
  TargetFinder targets_;
  std::vector<Stance>& out_;
};

void LineReader::add(Stance stance, const std::vector<int>& actors, const std::vector<Target>& targets) {
  stance.line = line_;
  const Extent own = stance.extent;
  const int speaker = stance.speaker;
  for (int actor : actors)
    for (const Target& target : targets) {
      stance.actor = actor;
      stance.proposal = target.proposal;
      stance.extent = target.partial ? Extent::Partial : own;
      stance.speaker = speaker == actor ? -1 : speaker;
      out_.push_back(stance);
    }
}

// The predicate whose subject "it" or "he" takes up in what it says: "the union said *it* …"; -1 for none.
int LineReader::said_by(int chunk) const {
  const Chunk& group = text_.chunk(chunk);
  if (group.first != group.last || !is_one_of(text_.key(group.head), {"it", "he", "she", "they"})) return -1;
  const int before = text_.is(chunk - 1, ChunkKind::Subordinator) ? chunk - 2 : chunk - 1;
  const int p = text_.is(before, ChunkKind::Verbs) ? clauses_.predicate_of(before) : -1;
  const bool says = p >= 0 && text_.tag(text_.chunk(before).head).facts->is(WordClass::Report);
  if (!says || clauses_.at(p).subjects.empty()) return -1;
  const bool by_pronoun = text_.tag(text_.chunk(clauses_.at(p).subjects.front()).head).tag == Tag::Pronoun;
  return by_pronoun ? -1 : p;
}

std::vector<int> LineReader::members_of(const std::vector<int>& chunks) {
  std::vector<int> members;
  for (int chunk : chunks) {
    const int says = said_by(chunk);
    auto found = says < 0 ? doc_.cast.members_at(line_, chunk) : members_of(clauses_.at(says).subjects);
    const bool headline = text_.line->style != Style::Prose;
    if (found.empty() && headline && text_.tag(text_.chunk(chunk).head).tag == Tag::Noun &&
        !doc_.proposals.noun_at(line_, chunk))
      found = {doc_.cast.adopt(line_, text_.chunk(chunk).first, text_.chunk(chunk).head)};
    for (int member : found)
      if (std::find(members.begin(), members.end(), member) == members.end()) members.push_back(member);
  }
  return members;
}

std::vector<int> LineReader::actors(int p, const ActEntry& act, bool passive) {
  const Predicate& predicate = clauses_.at(p);
  if (predicate.subjects.empty() && predicate.governor_noun >= 0 &&
      !passive) {  // "a decision by X to accept"
    const Chunk& noun = text_.chunk(predicate.governor_noun);
    auto owners = owners_.before(line_, noun.first, noun.head, Ownership::Any);
    return owners.empty() ? owners_.behind(line_, predicate.governor_noun, {"by"}) : owners;
  }
  std::vector<int> chunks;
  if (passive) {
    chunks = targets_.in_role(predicate, Role{RoleKind::Oblique, "by"}, {});
    if (chunks.empty() && !act.partners.empty())
      chunks = targets_.in_role(predicate, Role{RoleKind::Oblique, "between"}, {});
  } else
    for (const Role& role : act.actor) {
      chunks = targets_.in_role(predicate, role, predicate.objects);
      if (!chunks.empty()) break;
    }
  if (act.relation == Relation::Accepted || act.relation == Relation::Discussed)
    for (const Role& role : act.partners) {
      const auto more = targets_.in_role(predicate, role, predicate.objects);
      chunks.insert(chunks.end(), more.begin(), more.end());
    }
  return members_of(chunks);
}

std::optional<Date> LineReader::date_near(int p, Modality modality) const {
  const int chunk = clauses_.at(p).chunk;
  const Look look =
      modality == Modality::Planned || modality == Modality::Possible ? Look::Ahead : Look::Back;
  const auto resolve = [&](int c) { return date_of(text_, text_.chunk(c), doc_.date, look); };
  for (int c = chunk - 1; c >= 0 && (text_.is(c, ChunkKind::Time) || text_.is(c, ChunkKind::Adverb)); --c)
    if (text_.is(c, ChunkKind::Time))
      if (auto date = resolve(c)) return date;
  for (int c = chunk + 1; c < text_.size() && !text_.is(c, ChunkKind::Verbs) &&
                          !text_.is(c, ChunkKind::Stop) && !text_.is(c, ChunkKind::Comma);
       ++c)
    if (text_.is(c, ChunkKind::Time))
      if (auto date = resolve(c)) return date;
  return std::nullopt;
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

bool LineReader::try_act(int p, const ActEntry& act) {
  const Predicate& predicate = clauses_.at(p);
  std::vector<int> objects = predicate.objects;
  if (!targets_.matches_words(predicate, act, objects)) return false;
  const Standing standing = modality_.of(p);
  const auto found = targets_.of(p, act, objects);
  if (found.empty()) return false;
  const bool only_agreed =
      standing.agreed && act.relation != Relation::Accepted && act.relation != Relation::Supported;
  const bool asks_how =
      predicate.subordinator >= 0 && is_one_of(text_.key(predicate.subordinator), {"how", "why", "where"});
  const bool is_means_only = (only_agreed || standing.purpose) && act.relation != Relation::Discussed;
  if (asks_how || is_means_only) return true;  // no act of its own, and no other reading of these words
  const auto who = actors(p, act, predicate.passive);
  Stance stance;
  stance.relation = act.relation;
  stance.modality = standing.modality;
  if (standing.refused) {
    const bool turns = refused(act.relation) != act.relation;
    stance.relation = refused(act.relation);
    if (!turns && standing.modality == Modality::Actual) stance.modality = Modality::Denied;
  }
  const bool ahead = only_agreed || standing.purpose;
  if (ahead && stance.modality == Modality::Actual) stance.modality = Modality::Planned;
  stance.extent = is_partial_act(predicate) ? Extent::Partial : Extent::Full;
  stance.trigger_first = stance.trigger_last = text_.chunk(predicate.chunk).head;
  stance.rule = act.name() + (predicate.passive ? "/passive" : "/active");
  stance.speaker = speakers_.of(predicate.chunk);
  stance.date = date_near(p, stance.modality);
  if (standing.denied_by >= 0) {
    const auto answering = members_of(clauses_.at(standing.denied_by).subjects);
    if (!answering.empty()) stance.speaker = answering.front();
  }
  if (standing.urged_by >= 0) {
    const auto urging = members_of(clauses_.at(standing.urged_by).subjects);
    if (!urging.empty() && !clauses_.at(standing.urged_by).passive) {
      Stance backing = stance;
      backing.relation = act.relation == Relation::Rejected || act.relation == Relation::Opposed
                             ? Relation::Opposed
                             : Relation::Supported;
      backing.modality = modality_.of(standing.urged_by).modality;
      backing.rule += "/urging";
      add(backing, urging, found);
      stance.speaker = urging.front();
    }
  }
  add(stance, who, found);
  return true;
}

void LineReader::verb_acts(int p) {
  const int verb = text_.chunk(clauses_.at(p).chunk).verb;
  if (verb < 0) return;
  for (const ActEntry& act : lists_.acts.of(ActKind::Verb, lists_.grammar.lemma(verb)))
    if (try_act(p, act)) return;
}

// "is opposed to the plan", "were unacceptable to Russia".
void LineReader::adjective_acts(int p) {
  const Predicate& predicate = clauses_.at(p);
  int word = predicate.adjective;
  if (word < 0 && predicate.passive) word = text_.chunk(predicate.chunk).head;
  if (word < 0) return;
  for (const ActEntry& act : lists_.acts.of(ActKind::Adjective, text_.key(word))) {
    std::vector<Target> found;
    for (const Role& role : act.proposal) {
      found = targets_.in(targets_.in_role(predicate, role, predicate.objects), act);
      if (!found.empty()) break;
    }
    if (found.empty()) continue;
    Stance stance;
    const Standing standing = modality_.of(p);
    stance.relation = act.relation;
    stance.modality = standing.refused ? Modality::Denied : standing.modality;
    stance.trigger_first = stance.trigger_last = word;
    stance.rule = act.name() + "/predicate";
    stance.speaker = speakers_.of(predicate.chunk);
    stance.date = date_near(p, stance.modality);
    auto who = actors(p, act, false);
    if (who.empty() && stance.speaker >= 0) who = {stance.speaker};
    add(stance, who, found);
    return;
  }
}

// "Hezbollah's rejection of the demand", "approval of the deal by the cabinet".
void LineReader::noun_acts(int c) {
  const Chunk& group = text_.chunk(c);
  const auto& acts = lists_.acts.of(ActKind::Noun, text_.key(group.head));
  const auto modifiers = clauses_.modifiers(c);
  for (const ActEntry& act : acts) {
    std::vector<int> chunks;
    for (const Role& role : act.proposal)
      for (const Oblique& modifier : modifiers) {
        const bool is_next = role.preposition != "of" || modifier.preposition == group.last + 1;
        if (is_next && text_.key(modifier.preposition) == role.preposition) chunks.push_back(modifier.chunk);
      }
    const auto found = targets_.in(chunks, act);
    if (found.empty()) continue;
    std::vector<int> who;
    for (const Role& role : act.actor) {
      who = role.kind == RoleKind::Possessor ? owners_.before(line_, group.first, group.head, Ownership::Any)
                                             : owners_.behind(line_, c, {role.preposition});
      if (!who.empty()) break;
    }
    Stance stance;
    stance.relation = act.relation;
    stance.trigger_first = stance.trigger_last = group.head;
    stance.rule = act.name();
    stance.speaker = speakers_.of(c);
    colour_by_governor(c, stance);
    add(stance, who, found);
    return;
  }
}

// "seeks support": what becomes of an act that is the object of a verb.
void LineReader::colour_by_governor(int chunk, Stance& stance) {
  for (int p = 0; p < static_cast<int>(clauses_.predicates().size()); ++p) {
    const Predicate& predicate = clauses_.at(p);
    if (std::find(predicate.objects.begin(), predicate.objects.end(), chunk) == predicate.objects.end())
      continue;
    const int verb = text_.chunk(predicate.chunk).verb;
    const auto control = verb < 0 ? std::nullopt : lists_.controls.of_verb(lists_.grammar.lemma(verb));
    stance.modality = modality_.of(p).modality;
    if (!control || (control->effect != Effect::Planned && control->effect != Effect::Urged)) return;
    stance.modality = Modality::Urged;
    if (const auto asking = members_of(predicate.subjects); !asking.empty()) stance.speaker = asking.front();
    return;
  }
}

// Owners ("US proposals", "a proposal by X") and compounds ("a UN-backed plan").
void LineReader::compound_acts(int c) {
  const Chunk& group = text_.chunk(c);
  for (int i = group.first; i + 2 < group.head; ++i) {
    if (text_.key(i + 1) != "-") continue;
    const int m = [&] {
      for (int found : doc_.cast.mentions_in(line_))
        if (doc_.cast.mentions()[static_cast<std::size_t>(found)].last == i) return found;
      return -1;
    }();
    for (const ActEntry& act : lists_.acts.of(ActKind::Compound, text_.key(i + 2))) {
      const auto target = targets_.at(c, act);
      if (!target || m < 0) continue;
      Stance stance;
      stance.relation = act.relation;
      stance.trigger_first = stance.trigger_last = i + 2;
      stance.rule = act.name();
      stance.speaker = speakers_.of(c);
      add(stance, {doc_.cast.member_of(m)}, {*target});
    }
  }
}

// A proposal noun that somebody owns was put forward by him.
void owned_proposals(ReadDocument& doc, const StanceLists& lists, std::vector<Stance>& out) {
  for (int p = 0; p < static_cast<int>(doc.proposals.all().size()); ++p)
    for (const ProposalMention& mention : doc.proposals.all()[static_cast<std::size_t>(p)].mentions) {
      if (mention.joint || mention.is_clause || !mention.noun || mention.noun->weak) continue;
      const Shallow& text = doc.texts[static_cast<std::size_t>(mention.line)];
      const Clauses& clauses = doc.clauses[static_cast<std::size_t>(mention.line)];
      Stance stance;
      stance.proposal = p;
      stance.line = mention.line;
      stance.trigger_first = stance.trigger_last = mention.head;
      stance.rule = "noun:" + mention.noun->noun + "/owner";
      int speaker = -1;
      for (int c = 0; c < text.size(); ++c)
        if (text.chunk(c).head == mention.head)
          speaker = SpeakerReader(text, mention.line, clauses, doc.cast, lists.grammar).of(c);
      for (int owner : mention.owners) {
        stance.actor = owner;
        stance.speaker = speaker == owner ? -1 : speaker;
        out.push_back(stance);
      }
    }
}

}  // namespace

std::vector<Stance> find_stances(ReadDocument doc, const StanceLists& lists) {
  std::vector<Stance> found;
  for (int line = 0; line < static_cast<int>(doc.texts.size()); ++line)
    LineReader(doc, lists, line, found).run();
  owned_proposals(doc, lists, found);
  std::stable_sort(found.begin(), found.end(), [](const Stance& a, const Stance& b) {
    return a.line != b.line ? a.line < b.line : a.trigger_first < b.trigger_first;
  });
  return found;
}

}  // namespace demarche
