// Acts as people and programs read them: the table of `who`, `what`, `timeline` and `show`, its JSON, and the
// cells that other tables of acts are made of. Tested by tests/cases/cli/answers.txt.
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"
#include "graph/answers/row.h"

namespace demarche {

// "rejected in part (denied)"; what is usual is not said.
[[nodiscard]] std::string relation_cell(const Row& row);

// "Dmitry Peskov (speaks for Kremlin)"
[[nodiscard]] std::string actor_cell(const ActorRef& actor, const std::vector<LinkRef>& via);

[[nodiscard]] std::string quotation(const Row& row);

// Actor, relation (modality unless actual), proposal, date, source, speaker; the quotation below, wrapped.
[[nodiscard]] std::string acts_table(const std::vector<Row>& rows, const Terminal& terminal);

// Prints an answer as the options want it.
[[nodiscard]] Result<int> print_answer(Session& session, const Result<Answer>& answer);

}  // namespace demarche
