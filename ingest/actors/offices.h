// Whose an office is: the body in the words before it ("*Kremlin* spokesman", "*Norway's* envoy") or behind
// its "of" or "for" ("head of *the delegation*"), or the one that the rest of the text leaves no doubt of.
// Tested by tests/ingest/actors/cast_test.cpp over tests/cases/actors/affiliations.txt.
#pragma once

#include <optional>
#include <vector>

#include "graph/model/vocabulary.h"
#include "ingest/actors/cast.h"

namespace demarche {

// The office that a group of words names, and where its words stand.
struct Office {
  LinkKind relation = LinkKind::MemberOf;
  int word = 0;   // the title
  int first = 0;  // where its group begins
};

// The body of an office; -1 for none.
struct OfficeBody {
  int member = -1;   // of the cast
  int mention = -1;  // where the office itself stands with a name or description of it
};

class OfficeReader {
 public:
  // All of it must outlive the reader.
  OfficeReader(const std::vector<Shallow>& texts, const Cast& cast, const ActorWords& words)
      : texts_(texts), cast_(cast), words_(words) {}

  // What a word makes its bearer to the body: a title, "unit", "capital"; nothing for other words.
  [[nodiscard]] std::optional<LinkKind> relation_of(const Shallow& text, int word) const;

  // By the words of the office alone.
  [[nodiscard]] OfficeBody body_of(const Office& office, int line) const;

  // Also by what stands behind its bearer's name, and by the rest of the text.
  [[nodiscard]] OfficeBody body_of(const Office& office, const Mention& bearer) const;

 private:
  [[nodiscard]] const Mention& mention(int m) const { return cast_.mentions()[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const Shallow& text(int line) const { return texts_[static_cast<std::size_t>(line)]; }
  [[nodiscard]] int body_beside(const Office& office, int line) const;
  [[nodiscard]] int body_before(const Office& office, int line) const;
  [[nodiscard]] int body_behind(const Office& office, int line) const;
  [[nodiscard]] int body_behind_name(const Mention& name) const;
  [[nodiscard]] int body_meant(const Office& office, int line) const;
  [[nodiscard]] int body_by_last_word(const Office& office, int line) const;
  [[nodiscard]] int only_land(const Office& office, int line) const;

  const std::vector<Shallow>& texts_;
  const Cast& cast_;
  const ActorWords& words_;
};

}  // namespace demarche
