#include "ingest/stances/stance_features.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>

#include "ingest/stances/stance_places.h"

namespace demarche {
namespace {

// Distances and counts grow coarse: "0", "1", "2", "3-4", "5-8", "9-16", "17+".
std::string_view bucket(int number) {
  if (number <= 0) return "0";
  if (number <= 2) return number == 1 ? "1" : "2";
  if (number <= 4) return "3-4";
  if (number <= 8) return "5-8";
  return number <= 16 ? "9-16" : "17+";
}

std::string_view word_of(MentionForm form) {
  switch (form) {
    case MentionForm::Name:
      return "name";
    case MentionForm::Described:
      return "described";
    case MentionForm::Adjective:
      return "adjective";
  }
  return "";
}

std::string_view word_of(Hangs hangs) {
  switch (hangs) {
    case Hangs::Free:
      return "free";
    case Hangs::Complement:
      return "complement";
    case Hangs::Reported:
      return "reported";
    case Hangs::OfNoun:
      return "of noun";
    case Hangs::Relative:
      return "relative";
    case Hangs::Adverbial:
      return "adverbial";
  }
  return "";
}

std::string_view word_of(Style style) {
  switch (style) {
    case Style::Prose:
      return "prose";
    case Style::Headline:
      return "headline";
    case Style::Shouting:
      return "shouting";
  }
  return "";
}

constexpr std::string_view act_words[] = {"verb", "noun", "adjective", "compound", "preposition"};

// The rule in its parts: "verb:turn down/passive" is kind, entry and manner.
struct RuleParts {
  std::string_view kind, entry, manner;

  explicit RuleParts(std::string_view rule)
      : kind(rule.substr(0, rule.find(':'))),
        entry(rule.substr(0, rule.find('/'))),
        manner(rule.find('/') == std::string_view::npos ? std::string_view()
                                                        : rule.substr(rule.find('/') + 1)) {}
};

// The arcs from one word of a tree up and down to another: "<xcomp >obj"; "far" for more than four.
std::string path_between(const Tree& tree, int from, int to) {
  std::vector<int> above;
  for (int word = from; word >= 0; word = tree.head(word)) above.push_back(word);
  std::vector<int> down;
  int meet = to;
  while (meet >= 0 && std::find(above.begin(), above.end(), meet) == above.end()) {
    down.push_back(meet);
    meet = tree.head(meet);
  }
  const auto up = static_cast<std::size_t>(std::find(above.begin(), above.end(), meet) - above.begin());
  if (meet < 0 || up + down.size() > 4) return "far";
  std::string path;
  for (std::size_t i = 0; i < up; ++i) path += fmt::format("<{} ", tree.relation(above[i]));
  for (std::size_t i = down.size(); i-- > 0;) path += fmt::format(">{} ", tree.relation(down[i]));
  if (!path.empty()) path.pop_back();
  return path.empty() ? "same" : path;
}

class FeatureReader {
 public:
  FeatureReader(const std::vector<Stance>& stances, const ReadDocument& doc, const StanceLists& lists)
      : stances_(stances), doc_(doc), lists_(lists) {}

  Features read(const Stance& stance) {
    out_.clear();
    read_act(stance);
    read_sentence(stance);
    read_clause(stance);
    read_actor(stance);
    read_proposal(stance);
    read_company(stance);
    std::sort(out_.begin(), out_.end());
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    return out_;
  }

 private:
  template <class... Parts>
  void add(fmt::format_string<Parts...> pattern, Parts&&... parts) {
    out_.push_back(fmt::format(pattern, std::forward<Parts>(parts)...));
  }

  const ActEntry* entry_of(const Stance& stance) const {
    const RuleParts rule(stance.rule);
    const auto kind = std::find(std::begin(act_words), std::end(act_words), rule.kind);
    if (kind == std::end(act_words) || rule.entry.size() <= rule.kind.size()) return nullptr;
    const std::string_view words = rule.entry.substr(rule.kind.size() + 1);
    const auto& all = lists_.acts.of(static_cast<ActKind>(kind - std::begin(act_words)),
                                     std::string(words.substr(0, words.find(' '))));
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const ActEntry& act) { return act.name() == rule.entry; });
    return at == all.end() ? nullptr : &*at;
  }

  void read_act(const Stance& stance) {
    const RuleParts rule(stance.rule);
    const std::string_view relation = name(stance.relation);
    add("relation={}", relation);
    add("modality={}", name(stance.modality));
    add("relation={} modality={}", relation, name(stance.modality));
    add("rule={}/{}", rule.kind, rule.manner);
    add("rule={}/{} relation={}", rule.kind, rule.manner, relation);
    add("act={} relation={}", rule.entry, relation);
    if (const ActEntry* act = entry_of(stance)) add("takes={} rule={}", word_of(act->takes), rule.kind);
    if (stance.extent == Extent::Partial) add("partial");
    if (stance.speaker >= 0) add("speaker");
    if (stance.date) add("date");
  }

  void read_sentence(const Stance& stance) {
    const Line& line = *text(stance).line;
    const bool in_title = line.sentence->field == Field::Title;
    add("place={} {}", in_title ? "title" : "text", word_of(line.style));
    add("sentence={}", bucket(stance.line));
    add("length={}", bucket(line.size() / 4));
    add("document={}", bucket(static_cast<int>(doc_.texts.size())));
    if (text(stance).is_quoted(stance.trigger_first)) add("quoted");
  }

  void read_clause(const Stance& stance) {
    const Shallow& in = text(stance);
    if (!in.tree) return add("no tree");
    add("trigger={} {}", RuleParts(stance.rule).kind, in.tree->at(stance.trigger_first).xpos);
    const Clauses& clauses = doc_.clauses[static_cast<std::size_t>(stance.line)];
    const int p = clauses.predicate_of(in.chunk_of[static_cast<std::size_t>(stance.trigger_first)]);
    if (p < 0) return;
    const Predicate& predicate = clauses.at(p);
    add("hangs={}", word_of(predicate.hangs));
    add("finite={} passive={}", predicate.finite, predicate.passive);
    add("objects={}", bucket(static_cast<int>(predicate.objects.size())));
    if (in.chunk(predicate.chunk).negated) add("negated");
    if (in.chunk(predicate.chunk).modal >= 0) add("modal");
    if (in.chunk(predicate.chunk).infinitive) add("infinitive");
    if (predicate.subordinator >= 0) add("subordinated");
    if (predicate.governor_noun >= 0) add("under a noun");
  }

  // Where something stands from the act: side, words between, path.
  void read_place(const char* what, const Stance& stance, int word) {
    const int distance = word - stance.trigger_first;
    add("{} {}={}", what, distance < 0 ? "before" : "behind", bucket(std::abs(distance)));
    const Shallow& in = text(stance);
    if (in.tree) add("{} path={}", what, path_between(*in.tree, stance.trigger_first, in.tree->group(word)));
  }

  void read_actor(const Stance& stance) {
    const RuleParts rule(stance.rule);
    const CastMember& member = doc_.cast.members()[static_cast<std::size_t>(stance.actor)];
    add("actor={}", name(member.kind));
    add("actor {}", member.entry ? "listed" : "unlisted");
    add("actor mentions={}", bucket(static_cast<int>(member.mentions.size())));
    const Mention* mention = member_near(stance, stance.actor, doc_.cast);
    if (!mention) return add("actor elsewhere rule={}/{}", rule.kind, rule.manner);
    add("actor form={} {}", word_of(mention->form), name(member.kind));
    if (mention->plural) add("actor plural");
    if (mention->unnamed) add("actor unnamed");
    read_place("actor", stance, mention->head);
    if (const ProposalMention* proposal = proposal_near(stance, doc_.proposals);
        proposal && mention->head >= proposal->first && mention->head <= proposal->last)
      add("actor inside the proposal rule={}/{}", rule.kind, rule.manner);
  }

  void read_proposal(const Stance& stance) {
    const RuleParts rule(stance.rule);
    const std::string_view relation = name(stance.relation);
    const FoundProposal& found = doc_.proposals.all()[static_cast<std::size_t>(stance.proposal)];
    add("proposal mentions={}", bucket(static_cast<int>(found.mentions.size())));
    const bool owned =
        std::find(found.owners.begin(), found.owners.end(), stance.actor) != found.owners.end();
    if (owned) add("own relation={}", relation);
    const ProposalMention* mention = proposal_near(stance, doc_.proposals);
    if (!mention) return add("proposal elsewhere rule={}", rule.kind);
    if (mention->is_clause) {
      add("proposal=clause relation={}", relation);
    } else if (!mention->noun) {
      add("proposal=other relation={}", relation);
    } else {
      const Family family = mention->noun->family;
      const auto learnt = name(family == Family::Talks ? Family::Plan : family);  // as the model knows it
      add("proposal={}{} relation={}", mention->noun->weak ? "weak " : "", learnt, relation);
      add("noun={}", mention->noun->noun);
      if (mention->noun->generic) add("generic");
      if (mention->noun->plural) add("proposal plural");
    }
    add("proposal {}", mention->definite ? "definite" : mention->open ? "open" : "bare");
    if (mention->named) add("proposal named");
    if (mention->partial) add("proposal part");
    if (!mention->owners.empty()) add("proposal owned {}", mention->surely_owned ? "surely" : "by place");
    add("proposal length={}", bucket(mention->last - mention->first + 1));
    read_place("proposal", stance, mention->head);
  }

  // What other stances of the document say.
  void read_company(const Stance& stance) {
    int same = 0, at_trigger = 0;
    std::set<int> others;
    bool in_other_mood = false, in_other_line = false;
    for (const Stance& other : stances_) {
      const bool same_ends = other.actor == stance.actor && other.proposal == stance.proposal;
      const bool same_act = other.relation == stance.relation && other.modality == stance.modality;
      same += same_ends && same_act;
      in_other_line |= same_ends && same_act && other.line != stance.line;
      in_other_mood |= same_ends && other.relation == stance.relation && other.modality != stance.modality;
      at_trigger += other.line == stance.line && other.trigger_first == stance.trigger_first;
      if (same_ends && other.relation != stance.relation)
        add("also {} relation={}", name(other.relation), name(stance.relation));
      if (other.proposal == stance.proposal && same_act) others.insert(other.actor);
    }
    add("said={}", bucket(same));
    if (in_other_line) add("said again");
    if (in_other_mood) add("said otherwise");
    add("together={}", bucket(at_trigger));
    add("actors={}", bucket(static_cast<int>(others.size())));
  }

  [[nodiscard]] const Shallow& text(const Stance& stance) const {
    return doc_.texts[static_cast<std::size_t>(stance.line)];
  }

  const std::vector<Stance>& stances_;
  const ReadDocument& doc_;
  const StanceLists& lists_;
  Features out_;
};

}  // namespace

std::vector<Features> stance_features(const std::vector<Stance>& stances, const ReadDocument& doc,
                                      const StanceLists& lists) {
  FeatureReader reader(stances, doc, lists);
  std::vector<Features> all;
  for (const Stance& stance : stances) all.push_back(reader.read(stance));
  return all;
}

}  // namespace demarche
