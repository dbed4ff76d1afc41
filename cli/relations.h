// RELATION[,RELATION…] or any, as an argument or option of several commands.
// Tested by tests/cases/cli/usage.txt and answers.txt.
#pragma once

#include <set>
#include <string>

#include "graph/model/vocabulary.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace demarche {

// "any" leaves `relations` empty.
CLI::Option* add_relations(CLI::App& command, const std::string& flags, std::set<Relation>& relations);

}  // namespace demarche
