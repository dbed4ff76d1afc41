// Documents annotated by hand, and what of an extraction they bear out. A gold file is JSON Lines, one
// document a line:
// {"id","actors":[{"id","mentions":[…]}],"proposals":[{"id","mentions":[…]}],"assertions":[{"actor","relation",
// "proposal","modality"}],"optional":[the same: neither right nor wrong]}; an actor may be null. Other fields
// are passed over. Tested by tests/ingest/stances/learn_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/model/error.h"
#include "graph/model/extraction.h"

namespace demarche {

struct GoldStance {
  std::vector<std::string> actor;  // its mentions; empty for one that the text does not name
  std::vector<std::string> proposal;
  Relation relation = Relation::Proposed;
  Modality modality = Modality::Actual;
};

struct GoldDocument {
  std::vector<std::vector<std::string>> proposals;  // of each the phrases that name it
  std::vector<GoldStance> stances;
  std::vector<GoldStance> open;  // optional, or of nobody named
};

using Gold = std::unordered_map<std::string, GoldDocument>;  // by the document's id

// Errors: Unreadable; Malformed with file, line and reason.
[[nodiscard]] Result<Gold> read_gold(const std::filesystem::path& file);

enum class Verdict { Right, Wrong, Open };

// One an assertion of `found`, in order: right where the gold has the same relation and modality between an
// actor and a proposal that agree in a mention.
[[nodiscard]] std::vector<Verdict> verdicts(const Extraction& found, const GoldDocument& gold);

// Whether two mentions may name the same: without articles and case the words of one are among those of the
// other, `found` being not much longer; of proposals also where half of the fewer words are the same. Numbers
// must not differ.
enum class Named { Actor, Proposal };
[[nodiscard]] bool mentions_agree(const std::string& found, const std::string& gold, Named what);

}  // namespace demarche
