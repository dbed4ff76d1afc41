#include "graph_cases.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "graph/model/unicode.h"

namespace demarche::testing {
namespace {

const std::string cases_folder = std::string(DEMARCHE_SOURCE_DIR) + "/tests/cases/";

// Takes the next word, or a piece in quotes, off the front of `rest`.
std::string next_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const bool is_quoted = rest.starts_with('"');
  if (is_quoted) rest.remove_prefix(1);
  const auto end = std::min(rest.find(is_quoted ? '"' : ' '), rest.size());
  std::string word(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

std::string trimmed(std::string_view text) {
  return collapse_spaces(text);
}

template <class Value>
Value known(const std::optional<Value>& value, const std::string& word) {
  if (!value) throw std::runtime_error("unknown word '" + word + "'");
  return *value;
}

// Builds the documents of one case, line by line.
class Builder {
 public:
  // Whether `line` was a line of the graph.
  bool take(std::string_view line) {
    std::string_view rest = line;
    const auto word = next_word(rest);
    if (word == "doc") return begin_document(rest), true;
    if (word == "actor") return add_actor(rest), true;
    if (word == "proposal") return add_proposal(rest), true;
    if (word == "act") return add_act(rest), true;
    if (word == "link") return add_link(rest), true;
    return false;
  }

  std::vector<Extraction> finished() {
    for (auto& found : graph_) found.sha256 = content_hash(found.document);
    return std::move(graph_);
  }

 private:
  Extraction& current() {
    if (graph_.empty()) throw std::runtime_error("no document yet");
    return graph_.back();
  }

  // Appends a line to the document's text and tells where it stands.
  Span place(std::string_view words) {
    auto& text = current().document.text;
    const auto start = code_points(text);
    text += words;
    text += '\n';
    return {Field::Text, start, start + code_points(words), std::string(words)};
  }

  void begin_document(std::string_view rest) {
    Extraction found;
    found.document.id = next_word(rest);
    const auto date = next_word(rest);
    const auto source = next_word(rest);
    if (date != "-") found.document.date = known(Date::parse(date), date);
    if (source != "-") found.document.source = source;
    found.document.title = trimmed(rest);
    found.document.url = "https://news.example/" + found.document.id;
    found.has_text = true;
    found.extractor = "by hand";
    graph_.push_back(std::move(found));
  }

  std::vector<Span> mentions(std::string_view rest) {
    std::vector<Span> spans;
    for (const auto& mention : split(rest, " | "))
      spans.push_back(mention.starts_with('^') ? in_title(mention.substr(1)) : place(mention));
    return spans;
  }

  Span in_title(const std::string& words) {
    const auto& title = current().document.title;
    const auto at = title.find(words);
    if (at == std::string::npos) throw std::runtime_error("the title has no '" + words + "'");
    const auto start = code_points(title.substr(0, at));
    return {Field::Title, start, start + code_points(words), words};
  }

  void add_actor(std::string_view rest) {
    Actor actor;
    actor.id = next_word(rest);
    const auto kind = next_word(rest);
    actor.kind = known(actor_kind_named(kind), kind);
    const auto colon = std::min(rest.find(':'), rest.size());
    actor.name = trimmed(rest.substr(0, colon));
    actor.mentions = mentions(rest.substr(std::min(colon + 1, rest.size())));
    if (actor.mentions.empty()) actor.mentions.push_back(place(actor.name));
    current().actors.push_back(std::move(actor));
  }

  void add_proposal(std::string_view rest) {
    Proposal proposal;
    const auto colon = std::min(rest.find(':'), rest.size());
    auto head = rest.substr(0, colon);
    proposal.id = next_word(head);
    proposal.kind = next_word(head);
    if (const auto points = next_word(head); !points.empty()) proposal.points = std::stoi(points);
    proposal.mentions = mentions(rest.substr(std::min(colon + 1, rest.size())));
    if (proposal.mentions.empty()) throw std::runtime_error("a proposal needs a mention");
    proposal.name = proposal.mentions.front().text;
    current().proposals.push_back(std::move(proposal));
  }

  void add_act(std::string_view rest) {
    Assertion act;
    const auto colon = rest.find(": ");
    if (colon == std::string_view::npos) throw std::runtime_error("an act needs a quotation");
    act.evidence = sentence(trimmed(rest.substr(colon + 2)));
    auto head = rest.substr(0, colon);
    act.actor = next_word(head);
    const auto relation = next_word(head);
    act.relation = known(relation_named(relation), relation);
    act.proposal = next_word(head);
    while (!head.empty()) add_property(act, next_word(head), head);
    current().assertions.push_back(std::move(act));
  }

  // The sentence of an act before, where it is quoted again.
  Span sentence(const std::string& quotation) {
    for (const Assertion& before : current().assertions)
      if (before.evidence.text == quotation) return before.evidence;
    return place(quotation);
  }

  static Span word_in(const Span& sentence, const std::string& word) {
    const auto at = sentence.text.find(word);
    if (at == std::string::npos) throw std::runtime_error("the quotation has no '" + word + "'");
    const auto start = sentence.start + code_points(sentence.text.substr(0, at));
    return {sentence.field, start, start + code_points(word), word};
  }

  static void add_property(Assertion& act, const std::string& word, std::string_view& rest) {
    if (word == "by")
      act.speaker = next_word(rest);
    else if (word == "on")
      act.date = Date::parse(next_word(rest));
    else if (word == "sure")
      act.confidence = std::stod(next_word(rest));
    else if (word == "rule")
      act.rule = next_word(rest);
    else if (word == "word")
      act.trigger = word_in(act.evidence, next_word(rest));
    else if (const auto extent = extent_named(word))
      act.extent = *extent;
    else
      act.modality = known(modality_named(word), word);
  }

  void add_link(std::string_view rest) {
    Link link;
    link.from = next_word(rest);
    const auto kind = next_word(rest);
    link.relation = known(link_kind_named(kind), kind);
    link.to = next_word(rest);
    if (!trimmed(rest).empty()) link.evidence = place(trimmed(rest));
    current().links.push_back(std::move(link));
  }

  std::vector<Extraction> graph_;
};

}  // namespace

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> pieces;
  while (!trimmed(text).empty()) {
    const auto end = std::min(text.find(separator), text.size());
    pieces.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return pieces;
}

std::vector<GraphCase> read_cases(const std::string& file) {
  std::ifstream in(cases_folder + file);
  if (!in) throw std::runtime_error("no cases in " + cases_folder + file);
  std::vector<GraphCase> cases;
  Builder builder;
  const auto finish = [&] {
    if (!cases.empty()) cases.back().graph = builder.finished();
    builder = Builder();
  };
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    try {
      if (line.starts_with("# ")) {
        finish();
        cases.push_back({line.substr(2), {}, {}});
      } else if (!cases.empty() && !trimmed(line).empty() && !builder.take(trimmed(line))) {
        cases.back().other_lines.push_back(trimmed(line));
      }
    } catch (const std::exception& error) {
      throw std::runtime_error(file + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  finish();
  return cases;
}

std::vector<Extraction> graph_of(std::string_view lines) {
  Builder builder;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);)
    if (!trimmed(line).empty() && !builder.take(trimmed(line)))
      throw std::runtime_error("no line of a graph: " + line);
  return builder.finished();
}

const Gazetteer& test_gazetteer() {
  static const Gazetteer gazetteer = Gazetteer::load(cases_folder + "actors.jsonl").value();
  return gazetteer;
}

}  // namespace demarche::testing
