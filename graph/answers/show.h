// All that is known of one thing: an actor, a proposal or a document.
// Tested by tests/graph/answers/show_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/answers/row.h"

namespace demarche {

struct EntityView {
  std::string id, name;
  Entity::Kind label = Entity::Kind::Actor;
  std::string kind;  // "person"; "plan"
  std::optional<int> points;
  std::vector<std::string> aliases;
  std::vector<LinkRef> links;          // from it and to it, each once
  std::vector<DocumentRef> documents;  // that mention it, by date
  std::vector<Row> acts;               // by this actor, or towards this proposal
};

struct DocumentView {
  DocumentRef document;
  std::optional<std::string> url;
  std::vector<ActorRef> actors;
  std::vector<ProposalRef> proposals;
  std::vector<LinkRef> links;
  std::vector<Row> acts;
};

using View = std::variant<EntityView, DocumentView>;

// NAME is a document's id or title, else an actor or proposal. Errors: NotFound or Ambiguous.
[[nodiscard]] Result<View> show(const Knowledge& knowledge, std::string_view name, const Filter& filter);

}  // namespace demarche
