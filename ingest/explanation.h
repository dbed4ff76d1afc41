// Why a document gave what it gave: for each assertion the rule, the words that fill its roles, what set its
// modality and the tree of its sentence; and the sentences with talk of proposals that gave nothing, with
// what was missing. Tested by tests/ingest/explanation_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/extraction.h"

namespace demarche {

struct Explanation {
  // One an assertion of the Extraction, in its order.
  struct Given {
    std::optional<Span> actor, proposal,
        speaker;                      // mentions in its sentence; none for a pronoun, or one elsewhere
    std::optional<Span> modality_by;  // the word that made it less than a fact: "threatened", "not"
    std::string tree;                 // drawn, see draw.h
  };

  // An act word and why it gave nothing.
  struct Attempt {
    Span word;
    std::string entry;    // of data/acts.jsonl: "verb:turn down"
    std::string missing;  // "no actor in nsubj"
  };

  struct Withheld {
    Span sentence;
    std::vector<Span> proposals;  // what names one in it
    std::vector<Attempt> attempts;
    std::string tree;
  };

  // One place that bears an assertion out, as the model that judges it sees it.
  struct Look {
    std::size_t assertion = 0;          // its number in the Extraction
    std::vector<std::string> features;  // see stances/stance_features.h
  };

  // A mention of a proposal and a chain that the rules would take it into, as the model that judges it sees
  // it. Of each mention the words up to its noun, of a clause the first.
  struct ChainLook {
    Span mention;
    std::vector<Span> chain;
    std::vector<std::string> features;  // see stances/coreference_features.h
  };

  std::vector<Given> given;
  std::vector<Look> looks;         // in the order of the document
  std::vector<Withheld> withheld;  // in the order of the document
  std::vector<ChainLook> chain_looks;
};

}  // namespace demarche
