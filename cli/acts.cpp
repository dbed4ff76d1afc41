#include "cli/acts.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/table.h"
#include "graph/answers/json.h"

namespace demarche {

std::string relation_cell(const Row& row) {
  std::string cell(name(row.relation));
  if (row.extent == Extent::Partial) cell += " in part";
  if (row.modality != Modality::Actual) cell += fmt::format(" ({})", name(row.modality));
  return cell;
}

std::string actor_cell(const ActorRef& actor, const std::vector<LinkRef>& via) {
  if (via.empty()) return actor.name;
  std::string relation(name(via.front().relation));
  std::replace(relation.begin(), relation.end(), '_', ' ');
  return fmt::format("{} ({} {})", actor.name, relation, via.front().to.name);
}

std::string quotation(const Row& row) {
  return "“" + row.quote.text + "”";
}

std::string acts_table(const std::vector<Row>& rows, const Terminal& terminal) {
  Table table({name_column("Actor"),
               {"Relation", Align::Left, TextStyle::Yellow, Fit::Wrap},
               {"Proposal", Align::Left, TextStyle::Green, Fit::Wrap},
               whole_column("Date"),
               {"Source"},
               {"Speaker"}});
  for (const Row& row : rows) {
    table.add({{actor_cell(row.actor, row.via), relation_cell(row), row.proposal.name,
                row.date ? row.date->iso() : "", row.document.source.value_or(""), row.speaker.value_or("")},
               {quotation(row)}});
  }
  return table.text(terminal);
}

Result<int> print_answer(Session& session, const Result<Answer>& answer) {
  if (!answer) return session.unanswered(answer.error());
  session.note_undated(answer->undated_left_out);
  if (session.options.json)
    session.out.write(to_json(answer->rows));
  else if (!answer->rows.empty())
    session.out.write(acts_table(answer->rows, session.terminal()));
  return answer->rows.empty() ? exit_nothing : exit_found;
}

}  // namespace demarche
