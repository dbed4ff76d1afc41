// All that is known about a language, from one model file: how its words are cased, tagged, joined into
// trees and inflected, and what their lemmas are. Read-only once open; shared between threads, each with room
// of its own. Tested by tests/ingest/language/language_model_test.cpp.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "graph/model/error.h"
#include "ingest/language/casing.h"
#include "ingest/language/features.h"
#include "ingest/language/lemmatizer.h"
#include "ingest/language/model_file.h"
#include "ingest/language/parser.h"
#include "ingest/language/sentence.h"

namespace demarche {

class LanguageModel {
 public:
  // Errors: those of ModelFile::open, and Malformed where a section is missing or sizes do not fit.
  [[nodiscard]] static Result<LanguageModel> open(const std::filesystem::path& file);

  [[nodiscard]] Parser::RoomOwner make_room() const { return parser_.make_room(); }

  // Fills all that a Token has, for the tokenized sentences of one document. The views it writes live as long
  // as the model. The result does not depend on `room`, which is only reused memory.
  void annotate(std::span<Sentence> document, Parser::Room& room) const;

  // As above, for many documents at once, which is faster.
  void annotate(std::span<const std::span<Sentence>> documents, Parser::Room& room) const;

  // Of the sentences of some documents only the `chosen` ones; the others get no more than their casing.
  void annotate(std::span<const std::span<Sentence>> documents, std::span<Sentence* const> chosen,
                Parser::Room& room) const;

  // Where the model comes from: treebanks, licences and figures, as JSON.
  [[nodiscard]] std::string_view provenance() const { return file_.text("provenance"); }

 private:
  LanguageModel(ModelFile file, Caser caser, Parser parser, FeatureTable features, Lemmatizer lemmatizer)
      : file_(std::move(file)),
        caser_(caser),
        parser_(std::move(parser)),
        features_(features),
        lemmatizer_(lemmatizer) {}

  void finish(Sentence& sent) const;  // once it is parsed

  ModelFile file_;
  Caser caser_;
  Parser parser_;
  FeatureTable features_;
  Lemmatizer lemmatizer_;
};

}  // namespace demarche
