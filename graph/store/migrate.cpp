// A new file is made while SQLite still keeps a rollback journal: its header is then written with its first
// tables, and a file that is there at all says whose it is.
#include "graph/store/migrate.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

namespace demarche {

const std::vector<std::string>& graph_steps() {
  static const std::vector<std::string> steps{
      fmt::format("PRAGMA application_id = {};\n{}", graph_application_id, schema_sql),
      "ALTER TABLE meta ADD COLUMN nodes_of TEXT NOT NULL DEFAULT ''",  // the state that nodes were derived
                                                                        // of
  };
  return steps;
}

int schema_version(SQLite::Database& db) {
  return db.execAndGet("PRAGMA user_version").getInt();
}

void migrate(SQLite::Database& db, const std::vector<std::string>& steps) {
  const auto newest = static_cast<int>(steps.size());
  if (schema_version(db) >= newest) return;

  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  for (int version = schema_version(db); version < newest; ++version)
    db.exec(steps[static_cast<std::size_t>(version)]);
  db.exec(fmt::format("PRAGMA user_version = {}", newest));
  transaction.commit();
}

}  // namespace demarche
