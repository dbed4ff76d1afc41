// Pictures that answer one question each, laid out by us: who stands where on one proposal, what one actor
// thinks of which, what happened when, and who stands with whom. What is too much for a page is folded into
// cards that count and name it; `Detail::Whole` folds nothing. Tested by tests/graph/export/views_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "graph/answers/filter.h"
#include "graph/answers/knowledge.h"
#include "graph/export/board.h"

namespace demarche {

enum class Detail {
  Readable,  // the small fry folded
  Whole,
};

struct ViewOptions {
  Theme theme = Theme::Light;
  Detail detail = Detail::Readable;
};

// Proposers, versions and counter-proposals in the middle; who is for it to the left, against it to the
// right, disputed and silent parties below. Errors: NotFound or Ambiguous for the NAME.
[[nodiscard]] Result<Board> stances_board(const Knowledge& knowledge, const std::string& proposal,
                                          const Filter& filter, const ViewOptions& options);

// The actor in the middle, with those who act for it and what it proposed; what it is for to the left,
// against to the right, what it has not answered below. Errors: NotFound or Ambiguous for the NAME.
[[nodiscard]] Result<Board> actor_board(const Knowledge& knowledge, const std::string& actor,
                                        const Filter& filter, const ViewOptions& options);

// Time from left to right, line by line: proposals and versions on the line where they are first told of,
// acts for them above their day, against and others below. About everything without a NAME. Errors: NotFound
// or Ambiguous for the NAME.
[[nodiscard]] Result<Board> timeline_board(const Knowledge& knowledge,
                                           const std::optional<std::string>& about, const Filter& filter,
                                           const ViewOptions& options);

// Parties around a ring, bloc beside bloc; lines join those who agree and those in conflict. Errors: NotFound
// or Ambiguous for the filter's speaker.
[[nodiscard]] Result<Board> blocs_board(const Knowledge& knowledge, const Filter& filter,
                                        const ViewOptions& options);

}  // namespace demarche
