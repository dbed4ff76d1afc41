// The documents that a view's cards quote, numbered by date as footnotes are. Tested by
// tests/graph/export/views_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/answers/knowledge.h"
#include "graph/answers/row.h"
#include "graph/export/board.h"

namespace demarche {

inline constexpr std::size_t most_sources = 40;  // that a view which folds lists

class Footnotes {
 public:
  Footnotes(const Knowledge& knowledge, const std::vector<Row>& rows);

  // " [2, 5]": the documents of these rows.
  [[nodiscard]] std::string numbers(const std::vector<Row>& rows) const;

  // The address of a row's document; empty where it has none.
  [[nodiscard]] std::string url(const Row& row) const;

  // "16 documents, 2025-11-20 to 2025-12-03".
  [[nodiscard]] std::string extent() const;

  // One note a document, `most` at most and then one that counts the rest.
  [[nodiscard]] std::vector<BoardCard> notes(std::size_t most) const;

 private:
  std::vector<DocumentRef> documents_;  // by date, undated last
  std::map<std::string, std::size_t, std::less<>> number_of_;
  std::map<std::string, std::string, std::less<>> url_of_;
};

// What a row's tooltip tells.
[[nodiscard]] std::string told_by(const Row& row);

}  // namespace demarche
