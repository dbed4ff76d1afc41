// All that is known of one actor, proposal or document.
#include "graph/answers/show.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/acts.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "graph/answers/json.h"

namespace demarche {
namespace {

struct ShowArguments {
  std::string name;
  Filter filter;
};

std::string sentence_of(const LinkRef& link) {
  std::string relation(name(link.relation));
  std::replace(relation.begin(), relation.end(), '_', ' ');
  return fmt::format("{} {} {}", link.from.name, relation, link.to.name);
}

std::string line_of(const DocumentRef& doc) {
  std::string line = doc.title.empty() ? doc.id : doc.title;
  if (doc.date) line += ", " + doc.date->iso();
  if (doc.source) line += ", " + *doc.source;
  return line;
}

std::string heading(const std::string& name, const Terminal& terminal) {
  std::string text;
  for (const std::string& line : wrap(printable(name), terminal.width))
    text += styled(line, TextStyle::Bold, terminal) + "\n";
  return text;
}

// What it is on the left, the thing itself on the right; the former only once for several of a kind.
class Facts {
 public:
  void add(const std::string& what, const std::string& fact) {
    if (fact.empty()) return;
    table_.add({{what == last_ ? "" : what, fact}});
    last_ = what;
  }

  [[nodiscard]] std::string text(const Terminal& terminal) const { return table_.text(terminal); }

 private:
  Table table_{{{"", Align::Left, TextStyle::Dim, Fit::Whole}, {""}}};
  std::string last_;
};

std::string acts_below(const std::vector<Row>& acts, const Terminal& terminal) {
  return acts.empty() ? "" : "\n" + acts_table(acts, terminal);
}

std::string page_of(const EntityView& view, const Terminal& terminal) {
  Facts facts;
  facts.add("id", view.id);
  facts.add("kind", view.kind);
  facts.add("points", view.points ? std::to_string(*view.points) : "");
  facts.add("also called", fmt::format("{}", fmt::join(view.aliases, "; ")));
  for (const LinkRef& link : view.links) facts.add("links", sentence_of(link));
  for (const DocumentRef& doc : view.documents) facts.add("documents", line_of(doc));
  return heading(view.name, terminal) + facts.text(terminal) + acts_below(view.acts, terminal);
}

std::string page_of(const DocumentView& view, const Terminal& terminal) {
  Facts facts;
  facts.add("id", view.document.id);
  facts.add("date", view.document.date ? view.document.date->iso() : "none");
  facts.add("source", view.document.source.value_or(""));
  facts.add("url", view.url.value_or(""));
  for (const ActorRef& actor : view.actors) facts.add("actors", actor.name);
  for (const ProposalRef& proposal : view.proposals) facts.add("proposals", proposal.name);
  for (const LinkRef& link : view.links) facts.add("links", sentence_of(link));
  const std::string& title = view.document.title.empty() ? view.document.id : view.document.title;
  return heading(title, terminal) + facts.text(terminal) + acts_below(view.acts, terminal);
}

Result<int> print_view(Session& session, const Result<View>& view) {
  if (!view) return session.unanswered(view.error());
  const Terminal terminal = session.terminal();
  session.out.write(
      session.options.json
          ? to_json(*view)
          : std::visit([&terminal](const auto& each) { return page_of(each, terminal); }, *view));
  return exit_found;
}

Result<int> show_one(Session& session, const ShowArguments& arguments) {
  return session.read_all_of_graph().and_then([&](const Graph& graph) {
    return print_view(session, show(graph.knowledge, arguments.name, arguments.filter));
  });
}

}  // namespace

void add_show(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ShowArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "show", "All that is known of an actor, proposal or document.",
                  {"demarche show Peskov", "demarche show '28-point plan' --modality all"});
  require(add_word(command, "NAME", "A name or id of an actor or proposal, an id or title of a document",
                   arguments->name));
  add_filters(command, arguments->filter);
  on_run(command, session, arguments, show_one);
}

}  // namespace demarche
