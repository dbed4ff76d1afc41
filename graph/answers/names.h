// From a NAME that somebody typed to what it means: by id, by exact alias, by number of points ("28-point
// plan" finds "a set of 28"), then by likeness: all its words in one alias, then one or two slips of the pen.
// Tested by tests/graph/answers/names_test.cpp over tests/cases/names/*.txt.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/answers/knowledge.h"

namespace demarche {

// With `as_of`, below, a name means what documents dated up to that day name.

// The actor so named; more than one where a bare surname also stands for a fuller name. Never empty.
// Errors: Ambiguous, with the candidates in `next`; NotFound, with the nearest three in `next`.
[[nodiscard]] Result<std::vector<std::size_t>> resolve_actor(const Knowledge& knowledge,
                                                             std::string_view name,
                                                             const std::optional<Date>& as_of = std::nullopt);

// The proposal so named and every version of it; a number in the name narrows it to those that have it, an id
// to the one that bears it. Of several, the one that `acts` (indices into Knowledge::acts; none: all) are
// about: which of them was meant makes no difference to an answer made of these.
[[nodiscard]] Result<std::vector<std::size_t>> resolve_proposal(
    const Knowledge& knowledge, std::string_view name, const std::optional<Date>& as_of = std::nullopt,
    const std::optional<std::vector<std::size_t>>& acts = std::nullopt);

// An actor or a proposal, whichever is the closer match.
[[nodiscard]] Result<std::vector<std::size_t>> resolve_entity(
    const Knowledge& knowledge, std::string_view name, const std::optional<Date>& as_of = std::nullopt);

// The document of that id or, folded, that title; an index into Knowledge::documents.
[[nodiscard]] std::optional<std::size_t> find_document(const Knowledge& knowledge, std::string_view name);

}  // namespace demarche
