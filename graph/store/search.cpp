// Ranked by BM25, where a word of the title counts as much as several of the text.
#include "graph/store/database.h"
#include "graph/store/search_query.h"
#include "graph/store/store.h"

namespace demarche {

Result<std::vector<Hit>> Store::search(std::string_view words, std::size_t limit, std::string_view open,
                                       std::string_view close) const {
  const auto query = search_query(words);
  if (query.empty()) return std::vector<Hit>{};
  auto& db = *database_;
  return db.guarded([&]() -> Result<std::vector<Hit>> {
    Query row(db.prepared("SELECT documents.id, documents.title, documents.date, documents.source, "
                          "snippet(search, -1, ?, ?, '…', 24) FROM search "
                          "JOIN documents ON documents.number = search.rowid WHERE search MATCH ? "
                          "ORDER BY bm25(search, 5.0, 1.0), documents.id LIMIT ?"),
              open, close, query, static_cast<std::int64_t>(limit));
    std::vector<Hit> hits;
    while (row.next()) {
      const auto date = row.optional_text(2);
      hits.push_back({row.text(0), row.text(1), date ? Date::parse(*date) : std::nullopt,
                      row.optional_text(3), row.text(4)});
    }
    return hits;
  });
}

}  // namespace demarche
