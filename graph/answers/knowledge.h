// All that a graph file knows, in memory, resolved and corrected: the documents without their texts, the
// entities, and every assertion and link with its ends. Every answer, export and picture starts from here.
// Tested by tests/graph/answers/knowledge_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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

// A link between two entities, as one document states it, the gazetteer holds it or identity finds it.
struct EntityLink {
  std::size_t from = 0;
  LinkKind relation = LinkKind::SpeaksFor;
  std::size_t to = 0;
  std::optional<std::size_t> document;  // none: from the gazetteer or identity
  std::optional<Span> evidence;
  std::optional<Date> since, until;  // the term, where it is known
};

struct Knowledge {
  std::vector<Document> documents;      // without text; ordered by id
  std::vector<Extraction> extractions;  // one a document, same order, without text
  std::vector<std::size_t> stories;     // one a document, same order: copies of one text bear one number
  Identity identity;
  std::vector<Act> acts;          // ordered by document, then position of evidence; without those retracted
  std::vector<EntityLink> links;  // ordered by from, relation, to, document; the gazetteer's first

  // Errors: those of reading the store.
  [[nodiscard]] static Result<Knowledge> load(const Store& store, const Gazetteer& gazetteer);

  // As `load`, from extractions in any order; their texts are dropped.
  [[nodiscard]] static Knowledge from(std::vector<Extraction> extractions, const Gazetteer& gazetteer,
                                      const std::vector<Correction>& corrections = {});

  [[nodiscard]] const Entity& entity(std::size_t index) const { return identity.entities[index]; }
};

// Writes the entities into the graph file as its derived nodes, for those who read it with sqlite3. `basis`
// as in Store::put_nodes.
[[nodiscard]] Result<void> keep_nodes(Store& store, const Knowledge& knowledge, std::string_view basis = "");

}  // namespace demarche
