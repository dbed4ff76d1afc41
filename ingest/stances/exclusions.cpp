#include "ingest/stances/exclusions.h"

#include <fmt/format.h>

#include "ingest/actors/data_file.h"

namespace demarche {

Result<Exclusions> Exclusions::load(const std::filesystem::path& data) {
  Exclusions lists;
  auto read = read_lines(data / "exclusions.txt", [&lists](std::string_view line) -> Result<void> {
    const std::size_t colon = line.find(": ");
    const std::string_view name = line.substr(0, colon);
    auto* list = name == "talk"     ? &lists.talk
                 : name == "ballot" ? &lists.ballot
                 : name == "claims" ? &lists.claims
                 : name == "things" ? &lists.things
                                    : nullptr;
    if (!list || colon == std::string_view::npos)
      return fail(ErrorKind::Malformed, "", fmt::format("unknown class '{}'", name));
    for (auto& word : split_words(line.substr(colon + 2))) list->insert(std::move(word));
    return {};
  });
  if (!read) return tl::make_unexpected(read.error());
  return lists;
}

}  // namespace demarche
