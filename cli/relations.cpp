#include "cli/relations.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/arguments.h"

namespace demarche {

CLI::Option* add_relations(CLI::App& command, const std::string& flags, std::set<Relation>& relations) {
  std::vector<std::string> choices = words(all_relations);
  choices.emplace_back("any");
  const auto take = [&relations](const std::vector<std::string>& given) {
    const bool any = std::find(given.begin(), given.end(), "any") != given.end();
    for (const std::string& word : given)
      if (!any) relations.insert(*relation_named(word));
  };
  const std::string help = fmt::format("One or more, with commas between: {}", fmt::join(choices, ", "));
  return add_choices(command, flags, help, choices, take);
}

}  // namespace demarche
