// Full-text search over titles and texts.
#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/hits.h"
#include "cli/table.h"

namespace demarche {
namespace {

struct SearchArguments {
  std::vector<std::string> words;
  std::size_t limit = 20;
};

std::string hits_table(const std::vector<Hit>& hits, const Terminal& terminal) {
  Table table({name_column("Document, id"), whole_column("Date"), {"Source"}});
  for (const Hit& hit : hits) {
    table.add(
        {{hit.title, hit.date ? hit.date->iso() : "", hit.source.value_or("")}, {hit.document, hit.snippet}});
  }
  return table.text(terminal);
}

Result<int> search(Session& session, const SearchArguments& arguments) {
  const std::string words = fmt::format("{}", fmt::join(arguments.words, " "));
  const auto hits = session.read_graph().and_then(
      [&](const Store& store) { return store.search(words, arguments.limit, "«", "»"); });
  if (!hits) return tl::make_unexpected(hits.error());
  if (session.options.json)
    session.out.write(hits_json(*hits));
  else if (!hits->empty())
    session.out.write(hits_table(*hits, session.terminal()));
  return hits->empty() ? exit_nothing : exit_found;
}

}  // namespace

void add_search(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<SearchArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "search", "Find documents by their words, best first.",
                  {"demarche search ceasefire", "demarche search '\"security guarantees\" withdraw*'"});
  require(add_words(command, "WORDS", "All must occur; \"quoted phrases\" in their order; beginnings with *",
                    arguments->words));
  add_number(command, "--limit", "At most so many documents; 20 where not given", 1, arguments->limit);
  on_run(command, session, arguments, search);
}

}  // namespace demarche
