// How a place that names a proposal stands to one that is known: what their nouns, words and numbers have in
// common. Whether they are one is decided elsewhere (proposal_chain.h, coreference_features.h). Tested by
// tests/ingest/stances/proposals_test.cpp over tests/cases/stances/chains.txt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/stances/proposal_chain.h"

namespace demarche {

// How many elements two sorted lists share.
template <class T>
[[nodiscard]] int common(const std::vector<T>& a, const std::vector<T>& b) {
  int shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j)
      ++i;
    else if (*j < *i)
      ++j;
    else
      ++shared, ++i, ++j;
  }
  return shared;
}

// Whether the same is counted and the counts differ: "$30 a share" and "$36 a share".
[[nodiscard]] bool numbers_differ(const std::vector<std::string>& a, const std::vector<std::string>& b);

// "*offered* elections … the offer": it takes up the verb that put the other forward.
[[nodiscard]] bool takes_up_verb(const ProposalMention& mention, const FoundProposal& known);

// The nouns that say what it is; the generic ones only where there are no others.
[[nodiscard]] std::vector<const ProposalNoun*> telling_nouns(const FoundProposal& known);

// Points for the likeness of their nouns.
constexpr int same_noun = 4;
constexpr int same_sense = 3;
constexpr int same_family = 2;
constexpr int like_family = 1;
constexpr int other_number = -2;  // added where only one of them is told of in the plural

// Those of the noun that is likest; nothing where none can mean the same.
[[nodiscard]] std::optional<int> nouns_alike(const ProposalMention& mention, const FoundProposal& known);

[[nodiscard]] bool has_noun(const FoundProposal& known, const ProposalNoun& noun);

// Whether one of its nouns says the same: "accord", "deal".
[[nodiscard]] bool has_sense_of(const FoundProposal& known, const ProposalMention& mention);

// "the compromise" after "a *compromise* budget", but not "the budget" after "a *budget* tax plan".
[[nodiscard]] bool describes(const ProposalNoun& noun, const FoundProposal& known);

// The words that both use, those before the noun counting in full.
struct Overlap {
  int before = 0;  // the mention's words before its noun, found anywhere
  int all = 0;
};

[[nodiscard]] Overlap overlap(const ProposalMention& mention, const FoundProposal& known);

// Both say what they are about, and it is hardly the same.
[[nodiscard]] bool topics_differ(const ProposalMention& mention, const FoundProposal& known,
                                 const Overlap& words);

// "a levy on vegetable oils … a levy on vegetable oils and fats": the same words, or more of them.
[[nodiscard]] bool says_the_same(const ProposalMention& mention, const FoundProposal& known);

// "proposed arbitration … ruled out *arbitration*": a bare word, used again.
[[nodiscard]] bool repeats_bare(const ProposalMention& mention, const FoundProposal& known);

// "the *Health (Parenthood) Bill*" under a headline of "a surrogacy bill": its name, which it has not borne
// yet.
[[nodiscard]] bool is_name_of_headline(const ProposalMention& mention, const FoundProposal& known);

// Whether it stands in the first lines of the text, which take up the headline, and only that has named the
// other.
[[nodiscard]] bool opens_text(const ProposalMention& mention, const FoundProposal& known);

}  // namespace demarche
