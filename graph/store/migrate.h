// The shape of a graph file, in numbered steps: step n makes version n out of version n-1, and the first
// makes it out of an empty file. A step that was ever released is never changed; a new shape is a new step
// behind it.
// Tested by tests/graph/store/migrate_test.cpp.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace demarche {

// "Dmrc": what the header of every graph file says it is.
inline constexpr int graph_application_id = 0x446d7263;

// schema.sql, compiled in.
extern const char* const schema_sql;

// Each step's SQL; as many as the version that this program writes.
[[nodiscard]] const std::vector<std::string>& graph_steps();

// The version of the file: the number of steps that it went through.
[[nodiscard]] int schema_version(SQLite::Database& db);

// Takes the file through the steps that it lacks, all in one transaction. Does nothing where none are
// lacking. Throws SQLite::Exception; the file is then as it was.
void migrate(SQLite::Database& db, const std::vector<std::string>& steps);

}  // namespace demarche
