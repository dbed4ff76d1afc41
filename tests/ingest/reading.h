// A text read as far as its clauses, with the lists of data/, for the tests of what rests on them; and the
// one-line forms in which cases write down what is expected.
#pragma once

#include <string>
#include <vector>

#include "ingest/actors/cast.h"
#include "ingest/stances/stances.h"

namespace demarche::testing {

// Loaded once; throws where the data folder is at fault.
const StanceLists& lists();
const NameIndex& names();

class Reading {
 public:
  explicit Reading(const std::string& text, const std::string& title = "");
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] const std::vector<Shallow>& texts() const { return texts_; }
  [[nodiscard]] const std::vector<Clauses>& clauses() const { return clauses_; }
  [[nodiscard]] MentionFinder finder() const { return {names(), lists().actor_words, lists().grammar}; }

  // The words `first` to `last` of a line as written.
  [[nodiscard]] std::string words(int line, int first, int last) const;
  [[nodiscard]] std::string chunk(int line, int chunk) const;

 private:
  Document doc_;
  std::vector<Sentence> sentences_;
  std::vector<Line> lines_;
  std::vector<Shallow> texts_;
  std::vector<Clauses> clauses_;
};

}  // namespace demarche::testing
