// How well sentences agree with a treebank, counted as the scorer of the CoNLL 2018 shared task does: words
// are the same where they cover the same characters; attachment looks at basic dependencies; LAS passes over
// a label's subtype, the figures by label do not. Tested by tests/ingest/language/evaluate_test.cpp.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "ingest/language/sentence.h"

namespace demarche {

// Counts of things that were right, that the system gave, and that the gold standard has.
struct Score {
  std::size_t correct = 0;
  std::size_t system = 0;
  std::size_t gold = 0;

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

struct Evaluation {
  Score tokens;     // orthographic words: "don't" is one
  Score words;      // what the tree joins: "don't" is two
  Score sentences;  // both ends right
  Score upos, xpos, features, lemmas;
  Score uas, las;
  Score core;                           // the arcs a stance hangs on, head and label: see `core_labels`
  std::map<std::string, Score> labels;  // arcs by label, head and label
};

// nsubj, nsubj:pass, obj, obl:agent, ccomp, xcomp.
[[nodiscard]] std::span<const std::string_view> core_labels();

// Compares the analysis of one text. REQUIRES: both stand in the same text, in order.
[[nodiscard]] Evaluation evaluate(std::span<const Sentence> gold, std::span<const Sentence> system);

}  // namespace demarche
