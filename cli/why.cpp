// Why a document gave what it gave: it is extracted anew, with the reasons kept, so that they need not be
// stored.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/json_rows.h"
#include "cli/table.h"
#include "graph/identity/identity.h"
#include "graph/model/unicode.h"
#include "ingest/read/read.h"

namespace demarche {
namespace {

struct WhyArguments {
  std::string what;
  std::optional<std::string> about;
  bool only_not = false;
};

// A document with what was found in it and why.
struct Case {
  Extraction found;
  Explanation why;
};

// One assertion, or one sentence that gave none.
struct Reason {
  const Case* in = nullptr;
  const Assertion* assertion = nullptr;
  const Explanation::Given* given = nullptr;
  const Explanation::Withheld* withheld = nullptr;
};

bool holds(std::string_view text, const std::string& folded_part) {
  return fold(text).find(folded_part) != std::string::npos;
}

template <class Entity>
bool is_about(const Entity* entity, const std::string& part) {
  return entity && (holds(entity->name, part) ||
                    std::any_of(entity->mentions.begin(), entity->mentions.end(),
                                [&part](const Span& mention) { return holds(mention.text, part); }));
}

// Whether a reason tells of this name; of every one without a name.
bool is_about(const Reason& reason, const std::optional<std::string>& about) {
  const std::string part = fold(about.value_or(""));
  if (part.empty()) return true;
  if (reason.withheld) return holds(reason.withheld->sentence.text, part);
  const Extraction& found = reason.in->found;
  const Assertion& assertion = *reason.assertion;
  return is_about(find_actor(found, assertion.actor), part) ||
         is_about(find_proposal(found, assertion.proposal), part) ||
         (assertion.speaker && is_about(find_actor(found, *assertion.speaker), part));
}

std::vector<Reason> reasons_of(const std::vector<Case>& cases, const WhyArguments& arguments) {
  std::vector<Reason> reasons;
  const bool one_only = arguments.what.starts_with("s:");
  for (const Case& each : cases) {
    for (std::size_t i = 0; i < each.found.assertions.size() && !arguments.only_not; ++i) {
      const Assertion& assertion = each.found.assertions[i];
      if (!one_only || assertion_id(each.found, assertion) == arguments.what)
        reasons.push_back({&each, &assertion, &each.why.given[i], nullptr});
    }
    for (const Explanation::Withheld& withheld : each.why.withheld)
      if (!one_only) reasons.push_back({&each, nullptr, nullptr, &withheld});
  }
  std::erase_if(reasons, [&](const Reason& reason) { return !is_about(reason, arguments.about); });
  return reasons;
}

std::string said(const Span& span) {
  return fmt::format("{} ({} {}–{})", span.text, name(span.field), span.start, span.end);
}

std::string said(const std::optional<Span>& span, const std::string& otherwise) {
  return span ? said(*span) : otherwise;
}

class Page {
 public:
  explicit Page(const Terminal& terminal) : terminal_(terminal) {}

  void add(const Reason& reason) {
    reason.assertion ? add_assertion(reason) : add_withheld(*reason.withheld);
    text_ += "\n";
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void add_assertion(const Reason& reason) {
    const Extraction& found = reason.in->found;
    const Assertion& assertion = *reason.assertion;
    const Explanation::Given& given = *reason.given;
    head(fmt::format("{} {}: {}", find_actor(found, assertion.actor)->name, name(assertion.relation),
                     find_proposal(found, assertion.proposal)->name));
    Table facts{{{"", Align::Left, TextStyle::Dim}, {""}}};
    const auto add = [&facts](const char* what, const std::string& fact) { facts.add({{what, fact}}); };
    add("id", assertion_id(found, assertion));
    add("sentence", assertion.evidence.text);
    add("rule", assertion.rule);
    if (assertion.trigger) add("act", said(*assertion.trigger));
    add("actor", said(given.actor, "meant by a pronoun or left out"));
    add("proposal", said(given.proposal, "meant by a pronoun or left out"));
    const std::string modality(name(assertion.modality));
    add("modality",
        given.modality_by ? fmt::format("{}, by {}", modality, said(*given.modality_by)) : modality);
    add("extent", std::string(name(assertion.extent)));
    if (assertion.speaker)
      add("speaker", said(given.speaker, find_actor(found, *assertion.speaker)->name + ", named elsewhere"));
    if (assertion.date) add("date", assertion.date->iso());
    add("confidence",
        fmt::format("{:.2f}, how likely it is right, by data/stance.model", assertion.confidence));
    text_ += facts.text(terminal_) + given.tree;
  }

  void add_withheld(const Explanation::Withheld& withheld) {
    head("nothing");
    Table facts{{{"", Align::Left, TextStyle::Dim}, {""}}};
    facts.add({{"sentence", withheld.sentence.text}});
    for (const Span& proposal : withheld.proposals) facts.add({{"proposal", said(proposal)}});
    for (const Explanation::Attempt& attempt : withheld.attempts)
      facts.add({{"act", fmt::format("{}, {}: {}", said(attempt.word), attempt.entry, attempt.missing)}});
    if (withheld.attempts.empty()) facts.add({{"act", "no word of data/acts.jsonl has a proposal here"}});
    text_ += facts.text(terminal_) + withheld.tree;
  }

  void head(const std::string& words) {
    for (const std::string& line : wrap(printable(words), terminal_.width))
      text_ += styled(line, TextStyle::Bold, terminal_) + "\n";
  }

  const Terminal& terminal_;
  std::string text_;
};

void span_member(json::Writer& out, const char* key, const std::optional<Span>& span) {
  out.Key(key);
  if (!span) return static_cast<void>(out.Null());
  out.StartObject();
  json::member(out, "field", name(span->field));
  count_member(out, "start", span->start);
  count_member(out, "end", span->end);
  json::member(out, "text", span->text);
  out.EndObject();
}

void write_assertion(json::Writer& out, const Reason& reason) {
  const Extraction& found = reason.in->found;
  const Assertion& assertion = *reason.assertion;
  json::member(out, "id", assertion_id(found, assertion));
  json::member(out, "actor", find_actor(found, assertion.actor)->name);
  json::member(out, "relation", name(assertion.relation));
  json::member(out, "proposal", find_proposal(found, assertion.proposal)->name);
  json::member(out, "modality", name(assertion.modality));
  json::member(out, "extent", name(assertion.extent));
  const Actor* speaker = assertion.speaker ? find_actor(found, *assertion.speaker) : nullptr;
  json::optional_member(out, "speaker", speaker ? std::optional(speaker->name) : std::nullopt);
  date_member(out, "date", assertion.date);
  json::member(out, "rule", assertion.rule);
  out.Key("confidence");
  out.Double(assertion.confidence);
  span_member(out, "sentence", assertion.evidence);
  span_member(out, "act", assertion.trigger);
  span_member(out, "actor_at", reason.given->actor);
  span_member(out, "proposal_at", reason.given->proposal);
  span_member(out, "speaker_at", reason.given->speaker);
  span_member(out, "modality_by", reason.given->modality_by);
  json::member(out, "tree", reason.given->tree);
}

void write_withheld(json::Writer& out, const Explanation::Withheld& withheld) {
  span_member(out, "sentence", withheld.sentence);
  out.Key("proposals");
  out.StartArray();
  for (const Span& proposal : withheld.proposals) json::write(out, proposal.text);
  out.EndArray();
  out.Key("acts");
  out.StartArray();
  for (const Explanation::Attempt& attempt : withheld.attempts) {
    out.StartObject();
    json::member(out, "word", attempt.word.text);
    json::member(out, "entry", attempt.entry);
    json::member(out, "missing", attempt.missing);
    out.EndObject();
  }
  out.EndArray();
  json::member(out, "tree", withheld.tree);
}

std::string json_of(const std::vector<Reason>& reasons) {
  return json_rows(reasons, [](json::Writer& out, const Reason& reason) {
    json::member(out, "kind", reason.assertion ? "assertion" : "nothing");
    json::member(out, "document", reason.in->found.document.id);
    reason.assertion ? write_assertion(out, reason) : write_withheld(out, *reason.withheld);
  });
}

// The documents of files, as `ingest` reads them.
std::vector<Document> documents_in(Session& session, const std::string& path) {
  std::vector<Document> documents;
  Messages messages = session.messages();
  ReadEvents events;
  events.document = [&documents](Document&& doc) { documents.push_back(std::move(doc)); };
  events.refused = [&messages](const Error& error) { messages.report(error); };
  for (const Input& input : find_inputs({path}, events.refused)) read_input(input, {}, events);
  return documents;
}

// The document that holds the assertion of this id, also a retracted one.
std::optional<std::string> document_of_assertion(const Knowledge& knowledge, const std::string& id) {
  if (!id.starts_with("s:")) return std::nullopt;
  for (const Extraction& found : knowledge.extractions)
    for (const Assertion& assertion : found.assertions)
      if (assertion_id(found, assertion) == id) return found.document.id;
  return std::nullopt;
}

// The one that bears this id in the graph file, or holds the assertion that does.
Result<std::vector<Document>> document_of_graph(Session& session, const std::string& id) {
  return session.read_all_of_graph().and_then([&](const Graph& graph) -> Result<std::vector<Document>> {
    const auto stored =
        graph.store.document(document_of_assertion(graph.knowledge, id).value_or(id), WithText::Yes);
    if (!stored) return tl::make_unexpected(stored.error());
    if (!*stored)
      return fail(ErrorKind::NotFound, id, "no file, and no document or assertion of the graph file");
    return std::vector<Document>{(*stored)->document};
  });
}

Result<int> why(Session& session, const WhyArguments& arguments) {
  const bool is_file = arguments.what == "-" || std::filesystem::exists(arguments.what);
  const Result<std::vector<Document>> documents =
      is_file ? documents_in(session, arguments.what) : document_of_graph(session, arguments.what);
  if (!documents) return tl::make_unexpected(documents.error());
  const Result<Pipeline> pipeline = session.pipeline();
  if (!pipeline) return tl::make_unexpected(pipeline.error());
  std::vector<Case> cases(documents->size());
  for (std::size_t i = 0; i < cases.size(); ++i)
    cases[i].found = pipeline->extract((*documents)[i], &cases[i].why);
  const std::vector<Reason> reasons = reasons_of(cases, arguments);
  if (session.options.json) {
    session.out.write(json_of(reasons));
  } else {
    const Terminal terminal = session.terminal();
    Page page(terminal);
    for (const Reason& reason : reasons) page.add(reason);
    session.out.write(page.text());
  }
  return reasons.empty() ? exit_nothing : exit_found;
}

}  // namespace

void add_why(CLI::App& program, Session& session) {
  auto arguments = std::make_shared<WhyArguments>();
  CLI::App& command =
      add_command(program, Chapter::Asking, "why",
                  "Why a document gave its assertions, and why some of its sentences gave none.",
                  {"demarche why statement.txt", "demarche why statement.txt --about Norway",
                   "demarche why s:0123456789ab", "demarche why --not statement.txt --json"});
  require(add_word(command, "WHAT", "A file, or the id of a document or an assertion of the graph file",
                   arguments->what));
  add_text(command, "--about", "NAME", "Only what tells of this actor or proposal", arguments->about);
  add_flag(command, "--not", "Only the sentences that talk of a proposal and gave nothing",
           arguments->only_not);
  on_run(command, session, arguments, why);
}

}  // namespace demarche
