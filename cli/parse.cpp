// One text, parsed: for people who look into why a rule did or did not fire.
#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "graph/model/unicode.h"
#include "ingest/language/conllu.h"
#include "ingest/language/draw.h"
#include "ingest/language/language_model.h"
#include "ingest/language/tokenize.h"

namespace demarche {
namespace {

struct ParseArguments {
  std::vector<std::string> words;
  bool tree = false;
};

Result<int> parse(Session& session, const ParseArguments& arguments) {
  Document doc;
  doc.text = fmt::format("{}", fmt::join(arguments.words, " "));
  if (!is_utf8(doc.text)) return fail(ErrorKind::Malformed, "parse", "the text is not UTF-8");
  const auto model = LanguageModel::open(session.options.data / "english.model");
  if (!model) return tl::make_unexpected(model.error());

  auto sentences = tokenize(doc, Field::Text);
  model->annotate(sentences, *model->make_room());
  const CodePointIndex index(doc.text);
  std::string out;
  std::size_t number = 0;
  for (const Sentence& sent : sentences) {
    if (arguments.tree)
      out += draw_tree(sent);
    else
      write_conllu(sent, index.slice(sent.start, sent.end), ++number, out);
  }
  session.out.write(out);
  return sentences.empty() ? exit_nothing : exit_found;
}

}  // namespace

void add_parse(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<ParseArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "parse", "Show the tags and trees of a text.",
                  {"demarche parse 'Moscow rejected the plan.'", "demarche parse --tree 'It was refused.'"});
  require(add_words(command, "TEXT", "The text; one sentence or more", arguments->words));
  add_flag(command, "--tree", "Draw the trees instead of printing CoNLL-U", arguments->tree);
  on_run(command, session, arguments, parse);
}

}  // namespace demarche
