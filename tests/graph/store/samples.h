// What the tests of the store share: a folder of their own, documents with true findings in them, and a
// store's content as text.
#pragma once

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "graph/model/unicode.h"
#include "graph/store/store.h"

namespace demarche::samples {

// An empty folder that is deleted with all that is in it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "demarche-store-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Where `words` first stand in the document.
inline Span span_of(const Document& doc, Field field, std::string_view words) {
  const auto& text = doc.field(field);
  const auto byte = text.find(words);
  REQUIRE(byte != std::string::npos);
  const auto start = code_points(std::string_view(text).substr(0, byte));
  return {field, start, start + code_points(words), std::string(words)};
}

// A document about the plan of Norland's rival, number `n`; all its spans are true.
inline Extraction sample(int n) {
  Extraction found;
  auto& doc = found.document;
  doc.id = fmt::format("doc-{}", n);
  doc.title = fmt::format("Norland rejects plan {}", n);
  doc.date = Date{2025, 1 + n % 12, 1 + n % 28};
  doc.source = "Ostmark Herald";
  doc.url = fmt::format("https://herald.example/{}", n);
  doc.text = fmt::format(
      "VALKØ — President Zoë Lund rejected parts of the {}-point plan on Monday. Norland’s spokesman Ivo "
      "Grahn "
      "said she “cannot accept” it. Earlier talks over a counter-proposal had failed.",
      n);
  doc.path = fmt::format("/news/{}.txt", n);
  found.has_text = true;
  found.sha256 = content_hash(doc);
  found.extractor = "demarche 0.1.0";
  const auto in_text = [&](std::string_view words) { return span_of(doc, Field::Text, words); };
  const auto plan = fmt::format("the {}-point plan", n);

  found.actors = {
      {"a2", "Ivo Grahn", ActorKind::Person, {in_text("Ivo Grahn")}, ""},
      {"a1", "Zoë Lund", ActorKind::Person, {in_text("President Zoë Lund")}, R"({"age":61})"},
      {"a3", "Norland", ActorKind::State, {span_of(doc, Field::Title, "Norland"), in_text("Norland’s")}, ""}};
  found.proposals = {
      {"p1", plan, "plan", n, {span_of(doc, Field::Title, fmt::format("plan {}", n)), in_text(plan)}, ""},
      {"p2", "counter-proposal", "proposal", std::nullopt, {in_text("a counter-proposal")}, ""}};
  Assertion rejected;
  rejected.actor = "a1";
  rejected.relation = Relation::Rejected;
  rejected.proposal = "p1";
  rejected.extent = Extent::Partial;
  rejected.speaker = "a2";
  rejected.date = Date{2025, 11, 0};
  rejected.trigger = in_text("rejected");
  rejected.evidence = in_text(fmt::format("President Zoë Lund rejected parts of {} on Monday.", plan));
  rejected.also = {in_text("Norland’s spokesman Ivo Grahn said she “cannot accept” it."),
                   span_of(doc, Field::Title, doc.title)};
  rejected.rule = "verb:reject/active";
  rejected.confidence = 0.93;
  rejected.unknown = R"({"note":["kept",1.5,null]})";
  Assertion discussed;
  discussed.actor = "a3";
  discussed.relation = Relation::Discussed;
  discussed.proposal = "p2";
  discussed.modality = Modality::Possible;
  discussed.evidence = in_text("Earlier talks over a counter-proposal had failed.");
  found.assertions = {rejected, discussed};
  found.links = {{"a2", LinkKind::SpeaksFor, "a3", in_text("Norland’s spokesman Ivo Grahn"), ""},
                 {"p2", LinkKind::Counters, "p1", std::nullopt, R"({"sure":false})"}};
  found.unknown = R"({"desk":"world"})";
  return found;
}

// `found` with another sentence at its end, and the hash that goes with it.
inline Extraction with_more_text(Extraction found, std::string_view sentence) {
  found.document.text += sentence;
  found.sha256 = content_hash(found.document);
  return found;
}

template <class T>
T must(Result<T> result) {
  INFO((result ? "" : result.error().message()));
  REQUIRE(result);
  return std::move(*result);
}

inline void must(const Result<void>& result) {
  INFO((result ? "" : result.error().message()));
  REQUIRE(result);
}

inline Store open(const std::filesystem::path& file, Access access = Access::Write) {
  return must(Store::open(file, access));
}

// Every document with its path and all that was found in it, one a line.
inline std::string dump(const Store& store) {
  std::string lines;
  must(store.each_extraction(WithText::Yes, [&](Extraction&& found) -> Result<void> {
    lines += found.document.path + ' ' + to_json(found, WithText::Yes) + '\n';
    return {};
  }));
  return lines;
}

inline std::string message(const std::vector<Defect>& defects) {
  std::string lines;
  for (const auto& defect : defects) lines += defect.document + ": " + defect.why + '\n';
  return lines;
}

// Runs SQL on the file as sqlite3 would: foreign keys off.
inline void run_sql(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
  db.exec(sql);
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace demarche::samples
