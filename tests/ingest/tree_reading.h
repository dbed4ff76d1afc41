// A sentence parsed by hand: words, tags and arcs in columns, read as far as its clauses without any model.
#pragma once

#include <string>
#include <vector>

#include "ingest/stances/clauses.h"
#include "tests/ingest/cases.h"

namespace demarche::testing {

class TreeReading {
 public:
  // From the fields "words", "tags" and "arcs" of a case, parted by white space; an arc is "relation>head",
  // heads counted from 1, the root's 0. Throws where the columns do not agree.
  explicit TreeReading(const Case& one);
  TreeReading(const TreeReading&) = delete;
  TreeReading& operator=(const TreeReading&) = delete;

  [[nodiscard]] const Line& line() const { return line_; }
  [[nodiscard]] const Shallow& text() const { return text_; }
  [[nodiscard]] const Clauses& clauses() const { return *clauses_; }
  [[nodiscard]] std::string chunk(int c) const {
    return text_.written(text_.chunk(c).first, text_.chunk(c).last);
  }

 private:
  std::vector<std::string> words_, tags_, relations_;
  Sentence sentence_;
  Line line_;
  Shallow text_;
  std::optional<Clauses> clauses_;
};

}  // namespace demarche::testing
