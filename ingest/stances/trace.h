// What the reading of stances notes down for whoever asks why a sentence gave nothing. Nobody asks in an
// ordinary run: the pointer to it is null then, and nothing is noted. Tested by
// tests/ingest/explanation_test.cpp.
#pragma once

#include <string>
#include <vector>

namespace demarche {

// An act word that came to nothing.
struct Miss {
  int line = 0;
  int word = 0;
  std::string entry;    // "verb:turn down"
  std::string missing;  // "no actor in nsubj"
};

struct Trace {
  std::vector<Miss> misses;  // in the order in which the words were tried
};

}  // namespace demarche
