// What was found in one document: its actors and proposals with their mentions, the assertions that join
// them, and the links among them. An Extraction is document-local: ids ("a1", "p1") mean something inside it
// only. It is what `extract` writes, `load` reads and the graph file keeps. Tested by
// tests/graph/model/extraction_test.cpp.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/vocabulary.h"

namespace demarche {

// `unknown` is, here and below, a JSON object of the fields we do not know, as read; empty where there are
// none.

struct Actor {
  std::string id;
  std::string name;  // the fullest name without title
  ActorKind kind = ActorKind::Unknown;
  std::vector<Span> mentions;  // in order of position, the title first
  std::string unknown;
};

struct Proposal {
  std::string id;
  std::string name;
  std::string kind =
      "proposal";  // the head noun's class: "plan", "bill", "ceasefire"; "proposal" where not known
  std::optional<int> points;  // "28-point plan": 28
  std::vector<Span> mentions;
  std::string unknown;
};

struct Assertion {
  std::string actor;  // an Actor's id
  Relation relation = Relation::Proposed;
  std::string proposal;  // a Proposal's id
  Modality modality = Modality::Actual;
  Extent extent = Extent::Full;
  std::optional<std::string>
      speaker;                  // an Actor's id; null where the actor speaks for itself, or nobody is named
  std::optional<Date> date;     // the day of the act, where the text states it
  std::optional<Span> trigger;  // the words that name the act; inside the evidence
  Span evidence;                // the sentence that says so
  std::vector<Span> also;       // other sentences that say the same
  std::string rule;             // what found it: "verb:accept/active"; "" for hand-coded findings
  double confidence = 1.0;      // 0 to 1, two decimals
  std::string unknown;
};

// A confidence as it is written and read.
[[nodiscard]] inline double two_decimals(double confidence) {
  constexpr double hundred = 100.0;
  return std::round(confidence * hundred) / hundred;
}

// Actor to actor or proposal to proposal: `from` relation `to`.
struct Link {
  std::string from;
  LinkKind relation = LinkKind::SpeaksFor;
  std::string to;
  std::optional<Span> evidence;
  std::string unknown;
};

struct Extraction {
  Document document;      // text only where `has_text`
  bool has_text = false;  // a line that `load` reads may come without
  std::string sha256;     // content_hash of the whole document
  std::string extractor;  // "demarche 0.3.0", or whoever else found this
  std::vector<Actor> actors;
  std::vector<Proposal> proposals;
  std::vector<Assertion> assertions;
  std::vector<Link> links;
  std::string unknown;
};

enum class WithText { No, Yes };

// One JSON object as an Extraction. Checks types, vocabulary, that ids are unique and that every assertion
// and link names an actor or proposal that is there; where the text is in the line, also all that
// `check_spans` checks. Errors: Malformed with the reason and its place ("assertions[2].relation: unknown
// word 'rejectd'"); `what` is left empty for the caller to fill.
[[nodiscard]] Result<Extraction> extraction_from_json(std::string_view json);

// The Extraction as one line of JSON, without newline. `text` is written where asked for and there.
[[nodiscard]] std::string to_json(const Extraction& found, WithText with_text);

// Whether every mention, trigger and evidence stands at its position in `doc`, and every trigger inside its
// evidence. Errors: Malformed, with the place and both texts.
[[nodiscard]] Result<void> check_spans(const Extraction& found, const Document& doc);

[[nodiscard]] const Actor* find_actor(const Extraction& found, std::string_view id);
[[nodiscard]] const Proposal* find_proposal(const Extraction& found, std::string_view id);

}  // namespace demarche
