// A dependency tree drawn with lines, for people who look into a parse.
// Tested by tests/ingest/language/draw_test.cpp.
#pragma once

#include <string>

#include "ingest/language/sentence.h"

namespace demarche {

// The root first and each word's dependents below it in the order of the sentence, one word a line with its
// relation, tag and lemma:
//
//   rejected  root  VBD  reject
//   ├─ Putin  nsubj  NNP  Putin
//   └─ plan  obj  NN  plan
//      └─ the  det  DT  the
//
// REQUIRES: sent.is_parsed()
[[nodiscard]] std::string draw_tree(const Sentence& sent);

}  // namespace demarche
