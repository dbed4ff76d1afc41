// The page and the answers, live, for the browser on this machine.
#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/serve_http.h"

namespace demarche {
namespace {

constexpr std::size_t highest_port = 65535;

Result<int> serve(Session& session, const ServeOptions& arguments) {
  if (arguments.port > highest_port)
    return fail(ErrorKind::Usage, "serve", fmt::format("--port: {} is not a port", arguments.port),
                "ports end at 65535");
  auto known = session.read_graph().and_then([&](const Store&) { return session.gazetteer(); });
  if (!known) return tl::make_unexpected(known.error());
  auto graph = LiveGraph::open(session.options.graph, std::move(*known));
  if (!graph) return tl::make_unexpected(graph.error());

  ServeOptions options = arguments;
  options.page = session.options.data / "page";
  watch_for_interrupts();
  const auto started = [&session](const std::string& address) {
    session.out.write(fmt::format("Serving {} at {}\n", session.options.graph.string(), address));
    static_cast<void>(session.out.finish());  // a failure is reported at the end
  };
  return serve_graph(**graph, options, started, [] { return interrupted_by() != 0; }).map([] {
    return int{exit_found};
  });
}

}  // namespace

void add_serve(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ServeOptions>();
  CLI::App& command = add_command(
      program, Chapter::Asking, "serve",
      "Show the graph in the browser, and answer as JSON, on this machine only; Ctrl-C ends it.",
      {"demarche serve", "demarche --graph talks.db serve --port 0",
       "curl 'http://127.0.0.1:8787/api/who?relations=rejected'",
       "curl -G http://127.0.0.1:8787/api/query --data-urlencode 'cypher=MATCH (p:Proposal) RETURN "
       "p.name'"});
  add_number(command, "--port", "The port on 127.0.0.1; 0 for any that is free; 8787 where not given", 0,
             arguments->port);
  add_number(command, "--timeout", "How many seconds an answer may take; 10 where not given", 1,
             arguments->timeout);
  on_run(command, session, arguments, serve);
}

}  // namespace demarche
