// The gazetteer's names in a whole document. What many states call their own ("the Senate") is left out where
// the document shows that another state's is meant than the one the gazetteer gives the name to.
// Tested by tests/ingest/actors/cast_test.cpp over tests/cases/actors/cast.txt.
#pragma once

#include <vector>

#include "ingest/actors/actor_words.h"
#include "ingest/actors/chunks.h"
#include "ingest/actors/names.h"

namespace demarche {

class DocumentNames {
 public:
  // `texts` are the document's sentences.
  DocumentNames(const std::vector<Shallow>& texts, const NameIndex& names, const ActorWords& words);

  // From left to right.
  [[nodiscard]] const std::vector<NameMatch>& in(int line) const {
    return by_line_[static_cast<std::size_t>(line)];
  }

 private:
  [[nodiscard]] bool is_named_behind(const Shallow& text, const std::vector<NameMatch>& here,
                                     const NameMatch& name) const;
  [[nodiscard]] bool is_of_other_state(const Shallow& text, const NameMatch* before,
                                       const NameMatch& name) const;
  [[nodiscard]] bool names_organ(const Shallow& text, const NameMatch& name) const;
  void drop_foreign(const std::vector<Shallow>& texts);

  const NameIndex& names_;
  const ActorWords& words_;
  std::vector<std::vector<NameMatch>> by_line_;
};

}  // namespace demarche
