// What an analyst said of identities, as input of `resolve`: apart from the documents, never derived from
// them. The corrections of a graph file become an Overlay once their anchors are found in its documents.
// Tested by tests/graph/identity/identity_test.cpp over tests/cases/identity/overlay.txt.
#pragma once

#include <compare>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace demarche {

// One document's actor or proposal. An entry of the gazetteer, which no document need name, has no document
// and its key as `local`.
struct Anchor {
  std::string document;  // id
  std::string local;     // "a1", "p1": the id inside the document
  auto operator<=>(const Anchor&) const = default;
};

// Anchors that are not there are passed over, so are pairs of an actor and a proposal. What is kept apart
// stays apart for ever: it outranks `same`, the gazetteer and every likeness.
struct Overlay {
  std::vector<std::pair<Anchor, Anchor>> same;  // one entity, with all that is one with either
  std::vector<std::pair<Anchor, Anchor>>
      distinct;                         // two entities; where nothing else parts them, the first stays
  std::map<Anchor, std::string> names;  // of the anchor's entity; where several, the last anchor's

  [[nodiscard]] bool empty() const { return same.empty() && distinct.empty() && names.empty(); }
};

// What the overlay makes of ids that were found without it.
struct Rearranged {
  std::map<std::string, std::string> ids;  // of whole entities that became one with others: old to new
  std::map<Anchor, std::string> anchors;   // of all anchors in the overlay that are there
};

// `id_of` gives an anchor's id as found without the overlay, empty where it is not there or of another kind
// than is rearranged here; `prefix` begins the ids of entities that the overlay makes ("a:").
[[nodiscard]] Rearranged rearrange(const Overlay& overlay, const std::string& prefix,
                                   const std::function<std::string(const Anchor&)>& id_of);

}  // namespace demarche
