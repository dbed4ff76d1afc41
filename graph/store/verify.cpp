// SQLite checks pages, indexes, constraints, foreign keys and the search index. What it cannot know is
// checked by reading every document back as the line that `load` would take, so that a graph file is held to
// the same contract.
#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>

#include <algorithm>

#include "graph/model/json.h"
#include "graph/store/database.h"
#include "graph/store/findings.h"

namespace demarche {
namespace {

using Defects = std::vector<Defect>;

// Runs one check; what it cannot read is a defect too.
template <class Check>
void examine(const std::string& document, Defects& defects, Check check) {
  try {
    check();
  } catch (const SQLite::Exception& exception) {
    defects.push_back({document, exception.what()});
  } catch (const Damage& damage) {
    defects.push_back({document, damage.what()});
  }
}

void check_pages(Database& db, Defects& defects) {
  Query row(db.prepared("PRAGMA integrity_check"));
  while (row.next())
    if (const auto found = row.text(0); found != "ok") defects.push_back({"", found});
}

void check_foreign_keys(Database& db, Defects& defects) {
  Query row(db.prepared("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2"));
  while (row.next())
    defects.push_back({"", fmt::format("{}: rows that refer to {} that are not there: {}", row.text(0),
                                       row.text(1), row.integer(2))});
}

void check_belongings(Database& db, Defects& defects) {
  Query row(db.prepared(
      "SELECT documents.id, local FROM belongs JOIN documents ON number = document WHERE local NOT IN "
      "(SELECT id FROM actors WHERE actors.document = number "
      "UNION ALL SELECT id FROM proposals WHERE proposals.document = number)"));
  while (row.next())
    defects.push_back({row.text(0), fmt::format("belongs: no actor or proposal '{}'", row.text(1))});
}

// A look-up table says what the vocabulary says.
template <class Values>
void check_words(SQLite::Statement& words, const char* table, const Values& vocabulary, Defects& defects) {
  Query row(words);
  std::string stored;
  std::string meant;
  while (row.next()) stored += fmt::format("{} {}\n", row.integer(0), row.text(1));
  for (const auto value : vocabulary) meant += fmt::format("{} {}\n", static_cast<int>(value), name(value));
  if (stored != meant) defects.push_back({"", fmt::format("{}: not the words of the vocabulary", table)});
}

void check_vocabulary(Database& db, Defects& defects) {
  const auto words = [&](std::string_view sql) -> SQLite::Statement& { return db.prepared(sql); };
  check_words(words("SELECT number, word FROM relations ORDER BY 1"), "relations", all_relations, defects);
  check_words(words("SELECT number, word FROM modalities ORDER BY 1"), "modalities", all_modalities, defects);
  check_words(words("SELECT number, word FROM extents ORDER BY 1"), "extents", all_extents, defects);
  check_words(words("SELECT number, word FROM actor_kinds ORDER BY 1"), "actor_kinds", all_actor_kinds,
              defects);
  check_words(words("SELECT number, word FROM link_kinds ORDER BY 1"), "link_kinds", all_link_kinds, defects);
}

void check_search(Database& db, Defects& defects) {
  try {
    db.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
  } catch (const SQLite::Exception&) {
    defects.push_back({"", "search: the index does not fit the documents"});
  }
}

void check_meta(Database& db, Defects& defects) {
  Query row(db.prepared("SELECT count(*) FROM meta"));
  if (!row.next() || row.integer(0) != 1) defects.push_back({"", "meta: not one row"});
}

// The members that we do not know, here and below, are JSON objects.
bool has_sound_unknown(const Extraction& found) {
  const auto sound = [](const auto& item) {
    if (item.unknown.empty()) return true;
    const auto object = json::parse(item.unknown);
    return object && object->IsObject();
  };
  const auto all_sound = [&](const auto& items) { return std::all_of(items.begin(), items.end(), sound); };
  return sound(found) && all_sound(found.actors) && all_sound(found.proposals) &&
         all_sound(found.assertions) && all_sound(found.links);
}

void check_document(Database& db, std::int64_t number, const std::string& id, Defects& defects) {
  const auto found = load_extraction(db, number, WithText::Yes);
  if (found.has_text && found.sha256 != content_hash(found.document))
    defects.push_back({id, "sha256: not that of its title, date, source and text"});
  if (!has_sound_unknown(found)) defects.push_back({id, "unknown: not a JSON object"});
  if (const auto line = extraction_from_json(to_json(found, WithText::Yes)); !line)
    defects.push_back({id, line.error().why});
}

void check_documents(Database& db, Defects& defects) {
  Query row(db.prepared("SELECT number, id FROM documents ORDER BY id"));
  while (row.next())
    examine(row.text(1), defects, [&] { check_document(db, row.integer(0), row.text(1), defects); });
}

// A file without name: SQLite deletes it when it is closed.
SQLite::Database private_copy(SQLite::Database& db) {
  SQLite::Database copy("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Backup(copy, db).executeStep();
  return copy;
}

}  // namespace

Result<std::vector<Defect>> Store::verify() const {
  return database_->guarded([&]() -> Result<std::vector<Defect>> {
    Database db(private_copy(database_->connection()), "private copy", Access::Read);
    Defects defects;
    for (auto* check : {check_pages, check_foreign_keys, check_vocabulary, check_meta, check_documents,
                        check_belongings, check_search})
      examine("", defects, [&] { check(db, defects); });
    return defects;
  });
}

}  // namespace demarche
