// What an analyst said of identities, as input of `resolve`: apart from the documents, never derived from them.
// The corrections of a graph file become an Overlay once their anchors are found in its documents.
// Tested by tests/graph/identity/overlay_test.cpp.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace demarche {

// One document's actor or proposal. An entry of the gazetteer, which no document need name, has no document and
// its key as `local`.
struct Anchor {
  std::string document;  // id
  std::string local;     // "a1", "p1": the id inside the document
  auto operator<=>(const Anchor&) const = default;
};

// Anchors that are not there are passed over, so are pairs of an actor and a proposal. What is kept apart stays
// apart for ever: it outranks `same`, the gazetteer and every likeness.
struct Overlay {
  std::vector<std::pair<Anchor, Anchor>> same;      // one entity, with all that is one with either
  std::vector<std::pair<Anchor, Anchor>> distinct;  // two entities, whatever else is one with them
  std::map<Anchor, std::string> names;              // of the anchor's entity; where several, the last anchor's

  [[nodiscard]] bool empty() const { return same.empty() && distinct.empty() && names.empty(); }
};

}  // namespace demarche
