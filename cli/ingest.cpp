// Documents into the graph file: one document, one transaction, in the order of the input.
#include <fmt/format.h>

#include <array>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/json_rows.h"
#include "cli/reading.h"

namespace demarche {
namespace {

struct IngestArguments {
  ReadingArguments reading;
  bool keep = false;
};

struct IngestTally {
  ReadingTally read;
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t deleted = 0;  // their files no longer hold them

  void count(Put put) {
    switch (put) {
      case Put::Added:
        ++added;
        break;
      case Put::Replaced:
        ++replaced;
        break;
      case Put::Unchanged:
        ++unchanged;
        break;
    }
  }
};

void summarize(Session& session, const IngestTally& tally) {
  if (!session.options.json) {
    const std::string deleted = tally.deleted > 0 ? fmt::format(", {} deleted", tally.deleted) : "";
    session.messages().note(fmt::format("{}: {} added, {} replaced, {} unchanged{}; {} refused",
                                        counted(tally.read.documents, "document"), tally.added,
                                        tally.replaced, tally.unchanged, deleted, tally.read.refused));
    return;
  }
  session.out.write(json_rows(std::array{tally}, [](json::Writer& out, const IngestTally& row) {
    count_member(out, "documents", row.read.documents);
    count_member(out, "added", row.added);
    count_member(out, "replaced", row.replaced);
    count_member(out, "unchanged", row.unchanged);
    count_member(out, "deleted", row.deleted);
    count_member(out, "refused", row.read.refused);
  }));
}

int status_of(const IngestTally& tally) {
  if (interrupted_by() != 0) return 128 + interrupted_by();
  return tally.read.refused > 0 || tally.read.documents == 0 ? exit_nothing : exit_found;
}

Result<int> ingest(Session& session, const IngestArguments& arguments) {
  Result<Store> store = session.write_graph();
  if (!store) return tl::make_unexpected(store.error());
  const Result<Store> known = session.read_graph();  // a second connection, for the start of the line
  if (!known) return tl::make_unexpected(known.error());

  IngestTally tally;
  Reading reading;
  reading.is_known = [&known](const Document& doc) {
    return known->is_current(doc, extractor_version()).value_or(false);
  };
  reading.found = [&](const Extraction& found) {
    const SamePath same_path = arguments.keep ? SamePath::Keep : SamePath::Replace;
    return store->put(found, same_path).map([&tally](Put put) { tally.count(put); });
  };
  if (!arguments.keep)
    reading.whole = [&](const std::string& path, std::size_t last) {
      return store->forget_beyond(path, last).map([&tally](std::size_t gone) { tally.deleted += gone; });
    };
  const Result<ReadingTally> read = read_all(session, arguments.reading, reading);
  if (!read) return tl::make_unexpected(read.error());
  tally.read = *read;
  tally.unchanged += read->known;
  if (const Result<void> settled = session.settle(*store); !settled)
    return tl::make_unexpected(settled.error());
  summarize(session, tally);
  return status_of(tally);
}

}  // namespace

void add_ingest(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<IngestArguments>();
  CLI::App& command = add_command(
      program, Chapter::Reading, "ingest", "Read documents into the graph file.",
      {"demarche ingest news/", "demarche ingest --source 'The Courier' --date 2025-12-03 statement.txt",
       "zcat archive.jsonl.gz | demarche ingest -"});
  require(add_reading(command, arguments->reading));
  add_flag(command, "--keep", "Keep what a changed file held before beside what it holds now",
           arguments->keep);
  on_run(command, session, arguments, ingest);
}

}  // namespace demarche
