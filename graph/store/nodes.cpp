// The nodes that identity derives. What is kept is read once and compared with what is given, so that a
// document more writes the few rows that it concerns.
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <map>
#include <unordered_map>

#include "graph/store/database.h"

namespace demarche {
namespace {

using std::int64_t;
using Place = std::pair<int64_t, std::string>;  // a document's number, and an id inside it

// What is kept, and what of it has not been given again.
class Nodes {
 public:
  explicit Nodes(Database& db) : db_(db) {
    Query documents(db.prepared("SELECT id, number FROM documents"));
    while (documents.next()) numbers_.emplace(documents.text(0), documents.integer(1));
    Query nodes(db.prepared("SELECT id, kind, name FROM nodes"));
    while (nodes.next()) nodes_.emplace(nodes.text(0), Kept{nodes.text(1), nodes.text(2), false});
    Query belongs(db.prepared("SELECT document, local, node FROM belongs"));
    while (belongs.next())
      belongs_.emplace(Place(belongs.integer(0), belongs.text(1)), Kept{belongs.text(2), "", false});
  }

  void put(const StoredNode& node) {
    const auto [at, is_new] = nodes_.try_emplace(node.id, Kept{node.kind, node.name, true});
    const bool is_same = !is_new && at->second.what == node.kind && at->second.name == node.name;
    at->second = {node.kind, node.name, true};
    if (is_same) return;
    changed_ = true;
    db_.run(
        "INSERT INTO nodes (kind, id, name) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name",
        node.kind, node.id, node.name);
  }

  Result<void> put(const Belonging& belonging) {
    const auto& [document, local, node] = belonging;
    const auto number = numbers_.find(document);
    const auto known = nodes_.find(node);
    if (number == numbers_.end() || known == nodes_.end() || !known->second.is_given)
      return fail(ErrorKind::NotFound, document, "no such document, or no node '" + node + "' for it");
    const auto [at, is_new] = belongs_.try_emplace(Place(number->second, local), Kept{node, "", true});
    const bool is_same = !is_new && at->second.what == node;
    at->second = {node, "", true};
    if (is_same) return {};
    changed_ = true;
    db_.run(
        "INSERT INTO belongs (document, local, node) VALUES (?, ?, ?) "
        "ON CONFLICT (document, local) DO UPDATE SET node = excluded.node",
        number->second, local, node);
    return {};
  }

  // Returns whether anything has changed by all that was put.
  bool finish() {
    for (const auto& [place, kept] : belongs_)
      if (!kept.is_given)
        db_.run("DELETE FROM belongs WHERE document = ? AND local = ?", place.first, place.second);
    for (const auto& [id, kept] : nodes_)
      if (!kept.is_given) db_.run("DELETE FROM nodes WHERE id = ?", id), changed_ = true;
    return changed_;
  }

 private:
  struct Kept {
    std::string what;  // a node's kind, a belonging's node
    std::string name;
    bool is_given = false;
  };

  Database& db_;
  std::unordered_map<std::string, int64_t> numbers_;  // documents, by id
  std::unordered_map<std::string, Kept> nodes_;
  std::map<Place, Kept> belongs_;
  bool changed_ = false;
};

std::string mark(int64_t generation, std::string_view basis) {
  return fmt::format("{} {}", generation, basis);
}

}  // namespace

Result<void> Store::put_nodes(const std::vector<StoredNode>& nodes, const std::vector<Belonging>& belongs,
                              std::string_view basis) {
  auto& db = *database_;
  return db.guarded([&]() -> Result<void> {
    SQLite::Transaction transaction(db.connection(), SQLite::TransactionBehavior::IMMEDIATE);
    Nodes kept(db);
    for (const auto& node : nodes) kept.put(node);
    for (const auto& belonging : belongs)
      if (auto ok = kept.put(belonging); !ok) return ok;
    if (kept.finish()) db.run("UPDATE meta SET generation = generation + 1");
    const auto now = generation();
    if (!now) return tl::make_unexpected(now.error());
    db.run("UPDATE meta SET nodes_of = ?", mark(*now, basis));
    transaction.commit();
    return {};
  });
}

Result<bool> Store::has_nodes_of(std::string_view basis) const {
  auto& db = *database_;
  return db.guarded([&]() -> Result<bool> {
    Query row(db.prepared("SELECT generation, nodes_of FROM meta"));
    return row.next() && row.text(1) == mark(row.integer(0), basis);
  });
}

}  // namespace demarche
