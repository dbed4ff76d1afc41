// Parameters bear the names of the command line's options. Every route says which it takes; any other is an
// error, so that a slip of the pen does not pass for an answer.
#include "cli/serve_routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "cli/arguments.h"
#include "cli/hits.h"
#include "cli/query_output.h"
#include "cli/query_session.h"
#include "graph/answers/as_network.h"
#include "graph/answers/changes.h"
#include "graph/answers/conflicts.h"
#include "graph/answers/json.h"
#include "graph/answers/status.h"
#include "graph/answers/timeline.h"
#include "graph/answers/who.h"
#include "graph/export/export.h"

namespace demarche {
namespace {

const std::set<std::string> filter_names{"as-of",    "from",     "to",         "modality",
                                         "speaker",  "source",   "first-hand", "min-confidence",
                                         "in-force", "relations"};
const std::set<std::string> page_names{"limit", "offset"};
constexpr std::string_view may_repeat = "param";

tl::unexpected<Error> unfit(const std::string& name, const std::string& value, std::string_view expected) {
  return fail(ErrorKind::Usage, name, fmt::format("'{}' is not {}", value, expected), "see /openapi.json");
}

// Reads parameters one after another; the first error stays.
class Reader {
 public:
  Reader(const Parameters& parameters, std::set<std::string> known) : parameters_(parameters) {
    for (const auto& [name, value] : parameters_) {
      if (!known.contains(name))
        error_ = fail(ErrorKind::Usage, name, "no such parameter here", "see /openapi.json");
      else if (parameters_.count(name) > 1 && name != may_repeat)
        error_ = fail(ErrorKind::Usage, name, "given more than once");
    }
  }

  std::optional<std::string> text(const std::string& name) const {
    const auto found = parameters_.find(name);
    return found == parameters_.end() ? std::nullopt : std::optional(found->second);
  }

  // `read` makes a value of the text, or nothing where it is not `expected`.
  template <class Read>
  auto value(const std::string& name, std::string_view expected, const Read& read)
      -> decltype(read(std::string())) {
    const auto given = text(name);
    if (!given) return {};
    auto value = read(*given);
    if (!value) error_ = unfit(name, *given, expected);
    return value;
  }

  std::string required(const std::string& name) {
    const auto given = text(name);
    if (!given || given->empty()) error_ = fail(ErrorKind::Usage, name, "must be given", "see /openapi.json");
    return given.value_or("");
  }

  std::optional<Date> day(const std::string& name) {
    return value(name, "a day (YYYY, YYYY-MM or YYYY-MM-DD)",
                 [](const std::string& text) { return Date::parse(text); });
  }

  bool flag(const std::string& name) {
    const auto read = [](const std::string& text) -> std::optional<bool> {
      if (text == "true" || text == "1") return true;
      if (text == "false" || text == "0") return false;
      return std::nullopt;
    };
    return value(name, "true or false", read).value_or(false);
  }

  std::size_t number(const std::string& name, std::size_t usual, std::size_t most) {
    const auto read = [most](const std::string& text) -> std::optional<std::size_t> {
      std::size_t number = 0;
      const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
      const bool is_fit = problem == std::errc() && end == text.data() + text.size() && number <= most;
      return is_fit ? std::optional(number) : std::nullopt;
    };
    return value(name, fmt::format("a whole number up to {}", most), read).value_or(usual);
  }

  template <class Value, class Named>
  std::set<Value> words(const std::string& name, const Named& named, const std::set<Value>& all,
                        std::string_view all_word) {
    std::set<Value> values;
    const auto given = text(name);
    if (!given) return values;
    for (const auto& word : split_list(*given)) {
      if (word == all_word)
        values.insert(all.begin(), all.end());
      else if (const auto value = named(word))
        values.insert(*value);
      else
        error_ = unfit(name, word, "a word of the vocabulary");
    }
    return values;
  }

  [[nodiscard]] const Result<void>& outcome() const { return error_; }

 private:
  const Parameters& parameters_;
  Result<void> error_;
};

std::set<std::string> joined(std::initializer_list<std::set<std::string>> lists) {
  std::set<std::string> all;
  for (const auto& list : lists) all.insert(list.begin(), list.end());
  return all;
}

Filter filter_in(Reader& reader, const LiveAsk& ask) {
  Filter filter;
  filter.stop = ask.stop;
  filter.as_of = reader.day("as-of");
  filter.from = reader.day("from");
  filter.to = reader.day("to");
  const std::set<Modality> every(all_modalities.begin(), all_modalities.end());
  if (reader.text("modality")) filter.modalities = reader.words("modality", modality_named, every, "all");
  filter.relations = reader.words<Relation>("relations", relation_named, {}, "any");
  filter.speaker = reader.text("speaker");
  filter.source = reader.text("source");
  filter.first_hand = reader.flag("first-hand");
  filter.in_force = reader.flag("in-force");
  const auto sure = [](const std::string& text) -> std::optional<double> {
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_fit =
        problem == std::errc() && end == text.data() + text.size() && number >= 0 && number <= 1;
    return is_fit ? std::optional(number) : std::nullopt;
  };
  filter.min_confidence = reader.value("min-confidence", "a number from 0 to 1", sure).value_or(0.0);
  return filter;
}

// Filter and page, as nearly every route takes them.
struct Asked {
  Filter filter;
  std::size_t limit = rows_on_a_page, offset = 0;

  Asked(Reader& reader, const LiveAsk& ask)
      : filter(filter_in(reader, ask)),
        limit(reader.number("limit", rows_on_a_page, most_rows_on_a_page)),
        offset(reader.number("offset", 0, std::numeric_limits<std::uint32_t>::max())) {}

  // Leaves the page's rows; how many there were.
  template <class Row>
  std::size_t cut(std::vector<Row>& rows) const {
    const auto total = rows.size();
    const auto begin = static_cast<std::ptrdiff_t>(std::min(offset, total));
    rows.erase(rows.begin(), rows.begin() + begin);
    if (rows.size() > limit) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(limit), rows.end());
    return total;
  }

  template <class Row>
  Reply page(std::vector<Row>&& rows) const {
    const auto total = cut(rows);
    return {to_json(rows), total};
  }
};

template <class Answer>
Result<Reply> asked(const LiveAsk& ask, const Parameters& parameters, std::set<std::string> own,
                    const Answer& answer) {
  Reader reader(parameters, joined({filter_names, page_names, std::move(own)}));
  const Asked what(reader, ask);
  return answer(reader, what);
}

Result<Reply> answer_who(const LiveAsk& ask, const Parameters& parameters) {
  return asked(ask, parameters, {"proposal"}, [&](Reader& reader, const Asked& what) -> Result<Reply> {
    const WhoQuestion question{what.filter.relations, reader.text("proposal")};
    if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
    return who(ask.state.knowledge, question, what.filter).map([&](Answer&& answer) {
      return what.page(std::move(answer.rows));
    });
  });
}

Result<Reply> answer_what(const LiveAsk& ask, const Parameters& parameters) {
  return asked(ask, parameters, {"actor", "alone"},
               [&](Reader& reader, const Asked& asked_for) -> Result<Reply> {
                 const auto roll_up = reader.flag("alone") ? RollUp::Alone : RollUp::Together;
                 const WhatQuestion question{reader.required("actor"), asked_for.filter.relations, roll_up};
                 if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
                 return what(ask.state.knowledge, question, asked_for.filter).map([&](Answer&& answer) {
                   return asked_for.page(std::move(answer.rows));
                 });
               });
}

Result<Reply> answer_status(const LiveAsk& ask, const Parameters& parameters) {
  return asked(ask, parameters, {"proposal", "alone"},
               [&](Reader& reader, const Asked& what) -> Result<Reply> {
                 const auto roll_up = reader.flag("alone") ? RollUp::Alone : RollUp::Together;
                 const StatusQuestion question{reader.text("proposal"), roll_up};
                 if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
                 return status(ask.state.knowledge, question, what.filter).map([&](Status&& found) {
                   return what.page(std::move(found.rows));
                 });
               });
}

Result<Reply> answer_timeline(const LiveAsk& ask, const Parameters& parameters) {
  return asked(ask, parameters, {"name", "alone"}, [&](Reader& reader, const Asked& what) -> Result<Reply> {
    const auto roll_up = reader.flag("alone") ? RollUp::Alone : RollUp::Together;
    const TimelineQuestion question{reader.required("name"), roll_up};
    if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
    return timeline(ask.state.knowledge, question, what.filter).map([&](Answer&& answer) {
      return what.page(std::move(answer.rows));
    });
  });
}

Result<Reply> answer_changes(const LiveAsk& ask, const Parameters& parameters) {
  return asked(ask, parameters, {"since", "alone"}, [&](Reader& reader, const Asked& what) -> Result<Reply> {
    const auto roll_up = reader.flag("alone") ? RollUp::Alone : RollUp::Together;
    reader.required("since");
    const ChangesQuestion question{reader.day("since").value_or(Date{}), roll_up};
    if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
    return changes(ask.state.knowledge, question, what.filter).map([&](Changes&& found) {
      return what.page(std::move(found.changes));
    });
  });
}

Result<Reply> answer_conflicts(const LiveAsk& ask, const Parameters& parameters) {
  return asked(ask, parameters, {"alone"}, [&](Reader& reader, const Asked& what) -> Result<Reply> {
    const auto roll_up = reader.flag("alone") ? RollUp::Alone : RollUp::Together;
    if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
    return conflicts(ask.state.knowledge, what.filter, roll_up).map([&](Conflicts&& found) {
      return what.page(std::move(found.conflicts));
    });
  });
}

template <auto List>
Result<Reply> answer_list(const LiveAsk& ask, const Parameters& parameters) {
  return asked(ask, parameters, {}, [&](Reader& reader, const Asked& what) -> Result<Reply> {
    if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
    return List(ask.state.knowledge, what.filter).map([&](auto&& listing) {
      return what.page(std::move(listing.lines));
    });
  });
}

Result<Reply> answer_show(const LiveAsk& ask, const Parameters& parameters) {
  Reader reader(parameters, joined({filter_names, {"name"}}));
  const auto filter = filter_in(reader, ask);
  const auto name = reader.required("name");
  if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
  return show(ask.state.knowledge, name, filter).map([](View&& view) { return Reply{to_json(view), 1}; });
}

Result<Reply> answer_search(const LiveAsk& ask, const Parameters& parameters) {
  Reader reader(parameters, {"words", "limit"});
  const auto words = reader.required("words");
  const auto limit = reader.number("limit", rows_on_a_page, most_rows_on_a_page);
  if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
  return Store::open(ask.graph.file(), Access::Read)
      .and_then([&](const Store& store) { return store.search(words, limit, "«", "»"); })
      .map([](const std::vector<Hit>& hits) {
        return Reply{hits_json(hits), hits.size()};
      });
}

Result<Reply> answer_graph(const LiveAsk& ask, const Parameters& parameters) {
  Reader reader(parameters, joined({filter_names, {"about", "depth"}}));
  const auto filter = filter_in(reader, ask);
  ExportOptions options;
  options.about = reader.text("about");
  options.depth = reader.number("depth", options.depth, 100);
  if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
  if (parameters.empty()) return Reply{ask.state.json(), 1};
  const auto store = Store::open(ask.graph.file(), Access::Read);
  if (!store) return tl::make_unexpected(store.error());
  return export_as(ExportFormat::Json, ask.state.knowledge, *store, filter, options)
      .map([](Exported&& exported) {
        return Reply{std::move(exported.bytes), 1};
      });
}

// The graph that the filter leaves.
Result<network::PropertyGraph> filtered_network(const Knowledge& knowledge, const Filter& filter) {
  return apply(filter, knowledge, {all_modalities.begin(), all_modalities.end()})
      .map([&](const FilterOutcome& outcome) {
        const auto scope = chooses_acts(filter) ? Scope::OnlyActs : Scope::Everything;
        return as_network(knowledge, outcome.acts, filter.as_of, scope, filter.stop);
      });
}

Result<Reply> answer_query(const LiveAsk& ask, const Parameters& parameters) {
  return asked(ask, parameters, {"cypher", "param"}, [&](Reader& reader, const Asked& what) -> Result<Reply> {
    const auto text = reader.required("cypher");
    if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
    cypher::Map values;
    const auto [first, last] = parameters.equal_range("param");
    for (auto given = first; given != last; ++given)
      if (const auto added = add_parameter(given->second, values); !added)
        return tl::make_unexpected(added.error());

    Result<network::PropertyGraph> part;
    const bool is_cut = what.filter.as_of || chooses_acts(what.filter);
    if (is_cut && !(part = filtered_network(ask.state.knowledge, what.filter)))
      return tl::make_unexpected(part.error());
    const auto& network = is_cut ? *part : ask.state.network();
    const auto query = cypher::prepare(text);
    if (!query) return tl::make_unexpected(cypher::to_error(query.error()));
    auto table = cypher::run(*query, network, values, {ask.time, most_memory_of_a_query});
    if (!table) return tl::make_unexpected(cypher::to_error(table.error()));
    const auto total = what.cut(table->rows);
    return Reply{query_json(*table, network), total};
  });
}

Result<Reply> answer_generation(const LiveAsk& ask, const Parameters& parameters) {
  const Reader reader(parameters, {});
  if (!reader.outcome()) return tl::make_unexpected(reader.outcome().error());
  return Reply{fmt::format("{{\"generation\":{},\"documents\":{},\"acts\":{}}}\n", ask.state.generation,
                           ask.state.knowledge.documents.size(), ask.state.knowledge.acts.size()),
               1};
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> all{{"/api/generation", answer_generation},
                                      {"/api/graph", answer_graph},
                                      {"/api/who", answer_who},
                                      {"/api/what", answer_what},
                                      {"/api/status", answer_status},
                                      {"/api/timeline", answer_timeline},
                                      {"/api/changes", answer_changes},
                                      {"/api/conflicts", answer_conflicts},
                                      {"/api/actors", answer_list<list_actors>},
                                      {"/api/proposals", answer_list<list_proposals>},
                                      {"/api/documents", answer_list<list_documents>},
                                      {"/api/show", answer_show},
                                      {"/api/search", answer_search},
                                      {"/api/query", answer_query}};
  return all;
}

}  // namespace demarche
