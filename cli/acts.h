// Acts as people and programs read them: the table of `who`, `what` and `show`, and its JSON.
// Tested by tests/cases/cli/answers.txt.
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "graph/answers/row.h"

namespace demarche {

// Actor, relation (modality unless actual), proposal, date, source, speaker; the quotation below, wrapped.
[[nodiscard]] std::string acts_table(const std::vector<Row>& rows, const Terminal& terminal);

// Prints an answer as the options want it.
[[nodiscard]] Result<int> print_answer(Session& session, const Result<Answer>& answer);

}  // namespace demarche
