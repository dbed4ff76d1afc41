// The shell of `query`: editline's history and completion on a terminal, plain lines elsewhere. A query ends
// with a semicolon or an empty line.
#include <editline/readline.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "cli/query_session.h"
#include "graph/cypher/functions.h"

namespace demarche {
namespace {

// What completion offers; editline calls back without a context of ours.
std::vector<std::string> candidates;

std::vector<std::string> words_to_complete(const network::PropertyGraph& graph) {
  std::vector<std::string> words{"MATCH",
                                 "OPTIONAL MATCH",
                                 "WHERE",
                                 "WITH",
                                 "RETURN",
                                 "DISTINCT",
                                 "ORDER BY",
                                 "SKIP",
                                 "LIMIT",
                                 "UNWIND",
                                 "UNION",
                                 "AND",
                                 "OR",
                                 "NOT",
                                 "IN",
                                 "CONTAINS",
                                 "STARTS WITH",
                                 "ENDS WITH",
                                 "IS NULL",
                                 "IS NOT NULL",
                                 "DESC",
                                 "count(",
                                 "collect(",
                                 "sum(",
                                 "avg(",
                                 "min(",
                                 "max(",
                                 "shortestPath(",
                                 "allShortestPaths("};
  for (const auto names : {graph.labels(), graph.types(), graph.keys()})
    words.insert(words.end(), names.begin(), names.end());
  for (const std::string& name : cypher::function_names()) words.push_back(name + "(");
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

char* next_completion(const char* text, int state) {
  static std::size_t at = 0;
  if (state == 0) at = 0;
  const std::size_t size = std::strlen(text);
  while (at < candidates.size()) {
    const std::string& word = candidates[at++];
    if (word.size() >= size && strncasecmp(word.c_str(), text, size) == 0) return strdup(word.c_str());
  }
  return nullptr;
}

// All that is no part of a name.
constexpr const char* between_words = " \t\n\"'`:;,.()[]{}|&!=<>+-*/%^~$";

bool is_given_up = false;

// Ctrl-C gives up what is being typed, not the shell.
int give_up(int, int) {
  is_given_up = true;
  rl_done = 1;
  return 0;
}

// A Ctrl-D that was typed while a query ran comes as a zero. editline binds that, as the terminal's "no such
// key", to quoting the next, and anew for every line; we to nothing.
int ignore(int, int) {
  return 0;
}

int bind_zero() {
  return rl_add_defun("ignore", ignore, '\0');
}

// While one of these lives, Ctrl-C is a key like others: editline would go on reading after its signal.
class InterruptAsKey {
 public:
  InterruptAsKey() : is_terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    termios ours = before_;
    ours.c_cc[VINTR] = _POSIX_VDISABLE;
    tcsetattr(STDIN_FILENO, TCSANOW, &ours);
  }
  InterruptAsKey(const InterruptAsKey&) = delete;
  InterruptAsKey& operator=(const InterruptAsKey&) = delete;
  ~InterruptAsKey() {
    if (is_terminal_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }

 private:
  termios before_ = {};
  bool is_terminal_;
};

char** complete(const char* text, int, int) {
  return rl_completion_matches(text, next_completion);
}

std::string history_file() {
  const char* home = std::getenv("HOME");
  return home ? std::string(home) + "/.demarche_history" : "";
}

enum class Got { Line, Interrupt, End };

class Lines {
 public:
  explicit Lines(bool interactive) : interactive_(interactive) {
    if (!interactive_) return;
    rl_readline_name = const_cast<char*>("demarche");
    rl_basic_word_break_characters = between_words;
    const InterruptAsKey key;
    rl_initialize();
    rl_add_defun("give-up", give_up, 'C' & 0x1f);
    rl_pre_input_hook = bind_zero;
    rl_attempted_completion_function = complete;
    rl_completion_append_character = '\0';
    using_history();
    if (!history_file().empty()) read_history(history_file().c_str());
  }

  // While a query runs, Ctrl-C ends the program as ever.
  Got next(const char* prompt, std::string& text) {
    if (!interactive_) return std::getline(std::cin, text) ? Got::Line : Got::End;
    const InterruptAsKey key;
    is_given_up = false;
    char* line = readline(prompt);
    if (line) text = line;
    std::free(line);
    if (is_given_up) return Got::Interrupt;
    return line ? Got::Line : Got::End;
  }

  void remember(const std::string& query) {
    if (!interactive_) return;
    add_history(query.c_str());
    if (!history_file().empty()) write_history(history_file().c_str());
  }

 private:
  bool interactive_;
};

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n;") == std::string::npos;
}

}  // namespace

int query_shell(Session& session, const network::PropertyGraph& graph, const QueryOptions& options) {
  const bool interactive = isatty(STDIN_FILENO) != 0;
  candidates = words_to_complete(graph);
  if (interactive)
    session.messages().note(
        "Cypher over the graph; a query ends with ; or an empty line, the shell with Ctrl-D");
  Lines lines(interactive);
  int status = exit_nothing;
  std::string query;
  const auto ask = [&] {
    if (!is_blank(query)) {
      const int own = answer(session, graph, query, options);
      if (status != exit_error) status = own == exit_nothing ? status : own;
      lines.remember(query);
      std::fflush(stdout);
    }
    query.clear();
  };
  while (session.out.open()) {
    std::string line;
    const Got got = lines.next(query.empty() ? "demarche> " : "     ...> ", line);
    if (got == Got::End) break;
    if (got == Got::Interrupt) {
      query.clear();
      std::fputs("\n", stdout);
      continue;
    }
    if (query.empty() && (line == "exit" || line == "quit" || line == ":q")) break;
    query += (query.empty() ? "" : "\n") + line;
    const std::size_t last = line.find_last_not_of(" \t\r");
    if (last == std::string::npos || line[last] == ';') ask();
  }
  ask();
  return status;
}

}  // namespace demarche
