// Extractions into the graph file, whoever made them: every line is checked, the bad ones are refused one by
// one.
#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iostream>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/json_rows.h"

namespace demarche {
namespace {

struct LoadArguments {
  std::vector<std::string> paths;
};

struct LoadTally {
  std::size_t loaded = 0;
  std::size_t refused = 0;
};

// A line without text is checked against the text that the file knows.
Result<void> check_against_known(const Store& store, const Extraction& found) {
  if (found.has_text) return {};
  return store.document(found.document.id, WithText::Yes).and_then([&](const auto& known) -> Result<void> {
    if (!known || known->document.text.empty()) return {};
    return check_spans(found, known->document);
  });
}

Result<void> load_line(Store& store, const std::string& line) {
  const Result<Extraction> found = extraction_from_json(line);
  if (!found) return tl::make_unexpected(found.error());
  return check_against_known(store, *found).and_then([&] { return store.put(*found); }).map([](Put) {});
}

// Errors: Unreadable only; a bad line is reported and counted.
Result<void> load_lines(Session& session, Store& store, std::istream& lines, const std::string& file,
                        LoadTally& tally) {
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Result<void> loaded = load_line(store, line);
    if (!loaded && loaded.error().kind == ErrorKind::Unreadable) return loaded;
    loaded ? ++tally.loaded : ++tally.refused;
    if (loaded) continue;
    loaded.error().what = fmt::format("{}:{}", file, number);
    session.messages().report(loaded.error());
  }
  return {};
}

Result<void> load_path(Session& session, Store& store, const std::string& path, LoadTally& tally) {
  if (path == "-") return load_lines(session, store, std::cin, "standard input", tally);
  std::ifstream file(path);
  if (file && !std::filesystem::is_directory(path)) return load_lines(session, store, file, path, tally);
  ++tally.refused;
  const bool missing = !std::filesystem::exists(path);
  session.messages().report(
      {ErrorKind::NotFound, path, missing ? "no such file" : "cannot be read as a file", ""});
  return {};
}

void summarize(Session& session, const LoadTally& tally) {
  if (!session.options.json) {
    session.messages().note(counted(tally.loaded, "document") + " loaded; " + counted(tally.refused, "line") +
                            " refused");
    return;
  }
  session.out.write(json_rows(std::array{tally}, [](json::Writer& out, const LoadTally& row) {
    count_member(out, "documents", row.loaded);
    count_member(out, "refused", row.refused);
  }));
}

Result<int> load(Session& session, const LoadArguments& arguments) {
  Result<Store> store = session.write_graph();
  if (!store) return tl::make_unexpected(store.error());
  LoadTally tally;
  const std::vector<std::string> standard_input{"-"};
  for (const std::string& path : arguments.paths.empty() ? standard_input : arguments.paths)
    if (Result<void> loaded = load_path(session, *store, path, tally); !loaded)
      return tl::make_unexpected(loaded.error());
  if (const Result<void> settled = session.settle(*store); !settled)
    return tl::make_unexpected(settled.error());
  summarize(session, tally);
  return tally.refused > 0 || tally.loaded == 0 ? exit_nothing : exit_found;
}

}  // namespace

void add_load(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<LoadArguments>();
  CLI::App& command = add_command(
      program, Chapter::Reading, "load",
      "Read Extractions, hand-coded or of any other program, into the graph file.",
      {"demarche load found.jsonl", "demarche --graph other.db export extractions | demarche load"});
  add_words(command, "PATH", "Files of one Extraction a line, and - for standard input", arguments->paths);
  on_run(command, session, arguments, load);
}

}  // namespace demarche
