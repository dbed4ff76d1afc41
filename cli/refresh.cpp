// Extracts stored texts anew where another version of the extractor read them last. What other programs or
// people found (lines that `load` read) is left alone, unless all is asked for.
#include <fmt/format.h>

#include <atomic>

#include "cli/arguments.h"
#include "cli/assembly.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/progress.h"

namespace demarche {
namespace {

struct RefreshArguments {
  bool all = false;
};

std::vector<std::string> documents_to_refresh(const std::vector<StoredDocument>& documents, bool all) {
  std::vector<std::string> ids;
  for (const StoredDocument& stored : documents) {
    const bool old = stored.extractor.starts_with("demarche ") && stored.extractor != extractor_version();
    if (old || all) ids.push_back(stored.document.id);
  }
  return ids;
}

// Takes each document's text from `texts`, extracts it anew and puts it back by `store`; returns how many.
Result<std::size_t> refresh_documents(Session& session, const std::vector<std::string>& ids,
                                      const Store& texts, Store& store) {
  const Result<Pipeline> pipeline = session.pipeline();
  if (!pipeline) return tl::make_unexpected(pipeline.error());
  Messages messages = session.messages();
  ProgressBar progress(messages, ids.size());
  std::size_t refreshed = 0;
  Result<void> outcome;
  std::atomic<bool> ended = false;
  watch_for_interrupts();
  AssemblyLine line(all_cores(), *pipeline, [&](Item&& item) {
    if (const auto* refused = std::get_if<Refused>(&item))
      outcome = tl::make_unexpected(refused->error);
    else if (outcome)
      outcome = store.put(std::get<Extraction>(item)).map([](Put) {});
    ended = !outcome;
    ++refreshed;
    progress.add_bytes(1);
    progress.add_document();
  });
  for (auto id = ids.begin(); id != ids.end() && !ended && interrupted_by() == 0; ++id) {
    const auto stored = texts.document(*id, WithText::Yes);
    if (!stored)
      line.put(Refused{stored.error()});
    else if (*stored && !(*stored)->document.text.empty())
      line.put((*stored)->document);
  }
  line.finish();
  return outcome.map([&] { return refreshed; });
}

Result<int> refresh(Session& session, const RefreshArguments& arguments) {
  const Result<Store> texts = session.read_graph();  // a second connection, for the start of the line
  if (!texts) return tl::make_unexpected(texts.error());
  Result<Store> store = session.write_graph();
  if (!store) return tl::make_unexpected(store.error());
  const Result<std::vector<StoredDocument>> documents = texts->documents();
  if (!documents) return tl::make_unexpected(documents.error());
  const std::vector<std::string> ids = documents_to_refresh(*documents, arguments.all);
  const Result<std::size_t> refreshed = refresh_documents(session, ids, *texts, *store);
  if (!refreshed) return tl::make_unexpected(refreshed.error());
  if (const Result<void> settled = session.settle(*store); !settled)
    return tl::make_unexpected(settled.error());
  session.messages().note(
      fmt::format("{} of {} extracted anew", *refreshed, counted(documents->size(), "document")));
  return interrupted_by() != 0 ? 128 + interrupted_by() : exit_found;
}

}  // namespace

void add_refresh(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<RefreshArguments>();
  CLI::App& command = add_command(program, Chapter::Keeping, "refresh",
                                  "Extract stored texts anew that an older version of the program has read.",
                                  {"demarche refresh", "demarche refresh --all"});
  add_flag(command, "--all", "Every document, whichever version or other program has read it",
           arguments->all);
  on_run(command, session, arguments, refresh);
}

}  // namespace demarche
