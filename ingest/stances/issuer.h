// Whose document it is, where its title says so: "Statement by the Free Liberal Party", "City Council of
// Rowanville, minutes". There "we" is whoever issued it, and what is resolved without a word of who resolved
// it is resolved by the body that met. Tested by tests/ingest/pipeline_test.cpp over
// tests/cases/pipeline/issuers.txt.
#pragma once

#include <vector>

#include "ingest/actors/cast.h"
#include "ingest/actors/chunks.h"

namespace demarche {

struct Issuer {
  int member = -1;         // of the cast, whom "we" means; -1 where the title tells nobody
  int person = -1;         // whom "I" means
  bool states = false;     // its title calls it a statement, a letter or the like
  bool is_record = false;  // the document records what a body resolved: minutes, decisions, proceedings
};

// "minutes", "statement": what a title calls a document.
[[nodiscard]] inline bool titles_document(const Tagged& word) {
  return word.facts->is(WordClass::Record) || word.facts->is(WordClass::Issued);
}

// Whether a title says only what the document is, "Final communiqué of the summit": its nouns are no
// proposals.
[[nodiscard]] bool is_document_title(const Shallow& text);

// `texts` are the document's sentences, titles first.
[[nodiscard]] Issuer issuer_of(const std::vector<Shallow>& texts, Cast& cast, const ActorWords& words);

}  // namespace demarche
