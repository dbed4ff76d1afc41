// The figures of a model on a treebank, as demarche-model prints them.
// Tested by tests/ingest/language/model_program_test.cpp.
#pragma once

#include <string>

#include "graph/model/error.h"
#include "ingest/language/conllu.h"
#include "ingest/language/evaluate.h"
#include "ingest/language/language_model.h"

namespace demarche {

struct Figures {
  Evaluation gold_tokens;  // tags, lemmas and trees where tokens and sentences are given
  Evaluation raw_text;     // everything from the text alone
  double tokenizing = 0;   // tokens a second, text to tokens
  double parsing = 0;      // tokens a second, tokens to trees and lemmas, all documents at once
};

// Annotates the text of `gold`, given its tokens and from the raw text.
[[nodiscard]] Figures measure(const LanguageModel& model, const Treebank& gold);

enum class ByLabel { No, Yes };

[[nodiscard]] std::string figures_as_table(const Figures& figures, ByLabel by_label);
[[nodiscard]] std::string figures_as_json(const Figures& figures);

}  // namespace demarche
