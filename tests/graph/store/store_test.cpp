#include "graph/store/store.h"

#include <catch2/catch.hpp>

#include "tests/graph/store/samples.h"

namespace demarche {

using namespace std::string_literals;
namespace {

using namespace samples;

std::string json(const Extraction& found) {
  return to_json(found, WithText::Yes);
}

// The extraction as `load` would read it from a line without text.
Extraction without_text(Extraction found) {
  found.has_text = false;
  found.document.text.clear();
  found.document.path.clear();
  return found;
}

std::int64_t rows_of(const std::filesystem::path& file, const std::string& table) {
  SQLite::Database db(file.string());
  return db.execAndGet("SELECT count(*) FROM " + table).getInt64();
}

TEST_CASE("What is put comes back as it was, order and unknown fields included") {
  Folder folder;
  auto store = open(folder / "g.db");
  const auto found = sample(28);
  CHECK(must(store.put(found)) == Put::Added);
  const auto stored = must(store.extraction("doc-28", WithText::Yes));
  REQUIRE(stored);
  CHECK(json(*stored) == json(found));
  CHECK(stored->document.path == found.document.path);
  CHECK(message(must(store.verify())) == "");
}

TEST_CASE("An extraction asked for without text has none") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  const auto stored = must(store.extraction("doc-1", WithText::No));
  REQUIRE(stored);
  CHECK_FALSE(stored->has_text);
  CHECK(stored->document.text.empty());
  CHECK(to_json(*stored, WithText::No) == to_json(sample(1), WithText::No));
}

TEST_CASE("Texts with zero bytes, line ends and characters beyond the first plane come back") {
  Folder folder;
  auto store = open(folder / "g.db");
  Extraction found;
  found.document.id = "odd \"id\"\n";
  found.document.title = "a\0b"s;
  found.document.text = "\r\n\0 🕊️ 汉字 'quoted' %_*"s;
  found.has_text = true;
  must(store.put(found));
  const auto stored = must(store.extraction(found.document.id, WithText::Yes));
  REQUIRE(stored);
  CHECK(stored->document.title == found.document.title);
  CHECK(stored->document.text == found.document.text);
  CHECK(stored->sha256 == content_hash(found.document));
}

TEST_CASE("The same document twice is one, and the second time nothing is written") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  const auto generation = must(store.generation());
  CHECK(must(store.put(sample(1))) == Put::Unchanged);
  CHECK(must(store.generation()) == generation);
  CHECK(must(store.stats()).documents == 1);
}

TEST_CASE("Every change bumps the generation") {
  Folder folder;
  auto store = open(folder / "g.db");
  std::vector<std::int64_t> seen{must(store.generation())};
  const auto note = [&] {
    CHECK(must(store.generation()) > seen.back());
    seen.push_back(must(store.generation()));
  };
  must(store.put(sample(1)));
  note();
  must(store.put(with_more_text(sample(1), " More.")));
  note();
  must(store.put_nodes({{"actor", "a:1", "Zoë Lund"}}, {{"doc-1", "a1", "a:1"}}));
  note();
  must(store.forget("doc-1"));
  note();
}

TEST_CASE("A changed document replaces what it gave before, entirely") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  must(store.put(sample(2)));
  Extraction bare;
  bare.document = {"doc-1", "Nothing happened", std::nullopt, std::nullopt, std::nullopt, "Nothing at all.",
                   ""};
  bare.has_text = true;
  CHECK(must(store.put(bare)) == Put::Replaced);

  const auto stored = must(store.document("doc-1", WithText::Yes));
  REQUIRE(stored);
  CHECK(stored->document.text == "Nothing at all.");
  CHECK(stored->actors + stored->proposals + stored->assertions + stored->links == 0);
  CHECK(must(store.search("Lund", 10, "", "")).size() == 1);
  CHECK(must(store.search("nothing", 10, "", "")).size() == 1);
  CHECK(message(must(store.verify())) == "");
}

TEST_CASE("A new version of the extractor replaces the findings of an unchanged text") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  auto found = sample(1);
  found.extractor = "demarche 0.2.0";
  found.assertions.pop_back();
  CHECK_FALSE(must(store.is_current(found.document, found.extractor)));
  CHECK(must(store.put(found)) == Put::Replaced);
  CHECK(must(store.is_current(found.document, found.extractor)));
  CHECK(must(store.document("doc-1", WithText::No))->assertions == 1);
}

TEST_CASE("A document is current while its id, content, URL and path are those that were extracted") {
  Folder folder;
  auto store = open(folder / "g.db");
  const auto found = sample(1);
  CHECK_FALSE(must(store.is_current(found.document, found.extractor)));
  must(store.put(found));
  CHECK(must(store.is_current(found.document, found.extractor)));
  CHECK_FALSE(must(store.is_current(found.document, "demarche 0.2.0")));

  auto doc = found.document;
  SECTION("another text") {
    doc.text += "!";
  }
  SECTION("another title") {
    doc.title += "!";
  }
  SECTION("another date") {
    doc.date = std::nullopt;
  }
  SECTION("another source") {
    doc.source = "Other";
  }
  SECTION("another URL") {
    doc.url = std::nullopt;
  }
  SECTION("another path") {
    doc.path = "/elsewhere.txt";
  }
  SECTION("another id") {
    doc.id = "doc-9";
  }
  CHECK_FALSE(must(store.is_current(doc, found.extractor)));
}

TEST_CASE("A file with another text replaces its document") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  auto changed = sample(2);
  changed.document.path = sample(1).document.path;
  CHECK(must(store.put(changed)) == Put::Replaced);
  CHECK_FALSE(must(store.document("doc-1", WithText::No)));
  CHECK(must(store.document("doc-2", WithText::No)));
}

TEST_CASE("A file with another text is kept beside its earlier document where that is asked for") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  auto changed = sample(2);
  changed.document.path = sample(1).document.path;
  CHECK(must(store.put(changed, SamePath::Keep)) == Put::Added);
  CHECK(must(store.stats()).documents == 2);
}

TEST_CASE("Documents of one file stay apart by their line, and standard input displaces nothing") {
  Folder folder;
  auto store = open(folder / "g.db");
  for (int n = 1; n <= 4; ++n) {
    auto found = sample(n);
    found.document.path = n <= 2 ? fmt::format("/news.jsonl#{}", n) : "";
    must(store.put(found));
  }
  CHECK(must(store.stats()).documents == 4);
}

TEST_CASE("A document that moved keeps its findings, and later changes at its new path replace it") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  const auto generation = must(store.generation());
  auto moved = sample(1);
  moved.document.path = "/moved.txt";
  CHECK(must(store.put(moved)) == Put::Unchanged);
  CHECK(must(store.generation()) == generation);
  CHECK(must(store.is_current(moved.document, moved.extractor)));

  auto changed = sample(2);
  changed.document.path = "/moved.txt";
  must(store.put(changed));
  CHECK_FALSE(must(store.document("doc-1", WithText::No)));
}

TEST_CASE("An unchanged document that takes another's path displaces it") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  must(store.put(sample(2)));
  auto moved = sample(1);
  moved.document.path = sample(2).document.path;
  CHECK(must(store.put(moved)) == Put::Replaced);
  CHECK(must(store.stats()).documents == 1);
}

TEST_CASE("A line without text keeps the text that is known") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  auto line = without_text(sample(1));
  line.extractor = "a person";
  line.assertions.pop_back();
  SECTION("where it gives the hash of the known document") {}
  SECTION("where it gives no hash") {
    line.sha256.clear();
  }
  SECTION("where it gives the id and no more") {
    line.sha256.clear();
    line.document = {"doc-1", "", std::nullopt, std::nullopt, std::nullopt, "", ""};
  }
  CHECK(must(store.put(line)) == Put::Replaced);

  const auto stored = must(store.extraction("doc-1", WithText::Yes));
  REQUIRE(stored);
  CHECK(stored->document.text == sample(1).document.text);
  CHECK(stored->document.title == sample(1).document.title);
  CHECK(stored->document.path == sample(1).document.path);
  CHECK(stored->sha256 == sample(1).sha256);
  CHECK(stored->assertions.size() == 1);
  CHECK(message(must(store.verify())) == "");
}

TEST_CASE("A line without text whose quotation does not stand in the known text is refused") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  const auto before = dump(store);
  auto line = without_text(sample(1));
  line.assertions[0].evidence.start += 1;
  line.assertions[0].evidence.end += 1;
  const auto refused = store.put(line);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::Malformed);
  CHECK(refused.error().what == "doc-1");
  CHECK_THAT(refused.error().why, Catch::Contains("assertions[0].evidence"));
  CHECK(dump(store) == before);
}

TEST_CASE("A line without text and of another hash than the known document is kept without text") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  auto line = without_text(sample(1));
  line.sha256 = std::string(64, '0');
  CHECK(must(store.put(line)) == Put::Replaced);
  CHECK_FALSE(must(store.extraction("doc-1", WithText::Yes))->has_text);
}

TEST_CASE("A line without text of an unknown document is kept, and gets its text when it comes") {
  Folder folder;
  auto store = open(folder / "g.db");
  const auto line = without_text(sample(1));
  CHECK(must(store.put(line)) == Put::Added);
  CHECK(json(*must(store.extraction("doc-1", WithText::Yes))) == json(line));
  CHECK_FALSE(must(store.is_current(sample(1).document, sample(1).extractor)));
  CHECK(message(must(store.verify())) == "");

  CHECK(must(store.put(sample(1))) == Put::Replaced);
  CHECK(json(*must(store.extraction("doc-1", WithText::Yes))) == json(sample(1)));
}

TEST_CASE("What cannot be kept is refused, and nothing of it is written") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  const auto before = dump(store);
  auto bad = sample(2);
  SECTION("a quotation beside its position") {
    bad.actors[0].mentions[0].start -= 1;
  }
  SECTION("a hash of another text") {
    bad.sha256 = sample(1).sha256;
  }
  SECTION("an assertion of nobody") {
    bad.assertions[1].actor = "a9";
  }
  SECTION("an assertion about nothing") {
    bad.assertions[1].proposal = "p9";
  }
  SECTION("a speaker who is not there") {
    bad.assertions[1].speaker = "a9";
  }
  SECTION("a link to nowhere") {
    bad.links[1].to = "a1";
  }
  SECTION("one id for two actors") {
    bad.actors[1].id = "a2";
  }
  SECTION("no id") {
    bad.document.id.clear();
  }
  const auto refused = store.put(bad);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::Malformed);
  CHECK(dump(store) == before);
}

TEST_CASE("A position that SQLite cannot hold is refused") {
  Folder folder;
  auto store = open(folder / "g.db");
  auto line = without_text(sample(1));
  line.actors[0].mentions[0].start = static_cast<std::size_t>(-10);
  line.actors[0].mentions[0].end = static_cast<std::size_t>(-1);
  const auto refused = store.put(line);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::Malformed);
}

TEST_CASE("What stood beyond the end of a file goes, and nothing of another file") {
  Folder folder;
  auto store = open(folder / "graph.db");
  int number = 0;
  for (const char* path :
       {"a.jsonl", "a.jsonl#1", "a.jsonl#2", "a.jsonl#10", "a.jsonl#10x", "a.jsonl.gz#10", "b.jsonl#10"}) {
    auto found = sample(++number);
    found.document.path = path;
    must(store.put(found));
  }
  CHECK(must(store.forget_beyond("a.jsonl", 2)) == 2);
  std::string left;
  for (const auto& stored : must(store.documents())) left += stored.document.path + " ";
  CHECK(left == "a.jsonl#1 a.jsonl#2 a.jsonl#10x a.jsonl.gz#10 b.jsonl#10 ");
  CHECK(must(store.forget_beyond("a.jsonl", 2)) == 0);
  CHECK(must(store.forget_beyond("a.jsonl", 0)) == 2);
}

TEST_CASE("Forgetting a document deletes all it gave; forgetting all leaves nothing") {
  Folder folder;
  const auto file = folder / "g.db";
  {
    auto store = open(file);
    must(store.put(sample(1)));
    must(store.put(sample(2)));
    must(store.put_nodes({{"actor", "a:1", "Zoë Lund"}, {"actor", "a:2", "Norland"}},
                         {{"doc-1", "a1", "a:1"}, {"doc-1", "a3", "a:2"}, {"doc-2", "a3", "a:2"}}));
    must(store.forget("doc-1"));
    CHECK_FALSE(must(store.document("doc-1", WithText::No)));
    CHECK(rows_of(file, "nodes") == 1);
    CHECK(must(store.search("Lund", 10, "", "")).size() == 1);
    CHECK(message(must(store.verify())) == "");
    must(store.forget("doc-2"));
    CHECK(message(must(store.verify())) == "");
  }
  for (const auto* table : {"documents", "actors", "proposals", "mentions", "assertions", "also", "links",
                            "nodes", "belongs", "search", "search_docsize"})
    CHECK((std::string(table) + std::to_string(rows_of(file, table))) == std::string(table) + "0");
}

TEST_CASE("Forgetting what is not there says so") {
  Folder folder;
  auto store = open(folder / "g.db");
  const auto refused = store.forget("doc-1");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::NotFound);
  CHECK(refused.error().what == "doc-1");
}

TEST_CASE("Documents are listed by date, then id, the undated last") {
  Folder folder;
  auto store = open(folder / "g.db");
  const std::vector<std::pair<std::string, std::optional<Date>>> given{
      {"e", std::nullopt},     {"d", Date{2025, 11, 3}}, {"c", Date{2025, 11, 0}},
      {"b", Date{2025, 0, 0}}, {"a", Date{2025, 11, 3}}, {"0", std::nullopt}};
  for (const auto& [id, date] : given) {
    Extraction found;
    found.document = {id, "", date, std::nullopt, std::nullopt, "Text of " + id, ""};
    found.has_text = true;
    must(store.put(found));
  }
  std::string order;
  for (const auto& stored : must(store.documents())) order += stored.document.id;
  CHECK(order == "bcad0e");
  order.clear();
  must(store.each_extraction(WithText::No, [&](Extraction&& found) -> Result<void> {
    order += found.document.id;
    return {};
  }));
  CHECK(order == "0abcde");
}

TEST_CASE("A walk over the extractions may ask other things, and stops at the first error") {
  Folder folder;
  auto store = open(folder / "g.db");
  for (int n = 1; n <= 3; ++n) must(store.put(sample(n)));
  int seen = 0;
  const auto stopped = store.each_extraction(WithText::No, [&](Extraction&& found) -> Result<void> {
    ++seen;
    CHECK(must(store.extraction(found.document.id, WithText::Yes))->has_text);
    CHECK(must(store.stats()).documents == 3);
    CHECK_FALSE(dump(store).empty());
    return seen == 2 ? fail(ErrorKind::Usage, "enough", "") : Result<void>{};
  });
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().what == "enough");
  CHECK(seen == 2);
}

TEST_CASE("Statistics count what was found") {
  Folder folder;
  auto store = open(folder / "g.db");
  for (int n = 1; n <= 3; ++n) must(store.put(sample(n)));
  auto undated = sample(4);
  undated.document.date = std::nullopt;
  undated.sha256.clear();
  undated.extractor = "a person";
  must(store.put(undated));

  const auto stats = must(store.stats());
  CHECK(stats.documents == 4);
  CHECK(stats.documents_undated == 1);
  CHECK(stats.actors == 12);
  CHECK(stats.proposals == 8);
  CHECK(stats.assertions == 8);
  CHECK(stats.links == 8);
  CHECK(stats.first == Date{2025, 2, 2});
  CHECK(stats.last == Date{2025, 4, 4});
  CHECK(stats.extractors ==
        std::vector<std::pair<std::string, std::size_t>>{{"a person", 1}, {"demarche 0.1.0", 3}});
  CHECK(stats.by_relation ==
        std::vector<std::pair<Relation, std::size_t>>{{Relation::Rejected, 4}, {Relation::Discussed, 4}});
  CHECK(stats.by_modality ==
        std::vector<std::pair<Modality, std::size_t>>{{Modality::Actual, 4}, {Modality::Possible, 4}});
}

TEST_CASE("Statistics of an empty file are zero") {
  Folder folder;
  const auto stats = must(open(folder / "g.db").stats());
  CHECK(stats.documents == 0);
  CHECK_FALSE(stats.first);
  CHECK(stats.by_relation.empty());
}

TEST_CASE("Nodes are replaced as a whole, and must refer to what is there") {
  Folder folder;
  const auto file = folder / "g.db";
  auto store = open(file);
  must(store.put(sample(1)));
  must(store.put_nodes({{"actor", "a:1", "Zoë Lund"}}, {{"doc-1", "a1", "a:1"}}));
  must(store.put_nodes({{"proposal", "p:1", "the plan"}}, {{"doc-1", "p1", "p:1"}}));
  CHECK(rows_of(file, "nodes") == 1);
  CHECK(rows_of(file, "belongs WHERE node = 'p:1'") == 1);

  CHECK(store.put_nodes({}, {{"doc-9", "p1", "p:1"}}).error().kind == ErrorKind::NotFound);
  CHECK(store.put_nodes({}, {{"doc-1", "p1", "p:1"}}).error().kind == ErrorKind::NotFound);
  CHECK(rows_of(file, "nodes") == 1);
}

TEST_CASE("Nodes given again write nothing, and others only what differs") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  const std::vector<StoredNode> nodes{{"actor", "a:1", "Zoë Lund"}, {"actor", "a:2", "Norland"}};
  must(store.put_nodes(nodes, {{"doc-1", "a1", "a:1"}, {"doc-1", "a3", "a:2"}}));
  const auto generation = must(store.generation());
  must(store.put_nodes(nodes, {{"doc-1", "a1", "a:1"}, {"doc-1", "a3", "a:2"}}));
  CHECK(must(store.generation()) == generation);

  must(store.put_nodes({{"actor", "a:1", "Zoë Lund"}, {"actor", "a:3", "Norland"}},
                       {{"doc-1", "a1", "a:1"}, {"doc-1", "a3", "a:3"}}));
  CHECK(must(store.generation()) > generation);
  CHECK(rows_of(folder / "g.db", "nodes WHERE id IN ('a:1', 'a:3')") == 2);
  CHECK(rows_of(folder / "g.db", "belongs WHERE node = 'a:3'") == 1);
  must(store.put_nodes({{"actor", "a:1", "Zoë"}}, {{"doc-1", "a1", "a:1"}}));
  CHECK(rows_of(folder / "g.db", "nodes WHERE name = 'Zoë'") == 1);
  CHECK(rows_of(folder / "g.db", "belongs") == 1);
  CHECK(message(must(store.verify())) == "");
}

TEST_CASE("Nodes are current until something known, or what they are derived by, changes") {
  Folder folder;
  auto store = open(folder / "g.db");
  must(store.put(sample(1)));
  CHECK_FALSE(must(store.has_nodes_of("one")));
  must(store.put_nodes({{"actor", "a:1", "Zoë Lund"}}, {{"doc-1", "a1", "a:1"}}, "one"));
  CHECK(must(store.has_nodes_of("one")));
  CHECK_FALSE(must(store.has_nodes_of("another")));
  must(store.put(sample(1)));
  CHECK(must(store.has_nodes_of("one")));
  must(store.put(sample(2)));
  CHECK_FALSE(must(store.has_nodes_of("one")));
}

}  // namespace
}  // namespace demarche
