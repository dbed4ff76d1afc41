#include <SQLiteCpp/Transaction.h>

#include "graph/store/database.h"
#include "graph/store/store.h"

namespace demarche {
namespace {

void count_rows(Database& db, StoreStats& stats) {
  Query row(
      db.prepared("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM actors), "
                  "(SELECT count(*) FROM proposals), (SELECT count(*) FROM assertions), "
                  "(SELECT count(*) FROM links), (SELECT count(*) FROM documents WHERE date IS NULL), "
                  "(SELECT min(date) FROM documents), (SELECT max(date) FROM documents)"));
  row.next();
  const auto count = [&](int column) { return static_cast<std::size_t>(row.integer(column)); };
  stats.documents = count(0);
  stats.actors = count(1);
  stats.proposals = count(2);
  stats.assertions = count(3);
  stats.links = count(4);
  stats.documents_undated = count(5);
  stats.first = Date::parse(row.text(6));  // in ISO form, earlier and coarser dates sort first
  stats.last = Date::parse(row.text(7));
}

// The number of assertions with each value; values that none has are left out.
template <class Values, class Value = typename Values::value_type>
std::vector<std::pair<Value, std::size_t>> counted(SQLite::Statement& statement, const Values& vocabulary) {
  Query row(statement);
  std::vector<std::pair<Value, std::size_t>> counts;
  while (row.next())
    for (const auto value : vocabulary)
      if (static_cast<std::int64_t>(value) == row.integer(0))
        counts.emplace_back(value, static_cast<std::size_t>(row.integer(1)));
  return counts;
}

}  // namespace

Result<StoreStats> Store::stats() const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<StoreStats> {
    SQLite::Transaction one_state(db.connection());
    StoreStats stats;
    count_rows(db, stats);
    stats.by_relation =
        counted(db.prepared("SELECT relation, count(*) FROM assertions GROUP BY relation ORDER BY relation"),
                all_relations);
    stats.by_modality =
        counted(db.prepared("SELECT modality, count(*) FROM assertions GROUP BY modality ORDER BY modality"),
                all_modalities);
    Query row(db.prepared("SELECT extractor, count(*) FROM documents GROUP BY extractor ORDER BY extractor"));
    while (row.next()) stats.extractors.emplace_back(row.text(0), static_cast<std::size_t>(row.integer(1)));
    one_state.commit();
    return stats;
  });
}

}  // namespace demarche
