// What every command works with: the options, standard output and error, the graph file and the data files.
// Commands answer with an exit status, or with an Error that is shown as one line. Tested by
// tests/cases/cli/*.txt.
#pragma once

#include <functional>
#include <string_view>

#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output.h"
#include "graph/answers/knowledge.h"
#include "graph/model/gazetteer.h"
#include "graph/store/store.h"
#include "ingest/pipeline.h"

namespace demarche {

enum Exit : int {
  exit_found = 0,
  exit_nothing = 1,  // nothing found, some input refused, a finding of `verify`
  exit_error = 2,
};

// A graph file with all that it knows.
struct Graph {
  Store store;
  Knowledge knowledge;
};

struct Session {
  Options options;
  Output out{stdout};
  std::function<Result<int>(Session&)> command;  // the one the command line asks for

  [[nodiscard]] Terminal terminal() const { return Terminal::behind(stdout, options.color); }
  [[nodiscard]] Messages messages() const { return {stderr, Terminal::behind(stderr, options.color)}; }

  // The graph file to read; where it is missing, the error says how to make one.
  [[nodiscard]] Result<Store> read_graph() const;
  [[nodiscard]] Result<Store> write_graph() const;

  [[nodiscard]] Result<Gazetteer> gazetteer() const;

  [[nodiscard]] Result<Pipeline> pipeline() const;

  // The whole graph, for an answer.
  [[nodiscard]] Result<Graph> read_all_of_graph() const;

  // Derives the graph's nodes from all that the file holds, for those who read it with sqlite3, where they
  // are not current; writes what differs.
  [[nodiscard]] Result<void> settle(Store& store) const;

  // Shows what kept a NAME from being found: exit_nothing where nothing bears it, else exit_error.
  [[nodiscard]] int unanswered(const Error& error) const;

  // One line on standard error for the documents that a filter by date could not place.
  void note_undated(std::size_t left_out) const;
};

}  // namespace demarche
