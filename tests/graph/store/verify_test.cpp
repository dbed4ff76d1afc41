#include <catch2/catch.hpp>

#include "graph/store/store.h"
#include "tests/graph/store/samples.h"

namespace demarche {
namespace {

using namespace samples;

struct Planted {
  const char* what;
  const char* sql;
  const char* document;  // where the defect is reported
  const char* why;       // a piece of the reason
};

const Planted planted_defects[] = {
    {"a text that was edited", "UPDATE documents SET text = text || ' More.' WHERE id = 'doc-1'", "doc-1",
     "sha256"},
    {"a title that was edited", "UPDATE documents SET title = 'Norland rejects plan 1!' WHERE id = 'doc-1'",
     "doc-1", "sha256"},
    {"a text that lost its beginning", "UPDATE documents SET text = substr(text, 2) WHERE id = 'doc-2'",
     "doc-2", "stands"},
    {"a mention beside its position",
     "UPDATE mentions SET start = start + 1, stop = stop + 1 WHERE place = 2", "doc-1",
     "mentions[0]: at title"},
    {"a quotation of other words", "UPDATE assertions SET quote = replace(quote, 'rejected', 'accepted')",
     "doc-1", "assertions[0].evidence: at text"},
    {"a repetition of other words", "UPDATE also SET text = replace(text, 'cannot', 'will not')", "doc-1",
     "assertions[0].also[0]"},
    {"a link's quotation of other words", "UPDATE links SET quote = replace(quote, 'Grahn', 'Brahn')",
     "doc-1", "links[0].evidence: at text"},
    {"a position behind the text", "UPDATE mentions SET start = start + 90000, stop = stop + 90000", "doc-1",
     "stands"},
    {"a trigger outside its evidence",
     "UPDATE assertions SET trigger_start = 0, trigger_stop = 5, trigger_text = 'VALKØ' WHERE trigger_text "
     "NOT NULL",
     "doc-1", "trigger: not inside the evidence"},
    {"a position that is none", "UPDATE mentions SET stop = start", "doc-1", "no position"},
    {"a field that is none", "UPDATE mentions SET field = 'footer'", "doc-1", "no position: footer"},
    {"a relation that is none", "UPDATE assertions SET relation = 77", "doc-1",
     "relation: no word has the number 77"},
    {"a modality that is none", "UPDATE assertions SET modality = -1", "doc-1", "modality: no word"},
    {"an extent that is none", "UPDATE assertions SET extent = 2", "doc-1", "extent: no word"},
    {"an actor's kind that is none", "UPDATE actors SET kind = 6", "doc-1", "actor kind: no word"},
    {"a link's relation that is none", "UPDATE links SET relation = 7", "doc-1", "link: no word"},
    {"a relation that joins no proposals", "UPDATE links SET relation = 0 WHERE from_proposal NOT NULL",
     "doc-1", "cannot be leads"},
    {"a document's date that is no day", "UPDATE documents SET date = '2025-02-30' WHERE id = 'doc-2'",
     "doc-2", "date: not a day: '2025-02-30'"},
    {"an act's date that is no day", "UPDATE assertions SET date = 'Monday'", "doc-1", "date: not a day"},
    {"an actor that was deleted", "DELETE FROM actors WHERE id = 'a1'", "doc-1",
     "an assertion without its actor"},
    {"a proposal that was deleted", "DELETE FROM proposals WHERE id = 'p2'", "doc-2",
     "an assertion without its actor"},
    {"a speaker that is not there", "UPDATE assertions SET speaker = 'a9'", "doc-1",
     "an assertion without its actor"},
    {"a link's end that is not there", "UPDATE links SET to_actor = 'a9' WHERE to_actor NOT NULL", "doc-1",
     "a link without one of its ends"},
    {"mentions of nobody", "UPDATE mentions SET actor = 'a9' WHERE actor = 'a1'", "",
     "mentions: rows that refer to actors that are not there: 3"},
    {"findings of a document that was deleted", "DELETE FROM documents WHERE id = 'doc-1'", "",
     "assertions: rows that refer to documents that are not there: 2"},
    {"a sentence beside no assertion", "DELETE FROM assertions WHERE place = 0", "",
     "also: rows that refer to assertions that are not there"},
    {"a mention of two things", "UPDATE mentions SET proposal = 'p1'", "",
     "CHECK constraint failed in mentions"},
    {"a confidence above one", "UPDATE assertions SET confidence = 1.5", "",
     "CHECK constraint failed in assertions"},
    {"a title that is null",
     "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
     "replace(sql, 'title     TEXT NOT NULL', 'title     TEXT         ') WHERE name = 'documents';"
     "PRAGMA writable_schema = RESET; UPDATE documents SET title = NULL WHERE id = 'doc-1'",
     "doc-1", "sha256"},
    {"unknown fields that are no JSON", "UPDATE actors SET unknown = '{\"age\":' WHERE id = 'a1'", "doc-1",
     "unknown: not a JSON object"},
    {"a belonging of nothing",
     "INSERT INTO belongs SELECT number, 'a9', 'a:1' FROM documents WHERE id = 'doc-1'", "doc-1",
     "belongs: no actor or proposal 'a9'"},
    {"a belonging to no node",
     "INSERT INTO belongs SELECT number, 'a1', 'a:9' FROM documents WHERE id = 'doc-1'", "",
     "belongs: rows that refer to nodes that are not there: 1"},
    {"another word for a relation", "UPDATE relations SET word = 'refused' WHERE number = 2", "",
     "relations: not the words of the vocabulary"},
    {"a word too few", "DELETE FROM modalities WHERE number = 4", "",
     "modalities: not the words of the vocabulary"},
    {"a word too many", "INSERT INTO link_kinds VALUES (7, 'likes')", "", "link_kinds: not the words"},
    {"no generation", "DELETE FROM meta", "", "meta: not one row"},
    {"a search index that lacks a document",
     "INSERT INTO search (search, rowid, title, text) SELECT 'delete', number, title, text FROM documents "
     "WHERE id = 'doc-3'",
     "", "search: the index does not fit"},
    {"a search index of other words",
     "DROP TRIGGER document_changed; UPDATE documents SET title = 'Quiet' "
     "WHERE id = 'doc-1'",
     "", "search: the index does not fit"},
    {"a search index that lost a piece", "DELETE FROM search_data WHERE id > 10", "",
     "search: the index does not fit"},
};

bool has(const std::vector<Defect>& defects, const Planted& planted) {
  for (const auto& defect : defects)
    if (defect.document == planted.document && defect.why.find(planted.why) != std::string::npos) return true;
  return false;
}

TEST_CASE("Verify finds each kind of defect, and says where") {
  Folder folder;
  {
    auto store = open(folder / "sound.db");
    for (int n = 1; n <= 3; ++n) must(store.put(sample(n)));
    must(store.put_nodes({{"actor", "a:1", "Zoë Lund"}}, {}));
    REQUIRE(message(must(store.verify())) == "");
  }
  for (const auto& planted : planted_defects) {
    INFO(planted.what);
    const auto file = folder / "damaged.db";
    std::filesystem::copy_file(folder / "sound.db", file, std::filesystem::copy_options::overwrite_existing);
    run_sql(file, std::string("PRAGMA ignore_check_constraints = ON; ") + planted.sql);
    const auto defects = must(open(file, Access::Read).verify());
    INFO(message(defects));
    CHECK(has(defects, planted));
  }
}

TEST_CASE("A defect of one document leaves the others readable") {
  Folder folder;
  const auto file = folder / "g.db";
  {
    auto store = open(file);
    for (int n = 1; n <= 2; ++n) must(store.put(sample(n)));
  }
  run_sql(file,
          "UPDATE actors SET kind = 99 WHERE document = (SELECT number FROM documents WHERE id = 'doc-1')");
  const auto store = open(file, Access::Read);
  CHECK(must(store.extraction("doc-2", WithText::Yes)));
  const auto damaged = store.extraction("doc-1", WithText::Yes);
  REQUIRE_FALSE(damaged);
  CHECK(damaged.error().kind == ErrorKind::Malformed);
  CHECK(damaged.error().message() == file.string() + ": damaged: actor kind: no word has the number 99");
}

TEST_CASE("Verify writes nothing and waits for nobody") {
  Folder folder;
  const auto file = folder / "g.db";
  { must(open(file).put(sample(1))); }
  const auto bytes = bytes_of(file);
  {
    SQLite::Database writer(file.string(), SQLite::OPEN_READWRITE);
    writer.exec("BEGIN IMMEDIATE; UPDATE documents SET url = 'changed'");
    CHECK(message(must(open(file, Access::Read).verify())) == "");
  }
  CHECK(bytes_of(file) == bytes);
}

}  // namespace
}  // namespace demarche
