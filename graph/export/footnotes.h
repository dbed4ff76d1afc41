// The documents that a view's cards quote, numbered by date as footnotes are. Tested by
// tests/graph/export/views_test.cpp.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/answers/knowledge.h"
#include "graph/answers/row.h"
#include "graph/export/board.h"
#include "graph/export/views.h"

namespace demarche {

class Footnotes {
 public:
  Footnotes(const Knowledge& knowledge, const std::vector<Row>& rows);

  // " [2, 5]": the documents of these rows, which are cited from now on.
  [[nodiscard]] std::string numbers(const std::vector<Row>& rows) const;

  // The address of a row's document; empty where it has none.
  [[nodiscard]] std::string url(const Row& row) const;

  // "16 documents, 2025-11-20 to 2025-12-03".
  [[nodiscard]] std::string extent() const;

  // One note a document: of a readable picture those whose number was given by `numbers`, and then one that
  // counts the rest.
  [[nodiscard]] std::vector<BoardCard> notes(Detail detail) const;

 private:
  std::vector<DocumentRef> documents_;  // by date, undated last
  std::map<std::string, std::size_t, std::less<>> number_of_;
  std::map<std::string, std::string, std::less<>> url_of_;
  mutable std::set<std::size_t> cited_;
};

// What a row's tooltip tells.
[[nodiscard]] std::string told_by(const Row& row);

}  // namespace demarche
