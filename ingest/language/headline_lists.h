// Headlines write a comma where running text has "and": "Norland, Sweland reach fish accord". A parser that
// learnt from running text takes the second name for an aside and finds no clause; read with "and" it finds
// one. Tested by tests/ingest/language/headline_lists_test.cpp.
#pragma once

#include "ingest/language/sentence.h"

namespace demarche {

// The comma before the last of the names that open a headline, where it may stand for "and"; -1 for none.
[[nodiscard]] int comma_for_and(const Sentence& headline);

// The headline with "and" in place of the comma, to be parsed.
[[nodiscard]] Sentence with_and(const Sentence& headline, int comma);

// Gives `headline` the tags and arcs of `reading`, which is the same with "and" and parsed, where these join
// the subjects of its verb at the comma. Whether it did.
bool take_joined(const Sentence& reading, int comma, Sentence& headline);

}  // namespace demarche
