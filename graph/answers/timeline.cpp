#include "graph/answers/timeline.h"

#include "graph/answers/names.h"

namespace demarche {

Result<Answer> timeline(const Knowledge& knowledge, const TimelineQuestion& question, const Filter& filter) {
  const auto meant = resolve_entity(knowledge, question.name, filter.as_of);
  if (!meant) return tl::make_unexpected(meant.error());
  if (knowledge.entity(meant->front()).kind == Entity::Kind::Actor)
    return what(knowledge, {question.name, {}, question.roll_up}, filter);
  return who(knowledge, {{}, question.name}, filter);
}

}  // namespace demarche
