// All that a graph file knows, in memory and resolved: the documents without their texts, the entities, and every
// assertion and link with its ends. Every answer, export and picture starts from here.
// Tested by tests/graph/answers/*_test.cpp.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/identity/identity.h"
#include "graph/store/store.h"

namespace demarche {

// An assertion of one document with its ends resolved; indices into Knowledge.
struct Act {
  std::string id;  // "s:…"
  std::size_t document = 0;
  std::size_t actor = 0;
  std::size_t proposal = 0;
  std::optional<std::size_t> speaker;
  Assertion finding;  // as found
};

// A link between two entities, as one document states it or the gazetteer holds it.
struct EntityLink {
  std::size_t from = 0;
  LinkKind relation = LinkKind::SpeaksFor;
  std::size_t to = 0;
  std::optional<std::size_t> document;  // none: from the gazetteer
  std::optional<Span> evidence;
  std::optional<Date> since, until;  // the term, where it is known
};

struct Knowledge {
  std::vector<Document> documents;        // without text; ordered by id
  std::vector<Extraction> extractions;    // one a document, same order, without text
  Identity identity;
  std::vector<Act> acts;                  // ordered by document, then position of evidence
  std::vector<EntityLink> links;

  [[nodiscard]] static Result<Knowledge> load(const Store& store, const Gazetteer& gazetteer);
};

// The filters that every answer, query and export takes.
struct Filter {
  std::optional<Date> as_of;  // documents dated up to that day; undated ones left out
  std::optional<Date> from, to;             // the day of the act (its date, else its document's) inside these
  std::set<Modality> modalities{Modality::Actual};  // `--modality all` is every one
  std::set<Relation> relations;             // empty: all
  std::optional<std::string> speaker;       // a NAME
  std::optional<std::string> source;        // a publisher, compared folded
  bool first_hand = false;  // only what the actor itself says or does: no speaker but the actor
  double min_confidence = 0.0;
  bool in_force = false;    // only the party's latest actual stance on each proposal
};

struct FilterOutcome {
  std::vector<std::size_t> acts;        // indices into Knowledge::acts, same order
  std::size_t undated_left_out = 0;     // documents that --as-of could not place
};

}  // namespace demarche
