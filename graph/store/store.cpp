#include "graph/store/store.h"

#include <SQLiteCpp/Transaction.h>

#include "graph/store/database.h"
#include "graph/store/findings.h"

namespace demarche {
namespace {

using std::int64_t;

SQLite::Transaction begin_writing(Database& db) {
  return SQLite::Transaction(db.connection(), SQLite::TransactionBehavior::IMMEDIATE);
}

void bump_generation(Database& db) {
  db.run("UPDATE meta SET generation = generation + 1");
}

std::optional<Extraction> load_known(Database& db, std::string_view id, WithText with_text) {
  const auto number = document_number(db, id);
  return number ? std::optional(load_extraction(db, *number, with_text)) : std::nullopt;
}

// Whether `found`, which has no text, speaks of the document as it is known.
bool is_about(const Extraction& found, const Extraction& known) {
  return known.has_text && (found.sha256.empty() || found.sha256 == known.sha256);
}

void take_known(Document& doc, const Document& known) {
  doc.text = known.text;
  if (doc.title.empty()) doc.title = known.title;
  if (!doc.date) doc.date = known.date;
  if (!doc.source) doc.source = known.source;
  if (!doc.url) doc.url = known.url;
}

// `found` with all that is known of its document, its hash and its quotations checked against the text.
Result<Extraction> completed(Extraction found, const std::optional<Extraction>& known) {
  auto& doc = found.document;
  if (known && doc.path.empty()) doc.path = known->document.path;
  if (known && !found.has_text && is_about(found, *known)) {
    take_known(doc, known->document);
    found.has_text = true;
  }
  if (!found.has_text) return found;

  auto hash = content_hash(doc);
  if (found.sha256.empty())
    found.sha256 = std::move(hash);
  else if (found.sha256 != hash)
    return fail(ErrorKind::Malformed, doc.id, "sha256: not that of its title, date, source and text");
  if (auto stands = check_spans(found, doc); !stands) {
    stands.error().what = doc.id;
    return tl::make_unexpected(stands.error());
  }
  return found;
}

bool same_but_path(const Extraction& one, const Extraction& other) {
  return one.has_text == other.has_text && to_json(one, WithText::No) == to_json(other, WithText::No);
}

// Deletes what else was read from the path of `doc`. Returns how many documents that were.
int displace(Database& db, const Document& doc, SamePath same_path) {
  if (same_path == SamePath::Keep || doc.path.empty()) return 0;
  return db.run("DELETE FROM documents WHERE path = ? AND id <> ?", doc.path, doc.id);
}

// Gives the document its new content under its old number.
void replace(Database& db, const Extraction& found) {
  const auto number = document_number(db, found.document.id);
  if (number) db.run("DELETE FROM documents WHERE number = ?", *number);
  insert_extraction(db, found, number);
}

void set_path(Database& db, const Document& doc) {
  db.run("UPDATE documents SET path = ? WHERE id = ?",
         doc.path.empty() ? std::nullopt : std::optional(doc.path), doc.id);
}

Put keep(Database& db, const Extraction& found, const std::optional<Extraction>& known, SamePath same_path) {
  const bool displaced = displace(db, found.document, same_path) > 0;
  const bool changed = !known || !same_but_path(found, *known);
  if (changed)
    replace(db, found);
  else if (found.document.path != known->document.path)
    set_path(db, found.document);
  if (!changed && !displaced) return Put::Unchanged;
  bump_generation(db);
  return known || displaced ? Put::Replaced : Put::Added;
}

// From the columns of `documents` and the counts of what it gave.
StoredDocument stored_document(const Query& row) {
  StoredDocument stored;
  const auto date = row.optional_text(2);
  stored.document = {row.text(0),          row.text(1),          date ? Date::parse(*date) : std::nullopt,
                     row.optional_text(3), row.optional_text(4), row.text(8),
                     row.text(5)};
  stored.sha256 = row.text(6);
  stored.extractor = row.text(7);
  const auto count = [&](int column) { return static_cast<std::size_t>(row.integer(column)); };
  stored.actors = count(9);
  stored.proposals = count(10);
  stored.assertions = count(11);
  stored.links = count(12);
  return stored;
}

}  // namespace

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& file, Access access) {
  auto database = Database::open(file, access);
  if (!database) return tl::make_unexpected(database.error());
  return Store(std::move(*database));
}

Result<Put> Store::put(const Extraction& found, SamePath same_path) {
  auto& db = *database_;
  return db.guarded([&]() -> Result<Put> {
    auto transaction = begin_writing(db);
    const auto known = load_known(db, found.document.id, WithText::Yes);
    const auto complete = completed(found, known);
    if (!complete) return tl::make_unexpected(complete.error());
    const Put done = keep(db, *complete, known, same_path);
    transaction.commit();
    return done;
  });
}

Result<void> Store::forget(std::string_view document) {
  auto& db = *database_;
  return db.guarded([&]() -> Result<void> {
    auto transaction = begin_writing(db);
    if (db.run("DELETE FROM documents WHERE id = ?", document) == 0)
      return fail(ErrorKind::NotFound, std::string(document), "no such document");
    db.run("DELETE FROM nodes WHERE id NOT IN (SELECT node FROM belongs)");
    bump_generation(db);
    transaction.commit();
    return {};
  });
}

Result<std::size_t> Store::forget_beyond(std::string_view path, std::size_t last) {
  auto& db = *database_;
  return db.guarded([&]() -> Result<std::size_t> {
    auto transaction = begin_writing(db);
    const auto from = std::string(path) + '#', to = std::string(path) + '$';  // '$' follows '#'
    const auto gone = static_cast<int64_t>(last);
    int deleted = db.run(
        "DELETE FROM documents WHERE path > ? AND path < ? AND "
        "substr(path, length(?) + 1) NOT GLOB '*[^0-9]*' AND "
        "CAST(substr(path, length(?) + 1) AS INTEGER) > ?",
        from, to, from, from, gone);
    if (last > 0) deleted += db.run("DELETE FROM documents WHERE path = ?", path);
    if (deleted > 0) bump_generation(db);
    transaction.commit();
    return static_cast<std::size_t>(deleted);
  });
}

Result<void> Store::purge_search() {
  auto& db = *database_;
  return db.guarded([&]() -> Result<void> {
    db.run("INSERT INTO search (search) VALUES ('optimize')");
    return {};
  });
}

Result<bool> Store::is_current(const Document& doc, std::string_view extractor) const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<bool> {
    Query row(db.prepared("SELECT sha256, coalesce(url, ''), coalesce(path, '') FROM documents "
                          "WHERE id = ? AND extractor = ? AND text IS NOT NULL"),
              doc.id, extractor);
    return row.next() && row.text(0) == content_hash(doc) && row.text(1) == doc.url.value_or("") &&
           (doc.path.empty() || row.text(2) == doc.path);
  });
}

Result<std::optional<StoredDocument>> Store::document(std::string_view id, WithText with_text) const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<std::optional<StoredDocument>> {
    Query row(db.prepared(
                  "SELECT id, title, date, source, url, path, sha256, extractor, CASE WHEN ? THEN text END, "
                  "(SELECT count(*) FROM actors WHERE document = number), "
                  "(SELECT count(*) FROM proposals WHERE document = number), "
                  "(SELECT count(*) FROM assertions WHERE document = number), "
                  "(SELECT count(*) FROM links WHERE document = number) FROM documents WHERE id = ?"),
              int64_t{with_text == WithText::Yes}, id);
    if (!row.next()) return std::nullopt;
    return stored_document(row);
  });
}

Result<std::vector<StoredDocument>> Store::documents() const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<std::vector<StoredDocument>> {
    Query row(
        db.prepared("SELECT id, title, date, source, url, path, sha256, extractor, NULL, "
                    "(SELECT count(*) FROM actors WHERE document = number), "
                    "(SELECT count(*) FROM proposals WHERE document = number), "
                    "(SELECT count(*) FROM assertions WHERE document = number), "
                    "(SELECT count(*) FROM links WHERE document = number) FROM documents "
                    "ORDER BY date IS NULL, date, id"));
    std::vector<StoredDocument> all;
    while (row.next()) all.push_back(stored_document(row));
    return all;
  });
}

// The statement over documents is not a cached one, so that `use` may call what it likes; while it stands,
// the connection keeps to one state of the file.
Result<void> Store::each_extraction(WithText with_text,
                                    const std::function<Result<void>(Extraction&&)>& use) const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<void> {
    SQLite::Statement numbers(db.connection(), "SELECT number FROM documents ORDER BY id");
    while (numbers.executeStep())
      if (auto ok = use(load_extraction(db, numbers.getColumn(0).getInt64(), with_text)); !ok) return ok;
    return {};
  });
}

Result<std::optional<Extraction>> Store::extraction(std::string_view document, WithText with_text) const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<std::optional<Extraction>> {
    SQLite::Transaction one_state(db.connection());
    auto found = load_known(db, document, with_text);
    one_state.commit();
    return found;
  });
}

Result<std::int64_t> Store::generation() const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<std::int64_t> {
    Query row(db.prepared("SELECT generation FROM meta"));
    if (!row.next()) throw Damage("meta is empty");
    return row.integer(0);
  });
}

}  // namespace demarche
