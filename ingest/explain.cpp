#include "ingest/explain.h"

#include <map>
#include <set>
#include <tuple>

#include "ingest/language/draw.h"
#include "ingest/stances/stance_places.h"

namespace demarche {
namespace {

class Explainer {
 public:
  Explainer(const ReadDocument& doc, const Trace& trace, const std::vector<Stance>& stances,
            const std::vector<Sentence>& sentences, const SpanWriter& writer)
      : doc_(doc), trace_(trace), stances_(stances), sentences_(sentences), writer_(writer) {}

  Explanation::Given given(const Stance& stance) const {
    return {member_at(stance.actor, stance), proposal_at(stance), member_at(stance.speaker, stance),
            modality_by(stance), tree(stance.line)};
  }

  // Nothing for a sentence that gave an assertion or talks of no proposal.
  std::optional<Explanation::Withheld> withheld(int line) const {
    Explanation::Withheld out;
    for (const Stance& stance : stances_)
      if (stance.line == line) return std::nullopt;
    for (const FoundProposal& proposal : doc_.proposals.all())
      for (const ProposalMention& mention : proposal.mentions)
        if (mention.line == line && mention.noun)
          out.proposals.push_back(writer_.words(line, mention.first, mention.last));
    std::set<std::pair<int, std::string>> seen;
    for (const Miss& miss : trace_.misses)
      if (miss.line == line && seen.emplace(miss.word, miss.entry).second)
        out.attempts.push_back({writer_.words(line, miss.word, miss.word), miss.entry, miss.missing});
    if (out.proposals.empty()) return std::nullopt;
    out.sentence = writer_.sentence(line);
    out.tree = tree(line);
    return out;
  }

 private:
  std::string tree(int line) const {
    const Sentence& sentence = sentences_[static_cast<std::size_t>(line)];
    return sentence.is_parsed() ? draw_tree(sentence) : std::string();
  }

  std::optional<Span> member_at(int member, const Stance& stance) const {
    const Mention* mention = member_near(stance, member, doc_.cast);
    return mention ? std::optional(writer_.words(mention->line, mention->first, mention->last))
                   : std::nullopt;
  }

  std::optional<Span> proposal_at(const Stance& stance) const {
    const ProposalMention* mention = proposal_near(stance, doc_.proposals);
    return mention ? std::optional(writer_.words(mention->line, mention->first, mention->last))
                   : std::nullopt;
  }

  // The word at this predicate that can have made an act less than a fact: "not", "may", "if"; -1 for none.
  int weakener(const Shallow& text, const Predicate& predicate) const {
    const Chunk& verbs = text.chunk(predicate.chunk);
    if (verbs.negated)
      for (int below : text.tree->dependents(predicate.root))
        if (text.tag(below).facts->is(WordClass::Negation)) return below;
    if (verbs.modal >= 0) return verbs.modal;
    const int opens = predicate.subordinator;
    return opens >= 0 && text.tag(opens).facts->is(WordClass::Condition) ? opens : -1;
  }

  // Sought outwards from the act: its own verb, then what governs it.
  std::optional<Span> modality_by(const Stance& stance) const {
    const auto line = static_cast<std::size_t>(stance.line);
    const Shallow& text = doc_.texts[line];
    const Clauses& clauses = doc_.clauses[line];
    if (stance.modality == Modality::Actual || !text.tree) return std::nullopt;
    int p = clauses.predicate_of(text.chunk_of[static_cast<std::size_t>(stance.trigger_first)]);
    for (int steps = 0; p >= 0 && steps < 5; ++steps) {
      const Predicate& predicate = clauses.at(p);
      int word = weakener(text, predicate);
      if (word < 0 && predicate.governor_noun >= 0) word = text.chunk(predicate.governor_noun).head;
      if (word < 0 && predicate.governor >= 0 && weakener(text, clauses.at(predicate.governor)) < 0) {
        const Predicate& governor = clauses.at(predicate.governor);
        word = governor.adjective >= 0 ? governor.adjective : text.chunk(governor.chunk).head;
      }
      if (word >= 0) return writer_.words(stance.line, word, word);
      p = predicate.governor;
    }
    return std::nullopt;
  }

  const ReadDocument& doc_;
  const Trace& trace_;
  const std::vector<Stance>& stances_;
  const std::vector<Sentence>& sentences_;
  const SpanWriter& writer_;
};

}  // namespace

Explanation explain(const ReadDocument& doc, const Trace& trace, const std::vector<Stance>& stances,
                    const std::vector<Features>& features, const std::vector<Sentence>& sentences,
                    const SpanWriter& writer) {
  const Explainer explainer(doc, trace, stances, sentences, writer);
  Explanation out;
  std::map<std::tuple<int, Relation, int, Modality>, std::size_t>
      told;  // an assertion is what its first stance says
  for (std::size_t i = 0; i < stances.size(); ++i) {
    const Stance& stance = stances[i];
    const auto [place, is_new] =
        told.try_emplace({stance.actor, stance.relation, stance.proposal, stance.modality}, told.size());
    if (is_new) out.given.push_back(explainer.given(stance));
    out.looks.push_back({place->second, features[i]});
  }
  for (int line = 0; line < static_cast<int>(doc.texts.size()); ++line)
    if (auto withheld = explainer.withheld(line)) out.withheld.push_back(std::move(*withheld));
  return out;
}

}  // namespace demarche
