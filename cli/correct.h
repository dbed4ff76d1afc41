// What the commands of an analyst's corrections share: who corrects and when, and how a correction is kept.
// Tested by tests/cases/cli/corrections.txt.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"

namespace CLI {
class App;
}

namespace demarche {

// --author --time
struct Signature {
  std::optional<std::string> author;  // else $DEMARCHE_AUTHOR, else the user's login name
  std::optional<std::string> time;    // else now
};

void add_signature(CLI::App& command, Signature& signature);

// Makes a correction of all that is known, with the corrections kept so far.
using Correcting = std::function<Result<Correction>(const Knowledge&, const std::vector<Correction>&)>;

// Signs and keeps what `make` makes, derives the nodes anew, and says what was kept under which number. What
// is kept already is refused.
[[nodiscard]] Result<int> correct(Session& session, const Signature& signature, const Correcting& make);

}  // namespace demarche
