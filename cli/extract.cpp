// A plain filter: documents in, Extractions out, in the order of the input.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/reading.h"

namespace demarche {
namespace {

struct ExtractArguments {
  ReadingArguments reading;
  bool with_text = false;
};

Result<int> extract(Session& session, const ExtractArguments& arguments) {
  ReadingArguments what = arguments.reading;
  if (what.paths.empty()) what.paths = {"-"};
  Reading reading;
  reading.found = [&](const Extraction& found) -> Result<void> {
    session.out.write(to_json(found, arguments.with_text ? WithText::Yes : WithText::No) + "\n");
    return {};
  };
  return read_all(session, what, reading).map([](const ReadingTally& tally) -> int {
    if (interrupted_by() != 0) return 128 + interrupted_by();
    return tally.refused > 0 || tally.documents == 0 ? exit_nothing : exit_found;
  });
}

}  // namespace

void add_extract(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ExtractArguments>();
  CLI::App& command =
      add_command(program, Chapter::Reading, "extract",
                  "Print what is found in documents, one Extraction a line; no graph file.",
                  {"demarche extract statement.txt", "cat news.jsonl | demarche extract > found.jsonl"});
  add_reading(command, arguments->reading);
  add_flag(command, "--with-text", "Put each document's text into its line", arguments->with_text);
  on_run(command, session, arguments, extract);
}

}  // namespace demarche
