#include <algorithm>

#include "graph/model/unicode.h"
#include "ingest/read/read.h"
#include "ingest/stances/learn/learn_model.h"

namespace demarche {
namespace {

constexpr std::size_t spare_before = 12;  // code points that an annotated phrase may begin before the mention

// Where the phrases of annotated proposals stand in a document.
class PhrasePlaces {
 public:
  PhrasePlaces(const Document& doc, const std::vector<std::vector<std::string>>& proposals) {
    add(Field::Title, doc.title, proposals);
    add(Field::Text, doc.text, proposals);
  }

  // The proposal of the shortest phrase that begins where the mention does and goes on to its end; nothing
  // for none, or where phrases of two are as short.
  [[nodiscard]] std::optional<std::size_t> proposal_of(const Span& mention) const {
    std::optional<std::size_t> found;
    std::size_t shortest = 0;
    bool several = false;
    for (const Place& place : places_) {
      const bool begins = place.start < mention.end && place.start + spare_before >= mention.start;
      if (place.field != mention.field || !begins || place.end < mention.end) continue;
      const std::size_t length = place.end - place.start;
      if (found && length > shortest) continue;
      several = found && length == shortest && *found != place.proposal;
      found = place.proposal;
      shortest = length;
    }
    return several ? std::nullopt : found;
  }

 private:
  struct Place {
    Field field;
    std::size_t start, end;  // code points
    std::size_t proposal;
  };

  void add(Field field, const std::string& text, const std::vector<std::vector<std::string>>& proposals) {
    const CodePointIndex index(text);
    for (std::size_t p = 0; p < proposals.size(); ++p)
      for (const std::string& phrase : proposals[p])
        for (std::size_t at = text.find(phrase); !phrase.empty() && at != std::string::npos;
             at = text.find(phrase, at + 1))
          places_.push_back({field, index.code_point_of(at), index.code_point_of(at + phrase.size()), p});
  }

  std::vector<Place> places_;
};

}  // namespace

Result<void> add_documents(const Pipeline& pipeline, const std::string& documents, const Gold& gold,
                           const AddDocument& add, Candidates& to) {
  std::optional<Error> failure;
  ReadEvents events;
  events.refused = [&failure](const Error& error) { failure = error; };
  events.document = [&](Document&& doc) {
    const auto annotated = gold.find(doc.id);
    if (annotated == gold.end()) return;
    Explanation why;
    const Extraction found = pipeline.extract(doc, &why);
    add(doc, found, why, annotated->second, to);
    ++to.documents;
  };
  read_input({documents, 0}, {}, events);
  if (failure) return tl::make_unexpected(*failure);
  return {};
}

void add_stances(const Document&, const Extraction& found, const Explanation& why, const GoldDocument& gold,
                 Candidates& to) {
  const auto right = verdicts(found, gold);
  std::vector<Candidate> candidates(found.assertions.size());
  for (const Explanation::Look& look : why.looks) candidates[look.assertion].looks.push_back(look.features);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    candidates[i].document = to.documents;
    candidates[i].right = right[i] == Verdict::Right;
    if (right[i] != Verdict::Open) to.all.push_back(std::move(candidates[i]));
  }
  to.gold += gold.stances.size();
}

void add_links(const Document& doc, const Extraction&, const Explanation& why, const GoldDocument& gold,
               Candidates& to) {
  const PhrasePlaces places(doc, gold.proposals);
  for (const Explanation::ChainLook& look : why.chain_looks) {
    const auto meant = places.proposal_of(look.mention);
    if (!meant) continue;
    const bool right = std::any_of(look.chain.begin(), look.chain.end(),
                                   [&](const Span& other) { return places.proposal_of(other) == meant; });
    to.all.push_back({to.documents, right, {look.features}});
    to.gold += right ? 1 : 0;
  }
}

}  // namespace demarche
