// Answers as JSON: what `--json` prints. Every list is an array with one element a line and a newline at its
// end; an empty one is "[]". Tested by tests/graph/answers/json_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "graph/answers/changes.h"
#include "graph/answers/conflicts.h"
#include "graph/answers/listing.h"
#include "graph/answers/row.h"
#include "graph/answers/show.h"
#include "graph/answers/status.h"

namespace demarche {

[[nodiscard]] std::string to_json(const std::vector<Row>& rows);
[[nodiscard]] std::string to_json(const std::vector<StatusRow>& rows);
[[nodiscard]] std::string to_json(const std::vector<Change>& changes);
[[nodiscard]] std::string to_json(const std::vector<Conflict>& conflicts);
[[nodiscard]] std::string to_json(const std::vector<ActorLine>& lines);
[[nodiscard]] std::string to_json(const std::vector<ProposalLine>& lines);
[[nodiscard]] std::string to_json(const std::vector<DocumentLine>& lines);
[[nodiscard]] std::string to_json(const View& view);  // an array of one

}  // namespace demarche
