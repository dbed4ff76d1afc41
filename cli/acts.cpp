#include "cli/acts.h"

#include <fmt/format.h>

#include "cli/table.h"
#include "graph/answers/json.h"

namespace demarche {
namespace {

std::string relation_cell(const Row& row) {
  std::string cell(name(row.relation));
  if (row.extent == Extent::Partial) cell += " in part";
  if (row.modality != Modality::Actual) cell += fmt::format(" ({})", name(row.modality));
  return cell;
}

std::string actor_cell(const Row& row) {
  if (row.via.empty()) return row.actor.name;
  const LinkRef& link = row.via.front();
  std::string relation(name(link.relation));
  std::replace(relation.begin(), relation.end(), '_', ' ');
  return fmt::format("{} ({} {})", row.actor.name, relation, link.to.name);
}

}  // namespace

std::string acts_table(const std::vector<Row>& rows, const Terminal& terminal) {
  Table table({name_column("Actor"),
               {"Relation", Align::Left, TextStyle::Yellow, Fit::Wrap},
               {"Proposal", Align::Left, TextStyle::Green, Fit::Wrap},
               whole_column("Date"),
               {"Source"},
               {"Speaker"}});
  for (const Row& row : rows) {
    table.add({{actor_cell(row), relation_cell(row), row.proposal.name, row.date ? row.date->iso() : "",
                row.document.source.value_or(""), row.speaker.value_or("")},
               {"“" + row.quote.text + "”"}});
  }
  return table.text(terminal);
}

Result<int> print_answer(Session& session, const Result<Answer>& answer) {
  if (!answer) return session.unanswered(answer.error());
  session.note_undated(answer->undated_left_out);
  if (session.options.json) session.out.write(to_json(answer->rows));
  else if (!answer->rows.empty()) session.out.write(acts_table(answer->rows, session.terminal()));
  return answer->rows.empty() ? exit_nothing : exit_found;
}

}  // namespace demarche
