// The graph file: one SQLite database that keeps documents with their text and what was found in each, as it
// was found. One document is one transaction: killed at any moment, the file holds whole documents only.
// Readers never wait for the writer. Its tables are in schema.sql and can be read with sqlite3; README.md
// beside this file explains them. Nodes of the graph are derived from it, by identity. A Store belongs to one
// thread at a time; several may have one file open. Every call may fail with Unreadable (the disk, another
// program that goes on writing) or Malformed (a damaged file).
// Tested by tests/graph/store/*_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"
#include "graph/model/extraction.h"
#include "graph/store/corrections.h"

namespace demarche {

enum class Access {
  Read,   // an existing file, also on a read-only disk
  Write,  // created where it is missing
};

// What `put` did.
enum class Put { Added, Replaced, Unchanged };

// What to do with a document of another id or text that came from the same path before.
enum class SamePath { Replace, Keep };

// What the graph file knows of a document without its findings.
struct StoredDocument {
  Document document;  // text included where it was asked for
  std::string sha256;
  std::string extractor;
  std::size_t actors = 0, proposals = 0, assertions = 0, links = 0;
};

// A document found by `search`, with the piece that matched; matches stand between `open` and `close` of
// `search`.
struct Hit {
  std::string document;  // id
  std::string title;
  std::optional<Date> date;
  std::optional<std::string> source;
  std::string snippet;
};

struct StoreStats {
  std::size_t documents = 0, actors = 0, proposals = 0, assertions = 0, links = 0;  // document-local counts
  std::size_t documents_undated = 0;
  std::optional<Date> first, last;                              // of the dated documents
  std::vector<std::pair<std::string, std::size_t>> extractors;  // version and number of documents, by version
  std::vector<std::pair<Relation, std::size_t>> by_relation;    // assertions, in the order of the vocabulary
  std::vector<std::pair<Modality, std::size_t>> by_modality;
};

// A defect that `verify` found.
struct Defect {
  std::string document;  // id; empty where it concerns the whole file
  std::string why;
};

// A node of the graph that several document-local findings belong to.
struct StoredNode {
  std::string kind;  // "actor" or "proposal"
  std::string id;
  std::string name;
};

struct Belonging {
  std::string document;
  std::string local;
  std::string node;
};

class Database;

class Store {
 public:
  // Errors: NotFound (Read, no such file), Unreadable (permissions, a read-only file left with a write-ahead
  // log), Malformed (not a graph file of ours, damaged), Unsupported (written by a newer version).
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& file, Access access);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();  // checkpoints the write-ahead log

  // --- writing; each call is one transaction that bumps `generation` ---

  // Keeps `found`, replacing what the same document gave before; a document of another id that was last read
  // from the same path is deleted with it. Where `found` has no text but the document's text is known, and
  // its sha256 is that of the known document or not given, the text is kept, and with it title, date, source
  // and URL where `found` has none. A hash that is not given is computed from the text. Unchanged writes
  // nothing but, where it differs, the path. Errors: Malformed, with nothing written: a sha256 that is not
  // the text's, a quotation that does not stand at its position, an assertion or link without its ends.
  [[nodiscard]] Result<Put> put(const Extraction& found, SamePath same_path = SamePath::Replace);

  // Deletes the document and all it gave. Errors: NotFound.
  [[nodiscard]] Result<void> forget(std::string_view document);

  // Deletes the documents that were read from a place of `path` where it holds none any more: from "path#n"
  // with n greater than `last`, and from "path" itself where `last` is not 0. Returns how many.
  [[nodiscard]] Result<std::size_t> forget_beyond(std::string_view path, std::size_t last);

  // Takes the words of deleted documents out of the search index too, which else happens in the course of
  // later writes. Takes the time of rewriting the index.
  [[nodiscard]] Result<void> purge_search();

  // Replaces the derived nodes, for those who read the file with sqlite3, and writes only what differs.
  // `basis` names what they were derived by besides what the file holds. Errors: NotFound, of a document or
  // node.
  [[nodiscard]] Result<void> put_nodes(const std::vector<StoredNode>& nodes,
                                       const std::vector<Belonging>& belongs, std::string_view basis = "");

  // Keeps a correction and returns its number; the one it comes with does not count.
  [[nodiscard]] Result<std::int64_t> correct(const Correction& correction);

  // Marks a correction as undone; it stays in the file. Errors: NotFound, also where it is undone already.
  [[nodiscard]] Result<void> undo(std::int64_t number);

  // --- reading ---

  // Every correction, by number, also those that were undone.
  [[nodiscard]] Result<std::vector<Correction>> corrections() const;

  // Whether nothing that is known has changed since the nodes were derived by this basis.
  [[nodiscard]] Result<bool> has_nodes_of(std::string_view basis) const;

  // Whether this very document (id, content, URL, path) was extracted by `extractor` already, so that `put`
  // would change nothing.
  [[nodiscard]] Result<bool> is_current(const Document& doc, std::string_view extractor) const;

  [[nodiscard]] Result<std::optional<StoredDocument>> document(std::string_view id, WithText with_text) const;

  // Every document, ordered by date, then id; undated last.
  [[nodiscard]] Result<std::vector<StoredDocument>> documents() const;

  // Calls `use` with every document's Extraction, ordered by document id; stops when `use` returns an error
  // and returns it. What it sees is one state of the file, whatever others write meanwhile; `use` must not
  // write to this Store.
  [[nodiscard]] Result<void> each_extraction(WithText with_text,
                                             const std::function<Result<void>(Extraction&&)>& use) const;

  [[nodiscard]] Result<std::optional<Extraction>> extraction(std::string_view document,
                                                             WithText with_text) const;

  // Full-text search over titles and texts, best first. `words` is plain text: all words must occur, "quoted
  // phrases" in their order, a trailing * matches beginnings; it can hold no syntax error. Words match
  // whatever their ending, capitals and accents ("sanction" finds "Sanctions").
  [[nodiscard]] Result<std::vector<Hit>> search(std::string_view words, std::size_t limit,
                                                std::string_view open, std::string_view close) const;

  [[nodiscard]] Result<StoreStats> stats() const;

  // SQLite's own check of the file, then every document's hash, every quotation at its position, every
  // reference, the search index. An empty answer is a sound file. Works on a private copy in the temporary
  // folder, so that it neither waits nor writes.
  [[nodiscard]] Result<std::vector<Defect>> verify() const;

  // Grows with every write that changes what is known.
  [[nodiscard]] Result<std::int64_t> generation() const;

 private:
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace demarche
