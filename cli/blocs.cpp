// Who stands with whom.
#include "graph/answers/blocs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/json_rows.h"
#include "cli/table.h"

namespace demarche {
namespace {

struct BlocsArguments {
  BlocsQuestion question;
  Filter filter;
  bool alone = false;
};

void write_actor(json::Writer& out, const ActorRef& actor) {
  json::member(out, "id", actor.id);
  json::member(out, "name", actor.name);
  json::member(out, "kind", name(actor.kind));
}

void write_member(json::Writer& out, const BlocMember& member) {
  out.StartObject();
  write_actor(out, member.actor);
  out.Key("through");
  out.StartArray();
  for (const ActorRef& actor : member.through) {
    out.StartObject();
    write_actor(out, actor);
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
}

void write_tie(json::Writer& out, const BlocTie& tie) {
  constexpr double three_decimals = 1000.0;
  out.StartObject();
  json::member(out, "from", tie.from);
  json::member(out, "to", tie.to);
  out.Key("weight");
  out.Double(std::round(tie.weight * three_decimals) / three_decimals);
  count_member(out, "agreed", tie.agreed);
  count_member(out, "disagreed", tie.disagreed);
  out.EndObject();
}

void write_bloc(json::Writer& out, const Bloc& bloc) {
  out.Key("members");
  out.StartArray();
  for (const BlocMember& member : bloc.members) write_member(out, member);
  out.EndArray();
  out.Key("ties");
  out.StartArray();
  for (const BlocTie& tie : bloc.ties) write_tie(out, tie);
  out.EndArray();
}

std::string blocs_table(const std::vector<Bloc>& blocs, const Terminal& terminal) {
  Table table(
      {number_column("Bloc"), name_column("Party"), {"Through", Align::Left, TextStyle::Plain, Fit::Wrap}});
  for (std::size_t i = 0; i < blocs.size(); ++i)
    for (const BlocMember& member : blocs[i].members) {
      std::vector<std::string> through;
      for (const ActorRef& actor : member.through) through.push_back(actor.name);
      table.add({{std::to_string(i + 1), member.actor.name, fmt::format("{}", fmt::join(through, ", "))}});
    }
  return table.text(terminal);
}

Result<int> print_blocs(Session& session, const Result<Blocs>& found) {
  if (!found) return session.unanswered(found.error());
  session.note_undated(found->undated_left_out);
  if (session.options.json)
    session.out.write(json_rows(found->blocs, write_bloc));
  else if (!found->blocs.empty())
    session.out.write(blocs_table(found->blocs, session.terminal()));
  return found->blocs.empty() ? exit_nothing : exit_found;
}

Result<int> answer_blocs(Session& session, const BlocsArguments& arguments) {
  BlocsQuestion question = arguments.question;
  question.roll_up = arguments.alone ? RollUp::Alone : RollUp::Together;
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_blocs(session, blocs(graph.knowledge, question, arguments.filter));
  });
}

template <class Values, class Value>
void take_word(const Values& values, std::string_view word, Value& taken) {
  for (const auto value : values)
    if (name(value) == word) taken = value;
}

}  // namespace

void add_blocs(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<BlocsArguments>();
  CLI::App& command = add_command(program, Chapter::Asking, "blocs",
                                  "Who stands with whom: parties joined by the sides that they take now.",
                                  {"demarche blocs", "demarche blocs --as-of 2025-12-01",
                                   "demarche blocs --measure conflict --normalise jaccard --json"});
  add_choice(command, "--measure", "What the ties shown by --json weigh", words(network::all_measures),
             [arguments](std::string_view word) {
               take_word(network::all_measures, word, arguments->question.measure);
             });
  add_choice(command, "--normalise", "Set ties against how much the two parties say",
             words(network::all_normalisations), [arguments](std::string_view word) {
               take_word(network::all_normalisations, word, arguments->question.normalisation);
             });
  add_flag(command, "--alone", "Each actor for itself, not for the state or body that it acts for",
           arguments->alone);
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, answer_blocs);
}

}  // namespace demarche
